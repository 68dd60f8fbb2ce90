"""One row of opening hours as a person types it, or a sentence saying what to write: pure.

Only single rows live here; whether several make sense together is resources.day_rows'.
"""

import re

from django.utils.translation import gettext

from .day_row import HoursRefused, Row, refuse_nonsense

TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|a|p)?", re.ASCII)


def read_time(typed: str) -> str:
    """ "9", "9am", "9:30 am", "21:00", "noon" -> "HH:MM"; raises HoursRefused.

    A bare hour is taken only where it can hardly be misread, 7 to 11 in the morning or after 12:
    "1 to 5" means an afternoon to the person who typed it and a night to a computer.
    """
    words = " ".join(typed.lower().split())
    if words in ("noon", "midday", "midnight"):
        return "00:00" if words == "midnight" else "12:00"
    found = TYPED.fullmatch(words)
    if not found:
        raise HoursRefused(gettext("“%s” is not a time. Write it like 9:30 am.") % typed[:40])
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    top = 12 if half else 24
    if hour > top or minute > 59 or (half and hour == 0) or (hour == 24 and minute):
        raise HoursRefused(gettext("There is no time “%s”. Write it like 9:30 am.") % typed[:40])
    two_digits = found[2] and (len(found[1]) == 2 or hour == 0)  # "09:30", "12:00": a 24-hour clock
    if not half and not two_digits and (hour < 7 or hour == 12):
        raise HoursRefused(gettext("Is “%s” am or pm? Write it like 5 pm.") % typed[:40])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}"


def row_from_typed(days, opens: str, closes: str, past_midnight: bool, **some_weeks) -> Row | None:
    """What one row of the form holds, checked by itself; None when it is empty.

    `some_weeks`: weeks, since and season of Row, read already.
    """
    opens, closes = opens.strip(), closes.strip()
    if not (days or opens or closes or past_midnight or some_weeks):
        return None
    if not days:
        raise HoursRefused(gettext("Tick at least one day for these times."))
    if not opens or not closes:
        raise HoursRefused(gettext("Write both times: when it opens and when it closes."))
    times = read_time(opens), read_time(closes)
    row = Row(frozenset(days), *times, past_midnight, **some_weeks)
    refuse_nonsense(row)
    return row
