"""Staff close a place for today in one tap; it ends by itself, and readers are told at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from resources.closing import closed_now, closed_until, open_again
from resources.day_row import HoursRefused
from resources.day_rows import from_opening_hours
from resources.hours import is_open, open_state
from resources.models import PlaceCard, Schedule

pytest_plugins = ["tests.staff"]

BOSTON = "America/New_York"
TODAY = date(2026, 11, 25)  # a Wednesday; Thursday is Thanksgiving
TEN = datetime(2026, 11, 25, 15, tzinfo=UTC)  # 10 am in Boston
DAY = timedelta(days=1)
WEEK = "Mo-Fr 09:00-17:00"


def told(text, now=TEN):
    return open_state(text, BOSTON, now).words


@pytest.mark.parametrize(
    ("hours", "again", "words", "then"),
    [
        (WEEK, TODAY + DAY, "Closed today. Opens tomorrow 9 am", "Open until 5 pm"),
        (WEEK, TODAY + 5 * DAY, "Closed today. Opens Mon 9 am", "Open until 5 pm"),
        ("24/7", TODAY + DAY, "Closed today. Opens at midnight", "Open all day and night"),
        ("Tu[2,4] 09:00-17:00", TODAY + DAY, "Closed today. Opens Tue 8 Dec 9 am", "Opens Tue"),
        ("", TODAY + DAY, "Closed today. Call first.", "Hours not listed. Call."),
        ("<b>most days</b>", TODAY + DAY, "Closed today. Call", "Call to ask."),
    ],
)
def test_readers_are_told_and_it_ends_by_itself(hours, again, words, then):
    closed = closed_until(hours, TODAY, again)
    assert told(closed).startswith(words)
    assert not is_open(closed, BOSTON, TEN)
    assert told(closed, TEN + (again - TODAY)).startswith(then)


def test_a_place_open_from_the_evening_before_is_closed_at_once():
    one_am = datetime(2026, 11, 25, 6, tzinfo=UTC)
    closed = closed_until("Mo-Su 22:00-02:00", TODAY, TODAY + DAY)
    assert not is_open(closed, BOSTON, one_am)
    assert not is_open(closed, BOSTON, one_am + DAY)  # nobody came on Wednesday evening
    assert is_open(closed, BOSTON, one_am + 2 * DAY)


@pytest.mark.parametrize("hours", ["", WEEK, "24/7; PH off", "Tu[2,4] 10:00-12:00"])
def test_open_again_leaves_the_hours_as_they_were(hours):
    assert open_again(closed_until(hours, TODAY, TODAY + 3 * DAY), TODAY + DAY) == hours


def test_closing_twice_leaves_one_end():
    once = closed_until(WEEK, TODAY, TODAY + 9 * DAY)
    twice = closed_until(once, TODAY, TODAY + DAY)
    assert closed_now(twice, TODAY).last == TODAY
    assert len(from_opening_hours(twice).exceptions) == 2  # the other days stay as they were said


def test_opening_sooner_brings_back_what_was_said_of_those_days():
    told = f'{WEEK}; 2026 Dec 25 off "closed today"'
    closed = closed_until(told, TODAY, date(2027, 1, 5))
    assert closed_now(closed, date(2026, 12, 20)).last == date(2027, 1, 4)
    assert open_again(closed, TODAY) == told


@pytest.mark.parametrize("days", [0, -1, 400])
def test_an_end_that_is_none_is_refused(days):
    with pytest.raises(HoursRefused):
        closed_until(WEEK, TODAY, TODAY + days * DAY)


def test_closed_for_the_holiday_is_said_in_words():
    thanksgiving = TEN + DAY
    assert told(f"{WEEK}; PH off", thanksgiving) == "Closed for the holiday. Opens tomorrow 9 am"


# --- On staff's screen --------------------------------------------------------------------------


def card_of(corner):
    return PlaceCard.objects.get(place=corner.place).hours


def test_one_tap_closes_a_place_and_another_opens_it(screen, corner, client, time_machine):
    time_machine.move_to(TEN)
    Schedule.objects.create(service_at_location=corner.place, opening_hours=WEEK)
    answer = screen(corner.service).save(_closed_today=str(corner.place.pk))
    assert answer["Location"].endswith(f"/service/{corner.service.pk}/change/#places-group")
    assert told(card_of(corner)) == "Closed today. Opens tomorrow 9 am"
    page = client.get(corner.service.get_absolute_url()).content.decode()
    assert "Closed today. Opens tomorrow 9 am" in page
    shown = screen(corner.service)
    assert "Closed today. Open as usual from Thu 26 Nov." in shown.form.text
    shown.save(_open_again=str(corner.place.pk))
    assert Schedule.objects.get().opening_hours == card_of(corner) == WEEK


def test_a_place_without_hours_is_closed_until_a_day(screen, corner, time_machine):
    time_machine.move_to(TEN)
    screen(corner.service).save(
        **{"_closed_today": str(corner.place.pk), "places-0-opens_again": "2026-11-30"}
    )
    assert closed_now(card_of(corner), date(2026, 11, 29))
    assert not closed_now(card_of(corner), date(2026, 11, 30))


@pytest.mark.parametrize("day", ["2026-11-25", "2020-01-01", "2030-01-01", "soon", "2026-02-30"])
def test_a_bad_end_is_refused_and_kept(screen, corner, time_machine, day):
    time_machine.move_to(TEN)
    typed = {"_closed_today": str(corner.place.pk), "places-0-opens_again": day}
    answer = screen(corner.service).send(**typed, name="A new name")
    form = screen(corner.service).read(answer.content).form
    assert answer.status_code == 200 and form.select(".errorlist")
    assert form.select_one("[name=places-0-opens_again]")["value"] == day
    assert form.select_one("[name=name]")["value"] == "A new name"
    assert not Schedule.objects.exists()


def test_a_day_without_the_button_is_asked_about(screen, corner, time_machine):
    time_machine.move_to(TEN)
    answer = screen(corner.service).send(**{"places-0-opens_again": "2026-11-30"})
    assert "Press “Closed today”" in answer.content.decode()


def test_somebody_elses_place_cannot_be_closed_from_here(screen, corner):
    screen(corner.service).save(_closed_today="00000000-0000-0000-0000-000000000000")
    assert not Schedule.objects.exists()
