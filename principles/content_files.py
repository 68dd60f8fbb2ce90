"""What ships in principles/content/, as rows. Read here and nowhere else.

Only what is missing is added: what staff changed stays as they left it.
"""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

from hrapp.publishing import came_with_the_site

from .models import Fact, Fold, Guide, Passage, Principle, Source, Step, Strip

CONTENT = Path(__file__).resolve().parent / "content"


def read_json(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def source_rows():
    with (CONTENT / "sources.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def load_sources():
    for row in source_rows():
        day = row.pop("checked_on")
        row["checked_on"] = date.fromisoformat(day) if day else None
        Source.objects.get_or_create(key=row.pop("key"), defaults=row)


def dates_of(told):
    """{"checked_on", "review_due"} from the day it was checked and how long that holds."""
    checked = date.fromisoformat(told["checked_on"])
    due = checked + timedelta(days=told["review_days"])
    return {"checked_on": checked, "review_due": due}


def guide_files():
    return [
        read_json(f"guides/{path.name}") for path in sorted((CONTENT / "guides").glob("*.json"))
    ]


def guide_from_file(slug):
    """A guide as it came with the site, shaped for a page as its model is: no database in it."""
    told = read_json(f"guides/{slug}.json")
    folds = [
        {"summary": fold["summary"], "lines": lines_of(fold), "is_open": "open" in fold}
        for fold in told["more"]
    ]
    return {**told, **dates_of(told), "steps": {"all": told["card"]}, "folds": {"all": folds}}


def lines_of(fold):
    return fold.get("items") or [fold["text"]]


def load_guides():
    there = set(Guide.objects.values_list("slug", flat=True))
    new = [told for told in guide_files() if told["slug"] not in there]
    made = {told["slug"]: make_guide(told) for told in new}
    # After all are there: one may point to another.
    for told in new:
        made[told["slug"]].see.set(Guide.objects.filter(slug__in=told["see"]))
        came_with_the_site(made[told["slug"]])


def make_guide(told):
    same = ("slug", "order", "title", "purpose", "is_emergency", "card_title", "card_warn")
    guide = Guide.objects.create(**{name: told[name] for name in same}, **dates_of(told))
    guide.needs.set(told["needs"])
    for order, step in enumerate(told["card"], start=1):
        Step.objects.create(guide=guide, order=order, do=step["do"], how=step["how"])
    for order, fact in enumerate(told["facts"], start=1):
        with_sources(fact, Fact(guide=guide, order=order, kind=fact["kind"], text=fact["text"]))
    for order, fold in enumerate(told["more"], start=1):
        text = "\n".join(lines_of(fold))
        facts = {"summary": fold["summary"], "text": text, "is_open": "open" in fold}
        with_sources(fold, Fold(guide=guide, order=order, **facts))
    for order, strip in enumerate(told["strips"], start=1):
        facts = {name: strip[name] for name in ("brand", "tests_for", "how", "reads")}
        with_sources(strip, Strip(guide=guide, order=order, **facts))
    return guide


def with_sources(told, row):
    row.save()
    row.sources.set(Source.objects.filter(pk__in=told["sources"]))


def load_handout():
    """The handout's words with our plain lines, and what each principle speaks to."""
    handout, plain = read_json("handout.json"), read_json("plain_lines.json")
    parts = {**handout, "credit": [handout["credit"]]}
    for part in Passage.Part.values:
        for number, text in enumerate(parts[part], start=1):
            facts = {"text": text, "plain": plain[part][number - 1]}
            Passage.objects.get_or_create(part=part, number=number, defaults=facts)
    for number, text in enumerate(handout["principles"], start=1):
        facts = {"text": text, "plain": plain["principles"][number - 1]}
        row, _is_new = Principle.objects.get_or_create(number=number, defaults=facts)
        if row.edition == 0 and not row.practice:
            speaks_to(row, plain["practice"][number - 1])
    for model in (Passage, Principle):
        publish_for_the_first_time(model, plain)


def speaks_to(principle, told):
    principle.practice = "\n".join(told["lines"])
    principle.save()
    principle.needs.set(told["needs"])
    principle.guides.set(Guide.objects.filter(slug__in=told["guides"]))


def publish_for_the_first_time(model, told):
    """Also rows from before there was publishing: they were public, and stay so."""
    for row in model.objects.filter(edition=0, checked_on=None):
        for name, day in dates_of(told).items():
            setattr(row, name, day)
        row.save()
        row.sources.set(Source.objects.filter(pk__in=told["sources"]))
        came_with_the_site(row)
