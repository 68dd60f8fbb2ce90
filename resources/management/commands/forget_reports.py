"""Deletes the words of reports that were closed 90 days ago or more. May be run at any time.

The site does the same when it starts, when a report comes in, and when staff open the queue.
"""

from django.core.management.base import BaseCommand
from django.utils import timezone

from resources import reporting


class Command(BaseCommand):
    help = "Deletes the words of reports that were closed long enough ago."

    def handle(self, **options):
        self.stdout.write(f"{reporting.forget_old_notes(timezone.now()):,} notes deleted")
