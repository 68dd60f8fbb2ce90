"""Open on a day at a time: for somebody who can only come on Tuesday after work."""

from datetime import date, timedelta

import pytest
import time_machine

from tests import given
from tests.reading import maybe_names, names, page, words

pytestmark = pytest.mark.django_db

NEAR = given.SOUTH_END
THIS_WEEK = date(2026, 3, 9)
PLACES = [
    ("Weekdays", "Mo-Fr 09:00-17:00", THIS_WEEK),
    ("Late on Thursday", "Th 12:00-20:00", THIS_WEEK),
    ("Friday night", "Fr 22:00-02:00", THIS_WEEK),
    ("Not this Thursday", 'Th 09:00-20:00; 2026 Mar 12 off "closed today"', THIS_WEEK),
    ("Second Saturday", "Sa[2] 10:00-14:00", THIS_WEEK),
    ("Appointments", 'Mo-Su 09:00-20:00 unknown "by appointment"', THIS_WEEK),
    ("Not known", "", THIS_WEEK),
    ("Checked long ago", "24/7", THIS_WEEK - timedelta(200)),
]
MAYBE = {"Appointments", "Not known", "Checked long ago"}


def a_town():
    given.content()
    for step, (name, hours, checked) in enumerate(PLACES):
        given.service(
            name,
            needs=["syringes"],
            at=(NEAR[0] + step / 1000, NEAR[1]),
            hours=hours,
            last_verified=checked,
            verified_by="call",
        )


town = given.for_the_file(a_town)


def find(client, **asked):
    with time_machine.travel(given.TUESDAY_10, tick=False):
        return client.post("/find/", {"place": "02118", "need": ["syringes"], **asked})


@pytest.mark.parametrize(
    ("day", "at", "open_then"),
    [
        ("thu", "18:00", {"Late on Thursday"}),
        ("thu", "6 pm", {"Late on Thursday"}),
        ("thu", "noon", {"Weekdays", "Late on Thursday"}),
        ("sat", "01:30", {"Friday night"}),
        ("sat", "10:00", {"Second Saturday"}),
        ("tue", "10:00", {"Weekdays"}),  # this very minute is still today
        ("sun", "12:00", set()),
    ],
)
def test_places_open_then_are_listed_and_no_others(client, day, at, open_then):
    assert set(names(find(client, on=day, at=at))) == open_then


def test_a_time_that_is_over_today_is_meant_next_week(client):
    given.service("This week only", needs=["food"], at=NEAR, hours="2026 Mar 10 08:00-12:00",
                  last_verified=THIS_WEEK, verified_by="call")  # fmt: skip
    assert names(find(client, need="food", on="tue", at="11:00")) == ["This week only"]
    assert names(find(client, need="food", on="tue", at="09:00")) == []


def test_not_known_is_no_match_and_shows_with_maybe(client):
    found = find(client, on="sun", at="12:00")
    assert (names(found), set(maybe_names(found))) == ([], MAYBE)
    assert set(names(find(client, on="thu", at="18:00", maybe="1"))) == MAYBE | {"Late on Thursday"}


def test_it_is_that_time_on_the_places_own_clock(client):
    for name, zone in (("East", "America/New_York"), ("West", "America/Los_Angeles")):
        given.service(name, needs=["food"], at=NEAR, hours="Mo-Fr 09:00-12:00", timezone=zone,
                      last_verified=THIS_WEEK, verified_by="call")  # fmt: skip
    assert set(names(find(client, need="food", on="wed", at="09:30"))) == {"East", "West"}


def test_open_now_and_open_then_must_both_hold(client):
    assert names(find(client, on="thu", at="18:00", open_now="1")) == []
    assert names(find(client, on="thu", at="16:00", open_now="1")) == ["Weekdays"]


def test_the_page_says_which_time_it_was_asked_about(client):
    assert "Open on Thursday at 6 pm, as their hours say." in words(find(client, on="thu", at="18"))


@pytest.mark.parametrize(
    ("day", "at", "said"),
    [
        ("thu", "", "Open at what time?"),
        ("", "5 pm", "Open on which day?"),
        ("thu", "5", "Is “5” am or pm?"),
        ("thu", "25:00", "There is no time “25:00”."),
        ("thu", "soon\x00<b>", "is not a time"),
        ("someday", "5 pm", "We don’t know that day."),
    ],
)
def test_a_bad_time_is_refused_and_everything_is_kept(client, day, at, said):
    found = find(client, on=day, at=at, free="1", place="02118")
    shown = page(found)
    assert found.status_code == 400 and said in words(found)
    assert shown.select_one("[name=place]")["value"] == "02118"
    assert shown.select_one("[name=free]").has_attr("checked")
    assert shown.select_one("[name=at]")["value"].replace("\ufffd", "\x00") == at
    assert [one["value"] for one in shown.select("[name=on] [selected]")] == (
        [day] if day == "thu" else []
    )


def test_a_link_to_the_list_can_be_read_and_gives_the_same_list(client):
    found = find(client, on="thu", at="6 pm", free="", pass_on="1")
    link = page(found).select_one(".way a[href^='/near/']")["href"]
    assert link == "/near/02118/?need=syringes&on=thu&at=18%3A00"
    with time_machine.travel(given.TUESDAY_10, tick=False):
        assert names(client.get(link)) == names(found) == ["Late on Thursday"]
        wrong = client.get("/near/02118/?need=syringes&on=thu&at=99")
    assert wrong.status_code == 400 and "There is no time" in words(wrong)


def test_the_boxes_stand_closed_until_they_are_used(client):
    closed, used = page(client.get("/find/")), page(find(client, on="thu", at="18:00"))
    folded, unfolded = (some.select_one(".filters details") for some in (closed, used))
    assert not folded.has_attr("open") and unfolded.has_attr("open")
    assert folded.select_one("[name=at]") and not page(find(client)).select("[name=at]")
    assert unfolded.select_one("[name=at]")["value"] == "18:00"
