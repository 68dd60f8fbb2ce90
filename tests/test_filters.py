"""What people filter by: a known yes is listed, a no is not, and "not known" only if asked for."""

import pytest

from resources.filters import CHOICES, FILTERS
from tests import given
from tests.reading import maybe_names, names, page

pytestmark = pytest.mark.django_db

# filter | what a yes is | what a no is. Not known is the default of each.
KNOWN = {
    "free": [{"cost": "free"}, {"cost": "sliding"}],
    "no_id": [{"id_required": "no"}, {"id_required": "yes"}],
    "walk_in": [{"intake": "walk_in"}, {"intake": "appointment"}],
    "comes_to_me": [{"delivery": "mobile"}, {"delivery": "fixed"}],
    "no_insurance": [{"insurance": "not_needed"}, {"insurance": "medicaid"}],
    "medicaid": [{"insurance": "medicaid"}, {"insurance": "private"}],
    "private_insurance": [{"insurance": "private"}, {"insurance": "not_needed"}],
    "low_cost": [{"cost": "sliding"}, {"cost": "insurance"}],
    "by_mail": [{"by_mail": "yes"}, {"by_mail": "no"}],
    "as_many": [{"syringe_model": "needs_based"}, {"syringe_model": "one_for_one"}],
    "no_names": [{"names_asked": "no"}, {"names_asked": "name"}],
    "no_police": [{"police": "no"}, {"police": "yes"}],
    "using_ok": [{"sobriety": "not_required"}, {"sobriety": "required"}],
    "women": [{"audiences": ["women"]}, {"audiences": ["youth"]}],
    "trans_lgbtq": [{"audiences": ["trans_lgbtq", "women"]}, {"audiences": ["women"]}],
    "youth": [{"audiences": ["youth"]}, {"audiences": ["women"]}],
    "sexwork": [{"audiences": ["sexwork"]}, {"audiences": ["youth"]}],
    "minors": [{"min_age": 13, "max_age": 24}, {"min_age": 18}],
    "spanish": [{"languages": "en es"}, {"languages": "en pt"}],
    "portuguese": [{"languages": "pt"}, {"languages": "en ht"}],
    "creole": [{"languages": "en ht"}, {"languages": "en es pt"}],
    "interpreter": [{"languages": "en phone"}, {"languages": "en"}],
    "step_free": [{"accessibility": "asl step_free"}, {"accessibility": "restroom"}],
    "restroom": [{"accessibility": "restroom step_free"}, {"accessibility": "step_free"}],
    "asl": [{"accessibility": "asl"}, {"accessibility": "step_free restroom"}],
    "pets": [{"allows": "kids pets"}, {"allows": "kids"}],
    "kids": [{"allows": "kids"}, {"allows": "couples"}],
    "couples": [{"allows": "couples"}, {"allows": "pets"}],
    "can_text": [{"contact_by": "call text"}, {"contact_by": "call"}],
    "online": [{"contact_by": "web"}, {"contact_by": "call text walk"}],
    "no_phone": [{"contact_by": "call walk"}, {"contact_by": "call"}],
}
ALSO_YES = [
    ("low_cost", {"cost": "free"}),
    ("no_id", {"id_required": "asks"}),
    ("comes_to_me", {"delivery": "outreach"}),
    ("comes_to_me", {"delivery": "home"}),
    ("no_names", {"names_asked": "code"}),
]
HERE = given.SOUTH_END
town = given.for_the_file(given.content)


def find(client, **more):
    return client.post("/find/", {"place": "02118", "need": ["syringes"], **more})


@pytest.fixture
def yes_no_and_not_known(request):
    yes, no = KNOWN[request.param]
    for name, facts in (("Yes", yes), ("No", no), ("Not known", {})):
        given.service(name, needs=["syringes"], at=HERE, **facts)
    return request.param


each_filter = pytest.mark.parametrize("yes_no_and_not_known", KNOWN, indirect=True)


def test_every_filter_is_in_this_table_but_those_that_ask_the_clock():
    assert {one.name for one in FILTERS} == {*KNOWN, "checked"}
    assert [name for name, _label in CHOICES] == ["open_now", *(one.name for one in FILTERS)]


@each_filter
def test_only_a_known_yes_is_a_match(client, yes_no_and_not_known):
    found = find(client, **{yes_no_and_not_known: "1"})
    assert (names(found), maybe_names(found)) == (["Yes"], [])


@each_filter
def test_what_is_not_known_is_shown_when_maybe_is_ticked(client, yes_no_and_not_known):
    found = find(client, **{yes_no_and_not_known: "1"}, maybe="1")
    assert set(names(found)) == {"Yes", "Not known"}


@each_filter
def test_without_a_filter_nobody_is_left_out(client, yes_no_and_not_known):
    assert set(names(find(client))) == {"Yes", "No", "Not known"}


@pytest.mark.parametrize(("name", "facts"), ALSO_YES)
def test_other_ways_to_say_yes(client, name, facts):
    given.service("Yes too", needs=["syringes"], at=HERE, **facts)
    assert names(find(client, **{name: "1"})) == ["Yes too"]


def test_when_nobody_is_known_to_match_those_that_may_are_shown_apart(client):
    given.service("No", needs=["syringes"], at=HERE, cost="pay")
    given.service("Not known", needs=["syringes"], at=HERE)
    found = find(client, free="1")
    assert (names(found), maybe_names(found)) == ([], ["Not known"])


def test_a_place_that_only_says_how_old_is_too_old_may_take_minors(client):
    given.service("Up to 24", needs=["syringes"], at=HERE, max_age=24)
    found = find(client, minors="1")
    assert (names(found), maybe_names(found)) == ([], ["Up to 24"])


def test_two_filters_must_both_be_known(client):
    given.service("Both", needs=["syringes"], at=HERE, cost="free", id_required="no")
    given.service("One of them", needs=["syringes"], at=HERE, cost="free")
    assert names(find(client, free="1", no_id="1")) == ["Both"]
    assert set(names(find(client, free="1", no_id="1", maybe="1"))) == {"Both", "One of them"}


def test_checked_by_us_means_that_a_day_is_written_down(client):
    given.service("Checked", needs=["syringes"], at=HERE, last_verified="2026-03-01",
                  verified_by="call")  # fmt: skip
    given.service("Never checked", needs=["syringes"], at=HERE)
    assert names(find(client, checked="1")) == ["Checked"]


def test_a_filter_that_is_not_ours_changes_nothing(client):
    given.service("Here", needs=["syringes"], at=HERE)
    assert names(find(client, gluten_free="1")) == ["Here"]


def test_a_filter_keeps_to_places_that_can_be_reached(client):
    """Far-off matches are no answer to "free and no ID": those near that may match are."""
    given.service("Free, in Nome", needs=["syringes"], at=(64.5, -165.4), cost="free")
    given.service("Not known, here", needs=["syringes"], at=HERE)
    found = find(client, free="1")
    assert (names(found), maybe_names(found)) == ([], ["Not known, here"])


@pytest.mark.parametrize("address", ["/find/", "/need/syringes/"])
def test_every_filter_can_be_ticked_where_people_ask(client, address):
    offered = {one["name"] for one in page(client.get(address)).select("input[type=checkbox]")}
    assert {name for name, _label in CHOICES} <= offered
