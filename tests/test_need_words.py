"""What people type for what they need, and what we make of it: one long table.

Each row was typed, or could be, by somebody in a hurry. The vocabulary is the one that ships.
"""

import time

import pytest

from resources.emergency_words import EMERGENCY
from resources.folding import fold
from resources.management.commands.load_content import load_needs, rows_of
from resources.models import Audience, Need
from resources.need_words import SMALL_WORDS, understand, vocabulary
from tests import given
from tests.typed_emergencies import NOT_DYING, SOMEBODY_IS_DYING
from tests.typed_needs import FOR_WHOM, MEANS_NOTHING, TYPED

pytestmark = pytest.mark.django_db

NOT_A_NEED = {"youth", "women", "trans_lgbtq", "sexwork"}  # who a service is for: filters


def rows(table):
    return [line.split(" | ") for line in table.strip().splitlines()]


def read_what_ships():
    load_needs()
    return vocabulary()


known = given.for_the_file(read_what_ships)


@pytest.mark.parametrize(("typed", "needs"), rows(TYPED))
def test_a_need_is_understood_as_people_say_it(known, typed, needs):
    said = understand(typed, known)
    assert (said.needs, said.emergency) == (needs.split(), False)


@pytest.mark.parametrize(("typed", "needs", "only"), rows(FOR_WHOM))
def test_who_it_is_for_is_understood_beside_what_it_is(known, typed, needs, only):
    said = understand(typed, known)
    assert (said.needs, said.only, said.emergency) == (
        needs.split(),
        only.strip("-").split(),
        False,
    )


def test_every_search_word_for_whom_leads_to_its_filter(known):
    for row in rows_of("needs.tsv"):
        for words in row["search"].split("; ") if row["id"] in NOT_A_NEED else ():
            assert understand(words, known).only == [row["id"]], words


def test_words_that_staff_add_for_an_audience_count_at_once(known):
    assert understand("femmes", vocabulary()).only == []
    Audience.objects.filter(slug="women").update(search="femmes\nWomen’s\n\n😀")
    assert understand("femmes", vocabulary()).only == ["women"]
    assert understand("moms", vocabulary()).only == []


@pytest.mark.parametrize(
    ("typed", "slips"),
    [
        ("fent strps", [("fent strps", "check_drugs")]),
        ("points and narcn", [("narcn", "naloxone")]),
        ("quer shelter", []),
        ("transgnder", [("transgnder", "trans_lgbtq")]),
        ("narcan, points, subs, fent strips", []),
    ],
)
def test_what_was_read_in_spite_of_a_slip_is_told_and_what_was_said_rightly_is_not(
    known, typed, slips
):
    assert understand(typed, known).slips == slips


@pytest.mark.parametrize("typed", SOMEBODY_IS_DYING.strip().splitlines())
def test_words_that_mean_an_overdose_are_an_emergency(known, typed):
    assert understand(typed, known).emergency


@pytest.mark.parametrize("typed", NOT_DYING.strip().splitlines())
def test_words_that_only_look_like_an_overdose_are_not(known, typed):
    assert not understand(typed, known).emergency


@pytest.mark.parametrize("typed", MEANS_NOTHING)
def test_unknown_words_are_said_to_be_unknown(known, typed):
    said = understand(typed, known)
    assert (said.needs, said.emergency) == ([], False)
    assert said.unknown == fold(typed).split()


def test_what_was_not_understood_is_told_beside_what_was(known):
    said = understand("points and a zorble, zorble", known)
    assert (said.needs, said.unknown) == (["syringes"], ["zorble"])


@pytest.mark.parametrize("typed", ["", "   ", "😀", "';--", "\0", "10", "near me please"])
def test_words_around_a_need_are_not_held_against_anybody(known, typed):
    said = understand(typed, known)
    assert (said.needs, said.unknown, said.emergency) == ([], [], False)


def synonyms():
    for row in rows_of("needs.tsv"):
        if row["id"] not in NOT_A_NEED:
            for words in row["search"].split("; "):
                yield words, row["id"]


@pytest.mark.parametrize(("words", "need"), [*synonyms()])
def test_every_search_word_leads_to_the_need_that_holds_it(known, words, need):
    said = understand(words, known)
    assert (said.needs, said.unknown, said.emergency) == ([need], [], False)


def test_no_search_word_belongs_to_two_needs():
    """Which of two should win is settled where the words are kept, not by their order."""
    pairs = {(fold(words), need) for words, need in synonyms()}
    keys = [key for key, _need in pairs]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_every_label_leads_to_its_own_need(known):
    for need in Need.objects.all():
        for words in (need.label, need.label.upper(), f"I need {need.label}, please"):
            assert understand(words, known).needs == [need.pk], words


def test_every_need_in_the_file_is_told_in_a_plain_line():
    for row in rows_of("needs.tsv"):
        assert row["id"] in NOT_A_NEED or (row["label"] and row["plain"])


def test_no_emergency_word_is_kept_as_a_search_word():
    """Staff may edit search words; they cannot edit these away, nor by a slip take one over."""
    assert not EMERGENCY & {fold(words) for words, _need in synonyms()}


def test_no_search_word_of_staff_can_hide_an_overdose(known):
    for typed in ("overdose", "od", "not breathing", "emergencia"):
        assert understand(typed, known | {fold(typed): "wound"}).emergency


@pytest.mark.parametrize("word", sorted(SMALL_WORDS))
def test_a_small_word_is_never_taken_for_a_slip_in_a_need(known, word):
    said = understand(word, known)
    assert (said.emergency, said.unknown) == (False, [])
    assert not said.needs or word in known


@pytest.mark.parametrize("noise", ["a b " * 50, "qwxz " * 40, "x" * 10_000, "not not " * 60])
def test_a_wall_of_noise_is_read_in_no_time(known, noise):
    began = time.process_time()
    understand(noise, known)
    assert time.process_time() - began < 0.5


def test_the_file_of_needs_has_no_stray_column():
    assert all(set(row) == EXPECTED and None not in row.values() for row in rows_of("needs.tsv"))


EXPECTED = {"group", "group_label", "id", "label", "plain", "icon", "search", "ask_at"}
