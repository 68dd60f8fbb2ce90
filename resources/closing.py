"""Closed today, with an end, in one tap: written into the stored hours and taken out again. Pure.

It is a date like those of resources.special_days: when its last day is over it says nothing any
more, and nobody has to remember it.
"""

from datetime import date, timedelta

from django.utils.translation import gettext

from .day_row import HoursRefused
from .special_days import LONGEST, Special, special_text, without_specials
from .wall_clock import LONGEST_TEXT, read

NOT_LISTED = "hours not listed"
UNLISTED = f'unknown "{NOT_LISTED}"'


def closed_until(text: str, today: date, opens_again: date) -> str:
    """These hours, closed from today until the day it opens again; raises HoursRefused."""
    if opens_again <= today:
        raise HoursRefused(gettext("It opens again on a day after today. Check the date."))
    if opens_again - today > LONGEST:
        raise HoursRefused(gettext("That is more than a year. Change the hours instead."))
    last = opens_again - timedelta(days=1)
    usual, specials = _apart(text, today)
    if before := closed_now(text, today):  # closed as it is: of these days the new end counts
        specials.remove(before)
        specials += cut_out(before, today, last)
    # Last, so that it wins; other dates stay, and hold again when it opens sooner.
    return _joined(usual, specials, Special(today, last))


def cut_out(closed, first, last):
    """[Special] of the days that are closed besides those from `first` to `last`."""
    earlier, later = first - timedelta(days=1), last + timedelta(days=1)
    parts = (Special(closed.first, earlier), Special(later, closed.last))
    return [part for part in parts if part.first <= part.last]


def open_again(text: str, today: date) -> str:
    """These hours without what closes them today."""
    usual, specials = _apart(text, today)
    closed = closed_now(text, today)
    if closed:
        specials.reverse()
        specials.remove(closed)  # of two alike, the one that was added last
    return _joined(usual, specials)


def closed_now(text: str, today: date) -> Special | None:
    """What closes a place today, when staff closed this very day."""
    _usual, specials = without_specials((text or "").strip())
    closings = [s for s in specials if s.is_closed and s.first <= today <= s.last]
    return closings[-1] if closings else None


def _apart(text, today):
    """(the hours of other days, the dates that are not over)"""
    usual, specials = without_specials((text or "").strip())
    if not usual:
        usual = UNLISTED
    elif read(usual) is None:  # kept as words: nobody can read them, and nothing is lost
        usual = f'unknown "{usual[: LONGEST_TEXT // 2].replace(chr(34), chr(39))}"'
    return usual, [some for some in specials if some.last >= today]


def _joined(usual, specials, closing=None):
    """In order of their first day; a closing that runs over others stands after all of them."""
    if usual == UNLISTED and not specials and not closing:
        return ""
    condition = ' unknown "by appointment"' if "by appointment" in usual else ""
    last = [closing] if closing and any(_meet(closing, some) for some in specials) else []
    if closing and not last:
        specials = [*specials, closing]
    dates = [*sorted(specials, key=lambda some: some.first), *last]
    return "; ".join([usual, *(special_text(some, condition) for some in dates)])


def _meet(one, other):
    return one.first <= other.last and other.first <= one.last
