"""Cards told to one reader at one moment: how far, open or not, how sure, which needs are met.

Lives here: what goes in the gaps of a card made ready by resources.cards. It runs twenty times
a page, so what is the same for many cards is worked out once.
"""

from dataclasses import dataclass
from datetime import UTC, date
from functools import lru_cache

from django.utils.html import escape
from django.utils.translation import gettext

from hrapp.phrases import ENGLISH, spoken

from .cards import GAP, opening, sure_words
from .cards_said import said_anew
from .freshness import freshness, listing_cycle
from .hours import holds_until, open_state
from .reporting import doubt_words

# Of a PlaceCard: what is needed to tell it.
COLUMNS = (
    *("parts", "needs", "hours", "zone", "checked", "hours_checked", "how", "moves", "has_phone"),
    "doubted",
)
# What is the same on many cards, while it stays true. Nothing here is about a reader.
SAID = {}
MOST_SAID = 4096
DAY = 24 * 60 * 60


@dataclass(slots=True)
class Told:
    """One card as one reader sees it. `kind`: open, closed or unknown. `heading`: HTML or "".

    `sinks`: checked so long ago that it comes below fresher ones.
    """

    place_id: object
    miles: float
    kind: str
    parts: str
    line: str
    sure: str
    sinks: bool = False
    heading: str = ""

    @property
    def html(self):
        first, second, third, last = self.parts.split(GAP)
        return f"{first}{self.heading}{second}{self.line}{third}{self.sure}{last}"


@dataclass(frozen=True, slots=True)
class Said:
    """What holds for a card from one moment to another, in seconds since 1970, as HTML."""

    kind: str
    state: str
    sure: str
    sinks: bool
    since: float
    until: float


def told(near, needs, now):
    """[(place id, miles, *COLUMNS)] -> [Told] in the same order. `now` is an aware datetime."""
    moment, language = now.timestamp(), spoken()
    if language != ENGLISH:
        near = said_anew(near, language)
    cards = []
    for place_id, miles, parts, labels, *facts in near:
        of_these = (*facts, language)
        said = SAID.get(of_these)
        if said is None or not said.since <= moment < said.until:
            said = say(of_these, *facts, now)
        far = far_away(round(miles, 1), language)
        line = f"{said.state}<p><b>{far}</b>{has(labels, needs)}</p>"
        cards.append(Told(place_id, miles, said.kind, parts, line, said.sure, said.sinks))
    return cards


def say(of_these, hours, zone, checked, hours_checked, how, moves, has_phone, doubted, now):
    """Said of a card with these facts, and kept under `of_these`."""
    moment, today = now.timestamp(), now.astimezone(UTC).date()
    sure_html, sure = sureness(checked, how, moves, has_phone, today, of_these[-1])
    if doubted:
        sure_html += f'<p class="warn">{doubt_words()}</p>'
    until = moment - moment % DAY + DAY  # how sure we are changes at midnight, UTC
    if hours:
        state = open_state(hours, zone, now)
        _html, of_hours = sureness(hours_checked, how, moves, has_phone, today, of_these[-1])
        may_say = sure.may_say_open and of_hours.may_say_open
        kind, html = opening_now(state, may_say, bool(has_phone))
        until = min(until, holds_until(state, zone, now).timestamp())
    else:
        kind, html = hours_not_listed(has_phone)
    if len(SAID) > MOST_SAID:
        SAID.clear()
    SAID[of_these] = said = Said(kind, html, sure_html, sure.sinks, moment, until)
    return said


def kind_then(row, open_at, now):
    """Is the place of this row open at another time? Hours nobody checked lately: "unknown"."""
    facts = dict(zip(COLUMNS, row[2:], strict=True))
    kind = open_at.kind(facts["hours"], facts["zone"], now)
    today = now.astimezone(UTC).date()
    how_sure = (facts["how"], facts["moves"], facts["has_phone"], today, spoken())
    checks = (facts["checked"], facts["hours_checked"])
    may_say = all(sureness(check, *how_sure)[1].may_say_open for check in checks)
    return "unknown" if kind == "open" and not may_say else kind


@lru_cache(maxsize=2048)
def sureness(checked, how, moves, has_phone, today, language):
    """(HTML, Freshness) of a listing checked on that ISO date, on that day."""
    on = date.fromisoformat(checked) if checked else None
    sure = freshness(on, how, today, listing_cycle(moves))
    shown = "soft" if sure.level == "fresh" else "warn"
    return f'<p class="{shown}">{escape(sure_words(sure, has_phone))}</p>', sure


def opening_now(state, may_say, has_phone):
    told = opening(state, may_say, has_phone)
    shown = "state open" if told["open"] else "state"
    return told["kind"], f'<p class="{shown}">{escape(told["state"])}</p>'


def hours_not_listed(has_phone):
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
    return "".join(f" &middot; {', '.join(some)}" for some in (met, also) if some)
