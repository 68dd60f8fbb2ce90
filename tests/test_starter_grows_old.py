"""The starter directory, left alone for 100 days: every card tells its reader to call first."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from resources import listings_file, nearby
from resources.listings_load import load_all
from resources.management.commands.load_content import load_needs
from resources.models import Area, PlaceCard, Service, ServiceAtLocation
from resources.telling import COLUMNS, told
from tests import given

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 9)
# Of each file, one in so many; of the small one, all. With all that have no number to call.
ONE_IN = {"ma-harm-reduction": 1, "us-otp": 10, "us-health-centers": 100}


def quiet(_line):
    """No progress lines in a test."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("directory")
    for path in listings_file.files():
        header, listings = listings_file.read(path)
        few = listings[:: ONE_IN.get(path.stem, 1)]
        silent = [each for each in listings if not each.phone and each not in few]
        listings_file.write(made / path.name, header, few + silent)
    return made


@pytest.fixture
def directory(folder, db):
    load_needs()
    listings = [
        each for path in listings_file.files(folder) for each in listings_file.read(path)[1]
    ]
    where = {"kind": "city", "latitude": 42.36, "longitude": -71.06, "timezone": "America/New_York"}
    slugs = sorted({each.area for each in listings if each.area})
    Area.objects.bulk_create(
        Area(slug=slug, name=slug, key=slug, state="MA", **where) for slug in slugs
    )
    load_all(folder, quiet)
    assert PlaceCard.objects.count() == len(listings) > 700
    return listings


def all_cards(days):
    """Every card, as the lists tell it so many days later: [(has a number to call, HTML)]."""
    now = datetime(2026, 3, 9, 18, tzinfo=UTC) + timedelta(days)
    cards = PlaceCard.objects.order_by("pk").values_list("pk", *COLUMNS)
    near = [(place, 1.0, *facts) for place, *facts in cards]
    html = [card.html for card in told(near, (), now)]
    has_phone = [row[2 + COLUMNS.index("has_phone")] for row in near]
    return list(zip(has_phone, html, strict=True))


def how_many(cards):
    """{(has a number, told to call first, told that there is none): how many}"""
    return Counter(
        (has, "Call first." in html, "There is no number to call." in html) for has, html in cards
    )


def checked_today():
    facts = {"last_verified": TODAY, "verified_by": "call"}
    Service.objects.update(**facts)
    nearby.reindex(ServiceAtLocation.objects.all())


def test_with_the_clock_moved_100_days_the_whole_starter_directory_says_to_call_first(directory):
    callable_ones = sum(bool(each.phone) for each in directory)
    no_number = len(directory) - callable_ones
    careful = {(True, True, False): callable_ones, (False, False, True): no_number}
    careful = {key: count for key, count in careful.items() if count}
    assert how_many(all_cards(0)) == careful, "never checked"

    checked_today()
    plain = all_cards(0)
    assert all("Checked by phone on" in html for _has, html in plain)
    assert not any(call or none for _has, call, none in how_many(plain))
    assert how_many(all_cards(100)) == careful
    assert how_many(all_cards(200)) == careful


def test_a_listing_without_a_number_says_so_instead(db):
    given.service("Silent", at=given.SOUTH_END, last_verified=TODAY, verified_by="visit")
    ((has_phone, html),) = all_cards(100)
    assert not has_phone and "Call first." not in html
    assert "Not checked lately, last on 9 Mar. There is no number to call." in html
