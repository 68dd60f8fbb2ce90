"""Our own file for a directory: one listing a line, readable in a diff, credit on top.

Only the format lives here. Where listings come from is sources/; putting them in the database
is listings_load.py.
"""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "starter"


@dataclass(frozen=True)
class Listing:
    """One place and what it offers.

    Points are WGS 84 degrees, null together. An area or hidden listing carries no street, no
    ZIP and no point, only the slug of an Area: what is not in the file cannot come out of it.
    An exact one without a point nobody doubts carries the slug of the Area it is in.
    """

    key: str
    name: str
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    timezone: str = ""
    phone: tuple[str, ...] = ()
    extension: str = ""
    needs: tuple[str, ...] = ()
    visibility: str = "exact"
    area: str = ""
    delivery: str = "unknown"
    note: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


COLUMNS = [field.name for field in fields(Listing)]
MANY = ("phone", "needs")
POINT = ("latitude", "longitude")


def _cell(listing: Listing, column: str) -> str:
    value = getattr(listing, column)
    if value is None:
        return ""
    if column in MANY:
        return " ".join(value)
    return f"{value:.5f}" if column in POINT else " ".join(str(value).split())


def write(path: Path, header: dict[str, str], listings: Iterable[Listing]) -> int:
    """Writes the listings sorted by key under `# name: value` lines. Returns how many."""
    ordered = sorted(listings, key=lambda listing: listing.key)
    lines = [f"# {name}: {value}" for name, value in header.items()]
    lines.append("\t".join(COLUMNS))
    lines += ["\t".join(_cell(listing, column) for column in COLUMNS) for listing in ordered]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(ordered)


def _listing(cells: dict[str, str]) -> Listing:
    values: dict = {name: cells[name] for name in COLUMNS}
    for name in MANY:
        values[name] = tuple(cells[name].split())
    for name in POINT:
        values[name] = float(cells[name]) if cells[name] else None
    return Listing(**values)


def read(path: Path) -> tuple[dict[str, str], list[Listing]]:
    """(header, listings) of one of our files. Raises KeyError when a column is missing."""
    header, rows = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name, _, value = line[2:].partition(": ")
            header[name] = value
        else:
            rows.append(line)
    table = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
    return header, [_listing(cells) for cells in table]


def fingerprint(path: Path) -> str:
    """Changes when the file does."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files(folder: Path = FOLDER) -> list[Path]:
    """Every directory file we carry."""
    return sorted(folder.glob("*.tsv"))
