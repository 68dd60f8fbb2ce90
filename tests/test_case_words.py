"""How Jessica's story and the worksheet are said: plain, kind, and as choices."""

import re

import pytest
import textstat

from tests import case_facts
from tests.test_case_content import JESSICA, WORKSHEET, helps
from tests.test_words import HIGHEST_GRADE, LONGEST_SENTENCE, NEVER, words_in

SHORT_ON_AVERAGE = 12
NUMBER_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred)\b", re.I
)


def steps():
    """(which, its texts) for each step of the worksheet."""
    for step in WORKSHEET["steps"]:
        yield f"step {step['slug']}", [step["title"], step["question"], *step["hints"]]
    for step in WORKSHEET["own"]["steps"]:
        chosen = [one if isinstance(one, str) else one["text"] for one in step["choices"]]
        yield f"own {step['slug']}", [step["title"], step["question"], *chosen, step["then"]]


def in_a_readers_order():
    """What could help, as a reader meets it: harm by harm, each thing once."""
    return list(dict.fromkeys(one["text"] for harm in JESSICA["harms"] for one in helps(harm)))


def parts():
    """What is read in one go -> its texts. The story and the question are the handout's."""
    yield "note", [JESSICA["note"]]
    yield "clues", [one["text"] for one in JESSICA["clues"]]
    yield "harms", [f"{one['title']}. {one['plain']}" for one in JESSICA["harms"]]
    yield "help", in_a_readers_order()
    yield "first five", [f"{one['say']} {one['why']}" for one in JESSICA["first_five"]]
    yield "last words", [JESSICA["title"], *JESSICA["last_words"]]
    for lens in ("drug", "set", "setting"):
        yield lens, [one["text"] for one in JESSICA["clues"] if one["lens"] == lens]
    for harm in JESSICA["harms"]:
        yield harm["key"], [harm["title"], harm["plain"]]
        yield f"help for {harm['key']}", [one["text"] for one in helps(harm)]
    yield "intro", [WORKSHEET["intro"]]
    yield "own intro", [WORKSHEET["own"]["intro"]]
    yield from steps()


PARTS = dict(parts())
# The parts that make a page of their own.
WHOLE = ["clues", "harms", "help", "first five", *(name for name, _ in steps())]
by_part = pytest.mark.parametrize("part", PARTS)


def sentences(texts):
    return [one for text in texts for one in re.split(r"(?<=[.?!])[”)]*\s+", text) if one]


def lengths(texts):
    return [len(words_in(one)) for one in sentences(texts)]


@by_part
def test_it_reads_at_grade_six_or_below(part):
    said = ". ".join(one.strip(".?!:” ") for one in sentences(PARTS[part]))
    assert textstat.flesch_kincaid_grade(said) <= HIGHEST_GRADE


@by_part
def test_no_sentence_is_too_long_for_a_bad_day(part):
    assert max(lengths(PARTS[part])) <= LONGEST_SENTENCE


@pytest.mark.parametrize("part", WHOLE)
def test_most_sentences_are_short(part):
    found = lengths(PARTS[part])
    assert sum(found) / len(found) <= SHORT_ON_AVERAGE


@by_part
def test_no_word_hurts(part):
    assert [text for text in PARTS[part] if NEVER.search(text)] == []


@by_part
def test_numbers_are_digits(part):
    assert [text for text in PARTS[part] if NUMBER_WORDS.search(text)] == []


@by_part
def test_it_is_plain_text_in_real_type(part):
    """Curly marks, no Markdown, no dots for what is left out, single spaces."""
    wrong = re.compile(r"['\"*_`#<>|~]|\.\.|  |--|^\s|\s$|\(\w+\)\[|\bhttps?:")
    assert [text for text in PARTS[part] if wrong.search(text)] == []


@pytest.mark.parametrize("word", case_facts.EXPLAINED)
@pytest.mark.parametrize("part", WHOLE)
def test_a_hard_word_is_explained_where_it_is_first_met(part, word):
    meets = [text for text in PARTS[part] if re.search(word, text, re.I)]
    assert not meets or re.search(case_facts.EXPLAINED[word], meets[0], re.I), meets[0]


def test_every_explanation_is_used():
    every = " ".join(text for texts in PARTS.values() for text in texts)
    assert [word for word in case_facts.EXPLAINED if not re.search(word, every, re.I)] == []


@pytest.mark.parametrize("harm", JESSICA["harms"], ids=lambda harm: harm["key"])
def test_a_reason_takes_three_sentences_at_most(harm):
    assert 1 <= len(sentences([harm["plain"]])) <= 3


@pytest.mark.parametrize("one", JESSICA["interventions"], ids=lambda one: one["key"])
def test_what_could_help_is_a_choice_in_a_breath(one):
    assert len(sentences([one["text"]])) <= 2
    assert re.search(r"\b(can|could)\b", one["text"])
    assert not re.search(r"\b(should|must|has to|needs to|never use)\b", one["text"], re.I)


def test_it_is_a_person_first():
    every = [text for texts in PARTS.values() for text in texts]
    labels = re.compile(
        r"\b(homeless people|the homeless|patients?|victims?|suicidal|PWUD|IDUs?)\b"
    )
    assert [text for text in every if labels.search(text)] == []
