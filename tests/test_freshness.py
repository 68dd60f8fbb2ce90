"""What a reader is told about how old a listing is. Pure: no database, today is given."""

from datetime import date, timedelta

import pytest

from resources.freshness import LINE_CYCLE, VAN_CYCLE, freshness

TODAY = date(2026, 11, 20)


def aged(days, **more):
    return freshness(TODAY - timedelta(days=days), "call", TODAY, **more)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("call", "Checked by phone on 12 Nov."),
        ("visit", "Checked by a visit on 12 Nov."),
        ("website", "Checked on its website on 12 Nov."),
        ("peer", "Checked by a peer on 12 Nov."),
        ("", "Checked on 12 Nov."),
        ("rumour", "Checked on 12 Nov."),
    ],
)
def test_a_reader_is_told_how_and_when_it_was_checked(how, words):
    assert freshness(date(2026, 11, 12), how, TODAY).words == words


def test_last_years_check_is_told_with_its_year():
    told = freshness(date(2025, 12, 30), "call", date(2026, 1, 2)).words
    assert told == "Checked by phone on 30 Dec 2025."


@pytest.mark.parametrize(
    ("days", "level"),
    [
        *((0, "fresh"), (90, "fresh"), (91, "ageing"), (180, "ageing")),
        *((181, "stale"), (365, "stale"), (366, "expired"), (4000, "expired")),
    ],
)
def test_a_listing_ages_on_the_day_it_says(days, level):
    assert aged(days).level == level


@pytest.mark.parametrize(
    ("days", "level"),
    [(30, "fresh"), (31, "ageing"), (61, "stale"), (90, "stale"), (91, "expired")],
)
def test_a_van_ages_sooner(days, level):
    assert aged(days, cycle=VAN_CYCLE).level == level


def test_a_help_line_is_fresh_or_expired():
    assert aged(30, cycle=LINE_CYCLE).level == "fresh"
    assert aged(31, cycle=LINE_CYCLE).level == "expired"


def test_words_get_more_careful_with_age():
    assert aged(120).words == "Not checked lately. Call first."
    assert aged(200).words == "Not checked since 4 May. Call first."
    assert aged(400).words == "Not checked since 16 Oct 2025. Call first."


def test_never_checked_says_so():
    never = freshness(None, "", TODAY)
    assert (never.level, never.words) == ("never", "Not checked yet. Call first.")


def test_where_there_is_no_number_it_says_when_and_never_to_call():
    assert aged(8).without_number == aged(8).words == "Checked by phone on 12 Nov."
    none = "There is no number to call."
    assert aged(120).without_number == f"Not checked lately, last on 23 Jul. {none}"
    assert aged(200).without_number == f"Not checked since 4 May. {none}"
    assert aged(400).without_number == f"Not checked since 16 Oct 2025. {none}"
    assert freshness(None, "", TODAY).without_number == f"Not checked yet. {none}"


@pytest.mark.parametrize(("days", "may"), [(90, True), (180, True), (181, False), (366, False)])
def test_what_was_checked_too_long_ago_is_never_open_now(days, may):
    assert aged(days).may_say_open is may


def test_what_nobody_checked_is_never_open_now():
    assert freshness(None, "", TODAY).may_say_open is False


def test_only_expired_ones_leave_the_nearby_lists():
    assert [aged(days).may_be_nearby for days in (1, 100, 200, 400)] == [True, True, True, False]
    assert freshness(None, "", TODAY).may_be_nearby is True


def test_stale_ones_come_below_fresher_ones():
    assert [aged(days).sinks for days in (1, 100, 200, 400)] == [False, False, True, True]


def test_a_check_dated_in_the_future_is_no_check():
    assert freshness(TODAY + timedelta(days=2), "visit", TODAY).level == "never"


def test_a_check_made_today_further_east_is_fresh():
    assert freshness(TODAY + timedelta(days=1), "visit", TODAY).level == "fresh"


def test_a_check_on_leap_day_ages_by_days():
    assert freshness(date(2024, 2, 29), "call", date(2024, 5, 29)).level == "fresh"
    assert freshness(date(2024, 2, 29), "call", date(2024, 5, 30)).level == "ageing"
