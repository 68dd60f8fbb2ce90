"""Raw upstream files -> the starter directory's own files. For whoever renews them, not for run."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand

from resources import listings_file
from resources.gazetteer_file import read_areas
from resources.sources import ma_harm_reduction, us_health_centers, us_otp
from resources.sources.directory import Directory, Reading, sites
from resources.sources.finishing import finished
from resources.sources.matching import Kept, without_known
from resources.sources.where import Gazetteer, settled

# The first to list a place keeps it: phones first, then freshness.
DIRECTORIES = [ma_harm_reduction.DIRECTORY, us_health_centers.DIRECTORY, us_otp.DIRECTORY]


def header(directory: Directory, reading: Reading) -> dict[str, str]:
    lines = {
        "name": directory.name,
        "credit": directory.publisher,
        "year": str(directory.year),
        "licence": directory.licence,
        "url": directory.url,
    }
    counts = {
        f"count, {why.replace(': ', ', ')}": str(count)
        for why, count in sorted(reading.counts.items())
    }
    return lines | counts | {"count, listed": str(len(reading.listings))}


class Command(BaseCommand):
    help = "Makes resources/starter/*.tsv from a folder with the upstream files."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="where the upstream folders are")
        parser.add_argument("--to", type=Path, default=listings_file.FOLDER)

    def handle(self, *args, **options):
        gazetteer, kept = Gazetteer(read_areas("zip"), read_areas("city")), Kept()
        for directory in DIRECTORIES:
            reading = settled(sites(directory, directory.rows(options["folder"])), gazetteer)
            kept.add(directory.slug, without_known(reading, kept, directory.name))
        for directory in DIRECTORIES:
            reading = kept.readings[directory.slug]
            path = options["to"] / f"{directory.slug}.tsv"
            named = map(finished, reading.listings.values())
            listings_file.write(path, header(directory, reading), named)
            self.report(directory, reading)

    def report(self, directory: Directory, reading: Reading) -> None:
        self.stdout.write(f"{directory.slug}: {len(reading.listings)} listed")
        for why, count in sorted(reading.counts.items()):
            self.stdout.write(f"  {count:6} {why}")
        listings = reading.listings.values()
        for name, count in Counter(need for each in listings for need in each.needs).most_common():
            self.stdout.write(f"  {count:6} need {name}")
        shown = Counter(each.visibility for each in listings)
        self.stdout.write(f"  {shown['area']:6} shown as an area only")
