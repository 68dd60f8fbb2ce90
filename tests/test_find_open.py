"""Open now: on a Tuesday morning and a Sunday night, never for hours nobody can vouch for."""

from datetime import date, timedelta

import pytest
import time_machine

from tests import given
from tests.reading import cards, maybe_names, names, words

pytestmark = pytest.mark.django_db

NEAR = given.SOUTH_END
THIS_WEEK = date(2026, 3, 9)
WHEN = {"Tuesday at 10": given.TUESDAY_10, "Sunday at 23": given.SUNDAY_23}

# name, hours, checked, and on the card on Tuesday at 10 and on Sunday at 23
PLACES = [
    ("Weekdays", "Mo-Fr 09:00-17:00", THIS_WEEK, "Open until 5 pm", "Opens tomorrow 9 am"),
    ("Day and night", "24/7", THIS_WEEK, "Open all day and night", "Open all day and night"),
    ("Evenings", "Mo-Su 20:00-02:00", THIS_WEEK, "Opens at 8 pm", "Open until 2 am"),
    ("Not known", "", THIS_WEEK, "Hours not listed.", "Hours not listed."),
    ("Never checked", "24/7", None, "It may be open.", "It may be open."),
    ("Checked long ago", "24/7", THIS_WEEK - timedelta(200), "It may be open.", "It may be open."),
    ("Summer only", "Jun-Aug 09:00-17:00", THIS_WEEK, "Opens Mon 1 Jun", "Opens Mon 1 Jun"),
]
OPEN = {
    "Tuesday at 10": {"Weekdays", "Day and night"},
    "Sunday at 23": {"Day and night", "Evenings"},
}
NOBODY_KNOWS = {"Not known", "Never checked", "Checked long ago"}


def a_town():
    given.content()
    for step, (name, hours, checked, _tuesday, _sunday) in enumerate(PLACES):
        given.service(
            name,
            needs=["syringes"],
            at=(NEAR[0] + step / 1000, NEAR[1]),
            hours=hours,
            last_verified=checked,
            verified_by="call" if checked else "",
        )


town = given.for_the_file(a_town)


def find(client, when, need="syringes", **more):
    with time_machine.travel(WHEN[when], tick=False):
        return client.post("/find/", {"place": "02118", "need": [need], **more})


@pytest.mark.parametrize("when", WHEN)
def test_open_now_lists_only_what_is_known_to_be_open(client, when):
    assert set(names(find(client, when, open_now="1"))) == OPEN[when]


@pytest.mark.parametrize("when", WHEN)
def test_hours_unknown_are_never_open_now(client, when):
    assert not NOBODY_KNOWS & set(names(find(client, when, open_now="1")))


@pytest.mark.parametrize("when", WHEN)
def test_show_maybe_adds_those_whose_hours_nobody_knows(client, when):
    assert set(names(find(client, when, open_now="1", maybe="1"))) == OPEN[when] | NOBODY_KNOWS


@pytest.mark.parametrize(("when", "column"), [("Tuesday at 10", 3), ("Sunday at 23", 4)])
def test_each_card_says_in_words_whether_it_is_open(client, when, column):
    told = {card.h2.get_text(): words(card) for card in cards(find(client, when))}
    assert set(told) == {place[0] for place in PLACES}
    for place in PLACES:
        assert place[column] in told[place[0]], place[0]


@pytest.mark.parametrize("when", WHEN)
def test_only_a_place_known_to_be_open_is_drawn_as_open(client, when):
    drawn = {c.h2.get_text() for c in cards(find(client, when)) if c.select(".state.open")}
    assert drawn == OPEN[when]


def test_when_none_is_known_to_be_open_those_that_may_be_are_shown_apart(client):
    given.service("Quiet van", needs=["wound"], at=NEAR)
    given.service(
        "Shut", needs=["wound"], at=NEAR, hours="Mo 08:00-09:00", last_verified=THIS_WEEK,
        verified_by="call",
    )  # fmt: skip
    found = find(client, "Sunday at 23", need="wound", open_now="1")
    assert (names(found), maybe_names(found)) == ([], ["Quiet van"])
    assert "May be. Call first." in words(found)


@pytest.mark.parametrize(
    ("zone", "is_open"),
    [("America/New_York", True), ("America/Los_Angeles", False), ("America/Nome", False)],
)
def test_hours_are_told_on_the_places_own_clock(client, zone, is_open):
    given.service(
        "By its own clock", needs=["food"], at=NEAR, timezone=zone,
        hours="Mo-Fr 09:00-12:00", last_verified=THIS_WEEK, verified_by="visit",
    )  # fmt: skip
    found = find(client, "Tuesday at 10", need="food", open_now="1")
    assert (names(found) == ["By its own clock"]) is is_open


def test_a_van_checked_two_months_ago_may_still_be_told_as_open_but_not_in_four(client):
    for name, days in (("Two months", 55), ("Four months", 120)):
        given.service(
            name, needs=["food"], at=NEAR, hours="24/7", delivery="mobile",
            last_verified=THIS_WEEK - timedelta(days), verified_by="peer",
        )  # fmt: skip
    assert names(find(client, "Tuesday at 10", need="food", open_now="1")) == ["Two months"]


def test_open_now_and_another_filter_must_both_hold(client):
    for name, cost in (("Free and open", "free"), ("Open, cost not known", "unknown")):
        given.service(
            name, needs=["food"], at=NEAR, hours="24/7", cost=cost,
            last_verified=THIS_WEEK, verified_by="call",
        )  # fmt: skip
    found = find(client, "Tuesday at 10", need="food", open_now="1", free="1")
    assert names(found) == ["Free and open"]


def test_hours_that_cannot_be_read_are_not_listed_and_not_open(client):
    given.service("Scribble", needs=["food"], at=NEAR, hours="whenever, ask Jo",
                  last_verified=THIS_WEEK, verified_by="call")  # fmt: skip
    assert names(find(client, "Tuesday at 10", need="food", open_now="1")) == []
    assert "Hours not listed." in words(find(client, "Tuesday at 10", need="food"))
