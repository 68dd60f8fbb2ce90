"""Needs, audiences and help lines from resources/content/ into the database.

Only what is missing is added: what staff changed stays as they left it. Imports are
`load_starter`'s, areas are `load_gazetteer`'s.
"""

import csv
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from resources import documents
from resources.folding import fold
from resources.models import Audience, HelpLine, Need, NeedGroup, NeedSynonym

CONTENT = Path(__file__).resolve().parents[2] / "content"
JUST_FOR = "just-for"


def rows_of(name):
    with (CONTENT / name).open(encoding="utf-8") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)


def load_needs():
    groups, often_at = {}, {}
    for order, row in enumerate(rows_of("needs.tsv")):
        if row["group"] == JUST_FOR:
            search = row["search"].replace("; ", "\n")
            facts = {"label": row["label"], "order": order, "search": search}
            Audience.objects.get_or_create(slug=row["id"], defaults=facts)
            continue
        group = groups.get(row["group"])
        if group is None:
            facts = {"label": row["group_label"], "order": len(groups)}
            group, _ = NeedGroup.objects.get_or_create(slug=row["group"], defaults=facts)
            groups[group.slug] = group
        facts = {name: row[name] for name in ("label", "plain", "icon")}
        need, is_new = Need.objects.get_or_create(
            id=row["id"], defaults={**facts, "group": group, "order": order}
        )
        if is_new:
            add_synonyms(need, row["search"].split("; "))
            often_at[need.pk] = row["ask_at"] or None
    # After all are there: one may point to another.
    for need, ask_at in often_at.items():
        Need.objects.filter(pk=need).update(ask_at=ask_at)


def add_synonyms(need, words):
    by_key = {fold(some): some for some in words if fold(some)}
    NeedSynonym.objects.bulk_create(
        [NeedSynonym(need=need, words=some, key=key) for key, some in by_key.items()]
    )


def load_help_lines():
    for row in rows_of("help_lines.tsv"):
        row["spots_while_using"] = row["spots_while_using"] == "yes"
        needs = row.pop("needs").split()
        line, is_new = HelpLine.objects.get_or_create(name=row.pop("name"), defaults=row)
        if is_new:
            line.needs.set(needs)


class Command(BaseCommand):
    help = "Adds the needs, audiences and help lines that are not there yet."

    @transaction.atomic
    def handle(self, **options):
        load_needs()
        load_help_lines()
        documents.keep("need", Need.objects.values_list("pk", flat=True))
        documents.keep("line", HelpLine.objects.values_list("pk", flat=True))
        self.stdout.write(f"{Need.objects.count()} needs, {HelpLine.objects.count()} help lines")
