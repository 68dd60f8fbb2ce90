"""Load the gazetteer's files into the table of areas. A second run with the same files is idle."""

from itertools import islice
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from resources.gazetteer_file import FILES, FOLDER, AreaRow, fingerprint, read_areas
from resources.models.area import Area, GazetteerEdition
from resources.place_words import area_key

BATCH = 2000


class Command(BaseCommand):
    help = "Load every ZIP, city, county and state from resources/gazetteer/."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER, help="where the .tsv files are")

    @transaction.atomic
    def handle(self, *, folder, **options):
        edition = fingerprint(folder)
        if GazetteerEdition.objects.filter(fingerprint=edition).exists():
            self.stdout.write("Places: already loaded.")
            return
        fresh = not Area.objects.exists()
        for kind, file in FILES.items():
            rows, count = read_areas(kind, folder), 0
            while areas := [area_of(kind, row) for row in islice(rows, BATCH)]:
                save_areas(areas, fresh=fresh)
                count += len(areas)
            self.stdout.write(f"Places: {count:,} from {file}")
        GazetteerEdition.objects.all().delete()
        GazetteerEdition.objects.create(fingerprint=edition)
        with connection.cursor() as cursor:  # else PostgreSQL reads the whole table for a typo
            cursor.execute(f"ANALYZE {Area._meta.db_table}")


def area_of(kind: str, row: AreaRow) -> Area:
    key = row.name if kind == "zip" else area_key(kind, row.name)
    return Area(kind=kind, key=key, **row._asdict())


def save_areas(areas: list[Area], *, fresh: bool) -> None:
    """Add, or bring up to date by slug. An area that left the files stays: a listing or a link
    may lean on it."""
    if fresh:
        Area.objects.bulk_create(areas)
        return
    columns = ["kind", "key", *(name for name in AreaRow._fields if name != "slug")]
    Area.objects.bulk_create(
        areas,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=columns,
    )
