"""An upstream directory: reading its file by a list of allowed columns, one listing a site.

What a row means is a short function in the source's own module. Checking points and areas is
where.py; places that two directories list are matching.py.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from resources.folding import fold
from resources.listings_file import Listing

from .cleaning import street_key
from .violence import flees_violence, kept_to_its_city

LISTED_TWICE = "merged: one place, spelt or listed twice"
KEPT_NOTE = "The address is not shown. Call for the place."


class LeftOut(Exception):
    """This row is not a place we may list. The words say why, for the counts."""


@dataclass(frozen=True)
class Directory:
    """Where a list is from, the credit it is owed, and how one of its rows is read."""

    slug: str
    name: str
    publisher: str
    licence: str
    year: int
    url: str
    file: str
    columns: tuple[str, ...]
    site: Callable[[dict[str, str]], Listing]
    encoding: str = "utf-8"
    # What makes two rows the same raw site, before any mending. For the counts.
    raw_key: tuple[str, ...] = ()

    def rows(self, folder: Path) -> Iterator[dict[str, str]]:
        """The allowed columns of each row, and nothing else: no staff names come this far."""
        with (folder / self.file).open(encoding=self.encoding, newline="") as text:
            for row in csv.DictReader(text):
                yield {column: row[column] or "" for column in self.columns}


@dataclass
class Reading:
    """What came of reading a directory: its listings by key, and where every row went."""

    listings: dict[str, Listing] = field(default_factory=dict)
    counts: Counter = field(default_factory=Counter)


def key_of(listing: Listing) -> str:
    """Stays the same from one year's file to the next. An area's key holds no street."""
    street = "" if listing.visibility == "area" else street_key(listing.address_1)
    return "|".join((fold(listing.name), street, fold(f"{listing.city} {listing.state}")))


def _union(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


def merged(first: Listing, other: Listing) -> Listing:
    """One site from two rows: every need and phone of both, the first one's other facts."""
    notes = _union((first.note,) if first.note else (), (other.note,) if other.note else ())
    return replace(
        first,
        needs=_union(first.needs, other.needs),
        phone=_union(first.phone, other.phone),
        extension=first.extension or (other.extension if not first.phone else ""),
        note=" ".join(notes),
    )


def to_area(listing: Listing, note: str = KEPT_NOTE) -> Listing:
    """The same place with its street, ZIP and point gone. where.py gives it its area."""
    bare = replace(
        listing,
        address_1="",
        address_2="",
        postal_code="",
        latitude=None,
        longitude=None,
        visibility="area",
        note=" ".join(filter(None, [listing.note, note])),
    )
    return replace(bare, key=key_of(bare))


def _kept_safe(listings: list[Listing]) -> list[Listing]:
    """A place that may shelter people, and all that shares its address, is kept to its city."""
    kept = {address_of(each) for each in listings if kept_to_its_city(each.name)}
    safe = []
    for each in listings:
        if kept_to_its_city(each.name) or (each.address_1 and address_of(each) in kept):
            each = to_area(each)
        if flees_violence(each.name):
            each = replace(each, needs=("dv", "sleep"))
        safe.append(each)
    return safe


def address_of(listing: Listing) -> str:
    return fold(f"{street_key(listing.address_1)} {listing.city} {listing.state}")


def sites(directory: Directory, rows: Iterator[dict[str, str]]) -> Reading:
    """Rows -> one listing a site, merged by name and address (clinics share a hospital's point)."""
    reading, listings, raw = Reading(), [], {}
    for row in rows:
        reading.counts["rows read"] += 1
        raw_key = tuple(row[column] for column in directory.raw_key or directory.columns)
        try:
            listings.append(directory.site(row))
            raw.setdefault(raw_key, "")
        except LeftOut as why:
            raw[raw_key] = f"left out: {why}"
    reading.counts["sites read"] = len(raw)
    reading.counts.update(why for why in raw.values() if why)
    for listing in _kept_safe(listings):
        listing = replace(listing, key=key_of(listing))
        kept = reading.listings.get(listing.key)
        reading.listings[listing.key] = merged(kept, listing) if kept else listing
    again = sum(1 for why in raw.values() if not why) - len(reading.listings)
    reading.counts[LISTED_TWICE] += again
    return reading
