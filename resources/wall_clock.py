"""What an `opening_hours` text says on a place's own wall clock, and when that changes: pure.

Reads OpenStreetMap `opening_hours` text. The words readers see are resources.hours'; how staff
write the text is resources.day_rows'.

The parser is asked on the wall clock, without a zone, and the two nights when clocks jump are
worked out here: asked with a zone, it kept a place open for an hour too long in autumn.
Whatever cannot be read for sure is "unknown", and unknown is never open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from heapq import merge
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State

from .holidays import HOLIDAY, written_out

LONGEST_TEXT = 2000  # characters; real ones stay under 200
HORIZON = timedelta(days=366)  # an opening further off than this helps nobody
WEEK = timedelta(days=7)  # no zone jumps there and back within one
DAY, MIDNIGHT, NOON = timedelta(days=1), time(0), time(12)

# The parser guesses these: sun times without a place are 7 to 7, school holidays are never,
# "10:00+" is open until midnight. A guess is not an opening.
GUESSED = re.compile(r"sunrise|sunset|dawn|dusk|\bSH\b|\d\s*\+", re.IGNORECASE)
COMMENT = re.compile(r'"[^"]*"')
# "," adds a rule after a time or a comment; elsewhere it stands between days.
BETWEEN_RULES = re.compile(r'\s*(;|(?:(?<=:\d\d)|(?<="))\s*,(?=\s*(?:[A-Z]|\d{4} )))\s*')
SAID_OF_DAYS = re.compile(r'\b(off|closed|open|unknown)\b.*|".*')
SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)")


@dataclass(frozen=True)
class Hours:
    """A text that was read; only read() makes one."""

    parsed: OpeningHours
    evenings: OpeningHours | None  # the same cut off at midnight; None when nothing goes past it
    nights: OpeningHours | None  # what is past midnight, as if it were early that same day
    cuts: OpeningHours | None  # open all day on days that may end the evening before them
    names_holidays: bool


@lru_cache(maxsize=4096)
def read(text: str | None) -> Hours | None:
    """The hours a text says; None when it is blank, broken, huge, or more than we can vouch for."""
    text = (text or "").strip()
    if not text or len(text) > LONGEST_TEXT:
        return None
    text = written_out(text)
    bare = COMMENT.sub("", text)
    if GUESSED.search(bare):
        return None
    names_holidays = f'"{HOLIDAY}"' in text or "PH" in bare.upper()
    try:
        return Hours(_parsed(text), *_by_midnight(text, bare), names_holidays)
    except (ParserError, ValueError):
        return None


def _parsed(text):
    return OpeningHours(text, country="US", max_interval_days=HORIZON.days)


def _by_midnight(text, bare):
    """(evenings, nights, cuts) of a text in which one rule may end another's night, else Nones.

    "Mo-Su 22:00-02:00; Th off": the parser (2.1) still opens on Friday from midnight to 2, though
    nobody came on Thursday evening; and after a date with an evening of its own it sometimes
    shuts at midnight. So it is asked of the two halves of a night apart.
    """
    if ";" not in bare or not any(_late(found) for found in SPAN.finditer(bare)):
        return None, None, None
    evenings = SPAN.sub(lambda found: f"{_opens(found)}-24:00" if _late(found) else found[0], text)
    rules = list(_rules(text))
    nights = "".join(_night_rule(*parts) for parts in rules)
    days = [_days_of(rule) for separator, rule in rules[1:] if separator == ";"]
    cuts = "".join(f"; {some} 00:00-24:00" for some in days)
    return _parsed(evenings), _parsed(f"off{nights}"), _parsed(f"off{cuts}")


def _rules(text):
    """[(separator, rule), ...] of a text, the first with ";"."""
    parts = [";", *BETWEEN_RULES.split(text)]
    return zip(parts[::2], parts[1::2], strict=True)


def _night_rule(separator, rule):
    spans = list(SPAN.finditer(rule))
    nights = [f"00:00-{_closes(found)}" for found in spans if _late(found)]
    if nights:
        start, end = spans[0].start(), spans[-1].end()
        return f"{separator} {rule[:start]}{','.join(nights)}{rule[end:]}"
    if separator == ",":
        return ""  # adds nothing past midnight, and takes nothing away
    return f"; {_days_of(rule)} off"


def _days_of(rule):
    span = SPAN.search(rule)
    return (rule[: span.start()] if span else SAID_OF_DAYS.sub("", rule)).strip()


def _late(found):
    from_hour, from_minute, to_hour, to_minute = map(int, found.groups())
    return to_hour * 60 + to_minute > 24 * 60 or (
        0 < to_hour * 60 + to_minute <= from_hour * 60 + from_minute
    )


def _opens(found):
    return f"{found[1]}:{found[2]}"


def _closes(found):
    return f"{int(found[3]) % 24:02}:{found[4]}"


def find_zone(name: str | None) -> ZoneInfo | None:
    """The zone of an IANA name; None for any other text."""
    try:
        return ZoneInfo(name)
    except (LookupError, OSError, TypeError, ValueError):
        return None


def wall_moment(now: datetime, zone: str | None) -> datetime | None:
    """`now` (aware, else ValueError) as the place's clock shows it; None in a zone unknown."""
    if now.utcoffset() is None:
        raise ValueError("now must be aware: a clock without a zone is no clock")
    place = find_zone(zone)
    # At the ends of the calendar there is no room to look a year ahead.
    if place is None or not 1900 <= now.year < 9000:
        return None
    return now.astimezone(place)


def wall_of(moment):
    return moment.replace(tzinfo=None)


# --- On the place's wall clock ------------------------------------------------------------------


def _kind(state, comment):
    """An opening with a comment ("by appointment", "if Joe is there") has a condition: unknown."""
    if state == State.OPEN:
        return "unknown" if comment else "open"
    return "unknown" if state == State.UNKNOWN else "closed"


def kind_at(hours: Hours, wall: datetime) -> tuple[str, str]:
    """("open", "closed" or "unknown"; the text's comment) at a wall-clock moment."""
    state, comment = hours.parsed.state(wall)
    if hours.evenings is None:
        return _kind(state, comment), comment
    evening, said = hours.evenings.state(wall)
    came, of_the_night = hours.nights.state(wall - DAY)
    if evening != State.CLOSED or came == State.CLOSED:
        return _kind(evening, said), said
    # Gone on since the evening before, unless this day is one that ends it.
    if state == State.CLOSED and hours.cuts.is_open(wall):
        return "closed", comment
    return _kind(came, of_the_night), of_the_night


def runs_between(hours, start, end) -> Iterator[tuple[datetime, datetime, str, str]]:
    """(begins, ends, kind, comment) over [start, end), wall clock, clipped to it."""
    if hours.evenings is None:
        for begins, ends, state, comment in hours.parsed.intervals(start, end):
            yield begins, ends, _kind(state, comment), comment
        return
    begins, (kind, comment) = start, kind_at(hours, start)
    for edge in _edges(hours, start, end):
        told = kind_at(hours, edge)
        if told != (kind, comment):
            yield begins, edge, kind, comment
            begins, (kind, comment) = edge, told
    yield begins, end, kind, comment


def _edges(hours, start, end):
    """The moments between at which any of the readings changes, in order, lazily."""
    changes = merge(
        (begins for begins, *_ in hours.parsed.intervals(start, end)),
        (begins for begins, *_ in hours.evenings.intervals(start, end)),
        (begins for begins, *_ in hours.cuts.intervals(start, end)),
        (begins + DAY for begins, *_ in hours.nights.intervals(start - DAY, end - DAY)),
    )
    return (edge for edge in changes if start < edge < end)


def wall_change(hours, wall, kind):
    """The next wall-clock moment with another kind, or None within the horizon."""
    if hours.evenings is not None:
        edges = _edges(hours, wall, wall + HORIZON)
        return next((edge for edge in edges if kind_at(hours, edge)[0] != kind), None)
    change = hours.parsed.next_change(wall)
    while change is not None and change - wall < HORIZON:
        if kind_at(hours, change)[0] != kind:
            return change
        change = hours.parsed.next_change(change)
    return None


# --- From the wall clock to real moments --------------------------------------------------------


def next_change(hours: Hours, here: datetime, kind: str) -> datetime | None:
    """The first real moment after `here` with another kind, across clock changes; or None."""
    moment = here
    while elapsed(here, moment) < HORIZON:
        change = wall_change(hours, wall_of(moment), kind)
        if change is None:
            return None
        at = _later(moment, change - wall_of(moment))
        jump = _clock_jump(moment, at)
        if jump is None:
            return at
        if kind_at(hours, wall_of(jump))[0] != kind:
            return jump
        moment = jump
    return None


def _clock_jump(start, end):
    """The first moment in (start, end] at which the zone's offset from UTC changes, or None."""
    if end.utcoffset() == start.utcoffset() and end - start < DAY:
        return None  # no zone jumps there and back within a day: the common case, cheaply
    before = start
    while elapsed(before, end) > timedelta(0):
        after = min(_later(before, WEEK), end, key=lambda moment: moment.astimezone(UTC))
        if after.utcoffset() == start.utcoffset():
            before = after
            continue
        while elapsed(before, after) > timedelta(seconds=1):
            middle = _later(before, elapsed(before, after) / 2)
            if middle.utcoffset() == start.utcoffset():
                before = middle
            else:
                after = middle
        return after.replace(second=0, microsecond=0)
    return None


def _later(moment, by):
    # Python adds on the wall clock within one zone; waiting happens in real time.
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)


def elapsed(since, until):
    return until.astimezone(UTC) - since.astimezone(UTC)
