"""Dates that are not as the week says, closed or with other hours, to text and back: pure.

A date of these has these hours and no others, from midnight on: an evening of the day before ends
at midnight. They stand last in the stored text, so they win. One tap for today is
resources.closing's.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext

from .clock_words import MONTHS, date_words, span_words, time_words
from .day_row import END_OF_DAY, HoursRefused, minutes_of, span_text
from .some_weeks import MONTH

CLOSED_TODAY = "closed today"  # the comment by which words know a date closed by staff
APPOINTMENT = ' unknown "by appointment"'
LONGEST = timedelta(days=366)
ONE_DAY = timedelta(days=1)
A_DATE = rf"(\d{{4}}) ({MONTH}) (\d\d?)"
LAST_RULE = re.compile(
    rf"(?:^|\s*;\s*){A_DATE}(?:-{A_DATE})?"
    rf' (?:off "{CLOSED_TODAY}"|(\d\d:\d\d)-(\d\d:\d\d)(?:{APPOINTMENT})?)$'
)


@dataclass(frozen=True)
class Special:
    """From `first` to `last`, both in it: closed, or open at "HH:MM" as in a Row."""

    first: date
    last: date
    opens: str = ""
    closes: str = ""
    past_midnight: bool = False

    @property
    def is_closed(self):
        return not self.opens


def special_text(some, condition=""):
    dates = date_text(some.first)
    if some.last != some.first:
        dates += f"-{date_text(some.last)}"
    if some.is_closed:
        return f'{dates} off "{CLOSED_TODAY}"'
    return f"{dates} {span_text(*minutes_of(some))}{condition}"


def date_text(on):
    return f"{on.year} {MONTHS[on.month - 1]} {on.day}"


def without_specials(text):
    """Stored text -> (what is left before its dates, [Special] in order)."""
    found = []
    while rule := LAST_RULE.search(text):
        try:
            found.append(_read(*rule.groups()))
        except ValueError:  # there is no such date
            break
        text = text[: rule.start()]
    return text, found[::-1]


def _read(year, month, day, *more):
    first = last = date(int(year), MONTHS.index(month) + 1, int(day))
    if more[0]:
        last = date(int(more[0]), MONTHS.index(more[1]) + 1, int(more[2]))
    opens, closes = more[3] or "", more[4] or ""
    past_midnight = bool(opens) and closes <= opens and closes != "00:00"
    return Special(first, last, opens, closes, past_midnight)


def refuse_nonsense_of_dates(specials):
    """Raises HoursRefused, with the number of the date. `specials` may hold None."""
    seen = []
    for number, some in enumerate(specials, 1):
        if some is None:
            continue
        if some.last < some.first:
            raise HoursRefused(gettext("The last day is before the first."), exception=number)
        if some.last - some.first > LONGEST:
            raise HoursRefused(gettext("That is more than a year. Change the hours instead."),
                               exception=number)  # fmt: skip
        for other, before in seen:
            if some.first <= before.last and before.first <= some.last:
                told = gettext("These dates run into exception %d.") % other
                raise HoursRefused(told, exception=number)
        seen.append((number, some))


def refuse_past(specials, today):
    for number, some in enumerate(specials, 1):
        if some and some.last < today:
            words = gettext("%s is over. Write a date to come, or clear this.")
            on = date_words(some.last, today=today)
            raise HoursRefused(words % on, exception=number)


def still_to_come(specials, today):
    return tuple(some for some in specials if some.last >= today)


def special_words(some, today):
    """ "Closed on 25 Dec.", "Closed from 24 Dec to 2 Jan 2027.", "On 24 Dec, 10 am to noon." """
    first, last = (date_words(on, today=today) for on in (some.first, some.last))
    told = {"first": first, "last": last, "day": first}
    if some.is_closed:
        if some.first == some.last:
            return gettext("Closed on %(day)s.") % told
        return gettext("Closed from %(first)s to %(last)s.") % told
    told["times"] = span_in_words(*minutes_of(some))
    if some.first == some.last:
        return gettext("On %(day)s, %(times)s.") % told
    return gettext("From %(first)s to %(last)s, %(times)s.") % told


def span_in_words(opens, closes):
    if (opens, closes) == (0, END_OF_DAY):
        return gettext("all day and night")
    start, end = (time(m // 60 % 24, m % 60) for m in (opens, closes))
    ends = time_words(end)
    return span_words(
        time_words(start), gettext("%s next day") % ends if closes > END_OF_DAY else ends
    )
