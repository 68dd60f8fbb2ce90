"""A made-up country: where its places are and what each gives, the same on every run.

Three quarters of all places stand in the biggest cities, by their people; the rest anywhere in
the lower 48. Two needs a place, and some needs far commoner than others. Pure: no database.
"""

from array import array
from dataclasses import dataclass, field
from itertools import accumulate
from math import asin, cos, degrees, radians, sin
from random import Random
from uuid import UUID

SEED = 8
IN_CITIES = 0.75
SPREAD_KM = 8  # one standard deviation: most of a city within 16 km of its middle
KM_A_DEGREE = 111.2
# The n-th need is 1 / n**1.5 as common as the first.
STEEPNESS = 1.5

# slug, latitude, longitude, people in thousands (rough; only the proportions matter)
CITIES = """
new-york-ny 40.71 -74.01 8500
los-angeles-ca 34.05 -118.24 3900
chicago-il 41.88 -87.63 2700
houston-tx 29.76 -95.37 2300
phoenix-az 33.45 -112.07 1600
philadelphia-pa 39.95 -75.17 1600
san-antonio-tx 29.42 -98.49 1500
san-diego-ca 32.72 -117.16 1400
dallas-tx 32.78 -96.80 1300
jacksonville-fl 30.33 -81.66 970
austin-tx 30.27 -97.74 970
fort-worth-tx 32.76 -97.33 960
san-jose-ca 37.34 -121.89 970
columbus-oh 39.96 -83.00 900
charlotte-nc 35.23 -80.84 900
indianapolis-in 39.77 -86.16 880
san-francisco-ca 37.77 -122.42 810
seattle-wa 47.61 -122.33 750
denver-co 39.74 -104.99 710
oklahoma-city-ok 35.47 -97.52 690
nashville-tn 36.16 -86.78 680
washington-dc 38.91 -77.04 670
el-paso-tx 31.76 -106.49 680
las-vegas-nv 36.17 -115.14 660
boston-ma 42.36 -71.06 650
detroit-mi 42.33 -83.05 620
portland-or 45.52 -122.68 630
louisville-ky 38.25 -85.76 620
memphis-tn 35.15 -90.05 620
baltimore-md 39.29 -76.61 570
milwaukee-wi 43.04 -87.91 560
albuquerque-nm 35.08 -106.65 560
tucson-az 32.22 -110.97 550
fresno-ca 36.74 -119.79 540
sacramento-ca 38.58 -121.49 530
mesa-az 33.42 -111.83 510
kansas-city-mo 39.10 -94.58 510
atlanta-ga 33.75 -84.39 500
colorado-springs-co 38.83 -104.82 490
omaha-ne 41.26 -95.93 480
raleigh-nc 35.78 -78.64 480
virginia-beach-va 36.85 -75.98 450
miami-fl 25.76 -80.19 450
oakland-ca 37.80 -122.27 430
minneapolis-mn 44.98 -93.27 430
tulsa-ok 36.15 -95.99 410
bakersfield-ca 35.37 -119.02 410
tampa-fl 27.95 -82.46 400
wichita-ks 37.69 -97.34 400
aurora-co 39.73 -104.83 390
new-orleans-la 29.95 -90.07 370
cleveland-oh 41.50 -81.69 360
lexington-ky 38.04 -84.50 320
cincinnati-oh 39.10 -84.51 310
pittsburgh-pa 40.44 -79.99 300
st-louis-mo 38.63 -90.20 290
newark-nj 40.74 -74.17 300
buffalo-ny 42.89 -78.88 270
boise-id 43.62 -116.21 240
salt-lake-city-ut 40.76 -111.89 210
"""

# A rough outline of the lower 48, as (latitude, longitude), clockwise from the north-west.
OUTLINE = (
    *((48.4, -124.7), (49.0, -123.0), (49.0, -95.2), (48.0, -89.6), (46.5, -84.5), (45.3, -82.6)),
    *((42.5, -82.5), (42.8, -79.0), (43.6, -79.2), (45.0, -74.7), (45.0, -71.4), (47.4, -69.0)),
    *((44.9, -67.0), (42.0, -70.0), (40.6, -74.0), (37.0, -75.9), (35.2, -75.5), (32.0, -80.8)),
    *((28.5, -80.5), (25.1, -80.4), (26.0, -81.8), (30.0, -84.0), (30.2, -88.0), (29.0, -89.4)),
    *((29.6, -94.7), (26.0, -97.2), (29.5, -101.0), (31.8, -106.5), (31.3, -111.0), (32.5, -117.1)),
    *((34.5, -120.6), (40.4, -124.4)),
)


@dataclass(frozen=True)
class City:
    slug: str
    latitude: float
    longitude: float
    people: int

    @classmethod
    def read(cls, line):
        slug, latitude, longitude, people = line.split()
        return cls(slug, float(latitude), float(longitude), int(people))


CITY_LIST = [City.read(line) for line in CITIES.strip().splitlines()]


def is_inside(latitude, longitude, outline=OUTLINE):
    """Is a point (degrees) inside the outline? By how often a line to the north crosses it."""
    inside = False
    for (lat_1, lon_1), (lat_2, lon_2) in zip(outline, outline[-1:] + outline[:-1], strict=True):
        if (lon_1 > longitude) != (lon_2 > longitude):
            crosses_at = lat_1 + (longitude - lon_1) * (lat_2 - lat_1) / (lon_2 - lon_1)
            inside ^= latitude < crosses_at
    return inside


def anywhere(chance):
    """A point (degrees) of the lower 48, each square mile as likely as any other."""
    south, north = sin(radians(24.5)), sin(radians(49.4))
    while True:
        latitude = degrees(asin(chance.uniform(south, north)))
        longitude = chance.uniform(-124.8, -66.9)
        if is_inside(latitude, longitude):
            return latitude, longitude


def around(city, chance):
    latitude = city.latitude + chance.gauss(0, SPREAD_KM) / KM_A_DEGREE
    kilometres_a_degree = KM_A_DEGREE * cos(radians(latitude))
    return latitude, city.longitude + chance.gauss(0, SPREAD_KM) / kilometres_a_degree


def city_points(count, chance):
    cities = chance.choices(CITY_LIST, [city.people for city in CITY_LIST], k=count)
    return [around(city, chance) for city in cities]


def country_points(count, chance):
    return [anywhere(chance) for _ in range(count)]


@dataclass
class Country:
    """Column by column, as a million rows are made of. `ids` rise; each is a uuid as a number."""

    needs: list  # ids of needs, the commonest first
    latitude: array = field(default_factory=lambda: array("d"))
    longitude: array = field(default_factory=lambda: array("d"))
    first: bytearray = field(default_factory=bytearray)  # each place's two, as places in `needs`
    second: bytearray = field(default_factory=bytearray)
    ids: list = field(default_factory=list)

    @classmethod
    def of(cls, size, needs):
        chance, made = Random(SEED), cls(needs)
        weights = list(accumulate(1 / (n + 1) ** STEEPNESS for n in range(len(needs))))
        by_rank = range(len(needs))
        for _ in range(size):
            in_a_city = chance.random() < IN_CITIES
            [point] = city_points(1, chance) if in_a_city else country_points(1, chance)
            made.latitude.append(point[0])
            made.longitude.append(point[1])
            first, second = two_of(by_rank, weights, chance)
            made.first.append(first)
            made.second.append(second)
        # Sorted, so that a database fills its own index of them from one end, and quickly.
        made.ids = sorted(chance.getrandbits(128) for _ in range(size))
        return made

    def __len__(self):
        return len(self.ids)

    def uuid(self, n):
        return UUID(int=self.ids[n])

    def needs_of(self, n):
        return self.needs[self.first[n]], self.needs[self.second[n]]

    def that_meet(self, need):
        """The numbers of all places that meet this need."""
        rank = self.needs.index(need)
        both = enumerate(zip(self.first, self.second, strict=True))
        return [n for n, ranks in both if rank in ranks]

    def three_needs(self):
        """{"common": need, "middling": need, "rare": need}."""
        places = {"common": 0, "middling": len(self.needs) // 5, "rare": len(self.needs) - 1}
        return {name: self.needs[rank] for name, rank in places.items()}


def two_of(ranks, weights, chance):
    """Two different ranks, the commoner ones likelier."""
    while True:
        first, second = chance.choices(ranks, cum_weights=weights, k=2)
        if first != second:
            return first, second
