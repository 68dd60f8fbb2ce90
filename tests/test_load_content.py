"""A later version brings new search words to a database that is there, and undoes nothing of staff.

"Shipped" is what stands in the file of needs; a later version is a file with more in it.
"""

import pytest

from resources.management.commands import load_content
from resources.management.commands.load_content import load_needs, rows_of
from resources.models import Audience, Need, NeedSynonym, ShippedWords
from resources.need_words import understand, vocabulary
from tests import given

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

loaded = given.for_the_file(load_needs)


@pytest.fixture
def next_version(monkeypatch):
    """Loads the file as a later version ships it: `next_version(wound="lesion; sore")`."""
    file = {row["id"]: row for row in rows_of("needs.tsv")}

    def load(**more):
        for slug, words in more.items():
            file[slug]["search"] += f"; {words}"
        monkeypatch.setattr(load_content, "rows_of", lambda name: map(dict, file.values()))
        load_needs()

    return load


def words_of(need):
    return set(NeedSynonym.objects.filter(need=need).values_list("words", flat=True))


def test_a_new_word_reaches_a_need_that_is_there(next_version):
    next_version(wound="zorble; big zorble")
    assert {"zorble", "big zorble", "abscess"} <= words_of("wound")
    assert understand("zorble", vocabulary()).needs == ["wound"]


def test_a_new_word_reaches_an_audience_that_is_there(next_version):
    Audience.objects.filter(slug="women").update(search="femmes")
    next_version(women="ladies")
    assert Audience.objects.get(slug="women").search == "femmes\nladies"
    assert understand("ladies", vocabulary()).only == ["women"]


def test_what_staff_removed_does_not_come_back(next_version):
    NeedSynonym.objects.filter(need="wound", words="sore").delete()
    Audience.objects.filter(slug="women").update(search="")
    next_version(wound="zorble")
    assert "sore" not in words_of("wound") and "zorble" in words_of("wound")
    assert Audience.objects.get(slug="women").search == ""
    next_version()
    NeedSynonym.objects.filter(need="wound", words="zorble").delete()
    next_version()
    assert "zorble" not in words_of("wound")


def test_a_word_that_left_the_file_and_came_back_is_no_news(monkeypatch):
    NeedSynonym.objects.filter(need="wound", words="sore").delete()
    whole = list(rows_of("needs.tsv"))
    without = [{**row, "search": row["search"].replace(" sore;", "")} for row in whole]
    assert without != whole
    monkeypatch.setattr(load_content, "rows_of", lambda name: map(dict, without))
    load_needs()
    monkeypatch.undo()
    load_needs()
    assert "sore" not in words_of("wound")


def test_what_staff_added_and_changed_stays(next_version):
    NeedSynonym.objects.create(need_id="wound", words="Zorble")
    NeedSynonym.objects.filter(need="wound", words="boil").update(words="a boil", key="a boil")
    Need.objects.filter(pk="wound").update(label="Wounds")
    next_version(wound="ZORBLE; lesion")
    assert {"Zorble", "a boil", "lesion"} <= words_of("wound")
    assert not {"ZORBLE", "boil"} & words_of("wound")
    assert Need.objects.get(pk="wound").label == "Wounds"


def test_a_word_that_staff_gave_to_another_need_stays_there(next_version):
    NeedSynonym.objects.create(need_id="dental", words="zorble")
    next_version(naloxone="zorble")
    assert understand("zorble", vocabulary()).needs == ["dental"]


def test_loading_again_changes_nothing():
    before = sorted(NeedSynonym.objects.values_list("pk", "words"))
    kept = sorted(ShippedWords.objects.values_list("pk", "words"))
    load_needs()
    assert sorted(NeedSynonym.objects.values_list("pk", "words")) == before
    assert sorted(ShippedWords.objects.values_list("pk", "words")) == kept


def as_before_words_were_remembered():
    """A database of an earlier version: fewer words, and no note of which were shipped."""
    ShippedWords.objects.all().delete()
    NeedSynonym.objects.filter(need="wound", words__in=["sore", "boil"]).delete()
    audience = Audience.objects.get(slug="youth")
    audience.search = audience.search.replace("\nPara jóvenes", "")
    audience.save()


def test_a_database_from_before_gets_the_words_it_lacks():
    as_before_words_were_remembered()
    load_needs()
    assert {"sore", "boil"} <= words_of("wound")
    assert understand("Para jóvenes", vocabulary()).only == ["youth"]


def box_of(form, words):
    """The name of the admin's box that holds that search word; "" is a row not filled yet."""
    rows = {name: value for name, value in form.shown().items() if name.startswith("synonyms-")}
    return next(name for name in rows if name.endswith("-words") and rows[name] == [words])


def taken_away(form, words):
    row = box_of(form, words).removesuffix("-words")
    form.save(**{f"{row}-DELETE": "on"})


def written_anew(form, words):
    form.save(**{box_of(form, words): "open sore"})


@pytest.mark.parametrize("edit", [taken_away, written_anew])
def test_a_database_from_before_keeps_what_its_staff_took_away(edit, screen, next_version):
    edit(screen(Need.objects.get(pk="wound")), "sore")
    as_before_words_were_remembered()
    load_needs()
    assert not {"sore", "boil"} & words_of("wound")
    next_version(wound="lesion")
    assert "lesion" in words_of("wound") and "sore" not in words_of("wound")


def test_a_database_from_before_whose_staff_edited_an_audience_keeps_its_words(screen):
    screen(Audience.objects.get(slug="youth")).save(search="teen")
    as_before_words_were_remembered()
    load_needs()
    assert Audience.objects.get(slug="youth").search == "teen"


def test_staff_who_only_added_a_word_or_renamed_a_need_get_the_new_ones(screen):
    form = screen(Need.objects.get(pk="wound"))
    form.save(label="Wounds", **{box_of(form, ""): "zorble"})
    as_before_words_were_remembered()
    load_needs()
    assert {"sore", "zorble"} <= words_of("wound")
