"""From the words a person typed to an area of our own gazetteer. No network, no log.

Lives here: the two questions to the database and the choice between answers. Not here: what the
words may mean (place_words.py), and what the page says about it: `reason` is a code.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hrapp.prepared import Prepared
from resources.folding import one_edit_away
from resources.models import Area
from resources.place_words import Guess, Parsed, area_key, parse

MOST_CHOICES = 12
MOST_OFFERS = 6
# "Boston" is the one in Massachusetts to nearly everybody; "Springfield" and "Portland" are not
# one place. A name alone is taken for the biggest only from this size, and this much bigger.
KNOWN_TO_ALL = 100_000
TIMES_BIGGER = 10
SHORTEST_TYPO = 4  # letters: nearly every three letters are one slip from some town
LONGEST_TYPO = 30  # 23 of 38,350 names are longer, and the query grows with the length
NEXT_ZIPS = 9
# Neighbourhoods, and many villages, come without a count of people. One is taken for this share of
# its county, but never for a town: Roxbury is the one in Boston to more people than in Wisconsin.
SHARE_OF_COUNTY = 1 / 20
MOST_UNCOUNTED = 25_000
DIGIT = re.compile("[0-9]")

# A link to a list asks for its area before anything else: compiled once.
COLUMNS = [field.attname for field in Area._meta.concrete_fields]
by_slug = Prepared(
    lambda slug: Area.objects.filter(slug=slug).values_list(*COLUMNS), slug="example"
)
# Asked for in handfuls of a few sizes, so that a few questions serve whatever is typed.
HANDFULS = (8, 24, 72)


@lru_cache(maxsize=len(HANDFULS))
def by_keys(handful):
    return Prepared(
        lambda **keys: Area.objects.keyed(keys.values()).biggest_first().values_list(*COLUMNS),
        **{f"key{n}": f"example-{n}" for n in range(handful)},
    )


@dataclass(frozen=True)
class Found:
    """One of three answers.

    Found: `area`, and in `others` the places it could also have been.
    Several: `choices`, biggest first: ask which.
    None: `reason`, and in `offers` what may have been meant: to offer, never to assume.

    Reasons: empty, no_words, bad_characters, too_long, coordinates, short_zip, long_zip, two_zips,
    unknown_zip, not_in_state (offers hold that name elsewhere), not_found.
    """

    area: Area | None = None
    others: tuple[Area, ...] = ()
    choices: tuple[Area, ...] = ()
    reason: str = ""
    offers: tuple[Area, ...] = ()
    first_five: bool = False  # a nine-digit ZIP was typed: only its first five were used


def find_place(words: str) -> Found:
    """Where the words are. At most two queries. Never raises."""
    parsed = parse(words)
    if parsed.reason in ("short_zip", "long_zip"):
        return Found(reason=parsed.reason, offers=_meant_by_digits(parsed))
    if parsed.zips:
        either = [near_slug(zip_code) for zip_code in parsed.zips[:MOST_OFFERS]]
        return Found(reason=parsed.reason, offers=tuple(area for area in either if area))
    if parsed.reason:
        return Found(reason=parsed.reason)
    return _find_zip(parsed) if parsed.zip else _find_name(parsed)


def named(phrases: Iterable[str]) -> dict[str, tuple[Area, Guess]]:
    """Of these phrases, those that are a place's whole name, with its biggest area and the reading.

    One query, or none without phrases. A county is only named by the word for it: "in dukes" is
    not, "in dukes county" is.
    """
    readings = {}
    for phrase in phrases:
        groups = parse(phrase).readings
        readings[phrase] = [g for group in groups for g in group if g.kind != "county" and g.key]
    keys = {guess.key for guesses in readings.values() for guess in guesses}
    areas = [area for area in (_keyed(keys) if keys else ()) if area.kind != Area.Kind.ZIP]
    found = {}
    for phrase, guesses in readings.items():
        fitting = ((area, guess) for guess in guesses for area in areas if _fits(area, guess))
        if first := next(fitting, None):
            found[phrase] = first
    return found


def near_slug(slug: str) -> Area | None:
    """The area that a link names; None for anything else."""
    if not re.fullmatch(r"[a-z0-9-]{1,100}", slug):
        return None
    rows = by_slug(slug=slug)
    return Area(*rows[0]) if rows else None


def _find_zip(parsed: Parsed) -> Found:
    area = near_slug(parsed.zip)
    if area and area.kind == Area.Kind.ZIP:
        return Found(area=area, first_five=parsed.first_five)
    number = int(parsed.zip)
    steps = [step for step in range(-NEXT_ZIPS, NEXT_ZIPS + 1) if step]
    near = Area.objects.filter(slug__in=[f"{number + step:05d}" for step in steps])
    near = sorted(near, key=lambda area: (abs(int(area.slug) - number), area.slug))
    return Found(reason="unknown_zip", offers=tuple(near[:MOST_OFFERS]))


def _meant_by_digits(parsed: Parsed) -> tuple[Area, ...]:
    """02118 for 2118, whose zero a spreadsheet ate; the first five of too many digits."""
    if len(parsed.zip) < 4:
        return ()
    area = near_slug(parsed.zip.zfill(5))
    return (area,) if area else ()


def _find_name(parsed: Parsed) -> Found:
    areas = _keyed(parsed.keys)
    for number, group in enumerate(parsed.readings):
        hits = [area for area in areas if any(_fits(area, guess) for guess in group)]
        if hits:
            counties = _counties_elsewhere(areas, parsed, number, hits[0])
            return _one_or_several(hits, counties, knows_state=bool(group[0].state))
    state = parsed.readings[0][0].state
    elsewhere = [area for area in areas if area.kind in (Area.Kind.CITY, Area.Kind.COUNTY)]
    if state and elsewhere:
        return Found(reason="not_in_state", offers=tuple(likeliest_first(elsewhere)[:MOST_OFFERS]))
    return Found(reason="not_found", offers=_typos(parsed, state))


def _keyed(keys) -> list[Area]:
    """Areas by folded name, biggest first."""
    keys = list(keys)
    handful = next((some for some in HANDFULS if len(keys) <= some), None)
    if handful is None:
        return list(Area.objects.keyed(keys).biggest_first())
    keys += keys[:1] * (handful - len(keys))
    rows = by_keys(handful)(**{f"key{n}": key for n, key in enumerate(keys)})
    return [Area(*row) for row in rows]


def _fits(area: Area, guess: Guess) -> bool:
    # "New York, NY" is the city: a state is meant only by a guess that says so, or by a bare name.
    kinds = (guess.kind,) if guess.kind else ("city", "county") if guess.state else Area.Kind.values
    return area.key == guess.key and guess.state in ("", area.state) and area.kind in kinds


def _counties_elsewhere(areas: list[Area], parsed: Parsed, number: int, first: Area) -> list[Area]:
    """For "Suffolk", which is a city in Virginia and counties far from it: the counties."""
    here, later = parsed.readings[number], parsed.readings[number + 1 : number + 2]
    counties = [a for group in later for guess in group for a in areas if _fits(a, guess)]
    by_name = {area.pk: area for area in counties if not any(_fits(area, g) for g in here)}
    return [
        area
        for area in by_name.values()
        if abs(area.latitude - first.latitude) + abs(area.longitude - first.longitude) > 1
    ]


def _one_or_several(hits: list[Area], counties: list[Area], *, knows_state: bool) -> Found:
    first, rest = hits[0], hits[1:]
    known = knows_state or first.population >= KNOWN_TO_ALL
    rivals = rest if known else rest + counties
    rival = rivals[0].population if rivals else 0
    well_known = knows_state or rival < KNOWN_TO_ALL  # Washington: the city, or the state?
    if not rivals or (known and well_known and first.population > TIMES_BIGGER * rival):
        return Found(area=first, others=tuple(likeliest_first(rest) + counties)[: MOST_CHOICES - 1])
    choices = likeliest_first(hits) if rest else hits + counties
    return Found(choices=tuple(choices[:MOST_CHOICES]))


def likeliest_first(areas: list[Area]) -> list[Area]:
    """The same, where most people live first: as counted, else guessed by the county."""
    uncounted = [area for area in areas if area.kind == Area.Kind.CITY and not area.population]
    counties = {}
    if uncounted and len(areas) > 1:
        keys = {area_key("county", area.also) for area in uncounted if area.also}
        rows = Area.objects.keyed(keys).filter(kind=Area.Kind.COUNTY)
        counties = {(row.name, row.state): row.population for row in rows}

    def people(area):
        county = counties.get((area.also, area.state), 0)
        return area.population or min(county * SHARE_OF_COUNTY, MOST_UNCOUNTED), county

    return sorted(areas, key=people, reverse=True)


def _typos(parsed: Parsed, state: str) -> tuple[Area, ...]:
    """Areas one slip away from the name as it was typed; in its state, if any are."""
    key = parsed.readings[0][0].key
    if not SHORTEST_TYPO <= len(key) <= LONGEST_TYPO:
        return ()
    # No county or city has a digit in its name: a quarter fewer keys to ask for.
    spellings = [word for word in one_edit_away(key) if not DIGIT.search(word)]
    areas = Area.objects.keyed(spellings).exclude(kind=Area.Kind.ZIP).biggest_first()
    areas = list(areas[: 4 * MOST_OFFERS])
    return tuple(([a for a in areas if a.state == state] or areas)[:MOST_OFFERS])
