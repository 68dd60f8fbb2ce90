"""Opioid treatment programs (methadone clinics) on SAMHSA's list of about 2020-21.

1,831 rows. Quirks: cp1252, not UTF-8; the name's column is called "ID"; 232 ZIPs lost their zeros;
no phones. Clinics inside a jail are left out: nobody can walk in.
"""

import re

from resources.listings_file import Listing

from .cleaning import moves, readable, readable_city, street, us_zip
from .directory import Directory, LeftOut

INSIDE = re.compile(
    r"\b(jail|prison|penitentiary|detention|correctional|correctional? (center|institution)"
    r"|house of corrections?|department of corrections?|rikers|sheriff|juvenile hall)\b",
    re.I,
)
VAN_NOTE = "It moves around. Call for where it is."


def site(row: dict[str, str]) -> Listing:
    name, state = readable(row["ID"]), row["STATE"].strip().upper()
    if INSIDE.search(f"{name} {row['ADDRESS']}"):
        raise LeftOut("inside a jail or prison")
    address_1, address_2 = street(row["ADDRESS"])
    van = moves(name, state)
    return Listing(
        key="",
        name=name,
        address_1=address_1,
        address_2=address_2,
        city=readable_city(row["CITY"], state),
        state=state,
        postal_code=us_zip(row["POSTAL"], state),
        latitude=float(row["Latitude"]),
        longitude=float(row["Longitude"]),
        needs=("moud",),
        delivery="mobile" if van else "unknown",
        note=VAN_NOTE if van else "",
    )


DIRECTORY = Directory(
    slug="us-otp",
    name="SAMHSA list of opioid treatment programs, about 2021",
    publisher="SAMHSA; points by the Opioid Environment Policy Scan (GeoDaCenter)",
    licence="Facts of a US federal list, public domain, in our own format",
    year=2021,
    url="https://doi.org/10.5281/zenodo.5842465",
    file="us-federal/OpioidTreatmentProgram_Geocoded.csv",
    columns=("ID", "ADDRESS", "CITY", "STATE", "POSTAL", "Latitude", "Longitude"),
    site=site,
    encoding="cp1252",
)
