"""What is made from the rows, made anew: after an upgrade that makes it otherwise, or --all.

The nearby index with the cards of its places; and the documents that search reads.
"""

from django.core.management.base import BaseCommand

from resources import cards, documents, nearby
from resources.models import PlaceCard


class Command(BaseCommand):
    help = "Makes the nearby index, the cards and what search finds, if another edition made them."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="whether it is needed or not")

    def handle(self, **options):
        outdated = PlaceCard.objects.exclude(made_by=cards.made_by()).exists()
        if outdated or options["all"]:
            self.stdout.write(f"{nearby.reindex_all():,} index rows")
        if documents.are_outdated() or options["all"]:
            self.stdout.write(f"{documents.all_anew():,} things to find")
