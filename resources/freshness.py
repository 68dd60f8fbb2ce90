"""How old is what we know of a listing, and what may we still say: pure, today an argument.

When a place is open is resources.hours'; who may mark a listing as checked is the admin's.

A listing nobody checked is treated like one checked too long ago: its hours may be shown as the
hours listed, with "Call first", but we cannot vouch for "open now".
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from .clock_words import date_words

# Last day, in days since the check, of fresh, ageing and stale.
LISTING_CYCLE = (90, 180, 365)
VAN_CYCLE = (30, 60, 90)  # vans and pop-ups move
LINE_CYCLE = (30, 30, 30)  # help lines: fresh or not at all
SOON = timedelta(days=14)  # what ages so soon is told to staff
LINE_LASTS = 60  # days: a line once called and then forgotten this long is shown no more


def listing_cycle(moves: bool) -> tuple[int, int, int]:
    """What moves goes stale sooner than what stands."""
    return VAN_CYCLE if moves else LISTING_CYCLE


@dataclass(frozen=True)
class Freshness:
    """level is "fresh", "ageing", "stale", "expired" or "never"."""

    level: str
    words: str
    without_number: str  # the same where nobody can be called: then when it was checked is all

    @property
    def may_say_open(self) -> bool:
        return self.level in ("fresh", "ageing")

    @property
    def may_be_nearby(self) -> bool:
        """Expired ones are still found by name, with the warning."""
        return self.level != "expired"

    @property
    def sinks(self) -> bool:
        """Listed below fresher ones."""
        return self.level in ("stale", "expired")


def freshness(
    verified_on: date | None,
    how: str,
    today: date,
    cycle: tuple[int, int, int] = LISTING_CYCLE,
) -> Freshness:
    """`how` is "call", "visit", "website", "peer" or "" as in Service.verified_by."""
    # A day ahead was checked further east, where it is tomorrow; more is a slip of the pen.
    if verified_on is None or verified_on > today + timedelta(days=1):
        return Freshness("never", *_words(gettext("Not checked yet.")))
    age = (today - verified_on).days
    fresh, ageing, stale = cycle
    on = date_words(verified_on, today=today)
    if age <= fresh:
        words = _checked_words(how) % on
        return Freshness("fresh", words, words)
    if age <= ageing:
        last = gettext("Not checked lately, last on %s.") % on
        return Freshness("ageing", *_words(gettext("Not checked lately."), last))
    words = gettext("Not checked since %s.") % on
    return Freshness("stale" if age <= stale else "expired", *_words(words))


def _words(checked, last=""):
    """-> (where there is a number to call, where there is none)"""
    nobody = gettext("There is no number to call.")
    call = gettext("Call first.")  # xgettext does not look inside f-strings
    return f"{checked} {call}", f"{last or checked} {nobody}"


def checked_between(
    standing: str, today: date, cycle: tuple[int, int, int] = LISTING_CYCLE
) -> tuple[date, date]:
    """The first and last day of a check by which a listing is "fresh", "ageing", "stale" or
    "expired" today; or is "soon" ageing, within two weeks.
    """
    ages = [timedelta(days=days) for days in cycle]
    fresh, ageing, stale = (today - age for age in ages)
    day = timedelta(days=1)
    return {
        "fresh": (fresh, today + day),
        "soon": (fresh, fresh + SOON - day),
        "ageing": (ageing, fresh - day),
        "stale": (stale, ageing - day),
        "expired": (date.min, stale - day),
    }[standing]


def leaves_on(verified_on: date | None, cycle: tuple[int, int, int]) -> date | None:
    """The first day on which it is out of the nearby lists; None: it stays.

    What was imported and never checked stays in its order, saying so: today that is the whole
    starter directory, and without it most of the country would find nothing.
    """
    return verified_on and verified_on + timedelta(days=cycle[2] + 1)


def is_line_forgotten(tested_on: date | None, today: date) -> bool:
    """A line that nobody called yet is not: it is shown, and says so."""
    return tested_on is not None and tested_on < today - timedelta(days=LINE_LASTS)


def _checked_words(how):
    return {
        "call": gettext("Checked by phone on %s."),
        "visit": gettext("Checked by a visit on %s."),
        "website": gettext("Checked on its website on %s."),
        "peer": gettext("Checked by a peer on %s."),
    }.get(how, gettext("Checked on %s."))
