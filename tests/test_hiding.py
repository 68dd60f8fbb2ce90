"""Hiding is whole and at once, showing again brings all back; and an address that readers may not
know is kept only when staff say so.
"""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from resources import nearby
from resources.models import (
    Area,
    Document,
    Location,
    NearbyPlace,
    Phone,
    PlaceCard,
    Schedule,
    ServiceAtLocation,
    Word,
)
from tests.reading import page, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

WAYS = [
    ("location", {"visibility": "hidden", "keeps_address": "True"}, {"visibility": "exact"}),
    ("service", {"do_not_list": "on"}, {"do_not_list": []}),
    ("service", {"status": "inactive"}, {"status": "active"}),
    ("service", {"status": "defunct"}, {"status": "active"}),
    ("service", {"status": "temporarily closed"}, {"status": "active"}),
]
KEPT = {
    PlaceCard: [field.attname for field in PlaceCard._meta.concrete_fields],
    NearbyPlace: ["need", "band", "x", "y", "z", "place"],
    Document: ["kind", "key", "title", "text", "url", "words"],
    Word: ["word", "count"],
}


@pytest.fixture
def corner(corner):
    """With hours, a note and a number of its own."""
    Schedule.objects.create(
        service_at_location=corner.place, opening_hours="24/7", note="Ring the side bell"
    )
    Phone.objects.create(service_at_location=corner.place, number="+16175550188")
    nearby.reindex_all()
    return corner


def all_that_lists_read():
    return {
        model: sorted(map(str, model.objects.values_list(*columns)))
        for model, columns in KEPT.items()
    }


@pytest.mark.parametrize(("thing", "hide", "show"), WAYS)
def test_hiding_takes_every_trace_out_and_showing_brings_it_back(
    screen, client, corner, thing, hide, show
):
    before = all_that_lists_read()
    assert "The Corner" in str(before) and "5550188" in str(before)
    assert screen(getattr(corner, thing)).save(**hide)
    told = str(all_that_lists_read()).lower()
    for trace in ("corner", str(corner.place.pk), "5550188", "5550123", "main st"):
        assert trace not in told
    assert client.get(corner.service.get_absolute_url()).status_code == 404
    assert screen(getattr(corner, thing)).save(**show)
    assert all_that_lists_read() == before


def test_hiding_that_cannot_take_all_out_hides_nothing(screen, corner, monkeypatch):
    before = all_that_lists_read()

    def broken(*args):
        raise IntegrityError

    monkeypatch.setattr("resources.documents.keep", broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        screen(corner.location).save(visibility="hidden")
    assert all_that_lists_read() == before
    assert Location.objects.get().visibility == "exact"


def test_a_place_taken_off_on_the_screen_of_its_service_leaves_no_word(screen, corner):
    assert screen(corner.service).save(**{"places-0-DELETE": "on"})
    assert not ServiceAtLocation.objects.exists()
    told = str(all_that_lists_read()).lower()
    assert "corner" not in told and str(corner.place.pk) not in told


def test_a_service_without_a_place_still_has_its_page(client, corner):
    corner.place.delete()
    assert client.get(corner.service.get_absolute_url()).status_code == 200


def test_staff_still_count_a_hidden_listing_that_nobody_checked(staff, screen, corner):
    assert screen(corner.location).save(visibility="hidden")
    assert "Listings never checked" in words(staff.get("/admin/"))


# What readers may not know is kept only when staff say so.


def turned(screen, corner, **typed):
    return screen(corner.location).save(**typed)


def everything_stored():
    """Every value of every table, the admin's own log, too."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            yield from (str(value) for row in cursor.fetchall() for value in row)


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_the_street_and_the_point_are_erased_unless_staff_say_otherwise(
    screen, staff, corner, boston, visibility
):
    assert screen(corner.location).save(address_2="Floor 3")
    assert screen(corner.service).save(**{"places-0-location": str(corner.location.pk)})
    assert screen(corner.place).save(**{"schedule-0-note": "Ring"})
    assert any("12 Main St" in value for value in everything_stored())
    answer = turned(screen, corner, visibility=visibility, area=boston.pk)
    said = words(staff.get(answer.url))
    assert "The street and the point of this place are erased." in said
    stored = list(everything_stored())
    assert not [value for value in stored if "Main St" in value or "Floor 3" in value]
    assert not {"42.34", "-71.071"} & set(stored)


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_the_street_and_the_point_are_kept_for_staff_who_say_so(
    screen, client, corner, boston, visibility
):
    typed = {"visibility": visibility, "area": boston.pk, "keeps_address": "True"}
    assert turned(screen, corner, **typed)
    kept = Location.objects.get()
    assert (kept.address_1, kept.latitude, kept.keeps_address) == ("12 Main St", 42.34, True)
    shown = client.get(corner.service.get_absolute_url()).content.decode()
    assert "Main St" not in shown + str(all_that_lists_read())
    assert "42.34" not in shown and NearbyPlace.objects.count() == (2 if kept.point else 0)
    assert turned(screen, corner, city="Roxbury")  # and they need not say it again
    assert Location.objects.get().address_1 == "12 Main St"


def test_it_is_asked_anew_each_time_a_place_is_hidden(screen, corner):
    assert turned(screen, corner, visibility="hidden", keeps_address="True")
    assert turned(screen, corner, visibility="exact")
    assert turned(screen, corner, visibility="hidden")
    assert Location.objects.get().address_1 == ""


def test_staff_are_asked_in_words_and_no_is_ticked(screen, corner):
    boxes = screen(corner.location).form.select("input[name=keeps_address]")
    asked = {words(box.parent): box.has_attr("checked") for box in boxes}
    assert asked == {
        "No. Erase them when I save.": True,
        "Yes. Only staff will see them, here.": False,
    }


def test_what_stands_in_the_street_box_of_a_new_hidden_place_is_not_stored(screen, boston):
    typed = {"name": "Refuge", "address_1": "7 Elm St", "latitude": "42.3", "longitude": "-71.1"}
    assert screen(Location).save(**typed, visibility="area", area=boston.pk)
    assert Location.objects.get().address_1 == ""
    assert not [value for value in everything_stored() if "Elm" in value]


def test_the_table_itself_refuses_an_address_nobody_said_to_keep(boston):
    with pytest.raises(IntegrityError), transaction.atomic():
        Location.objects.create(address_1="7 Elm St", visibility="area", area=boston)


def test_hiding_in_a_hurry_is_never_refused(corner):
    Location.objects.update(visibility="hidden")


def test_a_street_that_readers_can_read_elsewhere_is_pointed_out(staff, screen, corner, boston):
    assert screen(corner.service).save(description="Behind 12 MAIN st., blue door")
    answer = turned(screen, corner, visibility="area", area=boston.pk)
    told = page(staff.get(answer.url)).select_one(".messagelist")
    assert "Readers can still read this street in the words of: The Corner" in words(told)


# Hours are told in the area's zone: another would say where in the area the door is.


def test_the_zone_of_a_place_shown_as_an_area_is_the_areas(screen, corner, boston):
    assert turned(screen, corner, visibility="area", area=boston.pk, timezone="")
    assert Location.objects.get().timezone == "America/New_York"


def test_another_zone_than_the_areas_is_refused_and_nothing_is_lost(screen, corner, boston):
    typed = {"visibility": "area", "area": boston.pk, "timezone": "America/Detroit"}
    answer = screen(corner.location).send(**typed)
    assert answer.status_code == 200 and "America/New_York. Write that one" in words(answer)
    refused = screen(corner.location).read(answer.content).shown()
    assert refused["address_1"] == ["12 Main St"] and refused["timezone"] == ["America/Detroit"]
    assert Location.objects.get().address_1 == "12 Main St"


def test_a_zone_that_got_in_some_other_way_is_not_told(corner, boston):
    blank = {"address_1": "", "latitude": None, "longitude": None}
    Location.objects.update(visibility="area", area=boston, timezone="America/Denver", **blank)
    nearby.reindex_all()
    assert PlaceCard.objects.get().zone == "America/New_York"


def test_places_of_a_service_are_not_in_the_order_of_names_nobody_may_know(client, corner):
    """By what readers see: else a name would be guessed from where its place stands."""
    facts = {"kind": "city", "state": "MA", "latitude": 42, "longitude": -71}
    for hidden, shown in (("Zebra House", "Acton"), ("Aardvark House", "Worcester")):
        area = Area.objects.create(
            slug=f"{shown}-ma".lower(), name=shown, key=shown.lower(),
            timezone="America/New_York", **facts,
        )  # fmt: skip
        location = Location.objects.create(name=hidden, visibility="area", area=area)
        ServiceAtLocation.objects.create(service=corner.service, location=location)
    told = words(client.get(corner.service.get_absolute_url()))
    assert told.index("12 Main St") < told.index("Acton, MA") < told.index("Worcester, MA")
