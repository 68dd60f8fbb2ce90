"""The twelve guides as they lie in the repository: sourced, plain, kind, and able to be wrong.

Each rule is a function that lists what breaks it, so that a spoiled guide proves that it can fail.
How a guide looks on a page, and who may change it, is tested elsewhere.
"""

import copy
import csv
import json
import re
from pathlib import Path
from statistics import mean

import pytest
import textstat

from tests.test_words import HIGHEST_GRADE, LONGEST_SENTENCE, NEVER, words_in

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "principles/content"
SLUGS = [
    *("overdose", "tolerance", "using-alone", "whats-in-it", "safer-injecting", "wounds"),
    *("smoking-snorting", "overamping", "treatment", "hiv-hep-c", "sharps", "rights"),
]
KINDS = {"fact", "caution", "differ"}
STRIP = {"brand", "tests_for", "how", "reads", "sources"}
EMERGENCIES = {"overdose", "overamping"}
SOON = {"overdose", "hiv-hep-c", "whats-in-it", "rights"}
TEXTS, LISTS = (
    ("slug", "title", "purpose", "card_title", "card_warn", "checked_on"),
    (*("card", "facts", "more", "needs", "see", "strips"),),
)
# On these pages a bag's strength or a street amount would read as advice on how much to take.
AMOUNT = re.compile(
    r"\b\d+(\.\d+)?\s?(mg|mcg|µg|g|grams?|milligrams?|bags?|hits?|pills?|points?)\b", re.I
)
# The law protects some callers from some charges; a promise would be a lie in every state.
PROMISE = re.compile(r"\bcan(no|’)t be arrested|won’t be arrested|no arrest\b", re.I)
ROUTES = re.compile(r"\b(smok\w+|snort\w*|boof\w*|inject\w*) instead\b", re.I)
SPELLED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
NOT_PLAIN = re.compile(r"[<>*_`#\[\]\"'|\t\n]|\s{2,}|^\s|\s$")
HARD = [
    *("overdose", "naloxone", "methadone", "buprenorphine", "xylazine", "medetomidine"),
    *("nitazene", "hepatitis [ABC]", "hep C", "tolerance", "withdrawal"),
]


def guides():
    files = sorted((CONTENT / "guides").glob("*.json"))
    found = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return sorted(found, key=lambda guide: guide["order"])


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(
        csv.DictReader(
            (line for line in lines if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
    )


def sources():
    return rows(CONTENT / "sources.tsv")


def sourced(guide):
    return [*guide["facts"], *guide["more"], *guide["strips"]]


def keys(guide):
    return {key for one in sourced(guide) for key in one["sources"]}


def card(guide):
    steps = [text for step in guide["card"] for text in (step["do"], step["how"])]
    return [text for text in (guide["card_title"], *steps, guide["card_warn"]) if text]


def folded(guide):
    for part in guide["more"]:
        yield from (part["summary"], *part.get("items", [part.get("text", "")]))


def ours(guide):
    """What a guide says outside its card and folds, as a reader meets it."""
    strips = [strip[field] for strip in guide["strips"] for field in ("how", "reads")]
    return [guide["purpose"], *(fact["text"] for fact in guide["facts"]), *strips]


def texts(guide):
    return [guide["title"], *card(guide), *folded(guide), *ours(guide)]


def sentences(said):
    return [one for text in said for one in re.split(r"(?<=[.?!:])”?\s+", text) if one.strip()]


def out_of_shape(guide):
    parts = {*TEXTS, *LISTS, "order", "is_emergency", "review_days"}
    wrong = [f"has {part}" for part in guide.keys() ^ parts]
    wrong += [part for part in TEXTS if not isinstance(guide.get(part), str)]
    wrong += [part for part in LISTS if not isinstance(guide.get(part), list)]
    wrong += [fact["text"] for fact in guide["facts"] if fact.keys() != {"text", "kind", "sources"}]
    wrong += [f for f in (fact["kind"] for fact in guide["facts"]) if f not in KINDS]
    wrong += [step for step in guide["card"] if step.keys() != {"do", "how"}]
    wrong += [strip for strip in guide["strips"] if strip.keys() != STRIP]
    wrong += [part for part in guide["more"] if ("items" in part) == ("text" in part)]
    return wrong + [text for text in texts(guide) if not text]


def out_of_place(guide):
    """A card only where there is an emergency, strips only where they are explained."""
    is_one = guide["slug"] in EMERGENCIES
    wrong = ["card"] if bool(guide["card"]) != is_one or guide["is_emergency"] != is_one else []
    wrong += ["strips"] if bool(guide["strips"]) != (guide["slug"] == "whats-in-it") else []
    wrong += ["more"] if bool(guide["more"]) != (guide["slug"] == "overdose") else []
    wrong += ["days"] if guide["review_days"] != (90 if guide["slug"] in SOON else 180) else []
    newest = max(row["dated"] for row in sources() if row["key"] in keys(guide))
    return wrong + (["day"] if guide["checked_on"] < newest else [])


def too_many_or_too_few(guide):
    counts = {kind: sum(f["kind"] == kind for f in guide["facts"]) for kind in KINDS}
    wrong = [] if 5 <= counts["fact"] <= 9 and counts["caution"] else [counts]
    return wrong + [f["text"] for f in guide["facts"] if len(sentences([f["text"]])) > 4]


def without_a_source(guide):
    known = {row["key"] for row in sources()}
    return [one for one in sourced(guide) if not one["sources"] or set(one["sources"]) - known]


def unknown_needs(guide):
    known = {row["id"] for row in rows(ROOT / "resources/content/needs.tsv")}
    listed = guide["needs"]
    wrong = sorted(set(listed) - known) + ["twice"] * (len(set(listed)) != len(listed))
    return wrong + ([] if 1 <= len(listed) <= 8 else [f"{len(listed)} needs"])


def links_to_nowhere(guide):
    others = set(SLUGS) - {guide["slug"]}
    return [slug for slug in guide["see"] if slug not in others] or ([] if guide["see"] else ["no"])


def words_that_hurt(guide):
    rules = (NEVER, PROMISE)
    return [text for text in texts(guide) if any(rule.search(text) for rule in rules)]


def advice_on_how_much_or_which_way(guide):
    said = [guide["purpose"], *card(guide), *folded(guide), *(f["text"] for f in guide["facts"])]
    return [text for text in said if AMOUNT.search(text) or ROUTES.search(text)]


def too_long(guide):
    counts = [len(words_in(one)) for one in sentences(texts(guide))]
    long = [one for one in sentences(texts(guide)) if len(words_in(one)) > LONGEST_SENTENCE]
    return long + ([f"average {mean(counts)}"] if mean(counts) > 12 else [])


def too_hard(guide):
    said = ". ".join(one.strip(".:?! ”") for one in sentences(texts(guide)))
    grade = textstat.flesch_kincaid_grade(said)
    return [grade] if grade > HIGHEST_GRADE else []


def not_explained(guide):
    """Hard words that come first without plain ones beside them; the folds’ words are fixed."""
    said = "\n".join([*card(guide), *ours(guide)])
    wrong = []
    for word in HARD:
        first = re.search(rf"\b{word}", said, re.I)
        plain = rf"{word}s?( \([^)]+\)|( \([^)]+\))?( and \w+)?( \([^)]+\))? (is|are|means) )"
        if first and not re.match(plain, said[first.start() :], re.I):
            wrong.append(said[first.start() :][:60])
    return wrong


def not_plain_text(guide):
    return [text for text in texts(guide) if NOT_PLAIN.search(text)]


def numbers_in_words(guide):
    return [text for text in texts(guide) if SPELLED.search(text)]


# rule -> a change to a guide that it must catch
SPOILED = {
    out_of_shape: lambda guide: guide["facts"][0].update(kind="rumor"),
    out_of_place: lambda guide: guide.update(review_days=7),
    too_many_or_too_few: lambda guide: guide.update(facts=guide["facts"][:3]),
    without_a_source: lambda guide: guide["facts"][0].update(sources=["S66"]),
    unknown_needs: lambda guide: guide["needs"].append("yacht"),
    links_to_nowhere: lambda guide: guide["see"].append(guide["slug"]),
    words_that_hurt: lambda guide: guide.update(purpose="If you call, you can’t be arrested."),
    advice_on_how_much_or_which_way: lambda guide: guide.update(purpose="Take 10 mg at first."),
    too_long: lambda guide: guide.update(purpose="and so on " * 7),
    too_hard: lambda guide: guide.update(title="Pharmacological considerations " * 40),
    not_explained: lambda guide: guide.update(purpose="Talk about medetomidine to a friend."),
    not_plain_text: lambda guide: guide.update(title="It's *bold*"),
    numbers_in_words: lambda guide: guide.update(purpose="Wait three minutes."),
}


def test_there_are_twelve_guides_in_their_order():
    found = guides()
    assert [guide["slug"] for guide in found] == SLUGS
    assert [guide["order"] for guide in found] == list(range(1, 13))
    files = {file.stem for file in (CONTENT / "guides").glob("*")}
    assert files == set(SLUGS)


@pytest.mark.parametrize("rule", SPOILED, ids=lambda rule: rule.__name__)
def test_no_guide_breaks_a_rule(rule):
    assert {guide["slug"]: rule(guide) for guide in guides() if rule(guide)} == {}


@pytest.mark.parametrize("rule", SPOILED, ids=lambda rule: rule.__name__)
def test_a_spoiled_guide_is_caught(rule):
    guide = copy.deepcopy(guides()[0])
    SPOILED[rule](guide)
    assert rule(guide)


def test_each_source_says_what_it_is_and_when_it_was_read():
    found = sources()
    assert list(found[0]) == ["key", "title", "publisher", "dated", "url", "grade", "checked_on"]
    assert len({row["key"] for row in found}) == len(found)
    for row in found:
        assert re.fullmatch(r"[SN]\d+|handout", row["key"]), row
        assert row["title"] and row["publisher"], row
        assert row["grade"] in ("A", "B", "C"), row
        assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row["dated"]), row
        assert re.fullmatch(r"(https?://[a-z0-9.-]+\.[a-z]+/\S*)?", row["url"]), row
        assert row["checked_on"] == "2026-11-22", row
        assert not NEVER.search(row["title"]), row


def test_no_source_was_written_after_it_was_read():
    assert [row for row in sources() if row["dated"] > row["checked_on"]] == []


def test_every_source_that_we_found_ourselves_is_used_and_has_an_address():
    """The S keys serve the case study too; the N keys were looked up for these guides alone."""
    used = set().union(*map(keys, guides()))
    found = [row for row in sources() if row["key"].startswith("N")]
    assert [row["key"] for row in found if row["key"] not in used or not row["url"]] == []


# Checked against its sources word by word: a change here is a decision, not a correction.
STEPS = [
    "Won’t wake up? Not breathing right?",
    "Shake them. Shout.",
    "No answer? Slow breaths, gurgling, blue or gray lips? Act now.",
    "Give naloxone (Narcan).",
    "One spray in one nostril. No better in 2 to 3 minutes? Give another.",
    "Breathe for them.",
    "Head back. Pinch nose. 1 breath every 5 seconds. Know CPR? Do CPR with breaths.",
    "Breathing? Roll them on their side.",
    "Stay. Naloxone wears off.",
    "Count breaths. Fewer than 1 every 6 seconds? Act. Breathing OK? Side, stay, keep counting."
    " Not sure? Give naloxone.",
]
FOLDS = [
    "When you call 911",
    "Say where you are. Say: “Someone isn’t breathing.”",
    "You do not have to say it is drugs.",
    "The person on the phone can talk you through it.",
    "Each state has a law to protect people who call for help. The limits differ."
    " Stay if it is safe.",
    "No phone?",
    "Shout for help. Send somebody. Keep giving breaths."
    " Don’t leave them alone if you can help it.",
    "Naloxone: what else to know",
    "Naloxone (Narcan) is medicine that can bring breathing back.",
    "It cannot hurt somebody who has no opioids in them.",
    "It does not work on other drugs, like xylazine (tranq), medetomidine or benzos (pills like"
    " Xanax). Fentanyl is most often there too. So give it.",
    "The goal is breathing. They may not wake up for hours. If they breathe well, that is OK."
    " Stay and count.",
    "Chest pain, a seizure, or too hot and confused?",
    "Call 911. Move to shade. Put wet cloths on the neck and armpits. Small sips of water."
    " Keep it calm and quiet. Don’t hold them down.",
    "Is it safe for me to help?",
    "You can’t overdose from touching fentanyl.",
]


def test_the_overdose_steps_and_folds_stand_word_for_word():
    overdose = guides()[0]
    assert card(overdose) == STEPS
    assert list(folded(overdose)) == FOLDS
    assert [part["summary"] for part in overdose["more"] if part.get("open")] == FOLDS[:1]
