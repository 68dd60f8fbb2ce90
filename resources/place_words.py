"""What a person means by the words they typed for a place: pure, no database.

Lives here: the states, the other ways people write a name (St. for Saint, NYC), and parse(),
which turns typed words into a ZIP or a list of guesses. Not here: whether such a place exists
(places.py), and folding of text in general (folding.py).
"""

import re
from dataclasses import dataclass

from resources.folding import fold

LONGEST_PLACE = 80  # characters; the longest label we hold ourselves is under 60

STATES = dict(
    re.findall(
        r"([A-Z]{2}) ([^,\n]+)",
        """
AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,
DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho,
IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine,
MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri,
MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico,
NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon,
PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee,
TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin,
WY Wyoming, PR Puerto Rico, GU Guam, VI US Virgin Islands, AS American Samoa,
MP Northern Mariana Islands
""",
    )
)
# The abbreviations on older envelopes, and territories by their shorter names.
OLDER_WORDS = {
    words: code
    for code, many in {
        "AL": "ala", "AZ": "ariz", "AR": "ark", "CA": "cal,cali,calif", "CO": "colo", "CT": "conn",
        "DE": "del", "FL": "fla", "HI": "haw", "IL": "ill", "IN": "ind", "KS": "kan,kans",
        "MA": "mass", "MI": "mich", "MN": "minn", "MS": "miss", "MT": "mont", "NE": "neb,nebr",
        "NV": "nev", "NM": "n mex", "NC": "n carolina", "ND": "n dakota", "NY": "new york state",
        "OK": "okla", "OR": "ore", "PA": "penn,penna", "SC": "s carolina", "SD": "s dakota",
        "TN": "tenn", "TX": "tex", "WA": "wash,washington state", "WV": "w va,wva,w virginia",
        "WI": "wis,wisc", "WY": "wyo", "VI": "virgin islands,usvi", "MP": "cnmi",
    }.items()
    for words in many.split(",")
}  # fmt: skip
STATE_WORDS = {
    **{code.lower(): code for code in STATES},
    **{fold(name): code for code, name in STATES.items()},
    **OLDER_WORDS,
}
COUNTRY_WORDS = ("united states of america", "united states", "usa", "us", "america")

# (name, state) as people say it. Kept to names that mean one place to nearly everybody.
NICKNAMES = {
    "nyc": ("new york", "NY"),
    "new york city": ("new york", "NY"),
    "la": ("los angeles", "CA"),
    "sf": ("san francisco", "CA"),
    "san fran": ("san francisco", "CA"),
    "philly": ("philadelphia", "PA"),
    "vegas": ("las vegas", "NV"),
    "nola": ("new orleans", "LA"),
    "slc": ("salt lake city", "UT"),
    "indy": ("indianapolis", "IN"),
    "st pete": ("st petersburg", "FL"),
    "eastie": ("east boston", "MA"),
    "southie": ("south boston", "MA"),
    "cape cod": ("barnstable county", "MA"),
    "marthas vineyard": ("dukes county", "MA"),
}
SHORTER = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "township": "twp"}
SHORTER |= {"heights": "hts", "springs": "spgs", "junction": "jct", "village": "vlg"}
LEADING = {"n": "north", "no": "north", "s": "south", "so": "south", "e": "east", "w": "west"}
COUNTY_ENDINGS = (
    "city and borough|census area|planning region|municipality|municipio|borough|parish|county|co"
)
ENDS_AS_COUNTY = re.compile(rf"^(.+?) (?:{COUNTY_ENDINGS})$")
ZIP = re.compile(r"(?<![a-z0-9])([0-9]{5})(?: ?([0-9]{4}))?(?![a-z0-9])")
# "12345 Main St, Boston MA 02118": the first number is no ZIP.
HOUSE_AND_STREET = re.compile(
    r"[0-9]{1,6} (?:[a-z0-9]+ ){1,4}?(?:st|street|ave?|avenue|rd|road|blvd|boulevard|dr|drive|ln"
    r"|lane|way|ct|court|pl|place|hwy|highway|pkwy|parkway|sq|square|ter|terrace|cir|circle|broadway)\b"
)
COORDINATES = re.compile(
    r"[-+]?[0-9]{1,3}\.[0-9]+[^0-9a-zA-Z]+(?:[NSEWnsew][^0-9]+)?[0-9]{1,3}\.[0-9]"
)


@dataclass(frozen=True)
class Guess:
    """One reading of the words. An empty state or kind means any."""

    key: str
    state: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Parsed:
    """A reason why not, or a ZIP, or readings: groups of guesses, the likeliest group first."""

    reason: str = ""
    zip: str = ""
    zips: tuple[str, ...] = ()  # when there are several: which is meant, nobody can know
    first_five: bool = False  # nine digits were typed, the last four are not used
    readings: tuple[tuple[Guess, ...], ...] = ()

    @property
    def keys(self) -> set[str]:
        return {guess.key for group in self.readings for guess in group}


def place_key(name: str) -> str:
    """A place's name as it is compared: "Saint Louis", "ST. LOUIS" -> "st louis"."""
    text = re.sub(r"\b(?:[a-z] )+[a-z]\b", lambda m: m[0].replace(" ", ""), fold(name))
    words = [SHORTER.get(word, word) for word in text.split()]
    if len(words) > 2 and words[0] in ("city", "town") and words[1] == "of":
        words = words[2:]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = LEADING.get(words[0], words[0])
    return re.sub(r"\bmc (?=[a-z])", "mc", " ".join(words))


def county_key(name: str) -> str:
    """A county's name as it is compared; parishes, boroughs and municipios count as counties.

    A city that is its own county keeps "city": Virginia has both Richmond County and the City
    of Richmond, Maryland both Baltimores.
    """
    key = re.sub(r"^city and borough of (.+)$", r"\1 county", fold(name))
    if key.startswith("city of "):
        return place_key(key) + " city"
    if key.endswith(" city"):
        return place_key(key)
    match = ENDS_AS_COUNTY.match(place_key(key))
    return (match[1] if match else place_key(key)) + " county"


def area_key(kind: str, name: str) -> str:
    """The key that an area of this kind is stored under."""
    return county_key(name) if kind == "county" else place_key(name)


def parse(words: str) -> Parsed:
    """What the words may mean. Never raises, whatever was typed."""
    if len(words) > LONGEST_PLACE:
        return Parsed(reason="too_long")
    if "\x00" in words:
        return Parsed(reason="bad_characters")
    if not words.strip():
        return Parsed(reason="empty")
    if COORDINATES.search(words):
        return Parsed(reason="coordinates")
    text = fold(words)
    if not text:
        return Parsed(reason="no_words")
    return _as_zip(text) or Parsed(readings=_readings(words))


def _as_zip(text: str) -> Parsed | None:
    """The ZIP in the text, the reason why its digits are none, or None: it holds a name."""
    street = HOUSE_AND_STREET.match(text)
    found = ZIP.findall(text, street.end() if street else 0)
    zips = tuple(dict.fromkeys(zip_code for zip_code, _four in found))
    if len(zips) > 1:
        # "02118-12345", or two ZIPs: to take either could send somebody to the wrong town.
        return Parsed(reason="two_zips", zips=zips)
    if found:
        return Parsed(zip=found[-1][0], first_five=bool(found[-1][1]))
    if not re.fullmatch(r"[0-9 ]+", text):
        return None
    digits = text.replace(" ", "")
    if len(digits) == 5:  # "021 18"
        return Parsed(zip=digits)
    return Parsed(reason="short_zip" if len(digits) < 5 else "long_zip", zip=digits[:5])


def _readings(words: str) -> tuple[tuple[Guess, ...], ...]:
    """Groups of guesses. Each way to cut the words is one cut: (name, state)."""
    parts = [re.sub(r" [0-9]{3,4}$", "", place_key(part)) for part in words.split(",")]
    parts = [part for part in parts if part and part not in COUNTRY_WORDS]
    whole = _without_country(" ".join(parts))
    name, state = _without_state(whole)
    cuts = []
    if state and name:
        named = [part for part in (_without_state(part)[0] for part in parts) if part]
        address = name.split() if name[0].isdigit() else []  # 774 albany st boston
        tails = [" ".join(address[-2:]), " ".join(address[-1:])]
        cuts = [(cut, state) for cut in (name, *named[:1], *named[-1:], *tails) if cut]
    cuts.append((whole, ""))
    groups = [group for cut in dict.fromkeys(cuts) for group in _groups(*cut)]
    return tuple(dict.fromkeys(groups))


def _without_country(text: str) -> str:
    for country in COUNTRY_WORDS:
        text = text.removesuffix(" " + country)
    return text


def _without_state(text: str) -> tuple[str, str]:
    """("boston", "MA") from "boston massachusetts". No state: the text and ""."""
    words = text.split()
    for start in range(max(0, len(words) - 4), len(words)):
        code = STATE_WORDS.get(" ".join(words[start:]))
        if code:
            return " ".join(words[:start]), code
    return text, ""


def _groups(name: str, state: str) -> list[tuple[Guess, ...]]:
    """A name with its state or without: as said, then as a county, then without "city"."""
    said = [Guess(name, state)]
    nickname = NICKNAMES.get(name)
    if nickname and state in ("", nickname[1]):
        said.append(Guess(*nickname))
    if not state and name in STATE_WORDS:
        code = STATE_WORDS[name]
        said.append(Guess(fold(STATES[code]), code, "state"))
    as_county = name if name.endswith(" city") else county_key(name)
    groups = [tuple(said), (Guess(as_county, state, "county"),)]
    shorter = re.sub(r" (?:city|town|twp|vlg)$", "", name)
    return groups if shorter == name else [*groups, (Guess(shorter, state),)]
