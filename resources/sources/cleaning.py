"""Mending one field at a time: a name, a city, a street, a ZIP, a phone, a distance.

Pure: no files, no Django, no knowledge of any one upstream. What a whole row means is each
source's own affair; checking rows against our gazetteer is where.py.
"""

import html
import math
import re
import unicodedata

import phonenumbers

from resources.folding import fold

# First three digits of the ZIPs that begin with a zero, by state (USPS Publication 65).
ZERO_PREFIXES = {
    "CT": ("060-069",),
    "MA": ("010-027", "055-055"),
    "ME": ("039-049",),
    "NH": ("030-038",),
    "NJ": ("070-089",),
    "NY": ("005-005", "063-063"),
    "PR": ("006-007", "009-009"),
    "RI": ("028-029",),
    "VI": ("008-008",),
    "VT": ("050-054", "056-059"),
}


def words_of(text: str) -> set[str]:
    return set(text.split())


KEPT_SHOUTED = words_of(
    "AIDS AHOPE ARMS ATS BAMSI BHN BMC CBHC CHA CHC CHD COPE CSP CTC DBA DMH EMS FHC FQHC GYN HCQ"
    " HCRC HIV HRI ID II III IV IX LGBT LGBTQ LLC LLP LLLP MA MAT MCAT MGH MOUD MRC NFI OAR OB"
    " OBAT OBGYN OBOT ORTC OTP PA PC PHC PLLC PMS RV SBHC SSTAR START STD STEP SUD TB UCLA UCSF"
    " UMASS US USA VA VAMC VI VII VIII VOA WATC WIC XI XII YMCA YWCA NE NW SE SW PO"
)
SMALL_WORDS = words_of("a al and at by de del en for in la las los of on or the to with y")
SHORT_WORDS = words_of(
    "all ann arc art ave bay big blvd box boy car cove ctr day dr east eye fl fox fr ft"
    " gay hall hill home hwy inc inn ivy jim joe joy jr key kid ln max mays med mt new no paz"
    " north oak old our park pl pt ray rd red rey rio rm road rose roy san sea south st sta ste"
    " sun team tri van villa way west wood el elm ted tom sam del ida eva son dos"
    " end lee sr sol low mar ojo fe han nap ayr mid jay eau tug run bow ada cal mio mae ron ana cod"
    " hot so via cab gap dry top men ben ely now out has pax cam hunt ter"
)
EXPANDED = {"HLTH": "Health", "CTR": "Center", "CNTR": "Center", "CTRS": "Centers"}
EXPANDED |= {"SVCS": "Services", "SVS": "Services"}
ROMAN = re.compile(r"(?=[LXVI]{2})(XL|L?X{0,3})(IX|IV|V?I{0,3})")
PO_BOX = re.compile(r"(?:,|-|\s)*\bp\.?\s*o\.?\s*box\s*#?\s*\w*", re.I)
NOWHERE = re.compile(
    r"(anonymous|confidential|undisclosed|general delivery|various|multiple|community building"
    r"|mobile (unit|van)|n/?a$|none$)",
    re.I,
)
UNIT = re.compile(
    r"\s*,?\s*(#|\b(suites?|ste|unit|floor|fl|bldg|building|rooms?|rm|apt|trailer|rear|level)\b).*",
    re.I,
)
STREET_WORDS = {
    "avenue": "ave", "boulevard": "blvd", "circle": "cir", "court": "ct", "drive": "dr",
    "east": "e", "highway": "hwy", "lane": "ln", "mount": "mt", "north": "n", "parkway": "pkwy",
    "place": "pl", "road": "rd", "route": "rt", "saint": "st", "south": "s", "square": "sq",
    "street": "st", "turnpike": "tpke", "west": "w",
}  # fmt: skip
PHONE = re.compile(
    r"^\D*1?\D*([2-9]\d\d)\D*([2-9]\d\d)\D*(\d{4})\s*(?:(?:x|ext\.?)\s*(\d+))?$", re.I
)


def squeeze(text: str) -> str:
    """One line, single spaces, real characters: web escapes and literal \\n undone."""
    text = html.unescape(html.unescape(text or "")).replace("\\n", " ")
    text = unicodedata.normalize("NFC", text)
    return " ".join(text.split()).strip(" ,;|-")


def is_shouted(text: str) -> bool:
    """All capitals, and long enough not to be an acronym."""
    return text.upper() == text and bool(re.search(r"[A-Z]{4,}", text))


def _said(word: str, first: bool) -> str:
    bare = re.sub(r"[^A-Z]", "", word)
    if re.fullmatch(r"\d+(ST|ND|RD|TH)\W*", word):
        return word.lower()
    if bare in KEPT_SHOUTED or ROMAN.fullmatch(bare) or re.search(r"[A-Z]\.[A-Z]", word):
        return word
    if re.search(r"\d", word):
        return re.sub(r"[A-Z]{4,}", lambda m: m.group().capitalize(), word)
    if bare in EXPANDED:
        return EXPANDED[bare]
    if bare.lower() in SMALL_WORDS and not first:
        return word.lower()
    if len(bare) <= 3 and bare.lower() not in SHORT_WORDS | SMALL_WORDS:
        return word
    if len(bare) >= 4 and not re.search(r"[AEIOUY]", bare):
        return word
    said = re.sub(r"[A-Z]+", lambda m: m.group().capitalize(), word)
    said = re.sub(r"(?<=\w)(['’])(S|T|Ll|Re)\b", lambda m: m.group().lower(), said)
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m.group(1).upper(), said)


def readable(text: str) -> str:
    """A SHOUTED name or street in the case a person would write; anything else as it is."""
    text = squeeze(text)
    if not is_shouted(text):
        return text
    words = re.split(r"([\s/]+)", text)
    before = ["-", *words[:-2:2]]
    words[::2] = [
        _said(word, first=last.endswith(("-", ":")))
        for last, word in zip(before, words[::2], strict=True)
    ]
    return "".join(words)


def said_shouted(text: str) -> str:
    """A name of which only a part is SHOUTED: "JUNIPER HEALTH, Inc." An acronym stands alone."""
    return re.sub(r"\b[A-Z]{2,}(?:[ ,&/-]+[A-Z]{2,}(?:['’]S)?)+\b", _quietly, text)


def _quietly(found: re.Match) -> str:
    """The words of it are told from acronyms (GDCHC, AHOPE), which alone are no shouting."""
    long = set(re.findall(r"[A-Z]{4,}", found.group())) - KEPT_SHOUTED
    words = [word for word in long if word in EXPANDED or not re.search(r"[^AEIOUY]{4}", word)]
    return readable(found.group()) if len(words) > 1 else found.group()


def readable_city(text: str, state: str = "") -> str:
    """A city's own name: no state behind it, no SHOUTING."""
    city = squeeze(text).split(",")[0].strip()
    if state and city.upper().endswith(f" {state}"):
        city = city[: -len(state) - 1].strip()
    odd = city.isupper() or city.islower() or re.match(r"[A-Z]{2}[a-z]", city)
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), city) if odd else city


def us_zip(text: str, state: str) -> str:
    """Five digits or blank. Lost zeros are put back only where the state has such ZIPs."""
    found = re.fullmatch(r"(\d{3,5})(?:-?\d{4})?", text.strip())
    if not found:
        return ""
    digits = found.group(1)
    if len(digits) == 5:
        return digits
    padded = digits.zfill(5)
    spans = (span.split("-") for span in ZERO_PREFIXES.get(state, ()))
    return padded if any(low <= padded[:3] <= high for low, high in spans) else ""


def us_phone(text: str) -> tuple[str, str]:
    """(E.164 number, extension), both blank when nobody can have that number."""
    found = PHONE.match(text.strip())
    if not found:
        return "", ""
    area, exchange, line, extension = found.groups()
    if not phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}{exchange}{line}")):
        return "", ""
    extension = extension or ""
    if len(extension) > 6 or not extension.strip("0"):
        extension = ""
    return f"+1{area}{exchange}{line}", extension


def street(text: str) -> tuple[str, str]:
    """(address_1, address_2). Boxes are taken out: nobody can walk into a P.O. box.

    Both blank when what is left is no place: "General Delivery", "Anonymous", a bare number.
    """
    text = readable(PO_BOX.sub(" ", squeeze(text)))
    if NOWHERE.match(text) or not re.search(r"[^\W\d_]", text):
        return "", ""
    first, _, rest = (part.strip(" ,") for part in text.partition(","))
    if re.match(r"\d", first) and re.search(r"[a-z]{2}", first, re.I) and not rest[:1].isdigit():
        return first, rest
    return text, ""


def street_key(text: str) -> str:
    """The same for one street address however it is spelt: "774 albany st"."""
    words = (fold(UNIT.sub("", squeeze(text))) or fold(text)).split()
    return " ".join(STREET_WORDS.get(word, word) for word in words)


def moves(name: str, state: str) -> bool:
    """The name says it is a van. In Alabama "Mobile" may be the city."""
    vehicle = r"(medical|dental|health)?\s*(unit|van|clinic|rv|trailer)\b"
    if re.search(rf"\bmobile\W+{vehicle}|\bon wheels\b", name, re.I):
        return True
    if re.search(r"\b(medical|dental|health|outreach|care|teen|tooth)\W+(vans?|bus)\b", name, re.I):
        return True
    if re.search(r"\bvan\s*(#|\d|[ivx]+\b|services?\b|\(|$)", name, re.I):
        return True
    return state != "AL" and bool(re.search(r"\bmobile\b", name, re.I))


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle kilometres between two (latitude, longitude) points in WGS 84 degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
