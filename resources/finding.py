"""One search, answered: the places that meet these needs near this area, as told to one reader.

Lives here: the order and the honesty of the answer. Not here: what was typed (views.find),
distances (nearby), what a card holds (cards).
"""

from dataclasses import dataclass, field, replace

from . import filters, nearby
from .models import Schedule
from .open_at import OpenAt
from .telling import COLUMNS, kind_then, told

AT_A_TIME = 20
LAST_PAGE = 10
# Past this, "near" would be a lie: the page says how far the nearest is, and shows the help lines.
NEAR_MILES = 50
NEAR_KM = NEAR_MILES / nearby.MILES_A_KM
# Hours are asked of no more than this many places: beyond, nobody walks there before it closes.
HOURS_ASKED_OF = 300
OF_EACH_NEED = 5
# Past NEAR_MILES a few are enough to say where the nearest is.
FAR_OFF = 5


@dataclass(frozen=True)
class Search:
    """What is asked: an area, needs (none: anything), filters by name, and which page of it."""

    area: object
    needs: tuple = ()
    only: tuple = ()
    maybe: bool = False
    page: int = 1
    ask_at: str = ""  # a need whose places often have what nobody is known to have
    open_at: OpenAt | None = None  # with "open_at" in `only`

    @property
    def open_now(self):
        return "open_now" in self.only

    @property
    def asks_hours(self):
        return self.open_now or self.open_at is not None


@dataclass
class Found:
    """`places` are matches. `perhaps` may match: shown apart, and only when nothing is a match."""

    places: list = field(default_factory=list)
    perhaps: list = field(default_factory=list)
    more: bool = False
    first: int = 1
    sank: bool = False  # some stand below ones that are farther, being checked long ago
    unmet: list = field(default_factory=list)  # of several needs, those that no place has

    @property
    def html(self):
        return "".join([place.html for place in self.places])

    @property
    def perhaps_html(self):
        return "".join([place.html for place in self.perhaps])

    @property
    def far_off(self):
        return bool(self.places) and self.places[0].miles > NEAR_MILES


def find(search, now):
    """Search -> Found, at a moment (aware datetime). A handful of queries, whatever the size."""
    first = (search.page - 1) * AT_A_TIME
    matches = matching(search, now, count=first + AT_A_TIME + 1)
    by_distance = matches[first : first + AT_A_TIME]
    shown = stale_last(by_distance)
    more = len(matches) > first + AT_A_TIME and search.page < LAST_PAGE
    found = Found(shown, more=more, first=first + 1, sank=shown != by_distance)
    if len(search.needs) > 1 and not more:
        besides = {place.place_id for place in matches}
        for need in search.needs:
            places = of_this_need(need, search, now, besides)
            if not places and not matches:
                found.unmet.append(need)
            found.places += places
    if search.only and not search.maybe and not matches:
        unsure = replace(search, maybe=True)
        found.perhaps = matching(unsure, now, AT_A_TIME)
        found.perhaps = found.perhaps or matching(unsure, now, FAR_OFF, anywhere=True)
        found.perhaps = stale_last(found.perhaps)
    elif search.ask_at and not found.places:
        unsure = replace(search, needs=(search.ask_at,))
        found.perhaps = stale_last(matching(unsure, now, AT_A_TIME))
    if found.far_off:
        found.places, found.more = found.places[:FAR_OFF], False
    return found


def stale_last(places):
    """Places of one page, nearest first -> the same, those checked long ago below fresher ones.

    Within a page, and within what is near, alone. So page 1 is the nearest places whatever their
    age, nobody is lost or told twice between pages, and a place one mile off that may have closed
    still comes before one that is hours away. Past NEAR_MILES only distance counts.
    """
    return sorted(
        places, key=lambda one: (one.miles > NEAR_MILES, one.sinks and one.miles <= NEAR_MILES)
    )


def matching(search, now, count, *, anywhere=False, marked=None):
    """The nearest places that meet every need and filter, told to this reader.

    `marked`: the needs a card marks as met, when they are not just the search's own.
    """
    marked = marked or search.needs
    if not search.asks_hours:
        return told(nearest(search, count, anywhere, now), marked, now)
    near = nearest(search, HOURS_ASKED_OF, anywhere, now)
    wanted = {"open", "unknown"} if search.maybe else {"open"}
    if search.open_at:
        near = [row for row in near if kind_then(row, search.open_at, now) in wanted]
    if not search.open_now:
        return told(near[:count], marked, now)
    return [place for place in told(near, marked, now) if place.kind in wanted][:count]


def nearest(search, count, anywhere, now):
    area = search.area
    near_only = not anywhere and (bool(search.only) or len(search.needs) > 1)
    return nearby.nearest(
        search.needs,
        area.latitude,
        area.longitude,
        count=count,
        cards=COLUMNS,
        among=among(search),
        at_most_km=NEAR_KM if near_only else None,
        today=now.date(),
    )


def among(search):
    """The services that a search keeps to, or None when it keeps to none in particular."""
    if not search.only:
        return None
    services = filters.services(search.only, search.maybe)
    if search.asks_hours and not search.maybe:
        listed_hours = Schedule.objects.exclude(opening_hours="")
        services = services.filter(places__in=listed_hours.values("service_at_location"))
    return services.values("pk")


def of_this_need(need, search, now, besides):
    """The nearest few places for one need alone, not shown yet, the first under its need."""
    alone = replace(search, needs=(need,), page=1)
    # Each card marks all the needs asked for, not only the one it was found by.
    some = matching(alone, now, OF_EACH_NEED + len(besides), marked=search.needs)
    some = [place for place in some if place.place_id not in besides][:OF_EACH_NEED]
    some = stale_last(some)
    besides |= {place.place_id for place in some}
    if some:
        some[0].heading = need
    return some
