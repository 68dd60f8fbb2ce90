"""Content in other languages, from hrapp/locale/*/content/ into the database.

Only what is missing is added: what staff changed stays as they left it.
"""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from hrapp import phrases
from hrapp.models import Phrase


class Command(BaseCommand):
    help = "Adds the texts in other languages that are not there yet."

    @transaction.atomic
    def handle(self, **options):
        for language, _name in settings.LANGUAGES:
            phrases.load(language)
        self.stdout.write(f"{Phrase.objects.count()} texts in other languages")
