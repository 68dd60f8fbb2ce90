"""The nearest places, held against a slow and simple oracle; and the link to a list of them."""

import random
from datetime import UTC, datetime
from math import asin, cos, inf, pi, radians, sin, sqrt
from uuid import UUID

import pytest
from django.db import connection

from resources import crowding, nearby
from resources.models import Location, Organization, Service, ServiceAtLocation
from tests import given
from tests.reading import box, ids, names, page, says_the_way_on, words

pytestmark = pytest.mark.django_db

EVERYWHERE = [
    *[(90.0, 0.0), (-90.0, 0.0), (90.0, 180.0), (-90.0, -77.0), (0.0, 180.0), (0.0, -180.0)],
    *[(0.0, 0.0), (51.9, 179.99), (51.9, -179.99), (71.3, -156.8), (13.4, 144.7), (-14.3, -170.7)],
]


def points(chance):
    """Where places are: towns, the whole earth, both poles, both sides of 180 degrees, ties."""
    town = [(42.33 + chance.gauss(0, 0.05), -71.07 + chance.gauss(0, 0.05)) for _ in range(120)]
    anywhere = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(120)]
    poles = [(s * chance.uniform(88, 90), chance.uniform(-180, 180)) for s in (1, -1)] * 8
    date_line = [(chance.uniform(50, 54), s * chance.uniform(179.5, 180)) for s in (1, -1)] * 8
    spread = town + anywhere + poles + date_line + EVERYWHERE
    return spread + chance.sample(spread, 40)  # the same points again: ties


def a_world():
    """One service at 300 places and another at every third of them; -> {place id: point}."""
    chance = random.Random(20260309)
    given.content()
    runs_it = Organization.objects.create(name="Everywhere")
    first = Service.objects.create(name="First", organization=runs_it)
    third = Service.objects.create(name="Third", organization=runs_it)
    first.needs.set([given.need("syringes")])
    third.needs.set([given.need("wound")])
    there = Location.objects.bulk_create(
        Location(latitude=lat, longitude=lon) for lat, lon in points(chance)
    )
    pairs = [(first, one) for one in there] + [(third, one) for one in there[::3]]
    places = [
        ServiceAtLocation(id=UUID(int=chance.getrandbits(128)), service=service, location=one)
        for service, one in pairs
    ]
    ServiceAtLocation.objects.bulk_create(places)
    nearby.reindex_all()
    return {place.pk: place for place in places}


town = given.for_the_file(a_world)


def haversine_km(one, other):
    (lat, lon), (lat2, lon2) = [tuple(map(radians, point)) for point in (one, other)]
    part = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * 6371.0088 * asin(min(1, sqrt(part)))


def by_hand(town, here, names):
    """Every place that meets the need, nearest first, ties by id: [(id, km)]."""
    meets = [place for place in town.values() if place.service.name in names]
    far = {p.pk: haversine_km(here, (p.location.latitude, p.location.longitude)) for p in meets}
    return sorted(far.items(), key=lambda row: (round(row[1], 5), row[0].int))


def asked(needs, here, count, **more):
    found = nearby.nearest(needs, *here, count=count, **more)
    return [(UUID(str(place)), miles) for place, miles in found]


def wanderers():
    chance = random.Random(7)
    anywhere = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(25)]
    near_town = [(42.33 + chance.gauss(0, 0.2), -71.07 + chance.gauss(0, 0.2)) for _ in range(15)]
    return anywhere + near_town + EVERYWHERE


@pytest.mark.parametrize("here", wanderers())
def test_the_nearest_are_the_nearest_wherever_somebody_stands(town, here):
    for needs, who in ((["syringes"], {"First"}), (["wound"], {"Third"}), ([], {"First", "Third"})):
        everybody = by_hand(town, here, who)
        km_of = dict(everybody)
        for count in (1, 20):
            found = asked(needs, here, count)
            kms = [km_of[place] for place, _miles in found]
            # To a metre: the pole is one point by whichever meridian somebody wrote it down.
            assert kms == pytest.approx([km for _id, km in everybody[:count]], abs=1e-3)
            assert len({place for place, _miles in found}) == count
            miles = [km * nearby.MILES_A_KM for km in kms]
            assert [told for _id, told in found] == pytest.approx(miles, abs=1e-3)


def test_places_at_one_point_come_in_the_order_of_their_ids(town):
    doors = {}
    for place in town.values():
        doors.setdefault((place.location.point, place.service.name), []).append(place.pk)
    shared = [(point, some) for (point, who), some in doors.items() if who == "First" and some[1:]]
    assert len(shared) > 20
    for point, some in shared:
        found = [place for place, _miles in asked(["syringes"], point, len(some))]
        assert found == sorted(some, key=lambda place: place.int)


@pytest.mark.parametrize("km", [0.5, 4, 16, 80, 3000])
def test_what_is_farther_than_asked_is_left_out(town, km):
    for here in [given.SOUTH_END, (0.0, 180.0), (90.0, 0.0)]:
        right = {place for place, far in by_hand(town, here, {"First"}) if far <= km}
        found = asked(["syringes"], here, 1000, at_most_km=km)
        assert {place for place, _miles in found} == right


def test_the_whole_index_can_be_walked_and_holds_everybody_once(town):
    found = asked(["syringes"], given.SOUTH_END, 10_000)
    assert len({place for place, _miles in found}) == len(found)
    assert len(found) == sum(place.service.name == "First" for place in town.values())


def test_of_several_needs_the_rarest_is_asked_first_and_counted_once(
    town, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(crowding.Kept, "until", 0)
    with django_assert_num_queries(1):
        for needs in (["syringes", "wound"], ["wound", "syringes"]):
            assert nearby.rarest_first(needs) == ["wound", "syringes"]


@pytest.mark.parametrize("guess", [0, 1e-9, 0.001, 0.16, 0.17, 5, inf])
@pytest.mark.parametrize("here", [given.SOUTH_END, (0.0, 180.0), (90.0, 0.0)])
def test_a_wrong_guess_of_how_far_to_look_changes_no_answer(town, here, guess, monkeypatch):
    right = [asked(["wound"], here, 20, at_most_km=km) for km in (None, 80)]
    monkeypatch.setattr(crowding.Crowding, "reach", lambda *asked_for: guess)
    assert [asked(["wound"], here, 20, at_most_km=km) for km in (None, 80)] == right


def test_in_a_town_the_first_look_is_short_and_where_nobody_is_it_is_everywhere(town):
    thick = crowding.count_up()
    in_town = thick.reach(["syringes"], nearby.on_the_ball(*given.SOUTH_END), 20)
    assert in_town * nearby.EARTH_KM < 50
    assert thick.reach(["syringes"], nearby.on_the_ball(-48.9, -123.4), 20) == inf
    assert thick.reach(["unicorns"], nearby.on_the_ball(*given.SOUTH_END), 20) == inf


def test_a_part_of_the_places_says_about_as_much_as_all_of_them(town, monkeypatch):
    here = nearby.on_the_ball(*given.SOUTH_END)
    whole = crowding.count_up().reach(["syringes"], here, 20)
    monkeypatch.setattr(crowding, "SAMPLE", 400)
    assert whole / 3 < crowding.count_up().reach(["syringes"], here, 20) < whole * 3


def test_with_no_places_at_all_nothing_is_near():
    assert crowding.count_up().reach(["syringes"], (1.0, 0.0, 0.0), 20) == inf


@pytest.mark.parametrize("threshold", [0, None])
def test_postgresql_keeps_a_question_unless_told_not_to(town, threshold, monkeypatch):
    asked(["syringes"], given.SOUTH_END, 20)
    if connection.vendor != "postgresql":
        pytest.skip("SQLite’s driver keeps questions by itself")
    monkeypatch.setattr(connection.connection, "prepare_threshold", threshold)
    connection.connection.execute("DEALLOCATE ALL")
    found = asked(["wound"], given.SOUTH_END, 20)
    kept = connection.connection.execute("SELECT statement FROM pg_prepared_statements").fetchall()
    assert len(found) == 20 and bool(kept) == (threshold == 0)


def test_making_the_index_twice_changes_nothing(town):
    before = asked(["syringes"], given.SOUTH_END, 50)
    written = nearby.reindex_all()
    assert (nearby.reindex_all(), asked(["syringes"], given.SOUTH_END, 50)) == (written, before)
    assert written == 2 * len(town)  # its need, and "anything"


def test_a_flat_distance_across_the_ball_is_told_along_it():
    antipodes = nearby.miles_of(4.0)
    assert antipodes == pytest.approx(pi * nearby.EARTH_KM * nearby.MILES_A_KM)
    assert nearby.miles_of(0.0) == 0


# --- The link -----------------------------------------------------------------------------------


def find(client, place, **more):
    return client.post("/find/", {"place": place, **more})


@pytest.mark.parametrize(
    ("link", "place", "needs"),
    [
        ("/near/boston-ma/", "Boston, MA", []),
        ("/near/02118/?need=syringes", "02118", ["syringes"]),
        ("/near/02118/?need=syringes&need=wound", "02118", ["syringes", "wound"]),
        ("/near/ma/?need=wound", "Massachusetts", ["wound"]),
        ("/near/springfield--union-county-nj/", "springfield--union-county-nj", []),
        ("/near/02118/?need=syringes&free=1&maybe=1", "02118", ["syringes"]),
    ],
)
def test_a_link_is_the_same_list_as_the_search(client, link, place, needs):
    ticked = {"free": "1", "maybe": "1"} if "free" in link else {}
    linked, searched = client.get(link), find(client, place, need=needs, **ticked)
    assert linked.status_code == searched.status_code == 200
    assert ids(linked) == ids(searched) != []
    assert page(linked).h1.get_text() == page(searched).h1.get_text()


def test_a_link_says_in_its_title_what_it_lists(client):
    shown = client.get("/near/02118/?need=syringes")
    assert page(shown).title.get_text().startswith("New syringes near 02118")
    assert shown["Cache-Control"] == "no-store" and not shown.cookies


def test_a_link_does_not_offer_to_be_made_a_link(client):
    assert "Make a link to this list" in words(find(client, "02118", pass_on="1"))
    assert "Make a link to this list" not in words(client.get("/near/02118/?pass_on=1"))


@pytest.mark.parametrize(
    "link",
    [
        "/near/atlantis-xx/",
        "/near/BOSTON-MA/",
        "/near/00000/",
        "/near/02118/?need=unicorns",
        "/near/02118/?need=%00",
        "/near/02118/?page=0",
        "/near/02118/?need=" + "x" * 9000,
    ],
)
def test_a_link_to_nowhere_says_so_and_shows_the_way_on(client, link):
    shown = client.get(link)
    assert shown.status_code in (400, 404)
    assert says_the_way_on(shown)


@pytest.mark.parametrize(
    "query", ["lat=42.336&lon=-71.073", "need=syringes&ll=42.336,-71.073", "q=42.33612", "LAT=1"]
)
@pytest.mark.parametrize("address", ["/near/02118/", "/find/", "/", "/lines/"])
def test_a_position_in_an_address_is_refused(client, address, query):
    refused = client.get(f"{address}?{query}")
    assert refused.status_code == 400
    assert "so that nobody can learn where you are" in words(refused)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("need=unicorns", "We don’t have that need on our list."),
        ("page=99", "This list has no such page."),
    ],
)
def test_a_link_to_a_known_place_keeps_it_and_asks_what_was_meant(client, query, says):
    shown = client.get(f"/near/boston-ma/?{query}")
    assert shown.status_code == 400 and says in words(shown)
    assert box(shown, "place") == "Boston, MA" and page(shown).select("input[name=need]")
    assert ids(find(client, box(shown, "place"))) != []


def test_a_link_tells_open_now_by_the_clock_and_not_by_when_it_was_made(client, time_machine):
    given.service("Mornings", needs=["food"], at=given.SOUTH_END, hours="Mo-Fr 09:00-12:00",
                  last_verified="2026-03-09", verified_by="call")  # fmt: skip
    time_machine.move_to(given.TUESDAY_10)
    assert names(client.get("/near/02118/?need=food&open_now=1")) == ["Mornings"]
    time_machine.move_to(datetime(2026, 3, 10, 23, tzinfo=UTC))
    assert names(client.get("/near/02118/?need=food&open_now=1")) == []
