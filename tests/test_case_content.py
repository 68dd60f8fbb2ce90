"""Jessica's story and the worksheet as files: whole, sourced, and the handout's words untouched.

How they are said (grade, kind words, hard words) is test_case_words.py's; pages are elsewhere.
"""

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests import case_facts

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "principles/content"
LENSES = {"D": "drug", "S": "set", "E": "setting"}
HARMS = [
    f"{letter}{n}" for letter, many in (("D", 6), ("S", 5), ("E", 7)) for n in range(1, many + 1)
]
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Who is told to be served is no need that a place can meet.
NOT_A_NEED = "just-for"


def read(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


JESSICA = read("cases/jessica.json")
WORKSHEET = read("worksheet.json")
HELP = {one["key"]: one for one in JESSICA["interventions"]}


def need_ids():
    lines = (ROOT / "resources/content/needs.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t")
    return {row["id"] for row in rows if row["group"] != NOT_A_NEED}


def handout():
    return read("handout.json")["worksheet"]


def all_needs():
    """Every need that is named anywhere, with where."""
    for one in JESSICA["interventions"]:
        yield from ((one["key"], need) for need in one["needs"])
    for one in JESSICA["first_five"]:
        yield from ((one["say"], need) for need in one["needs"])
    yield from (("needs", need) for need in JESSICA["needs"])
    yield from ((choice["text"], choice["need"]) for choice in own("help")["choices"])


def own(slug):
    return next(step for step in WORKSHEET["own"]["steps"] if step["slug"] == slug)


def helps(harm):
    return [HELP[key] for key in harm["helps"]]


def named(things, text):
    """Of `things`, "a; b; c", those that the text does not hold."""
    return [thing for thing in things.split("; ") if thing.lower() not in text.lower()]


def test_the_story_is_the_handouts_word_for_word():
    assert JESSICA["story"] == handout()["case_study"]["story"]
    assert JESSICA["credit"] == read("handout.json")["credit"]


def test_the_question_is_the_handouts_and_its_gap_is_seen():
    assert JESSICA["prompt"] == handout()["prompt"]
    assert JESSICA["prompt"].startswith("[...] ")


def test_the_note_says_that_the_worksheet_is_ours():
    assert (
        named("not the coalition’s own worksheet; zinberg; getting off right", JESSICA["note"])
        == []
    )


def test_a_case_says_all_that_a_page_needs():
    assert set(JESSICA) == set(
        "slug title order person credit note story prompt clues harms interventions needs "
        "first_five last_words checked_on review_days".split()
    )
    assert JESSICA["slug"] == "jessica" and JESSICA["person"] in JESSICA["title"]
    assert date.fromisoformat(JESSICA["checked_on"]) <= date(2026, 11, 23)
    assert 0 < JESSICA["review_days"] <= 180


@pytest.mark.parametrize("clue", JESSICA["clues"], ids=lambda clue: clue["text"][:30])
def test_a_clue_rests_on_words_of_the_story_or_says_that_none_are_there(clue):
    assert set(clue) == {"lens", "kind", "text", "quote"} and clue["text"]
    assert clue["lens"] in LENSES.values()
    assert clue["kind"] in ("told", "read", "unknown", "strength")
    if clue["kind"] == "unknown":
        assert clue["quote"] == ""
    else:
        assert clue["quote"] and clue["quote"] in " ".join(JESSICA["story"])


@pytest.mark.parametrize("lens", LENSES.values())
def test_each_lens_has_what_is_told_read_and_not_known(lens):
    assert {"told", "read", "unknown"} <= {
        clue["kind"] for clue in JESSICA["clues"] if clue["lens"] == lens
    }


def test_what_the_text_does_not_say_is_asked_and_her_strength_is_seen():
    unknown = " ".join(one["text"] for one in JESSICA["clues"] if one["kind"] == "unknown")
    assert named(case_facts.NOT_SAID, unknown) == []
    assert "strength" in {clue["kind"] for clue in JESSICA["clues"]}


def test_nothing_is_told_or_read_twice():
    texts = [one["text"] for one in [*JESSICA["clues"], *JESSICA["interventions"]]]
    texts += [one["title"] for one in JESSICA["harms"]]
    assert sorted(texts) == sorted(set(texts))


def test_every_harm_is_there_in_order_and_only_one_is_a_strength():
    assert [harm["key"] for harm in JESSICA["harms"]] == HARMS
    assert [harm["key"] for harm in JESSICA["harms"] if harm.get("is_strength")] == ["S5"]


@pytest.mark.parametrize("harm", JESSICA["harms"], ids=lambda harm: harm["key"])
def test_a_harm_has_a_reason_sources_and_help(harm):
    fields = {"key", "lens", "title", "plain", "sources", "severity", "helps"}
    assert set(harm) - {"is_strength"} == fields
    assert harm["lens"] == LENSES[harm["key"][0]]
    assert harm["severity"] in (1, 2, 3)
    assert harm["title"] and harm["plain"]
    assert harm["sources"] and set(harm["sources"]) <= set(case_facts.SOURCE_GRADES)
    assert harm["helps"] and set(harm["helps"]) <= set(HELP)
    assert len(harm["helps"]) == len(set(harm["helps"]))


def test_what_can_kill_soon_is_marked_so():
    worst = {harm["key"] for harm in JESSICA["harms"] if harm["severity"] == 3}
    assert {"D1", "D2", "D6", "S1", "E1"} <= worst


@pytest.mark.parametrize("harm", JESSICA["harms"], ids=lambda harm: harm["key"])
def test_every_thing_that_could_help_is_there(harm):
    text = " ".join(one["text"] for one in helps(harm))
    assert named(case_facts.COULD_HELP[harm["key"]], text) == []


@pytest.mark.parametrize("one", JESSICA["interventions"], ids=lambda one: one["key"])
def test_what_could_help_says_when_who_why_and_what_it_needs(one):
    assert set(one) == {"key", "text", "when", "who", "grade", "sources", "needs"}
    assert KEY.fullmatch(one["key"]) and one["text"]
    assert one["when"] in ("now", "soon", "later")
    assert one["who"] in ("self", "friend", "worker", "system")
    assert one["sources"] and one["needs"]
    assert len(one["needs"]) == len(set(one["needs"]))


@pytest.mark.parametrize("one", JESSICA["interventions"], ids=lambda one: one["key"])
def test_no_evidence_is_called_better_than_its_source(one):
    best = min(case_facts.SOURCE_GRADES[source] for source in one["sources"])
    assert one["grade"] in "ABC" and one["grade"] >= best


def test_what_could_help_is_told_once_and_for_some_harm():
    keys = [one["key"] for one in JESSICA["interventions"]]
    assert len(keys) == len(set(keys))
    assert set(keys) == {key for harm in JESSICA["harms"] for key in harm["helps"]}


def test_every_need_is_one_that_can_be_looked_for():
    known = need_ids()
    assert [(where, need) for where, need in all_needs() if need not in known] == []


def test_her_needs_are_in_order_and_each_is_met_by_something_that_could_help():
    assert JESSICA["needs"] == case_facts.NEEDS.split()
    met = {need for one in JESSICA["interventions"] for need in one["needs"]}
    assert set(JESSICA["needs"]) <= met


def numbers(text):
    return set(re.findall(r"\d+(?:\.\d+)?%?", text)) - case_facts.NO_FACT


SAID = [
    *((harm["key"], harm["title"] + harm["plain"], harm["sources"]) for harm in JESSICA["harms"]),
    *((one["key"], one["text"], one["sources"]) for one in JESSICA["interventions"]),
]


@pytest.mark.parametrize(("key", "text", "sources"), SAID, ids=[key for key, *_ in SAID])
def test_every_number_is_from_a_source_that_is_named(key, text, sources):
    # Keeping it in 2 places is advice, and counts nothing.
    free = {"2"} if key == "two-spots" else set()
    unproved = {n for n in numbers(text) - free if case_facts.NUMBERS.get(n) not in sources}
    assert unproved == set()


def test_first_come_five_things_a_peer_can_say_in_a_minute():
    assert [set(one) for one in JESSICA["first_five"]] == [{"say", "why", "needs"}] * 5
    assert all(one["say"] and one["why"] and one["needs"] for one in JESSICA["first_five"])
    said = " ".join(one["say"] for one in JESSICA["first_five"])
    assert named("tiny bit; 2 naloxone; who will be with you; full kit; break-up", said) == []
    assert sum(len(one["say"].split()) for one in JESSICA["first_five"]) <= 120


def test_the_last_word_is_a_choice_and_never_to_stop():
    words = JESSICA["last_words"]
    assert words[0] == "What would you add? There is no one right answer."
    assert any(text.startswith("She may choose none of these") for text in words)
    assert not re.search(r"\b(stop|quit|detox|rehab|treatment)", words[-1], re.I)
    assert any("stop" in text for text in words), "to stop is a choice, too"


def test_the_worksheet_asks_in_order_without_anybodys_name():
    slugs = "story drug set setting harms help places".split()
    assert [step["slug"] for step in WORKSHEET["steps"]] == slugs
    assert all(step["title"] and step["question"] and step["hints"] for step in WORKSHEET["steps"])
    assert set(WORKSHEET) == {"intro", "steps", "own"} and WORKSHEET["intro"]
    assert not re.search(r"jessica|\bshe\b|\bher\b", json.dumps(WORKSHEET), re.I)


def test_ones_own_evening_is_walked_and_stays_on_the_phone():
    steps = WORKSHEET["own"]["steps"]
    assert [step["slug"] for step in steps] == "drug set setting harms help".split()
    assert all(set(one) == {"slug", "title", "question", "choices", "then"} for one in steps)
    assert named("stays on your phone; nothing is sent", WORKSHEET["own"]["intro"]) == []


def test_what_is_ticked_is_short_and_never_twice_the_same():
    for step in WORKSHEET["own"]["steps"]:
        texts = [one["text"] if step["slug"] == "help" else one for one in step["choices"]]
        assert len(texts) >= 5 and len(texts) == len(set(texts))
        assert [text for text in texts if len(text.split()) > 14] == []
