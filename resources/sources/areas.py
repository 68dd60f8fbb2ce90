"""From GeoNames' and the Census's rows to the gazetteer's areas: which point, which name, once.

Lives here: joining ZIPs, cities, counties and states, and choosing between two answers.
Not here: reading the raw files (geonames.py), the files kept in the repo (gazetteer_file.py).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from math import cos, hypot, radians
from statistics import median

from resources.folding import fold
from resources.gazetteer_file import AreaRow
from resources.place_words import STATES, place_key
from resources.sources.geonames import CityRow, Point, PostalRow

SAME_TOWN_KM = 25  # a village and the town around it are one place to whoever types the name
WRONG_POINT_KM = 30  # one ZIP in 150: one of the two sources is mistaken
VAST_ZIP_KM = 150  # from a village of Alaska to the middle of its ZIP's land, at most
KM_PER_DEGREE = 111.2

RENAMED = {("New York City", "NY"): "New York"}
# Rota has no town in the city files: Guam would be the nearest. Tinian is known by its island.
ISLAND_ZIPS = {"96951": ("Rota", "MP"), "96952": ("Tinian", "MP")}
# GeoNames follows the Census in giving Connecticut nine planning regions since 2022. People still
# say the eight old counties: each stands at its old seat.
OLD_CONNECTICUT = {
    "Fairfield County": "Bridgeport",
    "Hartford County": "Hartford",
    "Litchfield County": "Torrington",
    "Middlesex County": "Middletown",
    "New Haven County": "New Haven",
    "New London County": "Norwich",
    "Tolland County": "Rockville",
    "Windham County": "Willimantic",
}


class Build:
    """One making of the gazetteer. `zone` gives a point's IANA time zone."""

    def __init__(
        self,
        *,
        postal: dict[str, PostalRow],
        zcta: dict[str, Point],
        cities: list[CityRow],
        counties: dict[tuple[str, str], str],
        zone: Callable[[Point], str],
    ):
        self.zcta, self.counties, self.zone = zcta, counties, zone
        self.cities = [
            CityRow(
                RENAMED.get((c.name, c.state), c.name), c.state, c.county, c.point, c.population
            )
            for c in cities
        ]
        self.by_name = defaultdict(list)
        for city in sorted(self.cities, key=lambda c: -c.population):
            known = self.by_name[_squeezed(city.name, city.state)]
            if all(km(city.point, other.point) > SAME_TOWN_KM for other in known):
                known.append(city)
        self.at = Counter(post.point for post in postal.values())
        self.postal = {zip_code: self.settled(post) for zip_code, post in postal.items()}
        self.in_county = defaultdict(list)
        for city in self.cities:
            self.in_county[city.state, city.county].append(city)

    def row(self, slug: str, name: str, state: str, point: Point, also="", population=0) -> AreaRow:
        lat, lon = round(point[0], 4), round(point[1], 4)
        return AreaRow(slug, name, state, also, lat, lon, self.zone((lat, lon)), population)

    def zips(self) -> list[AreaRow]:
        rows = []
        for zip_code in sorted(self.postal.keys() | self.zcta.keys()):
            post = self.postal.get(zip_code)
            if post:
                known = self.by_name.get(_squeezed(post.place, post.state))
                place = known[0].name if known else post.place
                rows.append(self.row(zip_code, zip_code, post.state, post.point, place))
            else:
                place, state = ISLAND_ZIPS.get(zip_code) or self.island_town(self.zcta[zip_code])
                rows.append(self.row(zip_code, zip_code, state, self.zcta[zip_code], place))
        return rows

    def island_town(self, point: Point) -> tuple[str, str]:
        """(place, state) for a ZIP that only the Census has: one of the territories'.

        In Puerto Rico the nearest town's municipio, which is how mail is addressed; on the other
        islands the biggest town close by.
        """
        town = min(self.cities, key=lambda city: km(city.point, point))
        if town.state == "PR":
            return self.counties["PR", town.county].removesuffix(" Municipio"), "PR"
        close = [c for c in self.cities if c.state == town.state and km(c.point, point) < 8]
        return max([town, *close], key=lambda city: city.population).name, town.state

    def settled(self, post: PostalRow) -> PostalRow:
        """The ZIP with the better of GeoNames' and the Census's points.

        GeoNames', which marks where people live: 1.9 km from a real clinic in the median against
        2.7, over 13,852 treatment centres. Where the two are far apart one is a mistake: then the
        one nearer to the town of that name, else GeoNames' if it is no estimate, or one that
        stands in its village.
        """
        other = self.zcta.get(post.zip)
        if not other or km(post.point, other) < WRONG_POINT_KM:
            return post
        towns = self.by_name.get(_squeezed(post.place, post.state), [])
        if towns:
            apart = {
                point: min(km(town.point, point) for town in towns) for point in (post.point, other)
            }
            nearer = min(apart, key=apart.get)
            if apart[nearer] < WRONG_POINT_KM:
                return replace(post, point=nearer)
        kept = post.exact or self.stands_in_its_village(post, other)
        return post if kept else replace(post, point=other)

    def stands_in_its_village(self, post: PostalRow, land: Point) -> bool:
        """An estimate of Alaska's, where a ZIP is as large as a state and its people live at one
        end of it: the Census's middle of the land is 30 to 120 km from the last house.

        Not when several ZIPs share the estimate, nor farther away: that is a borough's middle.
        """
        alone = self.at[post.point] == 1
        return post.state == "AK" and alone and km(post.point, land) < VAST_ZIP_KM

    def city_rows(self) -> list[AreaRow]:
        posts = defaultdict(list)
        for post in self.postal.values():
            posts[_squeezed(post.place, post.state)].append(post)
        places = {name: list(known) for name, known in self.by_name.items()}
        for name, rows in posts.items():
            town = _post_town([row for row in rows if row.exact] or rows)
            known = places.setdefault(name, [])
            if all(km(town.point, city.point) > WRONG_POINT_KM for city in known):
                known.append(town)
        for state, county in self.counties:  # so that "Ponce PR" never fails for a spelling
            if state == "PR":
                self._add_municipio(places, county)
        return [row for known in places.values() for row in self._numbered(known)]

    def _add_municipio(self, places: dict, county: str) -> None:
        name = self.counties["PR", county].removesuffix(" Municipio")
        towns = self.in_county["PR", county]
        if towns and not places.get(_squeezed(name, "PR")):
            biggest = max(towns, key=lambda town: town.population)
            places[_squeezed(name, "PR")] = [CityRow(name, "PR", county, biggest.point, 0)]

    def _numbered(self, known: list[CityRow]) -> Iterable[AreaRow]:
        """The biggest keeps the plain slug; another of the same name carries its county."""
        used = set()
        for city in known:
            county = self.counties.get((city.state, city.county), "")
            slug = slug_of(city.name, city.state)
            if used:
                slug = f"{slug_of(city.name)}--{slug_of(county, city.state)}"
            if slug not in used:
                used.add(slug)
                yield self.row(slug, city.name, city.state, city.point, county, city.population)

    def county_rows(self, taken: set[str]) -> list[AreaRow]:
        """Every county with a point. One that is also a city (Carson City) stays the city."""
        posts = defaultdict(list)
        for post in self.postal.values():
            posts[post.state, post.county].append(post.point)
        rows = []
        for (state, code), full_name in self.counties.items():
            name, cities = _plain_county(full_name), self.in_county[state, code]
            slug = slug_of(name, state)
            point = peopled_middle(cities) or (posts[state, code] and middle(posts[state, code]))
            if point and slug not in taken:
                rows.append(self.row(slug, name, state, point, "", _people(cities)))
        for name, seat in OLD_CONNECTICUT.items():
            city = self.by_name[_squeezed(seat, "CT")][0]
            rows.append(self.row(slug_of(name, "CT"), name, "CT", city.point, "", city.population))
        return rows

    def state_rows(self) -> list[AreaRow]:
        """Each state at the middle of its people, not of its land."""
        rows = []
        for state, name in STATES.items():
            cities = [city for city in self.cities if city.state == state]
            point = peopled_middle(cities)
            rows.append(self.row(state.lower(), name, state, point, "", _people(cities)))
        return rows

    def all_rows(self) -> dict[str, list[AreaRow]]:
        """Kind -> rows, sorted by slug."""
        cities = self.city_rows()
        kinds = {"zip": self.zips(), "city": cities, "state": self.state_rows()}
        kinds["county"] = self.county_rows({row.slug for row in cities})
        return {kind: sorted(rows, key=lambda row: row.slug) for kind, rows in kinds.items()}


def km(a: Point, b: Point) -> float:
    """Flat kilometres: right to a few per cent over the 100 km that decisions here turn on."""
    north, east = _steps(a, b)
    return KM_PER_DEGREE * hypot(north, east * cos(radians(a[0])))


def middle(points: list[Point]) -> Point:
    return median(lat for lat, _ in points), median(lon for _, lon in points)


def peopled_middle(cities: list[CityRow]) -> Point | None:
    """The town nearest to where these cities' people are on average; None without any city.

    A town, because an average of islands lies in the sea and one of New York in New Jersey.
    """
    counted = [city for city in cities if city.county and city.population] or cities
    if not counted:
        return None
    first = counted[0].point  # counted from here, so that the date line does no harm
    people = sum(max(city.population, 1) for city in counted)
    north, east = (
        sum(
            step[axis] * max(city.population, 1)
            for city, step in ((city, _steps(first, city.point)) for city in counted)
        )
        / people
        for axis in (0, 1)
    )
    average = first[0] + north, first[1] + east
    return min((city.point for city in counted), key=lambda point: km(average, point))


def _steps(start: Point, end: Point) -> Point:
    """Degrees north and degrees east, the short way round."""
    return end[0] - start[0], (end[1] - start[1] + 180) % 360 - 180


def slug_of(name: str, state: str = "") -> str:
    return fold(f"{name} {state}").replace(" ", "-")


def _people(cities: list[CityRow]) -> int:
    return sum(city.population for city in cities)


def _squeezed(name: str, state: str) -> tuple[str, str]:
    """One name for "La Cygne" and "Lacygne", "O'Fallon" and "O Fallon"."""
    return place_key(name).replace(" ", ""), state


def _post_town(rows: list[PostalRow]) -> CityRow:
    county = Counter(row.county for row in rows).most_common(1)[0][0]
    first = min(rows, key=lambda row: row.zip)
    return CityRow(first.place, first.state, county, middle([row.point for row in rows]), 0)


def _plain_county(name: str) -> str:
    """ "City and County of San Francisco" -> "San Francisco County"."""
    for start, ending in (("City and County of ", "County"), ("City and Borough of ", "Borough")):
        if name.startswith(start):
            return f"{name.removeprefix(start)} {ending}"
    return name
