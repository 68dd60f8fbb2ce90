"""Rows that hold in some weeks only, to opening_hours text and back: pure.

The second Tuesday of the month, every other week, from June to August. Rows of every week are
resources.day_rows'; single dates are resources.special_days'.
"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext

from .clock_words import MONTHS, date_words
from .day_row import DAYS, EVERY_OTHER, HoursRefused, Row, days_text, minutes_of, span_text
from .wall_clock import MIDNIGHT, read, wall_change

WEEK = timedelta(days=7)
# Weeks are numbered within a year, and 2026, 2032 and 2037 have 53: there odd and even change
# places. So every other week is written for each stretch of years apart, up to the last one.
LONG_YEARS = (2020, 2026, 2032, 2037, 2043)
MONTH = "|".join(MONTHS)
DAY_OF = rf"((?:{MONTH})) (\d\d?)"
SEASON = re.compile(rf"{DAY_OF}-{DAY_OF} ")
DATES = re.compile(rf"(\d{{4}}) {DAY_OF}-(\d{{4}}) {DAY_OF} week ([12])-53/2 ")
NTH_DAY = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)\[(-?[1-5])\]")


def rules_of(row):
    """The rules of a row of some weeks, each adding to the others; raises HoursRefused."""
    times = span_text(*minutes_of(row))
    season = f"{season_text(row.season)} " if row.season else ""
    if row.weeks == EVERY_OTHER:
        return [f"{dates} {days_text(row.days)} {times}" for dates in _every_other(row.since)]
    if not row.weeks:
        return [f"{season}{days_text(row.days)} {times}"]
    days = ",".join(f"{day.title()}[{row.weeks}]" for day in sorted(row.days, key=DAYS.index))
    return [f"{season}{days} {times}"]


def same_times_together(rows):
    """Rows that differ in their days alone made one, in an order that is always the same."""
    days_of = {}
    for row in rows:
        monday = row.since and row.since - timedelta(days=row.since.weekday())
        days_of.setdefault(replace(row, since=monday, days=frozenset()), set()).update(row.days)
    merged = [replace(row, days=frozenset(days)) for row, days in days_of.items()]
    return sorted(merged, key=rules_of)


def season_text(season):
    return "-".join(f"{MONTHS[month - 1]} {day}" for month, day in season)


def _every_other(since):
    """ "2026 Nov 23-2027 Jan 3 week 1-53/2", one for each stretch of years; from that week on."""
    begins = since - timedelta(days=since.weekday())
    for year in LONG_YEARS:
        ends = date.fromisocalendar(year, 53, 7)
        if begins > ends:
            continue
        odd = begins.isocalendar().week % 2
        yield f"{_date(begins)}-{_date(ends)} week {1 if odd else 2}-53/2"
        ahead = ends + timedelta(days=1)  # a Monday; which of the two weeks comes next?
        begins = ahead if (ahead - begins).days % 14 == 0 else ahead + WEEK


def _date(on):
    return f"{on.year} {MONTHS[on.month - 1]} {on.day}"


def refuse_rows_that_never_come(rows, today):
    """Raises HoursRefused, with the row, of one that has no day in the year ahead.

    `rows` may hold None.
    """
    start = datetime.combine(today, MIDNIGHT)
    for number, row in enumerate(rows, 1):
        if not row or not row.some_weeks:
            continue
        hours = read(", ".join(rules_of(row)))
        if not hours.parsed.is_open(start) and wall_change(hours, start, "closed") is None:
            words = gettext("That never comes in the year ahead. Check the weeks and the season.")
            raise HoursRefused(words, number)


def may_meet(one, other):
    """Can these two rows both hold on one day? True when in doubt."""
    nth = {one.weeks, other.weeks}
    if len(nth) == 2 and nth <= {"1", "2", "3", "4", "5"}:
        return False
    if nth == {EVERY_OTHER} and one.since and other.since:
        return _same_weeks(one.since, other.since)
    if one.season and other.season:
        return any(_in_season(day, one.season) for day in other.season) or any(
            _in_season(day, other.season) for day in one.season
        )
    return True


def _same_weeks(one, other):
    monday, another = (on - timedelta(days=on.weekday()) for on in (one, other))
    return (monday - another).days % 14 == 0


def _in_season(day, season):
    first, last = season
    return first <= day <= last if first <= last else day >= first or day <= last


# --- Back, and in words -------------------------------------------------------------------------


def read_weeks(rule):
    """A rule -> (what is left of it, {weeks, since, season} of its Row)."""
    told = {}
    if found := DATES.match(rule):
        told = {"weeks": EVERY_OTHER, "since": _read_date(*found.groups()[:3])}
    elif found := SEASON.match(rule):
        told = {"season": (_month_day(*found.groups()[:2]), _month_day(*found.groups()[2:]))}
    rule = rule[found.end() :] if found else rule
    nth = {number for _day, number in NTH_DAY.findall(rule)}
    if len(nth) == 1:
        told["weeks"] = nth.pop()
        rule = NTH_DAY.sub(r"\1", rule)
    return rule, told


def _read_date(year, month, day):
    return date(int(year), MONTHS.index(month) + 1, int(day))


def _month_day(month, day):
    return MONTHS.index(month) + 1, int(day)


def weeks_in_words(row: Row) -> str:
    """ "every other week from Mon 23 Nov", "from 1 Jun to 31 Aug"; "" for a row of every week."""
    parts = []
    if row.weeks == EVERY_OTHER:
        monday = row.since - timedelta(days=row.since.weekday())
        on = date_words(monday, today=date.min)
        parts.append(gettext("every other week, from the week of %s") % on)
    elif row.weeks:
        parts.append(nth_words(row.weeks))
    if row.season:
        first, last = (f"{day} {gettext(MONTHS[month - 1])}" for month, day in row.season)
        parts.append(gettext("from %(first)s to %(last)s") % {"first": first, "last": last})
    return ", ".join(parts)


def nth_words(number):
    return {
        "1": gettext("the first of the month"),
        "2": gettext("the second of the month"),
        "3": gettext("the third of the month"),
        "4": gettext("the fourth of the month"),
        "5": gettext("the fifth of the month"),
        "-1": gettext("the last of the month"),
    }[number]
