"""The handout from principles/content/ into the database, with our plain lines.

Only what is missing is added: what staff changed stays as they left it.
"""

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from principles.models import Passage, Principle

CONTENT = Path(__file__).resolve().parents[2] / "content"


class Command(BaseCommand):
    help = "Adds the parts of the handout that are not there yet."

    @transaction.atomic
    def handle(self, **options):
        handout = json.loads((CONTENT / "handout.json").read_text(encoding="utf-8"))
        plain = json.loads((CONTENT / "plain_lines.json").read_text(encoding="utf-8"))
        parts = {**handout, "credit": [handout["credit"]]}
        for part in Passage.Part.values:
            for number, text in enumerate(parts[part], start=1):
                facts = {"text": text, "plain": plain[part][number - 1]}
                Passage.objects.get_or_create(part=part, number=number, defaults=facts)
        for number, text in enumerate(handout["principles"], start=1):
            facts = {"text": text, "plain": plain["principles"][number - 1]}
            Principle.objects.get_or_create(number=number, defaults=facts)
        self.stdout.write(f"{Principle.objects.count()} principles")
