"""Twenty places at a time, to the end and back: none missing, none twice."""

import pytest

from tests import given
from tests.reading import button, cards, ids, names, page, words

pytestmark = pytest.mark.django_db

HOW_MANY = 45


def a_town():
    given.content()
    for number in range(HOW_MANY):
        # Every third stands where the one before it does: ties must not lose or repeat anybody.
        step = number - (number % 3 == 2)
        given.service(f"Place {number}", needs=["food"], at=(42.336 + step / 500, -71.073))


town = given.for_the_file(a_town)


def find(client, page=None, **more):
    asked = {"place": "02118", "need": ["food"], **more}
    return client.post("/find/", asked | ({"page": page} if page else {}))


def walk(client, says, start=None, **more):
    """Taps a button as long as there is one -> every page seen."""
    seen = [find(client, start, **more)]
    while tapped := button(seen[-1], says):
        assert tapped[0] == "page" and len(seen) < 9
        seen.append(find(client, tapped[1], **more))
    return seen


def test_more_places_leads_to_the_end_with_nobody_missing_or_twice(client):
    seen = walk(client, "More places")
    assert [len(cards(one)) for one in seen] == [20, 20, 5]
    everybody = [place for one in seen for place in ids(one)]
    assert len(everybody) == len(set(everybody)) == HOW_MANY
    assert {name for one in seen for name in names(one)} == {f"Place {n}" for n in range(HOW_MANY)}


def test_nearer_places_leads_back_to_the_start(client):
    there, back = walk(client, "More places"), walk(client, "Nearer places", start="3")
    assert [ids(one) for one in back] == [ids(one) for one in reversed(there)]
    assert not button(there[0], "Nearer places") and not button(there[-1], "More places")


def test_the_list_counts_on_where_the_page_before_stopped(client):
    starts = [page(one).select_one("#results-list")["start"] for one in walk(client, "More places")]
    assert starts == ["1", "21", "41"]


def test_a_filter_is_carried_from_page_to_page(client):
    seen = walk(client, "More places", free="1", maybe="1")
    assert sum(len(cards(one)) for one in seen) == HOW_MANY
    assert all(page(one).select_one("input[name=free][checked]") for one in seen)


def test_two_needs_are_walked_to_the_end_too(client):
    for number in range(25):
        given.service(f"Both {number}", needs=["food", "shower"], at=(42.33, -71.0 - number / 500))
    seen = walk(client, "More places", need=["food", "shower"])
    everybody = [place for one in seen for place in ids(one)]
    assert len(everybody) == len(set(everybody))
    in_order = [name for one in seen for name in names(one)]
    assert set(in_order[:25]) == {f"Both {n}" for n in range(25)}


@pytest.mark.parametrize("number", ["4", "10"])
def test_a_page_past_the_end_starts_again_and_never_says_there_is_nothing(client, number):
    found = find(client, number)
    assert found.status_code == 200
    assert ids(found) == ids(find(client)) and not button(found, "Nearer places")
    assert "No place that we list" not in words(found)


@pytest.mark.parametrize("number", ["0", "-1", "11", "99999", "1e9", "NaN", "two", "1" * 5000])
def test_a_page_that_cannot_be_says_so_and_keeps_the_question(client, number):
    found = find(client, number)
    assert found.status_code == 400
    assert page(found).select_one("input[name=place]")["value"] == "02118"
    assert page(found).select_one("input[name=need][checked]")["value"] == "food"
    assert client.get(f"/near/02118/?need=food&page={number}").status_code in (400, 404)


def test_a_link_to_a_list_has_the_same_pages(client):
    for number in ("1", "2", "3"):
        linked = client.get(f"/near/02118/?need=food&page={number}")
        assert ids(linked) == ids(find(client, number))
