"""A place shown as an area, asked for a thousand times from all around: who works out where it
must be finds the middle of the area, which everybody may know, and never the door.
"""

from math import asin, atan2, cos, degrees, pi, sin, sqrt

import pytest

from resources import nearby
from resources.models import Area, Location, NearbyPlace, PlaceCard, ServiceAtLocation
from tests import given
from tests.outputs import get, post
from tests.reading import cards, page

pytestmark = pytest.mark.django_db

# Two doors in Boston, miles apart and away from its middle: which one is it?
DOORS = [(42.2951, -71.1207), (42.3793, -71.0271)]
AROUND = 1000
NEED = "dv"


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10)


def town():
    """The refuge, and places at known doors all around it."""
    given.content()
    given.service("Refuge", needs=[NEED], visibility="area", area="boston-ma", hours="24/7")
    for number in range(12):
        angle = number * pi / 6
        at = (42.36 + cos(angle) * 0.02 * (number + 1), -71.06 + sin(angle) * 0.02 * (number + 1))
        given.service(f"Known {number}", needs=[NEED], at=at)


made = given.for_the_file(town)


@pytest.fixture
def refuge():
    return ServiceAtLocation.objects.get(service__name="Refuge")


def behind(refuge, door):
    """The same refuge, whose real door staff keep."""
    Location.objects.filter(pk=refuge.location_id).update(
        latitude=door[0], longitude=door[1], address_1=f"{door[0]} Secret St", keeps_address=True
    )
    given.index(refuge)


def points_around(latitude, longitude):
    """A sunflower of points, from a few steps away to the other end of the country."""
    for number in range(AROUND):
        out, angle = 20 * ((number + 1) / AROUND) ** 2, number * pi * (3 - sqrt(5))
        yield latitude + out * cos(angle), longitude + out * sin(angle)


def asked_from_all_around():
    """[(point, [(place id, miles)] nearest first)]"""
    return [
        (point, [row[:2] for row in nearby.nearest([NEED], *point, count=13)])
        for point in points_around(*DOORS[0])
    ]


def worked_out(asked, place):
    """Where a place is, (latitude, longitude), by least squares of how far it is from points.

    On a ball of radius 1, p·c = cos(distance): straight lines, so three sums solve it.
    """
    sides, sums = [[0.0] * 3 for _ in range(3)], [0.0] * 3
    for point, found in asked:
        miles = next(far for one, far in found if str(one) == str(place))
        p = nearby.on_the_ball(*point)
        told = cos(miles / nearby.MILES_A_KM / nearby.EARTH_KM)
        for i in range(3):
            sums[i] += p[i] * told
            for j in range(3):
                sides[i][j] += p[i] * p[j]
    x, y, z = solved(sides, sums)
    return degrees(asin(max(-1, min(1, z)))), degrees(atan2(y, x))


def solved(sides, sums):
    """Three equations by Cramer's rule."""
    whole = determinant(sides)
    for column in range(3):
        with_sums = [
            [sums[n] if at == column else side for at, side in enumerate(row)]
            for n, row in enumerate(sides)
        ]
        yield determinant(with_sums) / whole


def determinant(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def miles_between(one, other):
    apart = zip(nearby.on_the_ball(*one), nearby.on_the_ball(*other), strict=True)
    return nearby.miles_of(sum((a - b) ** 2 for a, b in apart))


def keyed(asked):
    """As text: both databases tell ids in their own way."""
    return [[(str(place).replace("-", ""), far) for place, far in found] for _point, found in asked]


def test_a_thousand_questions_find_the_middle_of_the_area_and_not_the_door(refuge):
    behind(refuge, DOORS[0])
    asked = asked_from_all_around()
    kept = next(one for one, _far in asked[0][1] if str(one).replace("-", "") == refuge.pk.hex)
    middle = Area.objects.get(slug="boston-ma")
    guess = worked_out(asked, kept)
    assert miles_between(guess, (middle.latitude, middle.longitude)) < 0.01
    assert min(miles_between(guess, door) for door in DOORS) > 2
    known = next(one for one, _far in asked[0][1] if one != kept)
    at = ServiceAtLocation.objects.get(pk=known).location
    assert miles_between(worked_out(asked, known), (at.latitude, at.longitude)) < 0.01


def test_no_answer_depends_on_which_door_it_is(refuge):
    """Neither how far, nor the order among others, nor what is kept to answer with."""
    answers = []
    for door in DOORS:
        behind(refuge, door)
        kept = NearbyPlace.objects.filter(place=refuge).order_by("need_id")
        asked = keyed(asked_from_all_around())
        answers.append((asked, [*kept.values_list("need", "band", "x", "y", "z")]))
    assert answers[0] == answers[1]
    assert len(answers[0][0]) == AROUND


def test_no_page_depends_on_which_door_it_is(refuge):
    """Lists from every area, by link and by form, and its own page: letter for letter."""
    told = []
    for door in DOORS:
        behind(refuge, door)
        pages = list(get(f"/service/{refuge.service_id}/"))
        for area in Area.objects.order_by("slug"):
            pages += get(f"/near/{area.slug}/?need={NEED}")
            pages += post("/find/", {"place": area.label, "need": NEED, "open_now": "1"})
        told.append([(one.what, one.told) for one in pages])
    assert told[0] == told[1] and len(told[0]) > 80


def test_the_words_of_the_list_say_how_far_the_middle_is(client, refuge):
    behind(refuge, DOORS[1])
    card = page(client.get(f"/near/02118/?need={NEED}")).select_one(f"#place-{refuge.pk}")
    assert card.select_one("b").get_text() == "About 1.8 miles"
    at_the_middle = cards(client.get(f"/near/boston-ma/?need={NEED}"))[0]
    assert at_the_middle["id"] == f"place-{refuge.pk}"


def test_moving_the_door_or_its_zone_changes_nothing_that_is_kept(refuge):
    behind(refuge, DOORS[0])
    before = PlaceCard.objects.filter(pk=refuge.pk).values().get()
    Location.objects.filter(pk=refuge.location_id).update(timezone="America/Halifax")
    behind(refuge, DOORS[1])
    assert PlaceCard.objects.filter(pk=refuge.pk).values().get() == before
