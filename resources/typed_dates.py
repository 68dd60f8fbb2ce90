"""Days as people type them in the hours form, or a sentence saying what to write: pure.

Times are resources.typed_times'; what a date may say is resources.special_days'.
"""

import re
from datetime import date

from django.utils.translation import gettext

from .clock_words import MONTHS
from .day_row import HoursRefused, minutes_of
from .special_days import Special
from .typed_times import read_time

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ?(\d{1,2})", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})\.? ?([a-z]{3,9})\.?", re.ASCII)
SLASH = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
NAMES = [month.lower() for month in MONTHS]


def read_day(typed: str) -> date:
    """ "2026-12-24" or "12/24/2026" -> a date; raises HoursRefused."""
    words = typed.strip()
    if found := ISO.fullmatch(words):
        year, month, day = found.groups()
    elif found := US.fullmatch(words):
        month, day, year = found.groups()
    else:
        refusal = gettext("“%s” is not a date. Write it like 12/24/2026.")
        raise HoursRefused(refusal % typed[:40])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        refusal = gettext("There is no day “%s”. Write it like 12/24/2026.")
        raise HoursRefused(refusal % typed[:40]) from None


def read_month_day(typed: str) -> tuple[int, int]:
    """ "Jun 1", "1 June", "6/1" -> (6, 1); raises HoursRefused."""
    words = " ".join(typed.lower().split())
    month = day = ""
    if found := MONTH_FIRST.fullmatch(words):
        month, day = found.groups()
    elif found := DAY_FIRST.fullmatch(words):
        day, month = found.groups()
    elif found := SLASH.fullmatch(words):
        month, day = found.groups()
    number = int(month) if month.isdigit() else _month_called(month)
    try:
        date(2024, number, int(day or 0))  # a leap year: 29 February is a day
    except ValueError:
        refusal = gettext("“%s” is no day of the year. Write it like Jun 1.")
        raise HoursRefused(refusal % typed[:40]) from None
    return number, int(day)


def _month_called(word):
    return NAMES.index(word[:3]) + 1 if word[:3] in NAMES else 0


def some_weeks_from_typed(weeks, since, season_from, season_until):
    """What a row says of weeks and season, as arguments of Row; raises HoursRefused."""
    since, ends = since.strip(), [season_from.strip(), season_until.strip()]
    told = {"weeks": weeks} if weeks else {}
    if since and weeks != "other":
        raise HoursRefused(gettext("Pick “every other week” for that date, or clear the date."))
    if since:
        told["since"] = read_day(since)
    if any(ends):
        if not all(ends):
            raise HoursRefused(gettext("Write both: the first and the last day of the season."))
        told["season"] = tuple(read_month_day(end) for end in ends)
    return told


def special_from_typed(first, last, opens, closes, past_midnight) -> Special | None:
    """One line of the list of dates, checked by itself; None when it is empty."""
    first, last, opens, closes = (words.strip() for words in (first, last, opens, closes))
    if not (first or last or opens or closes or past_midnight):
        return None
    if not first:
        raise HoursRefused(gettext("Write the date."))
    days = read_day(first), read_day(last or first)
    if not (opens or closes or past_midnight):
        return Special(*days)
    if not opens or not closes:
        raise HoursRefused(gettext("Write both times, or none when it is closed."))
    some = Special(*days, read_time(opens), read_time(closes), past_midnight)
    minutes_of(some)
    return some
