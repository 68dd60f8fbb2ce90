"""A listing grows old by itself: it sinks, and leaves the lists, on the day and with nobody saving.

The days themselves are test_freshness's; here is what becomes of them in lists, pages and search.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from resources import nearby
from resources.models import NearbyPlace, Service
from tests import given
from tests.bench import plans
from tests.reading import button, ids, maybe_names, names, words

pytestmark = pytest.mark.django_db

CHECKED = date(2026, 3, 9)
LISTED = (180, 365)  # the last day in its order, and the last in the list at all
VAN = (60, 90)


def a_town():
    given.content()
    place("Never checked", 0)
    place("Old", 1, CHECKED)
    place("Van", 2, CHECKED, delivery="mobile")


town = given.for_the_file(a_town)


def place(name, step, checked=None, **facts):
    facts = {"needs": ["food"], "hours": "24/7"} | facts
    how = "call" if checked else ""
    at = (given.SOUTH_END[0] + step / 500, given.SOUTH_END[1])
    return given.service(name, at=at, last_verified=checked, verified_by=how, **facts)


def find(client, **more):
    return client.post("/find/", {"place": "02118", "need": ["food"], **more})


def later(days):
    return datetime(2026, 3, 9, 18, tzinfo=UTC) + timedelta(days)


@pytest.mark.parametrize(("name", "days"), [("Old", LISTED), ("Van", VAN)])
def test_it_sinks_and_leaves_on_the_day_with_nobody_saving(client, time_machine, name, days):
    place("Fresh", 9, CHECKED + timedelta(400))
    last_in_order, last_in_list = days
    if name == "Old":
        Service.objects.filter(name="Van").update(do_not_list=True)
    for after, where in (
        (last_in_order, "in order"),
        (last_in_order + 1, "sunk"),
        (last_in_list, "sunk"),
        (last_in_list + 1, "gone"),
    ):
        time_machine.move_to(later(after))
        listed = names(find(client))
        if where == "gone":
            assert name not in listed, after
        else:
            assert (listed.index(name) > listed.index("Fresh")) is (where == "sunk"), after


def test_what_was_never_checked_stays_where_it_is(client, time_machine):
    for after in (0, 100, 5000):
        time_machine.move_to(later(after))
        assert names(find(client))[0] == "Never checked"


def test_what_left_the_lists_is_still_found_by_its_name_with_the_warning(client, time_machine):
    time_machine.move_to(later(500))
    assert names(find(client)) == ["Never checked"]
    assert "Old" in words(client.post("/search/", {"words": "old"}))
    shown = words(client.get(Service.objects.get(name="Old").get_absolute_url()))
    assert "Not checked since 9 Mar 2026." in shown and "It may be open." in shown


def test_to_be_checked_again_brings_it_back(client, time_machine):
    time_machine.move_to(later(500))
    old = Service.objects.get(name="Old")
    Service.objects.filter(pk=old.pk).update(last_verified=timezone.now().date())
    nearby.reindex(old.places.all())
    assert names(find(client)) == ["Never checked", "Old"]


def test_nothing_old_comes_by_a_side_door(client, time_machine):
    """Neither as one that may be open, nor for one of two needs, nor as the nearest far away."""
    place("Old too", 3, CHECKED, needs=["food", "shower"])
    place("Old far away", 500, CHECKED, needs=["wound"])
    time_machine.move_to(later(366))
    found = find(client, open_now="1")
    assert (names(found), maybe_names(found)) == ([], ["Never checked"])
    assert names(find(client, need=["food", "shower"])) == ["Never checked"]
    assert (
        names(find(client, need=["wound"])) == names(find(client, need=["wound"], free="1")) == []
    )


def test_a_list_says_so_when_something_sank_and_only_then(client, time_machine):
    says = "Those not checked for a long time come last."
    place("Fresh", 9, CHECKED + timedelta(180))
    time_machine.move_to(later(180))
    Service.objects.filter(name="Van").update(do_not_list=True)
    nearby.reindex_all()
    assert "3 places, nearest first." in words(find(client)) and says not in words(find(client))
    time_machine.move_to(later(181))
    assert names(find(client)) == ["Never checked", "Fresh", "Old"]
    assert says in words(find(client))


def test_near_and_old_still_comes_before_fresh_and_hours_away(client, time_machine):
    place("Hours away", 600, CHECKED + timedelta(200), needs=["wound"])
    place("Near and old", 1, CHECKED, needs=["wound"])
    time_machine.move_to(later(200))
    found = find(client, need=["wound"])
    assert names(found) == ["Near and old", "Hours away"]
    assert "Nothing we list is within 50 miles" not in words(found)


def test_pages_hold_everybody_once_though_some_sink(client, time_machine):
    for number in range(45):
        day = CHECKED if number % 4 == 0 else CHECKED + timedelta(200)
        place(f"Place {number}", 10 + number, day, needs=["shower"])
    time_machine.move_to(later(200))
    seen = [find(client, need=["shower"])]
    while tapped := button(seen[-1], "More places"):
        seen.append(find(client, need=["shower"], page=tapped[1]))
    everybody = [one for page in seen for one in ids(page)]
    assert [len(ids(page)) for page in seen] == [20, 20, 5]
    assert len(set(everybody)) == len(everybody) == 45
    # Page 1 is the twenty nearest, the five of them checked long ago last and in their own order.
    assert set(names(seen[0])) == {f"Place {n}" for n in range(20)}
    assert names(seen[0])[-5:] == [f"Place {n}" for n in (0, 4, 8, 12, 16)]
    assert not button(seen[2], "More places")


def test_the_nearest_of_those_that_are_left_are_told_and_no_fewer(time_machine):
    """Held against counting by hand, on each of a few days."""
    for number in range(120):
        place(f"Place {number}", number, CHECKED + timedelta(number * 7 % 90), needs=["shower"])
    kept = {row.place_id: row.leaves_on for row in NearbyPlace.objects.filter(need="shower")}
    for after in (0, 366, 400, 455, 456):
        today = CHECKED + timedelta(after)
        found = nearby.nearest(["shower"], *given.SOUTH_END, count=30, today=today)
        left = [number for number in range(120) if number * 7 % 90 + 365 >= after]
        assert len(found) == min(30, len(left)) == min(30, sum(d > today for d in kept.values()))
        service_names = dict(Service.objects.values_list("places", "name"))
        told = [service_names[key_of(place_id)] for place_id, _miles in found]
        assert told == [f"Place {number}" for number in left[:30]]


def key_of(place_id):
    from uuid import UUID

    return UUID(str(place_id))


def test_the_question_is_still_answered_by_the_index_alone():
    if plans.connection.vendor != "sqlite":
        pytest.skip("PostgreSQL walks through a table as small as this one")
    assert plans.is_index_only("food", given.SOUTH_END)


def test_who_mails_sinks_and_leaves_as_well(client, time_machine):
    for name, day in (("A old sender", CHECKED), ("B fresh sender", CHECKED + timedelta(150))):
        place(name, 2000, day, needs=["wound"], by_mail="yes", mail_states="MA")
    shown = []
    for after in (180, 181, 366):
        time_machine.move_to(later(after))
        text = words(find(client, need=["wound"]))
        shown.append(sorted((n for n in ("A old", "B fresh") if n in text), key=text.index))
    assert shown == [["A old", "B fresh"], ["B fresh", "A old"], ["B fresh"]]
