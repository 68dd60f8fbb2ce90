"""The gazetteer's own files: one line for each area, tab-separated, sorted, so a diff can be read.

Lives here: reading and writing them, and their fingerprint. Not here: how they are made
(sources/areas.py), the table they are loaded into (models/area.py).
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "gazetteer"
FILES = {
    "state": "states.tsv",
    "county": "counties.tsv",
    "city": "cities.tsv",
    "zip": "zips.tsv",
}


class AreaRow(NamedTuple):
    slug: str
    name: str
    state: str
    also: str
    latitude: float
    longitude: float
    timezone: str
    population: int


def read_areas(kind: str, folder: Path = FOLDER) -> Iterator[AreaRow]:
    """The rows of one kind. Raises ValueError for a row that has too few or too many columns."""
    with (folder / FILES[kind]).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)  # the names of the columns
        for slug, name, state, also, lat, lon, zone, population in rows:
            yield AreaRow(slug, name, state, also, float(lat), float(lon), zone, int(population))


def write_areas(kind: str, rows: Iterable[AreaRow], folder: Path = FOLDER) -> None:
    with (folder / FILES[kind]).open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(AreaRow._fields) + "\n")
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")


def fingerprint(folder: Path = FOLDER) -> str:
    """Changes when a file or this format changes; 64 hexadecimal digits."""
    digest = hashlib.sha256(b"1")  # raise when place_words.area_key changes: keys are stored
    for name in FILES.values():
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
