"""One search, answered: the places that meet these needs near this area, as told to one reader.

Lives here: the order and the honesty of the answer. Not here: what was typed (views.find),
distances (nearby), what a card holds (cards).
"""

from dataclasses import dataclass, field

from . import cards, filters, nearby
from .models import PlaceCard, Schedule

AT_A_TIME = 20
LAST_PAGE = 10
# Past this, "near" would be a lie: the page says how far the nearest is, and shows the help lines.
NEAR_MILES = 50
NEAR_KM = NEAR_MILES / nearby.MILES_A_KM
# Hours are asked of no more than this many places: beyond, nobody walks there before it closes.
HOURS_ASKED_OF = 300
OF_EACH_NEED = 5


@dataclass(frozen=True)
class Search:
    """What is asked: an area, needs (none: anything), filters by name, and which page of it."""

    area: object
    needs: tuple = ()
    only: tuple = ()
    maybe: bool = False
    page: int = 1

    @property
    def open_now(self):
        return "open_now" in self.only


@dataclass
class Found:
    """`places` are matches. `perhaps` may match: shown apart, and only when nothing is a match."""

    places: list = field(default_factory=list)
    perhaps: list = field(default_factory=list)
    more: bool = False
    first: int = 1

    @property
    def far_off(self):
        return bool(self.places) and self.places[0]["miles"] > NEAR_MILES


def find(search, now):
    """Search -> Found, at a moment (aware datetime). A handful of queries, whatever the size."""
    first = (search.page - 1) * AT_A_TIME
    matches = matching(search, now, count=first + AT_A_TIME + 1)
    shown = matches[first : first + AT_A_TIME]
    more = len(matches) > first + AT_A_TIME and search.page < LAST_PAGE
    found = Found(places=shown, more=more, first=first + 1)
    if len(search.needs) > 1 and not more:
        found.places += of_each_need(search, now, besides={place["id"] for place in matches})
    if search.only and not search.maybe and not matches:
        unsure = Search(search.area, search.needs, search.only, maybe=True)
        found.perhaps = matching(unsure, now, count=AT_A_TIME)
    return found


def matching(search, now, count):
    """The nearest places that meet every need and filter, as cards."""
    rows = nearby.meeting(
        search.needs[0] if search.needs else None, also=search.needs[1:], among=among(search)
    )
    farthest = NEAR_KM if search.only or len(search.needs) > 1 else None
    if not search.open_now:
        return told(nearest(rows, search, count, farthest), search, now)
    if not search.maybe:
        listed_hours = Schedule.objects.exclude(opening_hours="")
        rows = rows.filter(place__in=listed_hours.values("service_at_location"))
    asked = told(nearest(rows, search, HOURS_ASKED_OF, farthest), search, now)
    is_match = may_be_open if search.maybe else is_open
    return [place for place in asked if is_match(place)][:count]


def among(search):
    names = [name for name in search.only if name in filters.BY_NAME]
    return filters.services(names, search.maybe) if names else None


def nearest(rows, search, count, farthest):
    area = search.area
    return nearby.nearest(rows, area.latitude, area.longitude, count=count, at_most_km=farthest)


def is_open(place):
    return place["open"]


def may_be_open(place):
    """Open, or not known to be closed: unknown hours, and hours too old to vouch for."""
    return place["open"] or place["state"].kind != "closed"


def of_each_need(search, now, besides):
    """For each need by itself, the nearest few places not shown yet, each under its need."""
    found = []
    for need in search.needs:
        alone = Search(search.area, (need,), search.only, search.maybe)
        some = matching(alone, now, count=OF_EACH_NEED + len(besides))
        some = [place for place in some if place["id"] not in besides][:OF_EACH_NEED]
        besides |= {place["id"] for place in some}
        if some:
            some[0]["heading"] = need
        found += told_again(some, search.needs)
    return found


def told_again(places, needs):
    """The same cards, saying which of all the needs each one meets."""
    for place in places:
        place |= cards.met(place["needs"], needs)
    return places


def told(near, search, now):
    """[Near] -> cards in the same order. A place whose card is gone meanwhile is left out."""
    facts = dict(
        PlaceCard.objects.filter(pk__in=[one.place_id for one in near]).values_list("pk", "facts")
    )
    return [
        cards.told(
            facts[one.place_id], place_id=one.place_id, miles=one.miles, needs=search.needs, now=now
        )
        for one in near
        if one.place_id in facts
    ]
