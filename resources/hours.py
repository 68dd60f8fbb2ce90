"""Is this place open now, when does that change, and what do we say: pure, the clock an argument.

The words live here. What the stored text means on the place's wall clock is resources.wall_clock's;
how staff write it is resources.day_rows'; whether a listing is fresh enough to say "open" at all
is resources.freshness'.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext, ngettext

from .clock_words import date_words, day_name, short_day_name, span_words, time_words
from .closing import NOT_LISTED
from .holidays import HOLIDAY
from .special_days import CLOSED_TODAY
from .wall_clock import (
    DAY,
    HORIZON,
    MIDNIGHT,
    NOON,
    elapsed,
    find_zone,
    kind_at,
    next_change,
    read,
    runs_between,
    wall_moment,
    wall_of,
)


@dataclass(frozen=True)
class OpenState:
    """kind is "open", "closed" or "unknown"; the moments are aware, in the place's zone."""

    kind: str
    words: str
    without_number: str = ""  # what to say instead where nobody can be called; empty: the same
    closes_at: datetime | None = None
    opens_at: datetime | None = None


def open_state(text: str, zone: str, now: datetime) -> OpenState:
    """What to say of a place with these hours, in this IANA zone, at this aware moment."""
    here, hours = wall_moment(now, zone), read(text)
    if here is None or hours is None:
        return OpenState(
            "unknown", gettext("Hours not listed. Call."), gettext("Hours not listed.")
        )
    kind, comment = kind_at(hours, wall_of(here))
    if kind == "unknown":
        return OpenState(kind, *_ask_words(comment))
    changes_at = next_change(hours, here, kind)
    if kind == "open":
        return OpenState(kind, _open_words(here, changes_at), closes_at=changes_at)
    return _closed_state(hours, here, changes_at, _why_closed(comment))


def _closed_state(hours, here, changes_at, why):
    """`why`: what to say first, or "" when it is simply not open."""
    then, comment = kind_at(hours, wall_of(changes_at)) if changes_at else ("closed", "")
    words, nobody = "", ""
    if then == "open":
        words = _today_words(hours, here) or _opens_words(here, changes_at)
    elif comment == NOT_LISTED:
        words, nobody = gettext("Call first."), gettext("Hours not listed.")
    elif why:
        words, nobody = gettext("Call to ask when it opens."), gettext("We don’t know until when.")
    else:
        words = gettext("Closed. Call to ask when it opens.")
        nobody = gettext("Closed. We don’t know when it opens.")
    opens_at = changes_at if then == "open" else None
    said = (f"{why} {some}".strip() if some else "" for some in (words, nobody))
    return OpenState("closed", *said, opens_at=opens_at)


def _why_closed(comment):
    return {
        HOLIDAY: gettext("Closed for the holiday."),
        CLOSED_TODAY: gettext("Closed today."),
    }.get(comment, "")


def holds_until(state: OpenState, zone: str, now: datetime) -> datetime:
    """Until when these words stay true: for whoever says them more than once."""
    here = now.astimezone(find_zone(zone) or UTC)
    midnight = datetime.combine(here.date() + DAY, MIDNIGHT, here.tzinfo)
    if state.kind == "unknown" or (state.kind == "closed" and not state.opens_at):
        return now  # what comes next may be "By appointment", and at any minute
    changes = [midnight, state.opens_at or midnight]
    if state.closes_at:  # "Closes in 60 minutes"; and within 12 hours no day is named
        changes += [state.closes_at - timedelta(minutes=61)]
        changes += [state.closes_at - timedelta(hours=12)]
    ahead = [moment for moment in changes if moment > now]
    last_hour = state.closes_at and state.closes_at - timedelta(minutes=61) <= now
    return now if last_hour else min(ahead)


def is_open(text: str, zone: str, now: datetime) -> bool:
    """True only when we know that it is open. Quicker than open_state: for filtering a list."""
    here, hours = wall_moment(now, zone), read(text)
    return bool(here and hours) and kind_at(hours, wall_of(here))[0] == "open"


def week_words(text: str, zone: str, today: date) -> list[tuple[str, str]]:
    """[("Monday", "10 am to 2 pm"), ...], Monday first, each for that day's next date.

    Real dates from today on, so that a holiday or a second Tuesday shows as it will be.
    Empty when the hours are not listed or cannot be read.
    """
    hours = read(text)
    if hours is None or find_zone(zone) is None or not date.min < today < date.max - HORIZON:
        return []
    dates = (today + timedelta(days=(weekday - today.weekday()) % 7) for weekday in range(7))
    start = datetime.combine(today - DAY, MIDNIGHT)
    runs = [run for run in runs_between(hours, start, start + 10 * DAY) if run[2] != "closed"]
    return [(day_name(on.weekday()), _day_words(hours, runs, on)) for on in dates]


# --- Words --------------------------------------------------------------------------------------


def _ask_words(comment):
    """(with a number to call, without one)"""
    if comment == NOT_LISTED:
        return gettext("Hours not listed. Call."), gettext("Hours not listed.")
    if "appointment" in comment.lower() or "appt" in comment.lower():
        return gettext("By appointment. Call."), gettext("By appointment.")
    return gettext("Call to ask."), gettext("Hours not known.")


def _open_words(here, closes):
    if closes is None:
        return gettext("Open all day and night")
    minutes = int(elapsed(here, closes).total_seconds() // 60)
    if minutes <= 60:
        # Never more time than there is; never "in 0 minutes".
        words = ngettext("Closes in %d minute", "Closes in %d minutes", max(minutes, 1))
        return words % max(minutes, 1)
    last_minute = closes - timedelta(minutes=1)  # midnight belongs to the evening before it
    days = (last_minute.date() - here.date()).days
    if days == 0 or minutes < 12 * 60:
        return gettext("Open until %s") % time_words(closes)
    if days > 6:
        return gettext("Open all day and night")
    day = gettext("tomorrow") if days == 1 else short_day_name(last_minute.weekday())
    if closes.time() == MIDNIGHT:
        return gettext("Open until the end of %s") % day
    return gettext("Open until %s") % f"{day} {time_words(closes)}"


def _today_words(hours, here):
    """ "Open today 10 am to 2 pm and 4 pm to 6 pm", when it opens twice today; else ""."""
    tomorrow = datetime.combine(here.date() + DAY, MIDNIGHT)
    runs = runs_between(hours, wall_of(here), tomorrow + DAY)
    times = [
        span_words(time_words(begins), time_words(ends))
        for begins, ends, kind, _comment in runs
        if kind == "open" and begins < tomorrow
    ]
    return gettext("Open today %s") % gettext(" and ").join(times) if len(times) > 1 else ""


def _opens_words(here, opens):
    days = (opens.date() - here.date()).days
    if days == 0 or (days == 1 and opens.time() == MIDNIGHT):
        return gettext("Opens at %s") % time_words(opens)
    if days == 1:
        day = gettext("tomorrow")
    elif days <= 6:
        day = short_day_name(opens.weekday())
    else:
        # Seven days on has today's name: only a date is clear.
        day = f"{short_day_name(opens.weekday())} {date_words(opens, today=opens)}"
    clock = time_words(opens)
    if opens.time() == MIDNIGHT:  # "Sat midnight" would be two different nights
        clock = gettext("just after midnight")
    return gettext("Opens %s") % f"{day} {clock}"


def _day_words(hours, runs, on):
    starts = datetime.combine(on, MIDNIGHT)
    parts = []
    for begins, ends, kind, comment in runs:
        if ends - begins > DAY:  # several days on end: said day by day
            begins, ends = max(begins, starts), min(ends, starts + DAY)
        if starts <= begins < starts + DAY and begins < ends:
            parts.append(_run_words(begins, ends, kind, comment))
    words = ", ".join(parts) or gettext("Closed")
    if hours.names_holidays and _is_holiday(hours, on):
        words = gettext("%s (public holiday)") % words
    return words


def _run_words(begins, ends, kind, comment):
    condition = ""
    if kind == "unknown":
        appointment = "appointment" in comment.lower() or "appt" in comment.lower()
        condition = gettext("by appointment") if appointment else gettext("call to ask")
    if ends - begins == DAY and begins.time() == MIDNIGHT:
        return (condition or gettext("all day and night")).capitalize()
    closes = time_words(ends)
    if ends.date() > begins.date() and ends.time() != MIDNIGHT:
        closes = gettext("%s next day") % closes
    return f"{span_words(time_words(begins), closes)} {condition}".strip()


def _is_holiday(hours, on):
    return hours.parsed.state(datetime.combine(on, NOON))[1] == HOLIDAY
