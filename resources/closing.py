"""Closed today, with an end, in one tap: written into the stored hours and taken out again. Pure.

It is a date like those of resources.special_days: when its last day is over it says nothing any
more, and nobody has to remember it.
"""

from datetime import date, timedelta

from django.utils.translation import gettext

from .day_row import HoursRefused
from .special_days import LONGEST, Special, cut_out, special_text, without_specials
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
    return _joined(usual, [*cut_out(specials, today, last), Special(today, last)])


def open_again(text: str, today: date) -> str:
    """These hours without what closes them today."""
    usual, specials = _apart(text, today)
    closed = closed_now(text, today)
    return _joined(usual, cut_out(specials, closed.first, closed.last) if closed else specials)


def closed_now(text: str, today: date) -> Special | None:
    """What closes a place today, when staff closed this very day."""
    _usual, specials = without_specials((text or "").strip())
    return next((s for s in specials if s.is_closed and s.first <= today <= s.last), None)


def _apart(text, today):
    """(the hours of other days, the dates that are not over)"""
    usual, specials = without_specials((text or "").strip())
    if not usual:
        usual = UNLISTED
    elif read(usual) is None:  # kept as words: nobody can read them, and nothing is lost
        usual = f'unknown "{usual[: LONGEST_TEXT // 2].replace(chr(34), chr(39))}"'
    return usual, [some for some in specials if some.last >= today]


def _joined(usual, specials):
    if usual == UNLISTED and not specials:
        return ""
    condition = ' unknown "by appointment"' if "by appointment" in usual else ""
    dates = [special_text(some, condition) for some in sorted(specials, key=lambda s: s.first)]
    return "; ".join([usual, *dates])
