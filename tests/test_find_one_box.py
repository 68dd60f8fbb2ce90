"""Somebody in a hurry types the need and the place in one box, either one, and is understood."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import given
from tests.reading import box, button, names, page, ticked, words

pytestmark = pytest.mark.django_db


def a_town():
    given.content()
    given.service("Exchange", needs=["syringes"], at=given.SOUTH_END)
    given.service("Youth house", needs=["sleep"], audiences=["youth"], at=given.SOUTH_END)


town = given.for_the_file(a_town)


def find(client, q="", place="", **more):
    return client.post("/find/", {"q": q, "place": place, **more})


ONE_BREATH = [
    ("points in boston", "New syringes near Boston, MA", "boston"),
    ("syringes boston", "New syringes near Boston, MA", "boston"),
    ("Points in Boston, MA please", "New syringes near Boston, MA", "Boston, MA"),
    ("points st. louis mo", "New syringes near St. Louis, MO", "st. louis mo"),
    ("points suffolk county ma", "New syringes near Suffolk County, MA", "suffolk county ma"),
    ("points boston ma 02118", "New syringes near 02118 (Boston, MA)", "boston ma 02118"),
    ("jeringas en boston", "New syringes near Boston, MA", "boston"),
]


@pytest.mark.parametrize(("typed", "heading", "place"), ONE_BREATH)
@pytest.mark.parametrize("which", ["q", "place"])
def test_a_need_and_a_place_in_either_box_lead_to_the_list(client, which, typed, heading, place):
    found = find(client, **{which: typed})
    assert found.status_code == 200
    assert page(found).h1.get_text() == heading
    assert names(found) == ["Exchange"]
    assert (box(found, "q"), box(found, "place")) == ("", place)
    assert ticked(found) == [("need", "syringes")]


def test_for_whom_and_what_and_where_in_one_breath(client):
    found = find(client, "youth shelter boston")
    assert names(found) == ["Youth house"] and box(found, "place") == "boston"


def test_a_place_alone_in_the_first_box_is_a_place(client):
    found = find(client, "Boston, MA")
    assert page(found).h1.get_text() == "Places near Boston, MA"
    assert (box(found, "q"), box(found, "place")) == ("", "Boston, MA")


@pytest.mark.parametrize("which", ["q", "place"])
def test_a_name_of_several_towns_asks_which_and_keeps_the_need(client, which):
    found = find(client, **{which: "points in springfield"})
    assert "Which one?" in words(found) and not names(found)
    assert (box(found, "q"), box(found, "place")) == ("points", "springfield")
    name, value = button(found, "Springfield, IL")
    needs = [value for name, value in ticked(found) if name == "need"]
    told = client.post("/find/", {"q": "points", "place": ["springfield", value], "need": needs})
    assert page(told).h1.get_text() == "New syringes near Springfield, IL"


@pytest.mark.parametrize("typed", ["zorble in boston", "points and zorbles in boston"])
def test_nothing_that_was_typed_is_lost(client, typed):
    found = find(client, typed)
    assert "We did not understand: zorble" in words(found)
    assert (box(found, "q"), box(found, "place")) == (typed.removesuffix(" in boston"), "boston")


@pytest.mark.parametrize("typed", ["points", "needles", "zorble", "points in bostn", "points near"])
def test_words_without_a_place_are_asked_where(client, typed):
    found = find(client, typed)
    assert found.status_code == 400 and "Tell us where" in words(found)
    assert (box(found, "q"), box(found, "place")) == (typed, "")


@pytest.mark.parametrize("typed", ["zorble near boston", "12 Albany St, Boston", "points in bostn"])
def test_a_place_box_that_holds_more_than_a_need_is_left_as_it_was(client, typed):
    found = find(client, place=typed)
    assert found.status_code == 400
    assert (box(found, "q"), box(found, "place")) == ("", typed)


def test_a_place_that_was_given_is_never_moved(client):
    found = find(client, "points in springfield", "02118")
    assert "02118 (Boston, MA)" in words(found)
    assert "We did not understand: springfield." in words(found)


def test_a_ticked_need_and_more_in_the_place_box_are_both_meant(client):
    found = find(client, place="shelter near boston", need=["syringes"])
    assert set(ticked(found)) == {("need", "syringes"), ("need", "sleep")}


@pytest.mark.parametrize(
    "typed",
    [
        "overdose in boston",
        "he's not breathing boston ma",
        "od near 02118",
        "boston, she wont wake up",
        "points in boston my friend overdosed",
        "not breathing " + "please come " * 30,
    ],
)
@pytest.mark.parametrize("which", ["q", "place"])
def test_an_emergency_wins_wherever_it_is_and_whatever_stands_beside_it(client, which, typed):
    assert find(client, **{which: typed})["Location"] == "/now/"


def asked_for_areas(client, **sent):
    with CaptureQueriesContext(connection) as asked:
        find(client, **sent)
    return len([one for one in asked if '"resources_area"' in one["sql"]])


def test_to_read_one_box_costs_one_more_question_and_two_boxes_none(client):
    plain = asked_for_areas(client, q="points", place="boston ma")
    assert asked_for_areas(client, q="points in boston ma") == plain + 1
    assert asked_for_areas(client, q="points in lowell", place="boston ma") == plain
    assert asked_for_areas(client, place="boston ma", need="syringes") == plain
