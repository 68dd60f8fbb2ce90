"""The nearby index and the cards anew: after an upgrade that makes cards otherwise, or --all."""

from django.core.management.base import BaseCommand

from resources import cards, nearby
from resources.models import PlaceCard


class Command(BaseCommand):
    help = "Makes the nearby index and the cards again, if they were made by another edition."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="whether it is needed or not")

    def handle(self, **options):
        outdated = PlaceCard.objects.exclude(made_by=cards.made_by()).exists()
        if outdated or options["all"]:
            self.stdout.write(f"{nearby.reindex_all():,} index rows")
