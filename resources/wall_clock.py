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
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State

LONGEST_TEXT = 2000  # characters; real ones stay under 200
HORIZON = timedelta(days=366)  # an opening further off than this helps nobody
DAY, MIDNIGHT, NOON = timedelta(days=1), time(0), time(12)

# The parser guesses these: sun times without a place are 7 to 7, school holidays are never,
# "10:00+" is open until midnight. A guess is not an opening.
GUESSED = re.compile(r"sunrise|sunset|dawn|dusk|\bSH\b|\d\s*\+", re.IGNORECASE)
COMMENT = re.compile(r'"[^"]*"')
SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)")


@dataclass(frozen=True)
class Hours:
    """A text that was read; only read() makes one."""

    parsed: OpeningHours
    spills_until: timedelta  # how long after midnight an evening's row may go on; else 0
    names_holidays: bool


@lru_cache(maxsize=4096)
def read(text: str | None) -> Hours | None:
    """The hours a text says; None when it is blank, broken, huge, or more than we can vouch for."""
    text = (text or "").strip()
    if not text or len(text) > LONGEST_TEXT:
        return None
    bare = COMMENT.sub("", text)
    if GUESSED.search(bare):
        return None
    try:
        parsed = OpeningHours(text, country="US", max_interval_days=HORIZON.days)
    except (ParserError, ValueError):
        return None
    return Hours(parsed, _spills_until(bare), "PH" in bare.upper())


def _spills_until(bare):
    """The latest time an overnight row reaches, when a later rule may close the evening before.

    "Mo-Su 22:00-02:00; Th off": the parser (2.1) still opens on Friday from midnight to 2, though
    nobody came on Thursday evening.
    """
    if ";" not in bare:
        return timedelta(0)
    ends = [timedelta(0)]
    for numbers in SPAN.findall(bare):
        from_hour, from_minute, to_hour, to_minute = map(int, numbers)
        opens = timedelta(hours=from_hour, minutes=from_minute)
        closes = timedelta(hours=to_hour, minutes=to_minute)
        if closes > DAY:
            ends.append(closes - DAY)
        elif closes <= opens:
            ends.append(closes)
    return max(ends)


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
    if hours.spills_until:
        _, _, kind, comment = next(runs_between(hours, wall, wall + DAY))
        return kind, comment
    state, comment = hours.parsed.state(wall)
    return _kind(state, comment), comment


def runs_between(hours, start, end) -> Iterator[tuple[datetime, datetime, str, str]]:
    """(begins, ends, kind, comment) over [start, end), wall clock, clipped to it."""
    look_from = datetime.combine(start.date() - DAY, NOON) if hours.spills_until else start
    was_open = False
    for begins, ends, state, comment in hours.parsed.intervals(look_from, end):
        kind = _kind(state, comment)
        if kind != "closed" and not was_open and begins.time() == MIDNIGHT:
            spilled = ends - begins <= hours.spills_until
            kind = "closed" if spilled else kind
        was_open = kind != "closed"
        if ends > start:
            yield max(begins, start), ends, kind, comment


def wall_change(hours, wall, kind):
    """The next wall-clock moment with another kind, or None within the horizon."""
    if hours.spills_until:
        runs = runs_between(hours, wall, wall + HORIZON)
        return next((begins for begins, _, other, _ in runs if other != kind), None)
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
        after = min(_later(before, DAY), end, key=lambda moment: moment.astimezone(UTC))
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
