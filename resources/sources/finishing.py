"""The last step: a name that a person can ask for at the door.

Lists name places as lawyers, postmen or clerks do: "11 Circle Avenue", "Mobile Unit", "TTC, LLC".
What is added is on the row itself: what the place offers, its street, its town. Keys were made
from the list's own name before, and stay: ids hang on them.
"""

import re
from dataclasses import replace

from resources.folding import fold
from resources.listings_file import Listing

from .cleaning import STREET_WORDS, UNIT, said_shouted, street_key, words_of

LEGAL = r"(inc|incorporated|llc|l\.l\.c|lllp|llp|pllc|lp|l\.p|ltd|corp|p\.c|pc)\b\.?"
TAIL = re.compile(rf"[\s,]+{LEGAL}\s*$", re.I)
INSIDE = re.compile(
    r"\s*,?\s*\b(inc|incorporated|llc|l\.l\.c)\b\.?\s*(?P<next>[-–—_;:,(/\s]*(\bat\b)?)", re.I
)
KNOWN_AS = re.compile(r"^.*?\b(?:d\s?/\s?b\s?/\s?a|dba)\b\W*(?P<name>.*[a-z]{4}.*)$", re.I)
# What a place is, when its name does not say whose it is: by the first need it meets.
KINDS = {
    "doctor": "Health center",
    "dental": "Dental clinic",
    "counseling": "Counseling",
    "moud": "Opioid treatment",
    "naloxone": "Naloxone",
    "syringes": "Needle exchange",
    "detox_rehab": "Detox",
    "sleep": "Shelter",
    "sharps": "Box for used needles",
}
# A name of these words alone is that of a thousand places.
ANYBODYS = words_of(
    "addiction administration all and at based behavioral buprenorphine bus care center centers"
    " children childrens clinic clinics community convenient dental department elderly family for"
    " health healthcare in inclusive internal main medical medicine men mens mental mobile number"
    " obat obgyn of office on one opioid outreach outpatient pace pediatric pediatrics physicians"
    " practice primary program programs rv s satellite service services shelter site suboxone the"
    " to treatment two unit urgent van vans wellness wheels women womens"
)
OBAT = "Buprenorphine / Suboxone / Office-based Addiction Treatment (OBAT)"
ROADS = words_of("ave blvd cir ct dr hwy ln pkwy pl rd sq st tpke")
ON_A_LETTER = words_of("suite ste unit floor fl building bldg room rm opco")


def finished(listing: Listing) -> Listing:
    """The listing under the name it is to be shown by; its key as it was."""
    return replace(listing, name=name_of(listing))


def name_of(listing: Listing) -> str:
    name = without_the_law(said_shouted(listing.name))
    kind = KINDS.get(listing.needs[0], "") if listing.needs else ""
    if kind and fold(name) == fold(listing.city):
        return f"{kind}, {listing.city}"
    if kind and is_its_address(name, listing):
        return f"{kind} at {UNIT.sub('', listing.address_1).strip(' ,')}"
    if name == OBAT:
        name = "Suboxone treatment (OBAT)"
    town = f", {listing.city}"
    return name + town if is_anybodys(name) and not name.endswith(town) else name


def without_the_law(name: str) -> str:
    """ "TTC, LLC" -> "TTC"; of a company "doing business as" another name, that name."""
    if known_as := KNOWN_AS.match(name):
        name = known_as["name"].strip()
        name = name.removesuffix(")") if "(" not in name else name
    name = TAIL.sub("", TAIL.sub("", name))
    name = INSIDE.sub(_joined, name).strip(" ,-;") or name
    return name[0].upper() + name[1:]


def _joined(found: re.Match) -> str:
    """What stands for "Inc." between an organization and one of its places."""
    said = found["next"].strip().lower()
    return {"at": " at", "(": " (", "/": " / "}.get(said, " - ")


def is_its_address(name: str, listing: Listing) -> bool:
    """ "11 Circle Avenue" or "Circle Avenue", at 11 Circle Avenue in some town.

    "White Deer Run", on the road of that name, is a name.
    """
    if not listing.address_1:
        return False
    around = f"{listing.address_2} {listing.city} {listing.state} {listing.postal_code}"
    known = {*_words(f"{listing.address_1} {around}"), *ON_A_LETTER}
    said, street = _words(UNIT.sub("", name)), street_key(listing.address_1).split()
    if said and said[0].isdecimal() and said[0] == street[0] and said[-1] in ROADS:
        return True  # however the street is spelt
    own = {word for word in _words(name) if not re.fullmatch(r"\d{5}|[a-z]", word)}
    as_post = any(word.isdecimal() or word in ROADS for word in own & set(street))
    return as_post and own <= known and not own & ANYBODYS - {"main"}


def _words(text: str) -> list[str]:
    return [STREET_WORDS.get(word, word) for word in fold(text).split()]


def is_anybodys(name: str) -> bool:
    words = [word for word in fold(name).split() if not word.isdecimal()]
    return set(words) <= ANYBODYS
