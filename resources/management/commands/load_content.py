"""Needs, audiences and help lines from resources/content/ into the database.

Only what is missing is added: what staff changed stays as they left it. A later version's new
search words reach a database that is there. Imports are `load_starter`'s, areas are
`load_gazetteer`'s.
"""

import csv
import json
from pathlib import Path

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import transaction

from resources import documents
from resources.folding import fold
from resources.models import Audience, HelpLine, Need, NeedGroup, NeedSynonym, ShippedWords

CONTENT = Path(__file__).resolve().parents[2] / "content"
JUST_FOR = "just-for"


def rows_of(name):
    with (CONTENT / name).open(encoding="utf-8") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)


def load_needs():
    groups, often_at = {}, {}
    shipped = dict(ShippedWords.objects.values_list("slug", "words"))
    for order, row in enumerate(rows_of("needs.tsv")):
        words = by_key(row["search"].split("; "))
        fresh = new_words(row, words, shipped.get(row["id"]))
        if row["group"] == JUST_FOR:
            load_audience(row, order, fresh)
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
        add_synonyms(need, words if is_new else not_taken(fresh))
        if is_new:
            often_at[need.pk] = row["ask_at"] or None
    # After all are there: one may point to another.
    for need, ask_at in often_at.items():
        Need.objects.filter(pk=need).update(ask_at=ask_at)


def load_audience(row, order, fresh):
    facts = {"label": row["label"], "order": order, "search": row["search"].replace("; ", "\n")}
    audience, is_new = Audience.objects.get_or_create(slug=row["id"], defaults=facts)
    kept = audience.search.splitlines()
    more = [words for key, words in fresh.items() if key not in by_key(kept)]
    if more and not is_new:
        audience.search = "\n".join([*kept, *more])
        audience.save()


def by_key(words):
    return {fold(some): some for some in words if fold(some)}


def new_words(row, words, shipped):
    """Of the words (by key) that ship, those that never did before, noted as shipped from now on.

    `shipped` is None in a database from before this was noted. Then all of them are news, unless
    staff took some away: which, nobody noted, so none is brought back.
    """
    if shipped is None and staff_took_words_away(row):
        shipped = "\n".join(words)
        ShippedWords.objects.create(slug=row["id"], words=shipped)
    before = (shipped or "").splitlines()
    fresh = {key: some for key, some in words.items() if key not in before}
    if fresh:
        noted = {"words": "\n".join([*before, *fresh])}
        ShippedWords.objects.update_or_create(slug=row["id"], defaults=noted)
    return fresh


def staff_took_words_away(row):
    """By the admin's log, whose notes are in English whatever staff read."""
    model = Audience if row["group"] == JUST_FOR else Need
    notes = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model),
        object_id=row["id"],
        change_message__icontains="search word",
    )
    return any(
        "search word" in str(note[act]).lower()
        for message in notes.values_list("change_message", flat=True)
        for note in json.loads(message)
        for act in ("changed", "deleted")
        if act in note
    )


def not_taken(words):
    """Without those that lead somewhere already: what staff gave to another need stays there."""
    taken = set(NeedSynonym.objects.filter(key__in=words).values_list("key", flat=True))
    return {key: some for key, some in words.items() if key not in taken}


def add_synonyms(need, words):
    NeedSynonym.objects.bulk_create(
        [NeedSynonym(need=need, words=some, key=key) for key, some in words.items()]
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
