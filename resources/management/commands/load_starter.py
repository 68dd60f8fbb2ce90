"""The starter directory's files -> the database. Safe to run again: it only adds what is new."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from resources import listings_file
from resources.listings_load import CannotLoad, load_all


class Command(BaseCommand):
    help = "Loads resources/starter/*.tsv. What is there already is left as it is."

    def add_arguments(self, parser):
        parser.add_argument("--from", dest="folder", type=Path, default=listings_file.FOLDER)

    def handle(self, *args, **options):
        try:
            load_all(options["folder"], self.stdout.write)
        except CannotLoad as why:
            raise CommandError(str(why)) from why
