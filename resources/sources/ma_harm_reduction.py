"""Massachusetts state pages on harm reduction and treatment, read in 2025.

603 rows, one for each category of each of 506 sites. Quirks: the address is one string in at least
five shapes; a row that is the page's own "Total Results:"; a test entry; scraped lines where a
number in the name was taken for the street's; the page's category behind the name.
"""

import re

from resources.folding import fold
from resources.listings_file import Listing

from .cleaning import moves, readable, readable_city, squeeze, street, us_phone, us_zip
from .directory import Directory, LeftOut

NEEDS = {
    "Medication for Opioid Use Disorder": ("moud",),
    "Bridge Clinic": ("moud",),
    "Naloxone & OD Education": ("naloxone", "od_help_training"),
    "Syringe Service Program": ("syringes",),
    "Detox": ("detox_rehab",),
    "Shelter": ("sleep",),
}
# The state's category printed behind a name. Who it is for ("for Men") is a fact and stays.
CATEGORY = re.compile(
    r"\s*-\s*(shelters for individuals|needle exchange programs|(substance abuse )?prevention"
    r" programs|(opioid )?overdose prevention / narcan \(naloxone\) training|outpatient counseling"
    r"( \(individual, group, family\))?|family support & 12-step groups|syringe and needle disposal"
    r" site|opioid overdose prevention / masscall2 programs)(?=$|\s+-)",
    re.I,
)
TAIL = re.compile(r"[\s,]*\bMA,?\s*(\d{5})$")
# An office listed under one person's own name: we keep the office and leave the person out.
ONE_PERSONS_OFFICE = "21 sw cutoff"
VAN_NOTE = "It moves around. Call for where it is."
DISPOSAL_NOTE = "Its name says it takes used needles. Call and ask about new ones."


def address(text: str) -> tuple[str, str, str]:
    """(street, city, ZIP) from any of the shapes. Two addresses in one: the inner, fuller one."""
    text = text.strip().split("\n")[-1].strip()
    found = TAIL.search(text)
    if not found:
        return text, "", ""
    rest, postal = text[: found.start()].rstrip(" ,"), found.group(1)
    inner = re.match(r"(.+\bMA,?\s*\d{5}),[^,]+$", rest)
    if inner and re.search(r"(,|\s\s)[^,]+,\s*MA", inner.group(1)):
        return address(inner.group(1))
    before, _, city = rest.rpartition(",")
    if not before or "  " in city.strip():
        before, _, city = rest.rpartition("  ")
    return TAIL.sub("", before.strip(" ,")), city.strip(), postal


def public_name(text: str, address_1: str, city: str) -> str:
    if fold(address_1) == ONE_PERSONS_OFFICE:
        return f"Medication for opioid use disorder, {city}"
    name = re.sub(r",[^,]+, MA,? \d{5}$", "", squeeze(text))
    while CATEGORY.search(name):
        name = CATEGORY.sub("", name)
    name = re.sub(r"\s+-\s*|(?<=\w)-\s+", " - ", name)
    return readable(name)


def refuse(name: str) -> None:
    if name.startswith("Total Results"):
        raise LeftOut("the page's own total, not a place")
    if re.match(r"test program\b", name, re.I):
        raise LeftOut("a test entry")


def site(row: dict[str, str]) -> Listing:
    raw_name = squeeze(row["organization_name"])
    refuse(raw_name)
    phone, extension = us_phone(row["phone_number"])
    road, city, postal = address(row["address"])
    address_1, address_2 = street(road)
    city = readable_city(city)
    name = public_name(raw_name, address_1, city)
    disposal, van = "disposal site" in raw_name.lower(), moves(name, "MA")
    return Listing(
        key="",
        name=name,
        address_1=address_1,
        address_2="" if address_2 == city else address_2,
        city=city,
        state="MA",
        postal_code=us_zip(postal, "MA"),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        phone=(phone,) if phone else (),
        extension=extension,
        # The state lists a bin for used needles among its syringe programs: no door for new ones.
        needs=("sharps",) if disposal else NEEDS[row["resource_category"]],
        delivery="mobile" if van else "unknown",
        note=" ".join(filter(None, [DISPOSAL_NOTE if disposal else "", VAN_NOTE if van else ""])),
    )


DIRECTORY = Directory(
    slug="ma-harm-reduction",
    name="Massachusetts state pages, 2025",
    publisher="Commonwealth of Massachusetts; gathered by the project sms-harm-reduction-chatbot",
    licence="Public facts, in our own format",
    year=2025,
    url="https://www.mass.gov/",
    file="ma-harm-reduction/resources_data.csv",
    columns=("resource_category", "organization_name", "phone_number", "address")
    + ("latitude", "longitude"),
    site=site,
    raw_key=("organization_name", "address"),
)
