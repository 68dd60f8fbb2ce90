"""A place among the words of a search leads to the places near it, by POST and in no address."""

import pytest

from tests import given
from tests.reading import page, words
from tests.test_journeys import listed, type_in, with_scripts_or_not


@pytest.fixture
def town(transactional_db):
    given.content()
    given.service("Wound van", needs=["wound"], at=given.SOUTH_END, city="Boston")


def offered(client, typed, prefix=""):
    told = page(client.post(f"{prefix}/search/", {"words": typed}))
    return told.select_one("button[formaction]"), told


@pytest.mark.parametrize(
    ("typed", "need", "place"),
    [
        ("wound care 02118", "wound care", "02118"),
        ("wound care in boston", "wound care", "boston"),
        ("naloxone near Boston, MA", "naloxone", "Boston, MA"),
    ],
)
def test_a_place_in_a_search_is_offered_to_the_finder(client, town, typed, need, place):
    button, told = offered(client, typed)
    assert words(button) == f"Find this near {place}" and button["formaction"] == "/find/"
    assert told.select_one("input[name=q]")["value"] == need
    assert told.select_one("input[name=place]")["value"] == place


@pytest.mark.parametrize("typed", ["wound care", "narcan", "what does one line mean", "<b> 12"])
def test_words_without_a_place_offer_none(client, town, typed):
    assert offered(client, typed)[0] is None


def test_in_spanish_the_finder_is_the_spanish_one(client, town):
    assert offered(client, "wound care 02118", "/es")[0]["formaction"] == "/es/find/"


@with_scripts_or_not
def test_from_a_search_to_the_places_near_there(phone, tap, town, js):
    opened = phone(js=js)
    opened.goto("/search/")
    type_in(opened, tap, "What do you want to know?", "wound care in boston")
    opened.keyboard.press("Enter")
    tap(opened, "button", "Find this near boston")
    assert listed(opened) == ["Wound van"]
    assert opened.get_by_role("heading", level=1).inner_text() == "Wound care near Boston, MA"
    assert "boston" not in opened.url and tap.count == 2
