"""What ships in principles/content/ into the database.

Only what is missing is added: what staff changed stays as they left it.
"""

from django.core.management.base import BaseCommand
from django.db import transaction

from principles.content_files import (
    load_cases,
    load_guides,
    load_handout,
    load_sources,
    load_state_laws,
)
from principles.models import Guide, Principle


class Command(BaseCommand):
    help = "Adds what is missing of the handout, the sources, guides, cases and laws of states."

    @transaction.atomic
    def handle(self, **options):
        load_sources()
        load_guides()
        load_cases()
        load_handout()
        load_state_laws()
        self.stdout.write(f"{Principle.objects.count()} principles, {Guide.objects.count()} guides")
