"""Checking where a listing says it is against our own gazetteer, when the files are made.

Three witnesses: the point, the ZIP and the city. Two that agree outvote the third, and what lost
is left out rather than guessed again. The gazetteer's own files are gazetteer_file.py; what a row
says is its source's.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from opening_hours import OpeningHours

from resources.gazetteer_file import AreaRow
from resources.listings_file import Listing
from resources.place_words import place_key

from .cleaning import km_between, street_key
from .directory import LISTED_TWICE, LeftOut, Reading, key_of, to_area

FAR_KM = 50
# A ZIP's middle is within 8 km of its doors in 95 of 100.
ZIP_KM = 8
NO_STREET = "We have no street for it. Call for the place."
ONLY_ABOUT = "The miles are a guess. Go by the address."
Point = tuple[float, float]  # latitude, longitude: WGS 84 degrees


def middle(area: AreaRow) -> Point:
    return area.latitude, area.longitude


class Gazetteer:
    """The middles of ZIPs and cities."""

    def __init__(self, zips: Iterable[AreaRow], cities: Iterable[AreaRow]):
        zips, cities = list(zips), list(cities)
        self.zips = {area.name: area for area in zips}
        self.cities: dict[tuple[str, str], list[AreaRow]] = defaultdict(list)
        for area in cities:
            self.cities[place_key(area.name), area.state].append(area)
        self.by_slug = {area.slug: area for area in (*zips, *cities)}
        points = defaultdict(list)
        for area in self.zips.values():
            points[area.state].append(middle(area))
        self.boxes = {state: tuple(zip(*at, strict=True)) for state, at in points.items()}

    def city(self, name: str, state: str, near: Point | None = None) -> AreaRow | None:
        """The city of that name; of several, the one nearest the point, else the biggest."""
        several = self.cities.get((place_key(name), state), ())
        if near is None:
            return max(several, key=lambda area: area.population, default=None)
        return min(several, key=lambda area: km_between(middle(area), near), default=None)

    def area(self, slug: str) -> AreaRow:
        return self.by_slug[slug]

    def zip_around(self, point: Point) -> AreaRow | None:
        """The ZIP whose middle is nearest, if the point may well be in it."""
        near = min(self.zips.values(), key=lambda area: km_between(middle(area), point))
        return near if km_between(middle(near), point) < ZIP_KM else None

    def in_state(self, point: Point, state: str) -> bool:
        """Roughly: inside the box of the state's ZIPs, half a degree wider."""
        return all(
            min(side) - 0.5 <= at <= max(side) + 0.5
            for at, side in zip(point, self.boxes.get(state, ()), strict=False)
        )


@cache
def _timezone(latitude: float, longitude: float) -> str:
    hours = OpeningHours("Mo-Fr 09:00-17:00", coords=(latitude, longitude))
    return str(hours.next_change().tzinfo)


def timezone_at(point: Point) -> str:
    """IANA zone of a point, to two decimals (about a kilometre)."""
    return _timezone(round(point[0], 2), round(point[1], 2))


def only_about(listing: Listing, around: AreaRow | None) -> Listing:
    """The listing with its address, and an area in place of a point nobody should walk to."""
    if around is None:
        raise LeftOut("its point is doubtful, and its town is not in our gazetteer")
    note = " ".join(filter(None, [listing.note, ONLY_ABOUT]))
    return replace(listing, latitude=None, longitude=None, area=around.slug, note=note)


def around(listing: Listing, gazetteer: Gazetteer) -> AreaRow | None:
    """The area of a point that is a guess, but not far off: its ZIP, else the one it lies in."""
    return (
        gazetteer.zips.get(listing.postal_code)
        or gazetteer.zip_around(listing.point)
        or gazetteer.city(listing.city, listing.state, listing.point)
    )


def settled_area(listing: Listing, gazetteer: Gazetteer) -> Listing:
    city = gazetteer.city(listing.city, listing.state)
    if city is None:
        raise LeftOut("no street to show, and its city is not in our gazetteer")
    return replace(listing, area=city.slug, timezone=city.timezone)


def weighed(listing: Listing, gazetteer: Gazetteer) -> tuple[Listing, str]:
    """(listing, what was mended): the witness that stands alone is not believed."""
    point = listing.point
    postal = gazetteer.zips.get(listing.postal_code)
    city = gazetteer.city(listing.city, listing.state, point)
    if postal and postal.state != listing.state:
        return replace(listing, postal_code=""), "ZIP dropped: of another state"
    from_city = km_between(point, middle(city)) if city else None
    if postal:
        from_zip = km_between(point, middle(postal))
        apart = place_key(postal.also) != place_key(listing.city)
        if from_zip > ZIP_KM and apart and city and from_city < min(from_zip, FAR_KM):
            return replace(listing, postal_code=""), "ZIP dropped: point and city agree without it"
        if from_zip > FAR_KM and (not apart or (city and from_city > FAR_KM)):
            return only_about(listing, postal), "point dropped: over 50 km from its ZIP"
    elif city and from_city > FAR_KM:
        return denied_by_city(listing, gazetteer)
    if not gazetteer.in_state(point, listing.state):
        return only_about(listing, postal or city), "point dropped: not in its state"
    return listing, ""


def denied_by_city(listing: Listing, gazetteer: Gazetteer) -> tuple[Listing, str]:
    """The city is believed; in Puerto Rico the point: a barrio's name stands there for the city,
    and barrios of one name are all over the island."""
    if listing.state == "PR" and (zip_code := gazetteer.zip_around(listing.point)):
        return only_about(
            listing, zip_code
        ), "point made its ZIP: over 50 km from a city's namesake"
    why = "point dropped: over 50 km from its city, and no ZIP to ask"
    return only_about(listing, gazetteer.city(listing.city, listing.state)), why


def settled(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """Every listing with a time zone and a checked point, or else the area it is in."""
    result = Reading(counts=reading.counts)
    shared = shared_points(list(reading.listings.values()))
    for listing in reading.listings.values():
        if listing.visibility == "exact" and not listing.address_1:
            listing = to_area(listing, NO_STREET)
            result.counts["kept to its city: no street"] += 1
        try:
            listing = _settled_one(listing, gazetteer, shared, result.counts)
        except LeftOut as why:
            result.counts[f"left out: {why}"] += 1
            continue
        listing = replace(listing, key=key_of(listing))
        if listing.key in result.listings:
            result.counts[LISTED_TWICE] += 1
        result.listings.setdefault(listing.key, listing)
    return result


def _settled_one(listing, gazetteer, shared, counts) -> Listing:
    if listing.visibility == "area":
        return settled_area(listing, gazetteer)
    if listing.point in shared:
        counts["point made an area: shared by places at different addresses"] += 1
        listing = only_about(listing, around(listing, gazetteer))
    else:
        listing, mended = weighed(listing, gazetteer)
        if mended:
            counts[mended] += 1
    if listing.point:
        return replace(listing, timezone=timezone_at(listing.point))
    return replace(listing, timezone=gazetteer.area(listing.area).timezone)


def shared_points(listings: list[Listing]) -> set[Point]:
    """Points given to different streets, or to numbers over 40 apart: a guess at a town's middle.

    Still right in miles, and wrong for anybody who walks there.
    """
    at = defaultdict(set)
    for listing in listings:
        if listing.point and listing.address_1:
            at[listing.point].add(street_key(listing.address_1))
    return {point for point, streets in at.items() if _unrelated(streets)}


def _unrelated(streets: set[str]) -> bool:
    split = [street.split() for street in streets]
    numbers = [int(words[0]) for words in split if words[0].isdecimal()]
    roads = {words[1] for words in split if words[0].isdecimal() and len(words) > 1}
    named = {words[0] for words in split if not words[0].isdecimal()}
    apart = len(numbers) > 1 and max(numbers) - min(numbers) > 40
    return apart or len(roads) > 1 or len(named) > 1
