"""Who is in a list and who is not; and a place that must stay unfound is told by its area only."""

import pytest

from resources.models import Location, Service
from tests import given
from tests.reading import cards, names, page, words

pytestmark = pytest.mark.django_db

HERE = given.SOUTH_END
town = given.for_the_file(given.content)


def find(client, **more):
    return client.post("/find/", {"place": "02118", "need": ["sleep"], **more})


@pytest.mark.parametrize(
    "facts",
    [
        {"do_not_list": True},
        {"status": "inactive"},
        {"status": "defunct"},
        {"status": "temporarily closed"},
        {"visibility": "hidden"},
    ],
)
@pytest.mark.parametrize("more", [{}, {"maybe": "1"}, {"free": "1", "maybe": "1"}])
def test_who_is_not_listed_is_in_no_list(client, facts, more):
    given.service("Not for lists", needs=["sleep"], at=HERE, call="+16175550199", **facts)
    found = find(client, **more)
    assert not names(found)
    assert "Not for lists" not in found.content.decode()
    assert "5550199" not in found.content.decode()


@pytest.mark.parametrize(
    "facts", [{"do_not_list": True}, {"status": "defunct"}, {"visibility": "hidden"}]
)
def test_who_is_not_listed_has_no_page(client, facts):
    place = given.service("Not for lists", needs=["sleep"], at=HERE, **facts)
    assert client.get(f"/service/{place.service_id}/").status_code == 404


def test_who_is_taken_off_the_lists_is_gone_at_once(client):
    place = given.service("Closing", needs=["sleep"], at=HERE)
    assert names(find(client)) == ["Closing"]
    Service.objects.update(do_not_list=True)
    given.index(place)
    assert names(find(client)) == []


def test_a_place_told_by_area_says_the_area_and_to_call(client):
    given.service(
        "Safe house", needs=["sleep"], visibility="area", area="boston-ma", call="+16175550188"
    )
    card = cards(find(client))[0]
    assert "Boston, MA. Call for the place." in words(card)
    assert card.select_one("a[href='tel:+16175550188']")
    assert "Directions" not in words(card)


def test_a_place_told_by_area_is_as_far_as_the_middle_of_it(client):
    given.service("Safe house", needs=["sleep"], visibility="area", area="boston-ma")
    given.service("Middle of Boston", needs=["sleep"], at=(42.36, -71.06))
    far = [card.select_one("b").get_text() for card in cards(find(client))]
    assert far == ["About 1.8 miles"] * 2


def test_a_place_told_by_area_shows_no_point_anywhere(client):
    place = given.service("Safe house", needs=["sleep"], visibility="area", area="boston-ma")
    for shown in (find(client), client.get(f"/service/{place.service_id}/")):
        html = shown.content.decode()
        assert "Safe house" in html and "Call for the place." in html
        assert "openstreetmap" not in html and "42.3" not in html


def test_a_place_that_becomes_hidden_leaves_the_list(client):
    place = given.service("Moved", needs=["sleep"], at=HERE, street="1 Old Street")
    Location.objects.filter(pk=place.location_id).update(visibility="hidden")
    given.index(place)
    assert "Old Street" not in find(client).content.decode() and not names(find(client))


def test_a_place_without_a_point_is_on_its_page_but_in_no_list(client):
    place = given.service("Somewhere", needs=["sleep"], street="5 Unmapped Way")
    assert names(find(client)) == []
    assert "5 Unmapped Way" in words(client.get(f"/service/{place.service_id}/"))


def test_a_place_we_know_only_about_is_found_near_and_sends_nobody_to_a_wrong_door(client):
    place = given.service("About", needs=["sleep"], street="5 Main Rd", area="boston-ma")
    card = cards(find(client))[0]
    assert "5 Main Rd" in words(card) and "About 1.8 miles" in words(card)
    for shown in (find(client), client.get(f"/service/{place.service_id}/")):
        html = shown.content.decode()
        assert "5 Main Rd" in html
        assert "Directions" not in html and "openstreetmap" not in html and "42.3" not in html


def test_a_point_is_nearer_the_truth_than_the_area_around_it(client):
    given.service("Known", needs=["sleep"], street="5 Main Rd", area="boston-ma", at=HERE)
    assert "Less than 0.1 miles" in words(cards(find(client))[0])
    assert "Directions" in words(cards(find(client))[0])


@pytest.mark.parametrize("at", [HERE, None])
def test_a_hidden_place_is_not_found_by_its_area(client, at):
    place = given.service("Secret", needs=["sleep"], visibility="hidden", area="boston-ma", at=at)
    assert place.location.near is None
    assert names(find(client, maybe="1")) == []


def test_the_same_service_at_two_places_is_listed_once_for_each(client):
    first = given.service("Two doors", needs=["sleep"], at=HERE)
    other = given.where({"at": (42.34, -71.08)})
    given.index(first.service.places.create(location=other))
    found = find(client)
    assert names(found) == ["Two doors", "Two doors"]
    assert len({card["id"] for card in cards(found)}) == 2


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><b>', "A & B's", "\x01gap"])
def test_a_name_is_only_ever_words(client, name):
    given.service(name, needs=["sleep"], at=HERE, street=name, city=name)
    found = find(client)
    assert names(found) == [name.replace("\x01", "")] or names(found) == [name]
    assert not page(found).select("li script") and not page(found).select("h2 b")
