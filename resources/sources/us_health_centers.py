"""Health centers on HRSA's list of about 2020-21.

13,577 rows. Quirks: no ZIPs; phones with extensions; web escapes in names; SHOUTING; a column
`testing_status` about COVID, which is not HIV testing and is not even read. The list counts every
site of a health center, so what a name says narrows what a person would find there: a site that
says it is dental is not a doctor's, and one in a school, in a jail or put up for COVID is no
door for the public.
"""

import re

from resources.listings_file import Listing

from .cleaning import moves, readable, readable_city, squeeze, street, us_phone
from .directory import Directory, LeftOut
from .us_otp import INSIDE, VAN_NOTE

SCHOOL = re.compile(
    r"\bschools?\b(?! of)|\bschool.?based\b|\bSBHC|\bSBWC|\belementary\b|\bhead ?start\b"
    r"|\b([PIMC]\.? ?|CE|CI)S\.?(/[IM]S)? ?\d+\b|\bmagnet\b|\b(elem|middle|academy|preschool)\b"
    r"|\b(junior|senior|middle|jr\.?|sr\.?) high\b",
    re.I,
)
CLOSED = re.compile(r"\W*closed\b", re.I)
PASSING = re.compile(r"\btemp(o?r?ary|oary)?\b|\bcovid|\btesting (site|unit|location)", re.I)
DENTAL = re.compile(r"\b(dental|dentist|dentistry|oral health|smiles?|tooth|molar)\b", re.I)
MIND = re.compile(r"\b(behavioral|mental health|counseling|psychiatr\w+)\b", re.I)
DOCTOR = re.compile(
    r"\b(medical|med/dent|medicine|family (practice|care|health(care)?)|primary|pediatrics?"
    r"|wom[ae]n'?s?|health ?care|ob/?gyn|urgent|internal|prenatal)\b",
    re.I,
)
# An office by its last words, whatever the rest of the name says of the clinic it belongs to.
OFFICE = re.compile(
    r"([-.,] ?|healthcare )administration$|\bdental admin\b|\bhotline\b|\bjuvenile justice\b", re.I
)
# Not a clinic by its name, when nothing else in the name says otherwise.
OTHER = re.compile(
    r"\b(wic|optometry|optical|vision|eye|pharmacy|mammograph?y|admin\w*|corporate|warehouse"
    r"|business office|billing|call center|executive|addictions?|substance|recovery|residential"
    r"|detox\w*|rehab\w*|day ?care|child care|adult day|nutrition|food|radiology|laboratory)\b",
    re.I,
)
CHILDREN = re.compile(r"\b(pediatrics?|children'?s?|kids?|youth|teen|adolescent)\b", re.I)

CHILDREN_NOTE = "Its name says it is for children or young people. Call to ask."


def needs(name: str) -> tuple[str, ...]:
    """What the name says is there; a doctor when it says nothing narrower. Blank: no clinic."""
    found = []
    if DENTAL.search(name):
        found.append("dental")
    if MIND.search(name):
        found.append("counseling")
    beside = re.sub(r"\b(family|pediatric|women'?s) (dental|dentistry)\b", "", name, flags=re.I)
    medical = DOCTOR.search(beside) or not (found or OTHER.search(name))
    return ("doctor", *found) if medical else tuple(found)


def refuse(name: str, address: str) -> None:
    if CLOSED.match(name):
        raise LeftOut("closed, by its name")
    if PASSING.search(name):
        raise LeftOut("a temporary or COVID site")
    if SCHOOL.search(name):
        raise LeftOut("in a school, for its pupils")
    if INSIDE.search(f"{name} {address}"):
        raise LeftOut("inside a jail or prison")
    if OFFICE.search(name) or not needs(name):
        raise LeftOut("not a clinic by its name (office, WIC, eyes, pharmacy and the like)")


def notes(name: str, state: str) -> str:
    said = CHILDREN_NOTE if CHILDREN.search(name) else ""
    return " ".join(filter(None, [said, VAN_NOTE if moves(name, state) else ""]))


def site(row: dict[str, str]) -> Listing:
    name, state = readable(row["name"]), row["st_abbr"].strip().upper()
    refuse(name, squeeze(row["address"]))
    address_1, address_2 = street(row["address"])
    phone, extension = us_phone(row["phone"])
    return Listing(
        key="",
        name=name,
        address_1=address_1,
        address_2=address_2,
        city=readable_city(row["city"], state),
        state=state,
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        phone=(phone,) if phone else (),
        extension=extension,
        needs=needs(name),
        delivery="mobile" if moves(name, state) else "unknown",
        note=notes(name, state),
    )


DIRECTORY = Directory(
    slug="us-health-centers",
    name="HRSA list of health centers, about 2021",
    publisher="HRSA; points by the Opioid Environment Policy Scan (GeoDaCenter)",
    licence="Facts of a US federal list, public domain, in our own format",
    year=2021,
    url="https://doi.org/10.5281/zenodo.5842465",
    file="us-federal/FQHC_Geocoded.csv",
    columns=("name", "st_abbr", "city", "address", "phone", "lon", "lat"),
    site=site,
)
