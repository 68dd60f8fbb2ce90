"""What ships in principles/content/, as rows. Read here and nowhere else.

Only what is missing is added: what staff changed stays as they left it.
"""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

from hrapp.publishing import came_with_the_site

from .models import (
    CaseNeed,
    CaseStudy,
    Clue,
    Fact,
    FirstWord,
    Fold,
    Guide,
    Harm,
    Intervention,
    LawClaim,
    Passage,
    Principle,
    Source,
    StateLaw,
    Step,
    Strip,
)

CONTENT = Path(__file__).resolve().parent / "content"


def read_json(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def table_rows(name):
    with (CONTENT / name).open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)


def load_sources():
    for row in table_rows("sources.tsv"):
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


def load_cases():
    there = set(CaseStudy.objects.values_list("slug", flat=True))
    for path in sorted((CONTENT / "cases").glob("*.json")):
        told = read_json(f"cases/{path.name}")
        if told["slug"] not in there:
            came_with_the_site(make_case(told))


def make_case(told):
    same = ("slug", "order", "title", "person", "credit", "note", "prompt")
    lines = {name: "\n".join(told[name]) for name in ("story", "last_words")}
    case = CaseStudy.objects.create(
        **{name: told[name] for name in same}, **lines, **dates_of(told)
    )
    for order, clue in enumerate(told["clues"], start=1):
        Clue.objects.create(case=case, order=order, **clue)
    for order, need in enumerate(told["needs"], start=1):
        CaseNeed.objects.create(case=case, order=order, need_id=need)
    for order, word in enumerate(told["first_five"], start=1):
        facts = {name: word[name] for name in ("say", "why")}
        FirstWord.objects.create(case=case, order=order, **facts).needs.set(word["needs"])
    make_harms(case, told["harms"], make_helps(case, told["interventions"]))
    return case


def make_helps(case, told):
    """{its key in the file: the row}."""
    made = {}
    for order, one in enumerate(told, start=1):
        facts = {name: one[name] for name in ("text", "when", "who", "grade")}
        made[one["key"]] = row = Intervention(case=case, order=order, **facts)
        with_sources(one, row)
        row.needs.set(one["needs"])
    return made


def make_harms(case, told, helps):
    for order, one in enumerate(told, start=1):
        facts = {name: one[name] for name in ("lens", "severity", "title", "plain")}
        strength = one.get("is_strength", False)
        harm = Harm(case=case, order=order, is_strength=strength, **facts)
        with_sources(one, harm)
        harm.helps.set([helps[key] for key in one["helps"]])


def load_state_laws():
    rows = list(table_rows("state_laws.tsv"))
    there = set(StateLaw.objects.values_list("code", flat=True))
    for code in sorted({row["code"] for row in rows} - there):
        came_with_the_site(make_law([row for row in rows if row["code"] == code]))


def make_law(rows):
    """A state's law from its claims; it is due when the first of them is."""
    dates = [dates_of({**row, "review_days": int(row["review_days"])}) for row in rows]
    law = StateLaw.objects.create(
        code=rows[0]["code"],
        name=rows[0]["name"],
        checked_on=min(one["checked_on"] for one in dates),
        review_due=min(one["review_due"] for one in dates),
    )
    for row, due in zip(rows, dates, strict=True):
        told = {"topic": row["topic"], "text": row["text"], "review_due": due["review_due"]}
        claim = LawClaim(law=law, as_of=date.fromisoformat(row["as_of"]), **told)
        with_sources({"sources": row["sources"].split()}, claim)
    return law


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
    principle.cases.set(CaseStudy.objects.filter(slug__in=told["cases"]))


def publish_for_the_first_time(model, told):
    """Also rows from before there was publishing: they were public, and stay so."""
    for row in model.objects.filter(edition=0, checked_on=None):
        for name, day in dates_of(told).items():
            setattr(row, name, day)
        row.save()
        row.sources.set(Source.objects.filter(pk__in=told["sources"]))
        came_with_the_site(row)
