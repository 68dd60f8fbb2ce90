"""The place a person types leads to the list, or to a question they can answer with one tap."""

import pytest

from resources import need_words
from tests import given
from tests.reading import box, button, names, page, says_the_way_on, words

pytestmark = pytest.mark.django_db


def a_town():
    given.content()
    given.service("Exchange", needs=["syringes"], at=given.SOUTH_END)


town = given.for_the_file(a_town)


def find(client, place, **more):
    return client.post("/find/", {"place": place, "need": ["syringes"], **more})


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("02118", "02118 (Boston, MA)"),
        (" 02118 ", "02118 (Boston, MA)"),
        ("02118-1234", "02118 (Boston, MA)"),
        ("021181234", "02118 (Boston, MA)"),
        ("Boston", "Boston, MA"),
        ("boston ma", "Boston, MA"),
        ("Boston, MA", "Boston, MA"),
        ("St. Louis", "St. Louis, MO"),
        ("ST LOUIS MO", "St. Louis, MO"),
        ("Suffolk County MA", "Suffolk County, MA"),
        ("springfield il", "Springfield, IL"),
        ("Massachusetts", "Massachusetts"),
    ],
)
def test_a_place_is_found_as_people_type_it(client, typed, called):
    found = find(client, typed)
    assert found.status_code == 200
    assert page(found).h1.get_text() == f"New syringes near {called}"
    assert names(found) == ["Exchange"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Tell us where: a ZIP, or a city and state."),
        ("   ", "Tell us where: a ZIP, or a city and state."),
        ("2118", "A ZIP has 5 digits. This one is too short."),
        ("02118-12345", "We can only look near one ZIP at a time."),
        ("021189", "A ZIP has 5 digits. This one is too long."),
        ("99999", "We don’t know that ZIP."),
        ("Toronto", "We don’t find that place in the US."),
        ("London UK", "We don’t find that place in the US."),
        ("Boston TX", "We don’t find that place in that state."),
        ("42.336, -71.073", "We don’t take a map position"),
        ("😀", "We can’t read that as a place."),
        ("x" * 81, "That is too long for a place."),
    ],
)
def test_a_place_that_is_not_there_is_said_kindly_and_kept(client, typed, says):
    found = find(client, typed)
    assert found.status_code == 400
    assert says in words(found)
    assert box(found, "place") == typed
    wrong = page(found).select_one("#place")
    assert wrong["aria-invalid"] == "true"
    assert says in page(found).select_one(f"#{wrong['aria-describedby']}").get_text()


def test_a_place_that_is_wrong_does_not_lose_the_need(client):
    found = find(client, "Bostn", q="a tent", free="1")
    kept = {(one["name"], one.get("value", "on")) for one in page(found).select("input[checked]")}
    assert {("need", "syringes"), ("need", "clothes"), ("free", "on")} <= kept
    assert box(found, "q") == "a tent"


def chosen(client, found, says):
    """Tapping the button that says so posts its place after the one in the box."""
    name, value = button(found, says)
    assert name == "place"
    return client.post("/find/", {"place": [box(found, "place"), value], "need": ["syringes"]})


def test_a_name_of_several_towns_asks_which(client):
    found = find(client, "Springfield")
    assert found.status_code == 200
    assert "Which one?" in words(found) and not names(found)
    assert box(found, "place") == "Springfield"


@pytest.mark.parametrize(
    "says", ["Springfield, MA", "Springfield, IL", "Springfield, NJ (Union County)"]
)
def test_choosing_one_town_by_its_button_lists_what_is_near_it(client, says):
    found = chosen(client, find(client, "Springfield"), says)
    assert page(found).h1.get_text() == f"New syringes near {says}"
    assert names(found) == ["Exchange"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Bostn", "Boston, MA"), ("2118", "02118 (Boston, MA)"), ("sprngfield il", "Springfield, IL")],
)
def test_a_slip_is_offered_and_taken_only_by_a_tap(client, typed, offered):
    found = find(client, typed)
    assert "Did you mean one of these?" in words(found) and not names(found)
    assert names(chosen(client, found, offered)) == ["Exchange"]


def test_a_town_taken_for_the_big_one_names_the_other(client):
    found = find(client, "Boston")
    assert "Not that Boston?" in words(found)
    told = chosen(client, found, "Boston, NY")
    assert page(told).h1.get_text() == "New syringes near Boston, NY"


def test_nine_digits_say_that_five_were_used(client):
    assert "We used the first 5 digits of your ZIP." in words(find(client, "021181234"))
    assert "first 5 digits" not in words(find(client, "02118"))


def test_every_way_a_place_is_refused_still_shows_911_find_and_needs(client):
    for typed in ("", "Bostn", "Springfield", "Toronto"):
        answered = find(client, typed)
        shown = page(answered)
        assert says_the_way_on(answered)
        assert shown.select_one("a[href='/now/']") and shown.select("input[name=need]")
        assert len(shown.select("h1")) == 1


def test_a_zip_typed_with_the_need_is_read_as_the_place(client):
    answer = client.post("/find/", {"q": "points near 02118", "place": ""})
    assert answer.status_code == 200
    assert names(answer) == ["Exchange"]
    assert "02118 (Boston, MA)" in words(answer)


def test_a_zip_with_the_need_does_not_move_a_place_that_was_given(client):
    answer = client.post("/find/", {"q": "points 99999", "place": "02118"})
    assert "02118 (Boston, MA)" in words(answer)


def test_two_zips_with_the_need_are_asked_about_and_neither_is_taken(client):
    found = client.post("/find/", {"q": "points near 02118 or 02119", "place": ""})
    assert found.status_code == 400 and "one ZIP at a time" in words(found)
    assert button(found, "02118 (Boston, MA)") and button(found, "02119 (Boston, MA)")
    assert names(chosen(client, found, "02118 (Boston, MA)")) == ["Exchange"]


def test_the_words_of_needs_are_read_once_a_search(client, monkeypatch):
    asked, real = [], need_words.vocabulary
    monkeypatch.setattr(need_words, "vocabulary", lambda: asked.append(1) or real())
    find(client, "Nowhere Atall", q="points")
    assert len(asked) == 1
    find(client, "02118")
    assert len(asked) == 1
