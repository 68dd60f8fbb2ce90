"""Cards told to one reader at one moment: how far, open or not, how sure, which needs are met.

Lives here: what goes in the gaps of a card made ready by resources.cards. It runs twenty times
a page, so what is the same for many cards is worked out once.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.html import escape
from django.utils.translation import get_language, gettext

from .cards import GAP, opening, sure_words
from .freshness import freshness, listing_cycle
from .hours import holds_until, open_state

# Of a PlaceCard: what is needed to tell it.
COLUMNS = ("parts", "needs", "hours", "zone", "checked", "how", "moves", "has_phone")
# Hours of places, and the words for them while they stay true. Nothing here is about a reader.
SAID = {}
MOST_SAID = 4096


@dataclass(slots=True)
class Told:
    """One card as one reader sees it. `kind`: open, closed or unknown. `heading`: HTML or ""."""

    place_id: object
    miles: float
    kind: str
    parts: str
    line: str
    state: str
    sure: str
    heading: str = ""

    @property
    def html(self):
        first, second, third, last = self.parts.split(GAP)
        return f"{first}{self.heading}{second}{self.state}{self.line}{third}{self.sure}{last}"


def told(near, needs, now):
    """[(place id, miles, *COLUMNS)] -> [Told] in the same order. `now` is an aware datetime."""
    today, language = now.date().toordinal(), get_language()
    return [tell(row, needs, now, today, language) for row in near]


def tell(row, needs, now, today, language):
    place_id, miles, parts, labels, hours, zone, checked, how, moves, has_phone = row
    sure_html, sure = sureness(checked, how, bool(moves), bool(has_phone), today, language)
    if hours:
        kind, state = opening_now(hours, zone, sure, now, language)
    else:
        kind, state = hours_not_listed(bool(has_phone), language)
    line = f"<p><b>{far_away(round(miles, 1), language)}</b>{has(labels, needs)}</p>"
    return Told(place_id, miles, kind, parts, line, state, sure_html)


@lru_cache(maxsize=2048)
def sureness(checked, how, moves, has_phone, today, language):
    """(HTML, Freshness) of a listing checked on that ISO date, on that day."""
    on = date.fromisoformat(checked) if checked else None
    sure = freshness(on, how, date.fromordinal(today), listing_cycle(moves))
    shown = "soft" if sure.level == "fresh" else "warn"
    words = sure_words(sure, has_phone)
    return f'<p class="{shown}">{escape(words)}</p>', sure


def opening_now(hours, zone, sure, now, language):
    said, until, since = SAID.get((hours, zone, language), (None, now, now))
    if not since <= now < until:
        said = open_state(hours, zone, now)
        if len(SAID) > MOST_SAID:
            SAID.clear()
        SAID[hours, zone, language] = said, holds_until(said, zone, now), now
    told = opening(said, sure)
    shown = "state open" if told["open"] else "state"
    return told["kind"], f'<p class="{shown}">{escape(told["state"])}</p>'


@lru_cache(maxsize=8)
def hours_not_listed(has_phone, language):
    words = gettext("Hours not listed. Call.") if has_phone else gettext("Hours not listed.")
    return "unknown", f'<p class="state">{words}</p>'


@lru_cache(maxsize=4096)
def far_away(miles, language):
    """Distances are from the middle of an area, so they are "about"."""
    if miles < 0.1:
        return gettext("Less than 0.1 miles")
    return gettext("About %s miles") % (f"{miles:.1f}" if miles < 10 else f"{miles:,.0f}")


@lru_cache(maxsize=4096)
def has(labels, needs):
    """What a place has, those asked for first and marked. `labels`: see PlaceCard.needs."""
    pairs = [line.split("=", 1) for line in labels.split("\n") if line]
    met = [f"<b>{label}</b>" for need, label in pairs if need in needs]
    also = [label for need, label in pairs if need not in needs]
    return "".join(f" · {', '.join(some)}" for some in (met, also) if some)
