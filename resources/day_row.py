"""One row of the hours form, checked by itself: days, times, which weeks, what season. Pure.

What several rows say together, and as stored text, is resources.day_rows'; how people type one is
resources.typed_times'.

Refuses in words, never guesses: a row that could send somebody to a locked door is not stored.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
END_OF_DAY = 24 * 60
EVERY_OTHER = "other"
NTH = ("1", "2", "3", "4", "5", "-1")
# Years in which every other week can be counted: see resources.some_weeks.
YEARS = range(2021, 2043)


class HoursRefused(ValueError):
    """A sentence for staff; `row` is the row's number from 1, None when about them all.

    `exception`: the number of a date of the list of exceptions, when it is about one of those.
    """

    def __init__(self, sentence: str, row: int | None = None, *, exception: int | None = None):
        super().__init__(sentence)
        self.sentence, self.row, self.exception = sentence, row, exception


@dataclass(frozen=True)
class Row:
    """Days of DAYS; times as "HH:MM" on a 24-hour clock; closing at "24:00" is midnight."""

    days: frozenset[str]
    opens: str
    closes: str
    past_midnight: bool = False
    weeks: str = ""  # one of NTH: of each month; EVERY_OTHER; "": every week
    since: date | None = None  # with EVERY_OTHER: a day of a week in which it is open
    season: tuple[tuple[int, int], tuple[int, int]] | None = None  # first and last (month, day)

    @property
    def some_weeks(self) -> bool:
        return bool(self.weeks or self.season)


def minutes_of(row):
    """(opens, closes) in minutes from the row's midnight; closes may pass 24 hours.

    `row`: anything with opens, closes and past_midnight.
    """
    opens, closes = minute_of(row.opens), minute_of(row.closes)
    if opens == END_OF_DAY:
        raise HoursRefused(gettext("If it opens at midnight, write midnight and tick that day."))
    if row.past_midnight:
        closes %= END_OF_DAY
        if closes == 0:
            return opens, END_OF_DAY  # midnight is the end of the day, ticked or not
        if closes >= opens:
            raise HoursRefused(
                gettext("This does not go past midnight. Take off that tick, or check the times.")
            )
        return opens, closes + END_OF_DAY
    closes = closes or END_OF_DAY
    if closes == opens:
        raise HoursRefused(gettext("It opens and closes at the same time. Check both."))
    if closes < opens:
        raise HoursRefused(
            gettext("It closes before it opens. If it stays open past midnight, tick that.")
        )
    return opens, closes


def minute_of(clock):
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)|24:00", clock or "")
    if not found:
        raise HoursRefused(gettext("There is no time “%s”. Write it like 9:30 am.") % clock)
    return int(clock[:2]) * 60 + int(clock[3:])


def refuse_nonsense(row):
    """Raises HoursRefused of a row that means nothing, whatever the other rows say."""
    if not row.days or not set(row.days) <= set(DAYS):
        raise HoursRefused(gettext("Tick at least one day for these times."))
    minutes_of(row)
    if row.weeks == EVERY_OTHER and not row.since:
        raise HoursRefused(gettext("Every other week: write a date when it is open."))
    if row.weeks == EVERY_OTHER and row.since.year not in YEARS:
        raise HoursRefused(gettext("Write a date of this year or next, when it is open."))
    if row.weeks == EVERY_OTHER and row.season:
        words = gettext("One row cannot have both a season and every other week. Take one off.")
        raise HoursRefused(words)


def span_text(opens, closes):
    """Minutes of the day -> "22:00-02:00"."""
    closes = closes - END_OF_DAY if closes > END_OF_DAY else closes
    return f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def stretches(days):
    """Neighbouring days together: ["mo", "tu", "we", "fr"] -> [["mo", "tu", "we"], ["fr"]]."""
    found = []
    for day in sorted(days, key=DAYS.index):
        if found and DAYS.index(day) == DAYS.index(found[-1][-1]) + 1:
            found[-1].append(day)
        else:
            found.append([day])
    return found


def days_text(days):
    return ",".join(
        some[0].title() if len(some) == 1 else f"{some[0]}-{some[-1]}".title()
        for some in stretches(days)
    )
