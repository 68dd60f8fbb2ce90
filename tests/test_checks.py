"""A check is a verb: it is kept for ever, and readers see at once what it vouches for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction

from resources import checking
from resources.models import Check, Service
from tests import given
from tests.reading import cards, names, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10)
    return time_machine


@pytest.fixture
def ana(django_user_model):
    return django_user_model.objects.create_superuser("ana-q-unlikely", password="x")


@pytest.fixture
def exchange(boston):
    place = given.service("Exchange", needs=["syringes"], at=given.SOUTH_END, hours="24/7")
    return place.service


def told(client):
    (card,) = cards(client.post("/find/", {"place": "02118", "need": ["syringes"]}))
    return words(card)


def checked(service, ana, **more):
    service.verify(**{"by": ana, "how": "call", "on": TODAY} | more)


def test_a_check_is_seen_by_readers_at_once(client, exchange, ana):
    assert "Not checked yet." in told(client) and "It may be open." in told(client)
    checked(exchange, ana)
    assert "Checked by phone on 10 Mar." in told(client) and "Open all day" in told(client)


def test_hours_nobody_made_sure_of_are_not_vouched_for(client, exchange, ana):
    checked(exchange, ana, hours=False)
    assert "Checked by phone on 10 Mar." in told(client) and "It may be open." in told(client)
    page = words(client.get(exchange.get_absolute_url()))
    assert "Checked by phone on 10 Mar." in page and "It may be open." in page
    found = client.post("/find/", {"place": "02118", "need": ["syringes"], "open_now": "1"})
    assert names(found) == []


def test_hours_checked_long_ago_are_no_younger_for_a_call_about_the_rest(
    client, exchange, ana, tuesday
):
    checked(exchange, ana)
    tuesday.move_to(datetime(2026, 10, 6, 15, tzinfo=UTC))
    checked(exchange, ana, on=date(2026, 10, 6), hours=False)
    assert exchange.hours_checked_on == TODAY and exchange.last_verified == date(2026, 10, 6)
    assert "Checked by phone on 6 Oct." in told(client) and "It may be open." in told(client)


def test_a_number_that_answers_does_not_say_that_the_place_is_still_there(client, exchange, ana):
    checked(exchange, ana, hours=False, still_there=False)
    assert "Not checked yet." in told(client)
    assert exchange.checks.get().phone and not exchange.last_verified


def test_every_check_is_kept_and_an_older_one_changes_nothing_of_what_holds(exchange, ana):
    checked(exchange, ana, how="visit")
    checked(exchange, ana, on=TODAY - timedelta(40))
    assert (exchange.last_verified, exchange.verified_by) == (TODAY, "visit")
    days = exchange.checks.newest_first().values_list("checked_on", "how")
    assert list(days) == [(TODAY, "visit"), (TODAY - timedelta(40), "call")]


@pytest.mark.parametrize(
    "wrong", [{"hours": False, "phone": False, "still_there": False}, {"how": "guess"}]
)
def test_a_check_of_nothing_or_by_no_known_way_is_refused_whole(client, exchange, ana, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        checked(exchange, ana, **wrong)
    exchange.refresh_from_db()
    assert not Check.objects.exists() and not exchange.last_verified
    assert "Not checked yet." in told(client)


def test_what_cannot_be_shown_is_not_kept_either(client, exchange, ana, monkeypatch):
    def breaks(services):
        raise RuntimeError("no index")

    monkeypatch.setattr(checking, "show", breaks)
    with pytest.raises(RuntimeError):
        checked(exchange, ana)
    exchange.refresh_from_db()
    assert not Check.objects.exists() and not exchange.last_verified


def test_no_reader_is_told_who_checked(client, exchange, ana):
    checked(exchange, ana)
    for seen in (
        client.post("/find/", {"place": "02118", "need": ["syringes"]}),
        client.get(exchange.get_absolute_url()),
        client.post("/search/", {"words": "exchange"}),
        client.post("/search/", {"words": "ana-q-unlikely"}),
    ):
        text = seen.content.decode().replace('value="ana-q-unlikely"', "")
        assert seen.status_code == 200 and "ana-q-unlikely" not in BeautifulSoup(
            text, "html.parser"
        ).main.get_text().replace("“ana-q-unlikely”", "")


# --- Staff's screens ----------------------------------------------------------------------------


def test_the_day_and_how_of_the_form_are_a_check(screen, client, corner):
    screen(corner.service).save(last_verified="2026-03-08", verified_by="visit")
    check = corner.service.checks.get()
    assert (check.checked_on, check.how, check.by.username) == (date(2026, 3, 8), "visit", "ana")
    corner.service.refresh_from_db()
    assert corner.service.hours_checked_on == date(2026, 3, 8)


def test_only_the_phone_was_checked_can_be_said(screen, corner):
    typed = {"last_verified": "2026-03-08", "verified_by": "call", "checked_hours": []}
    screen(corner.service).save(**typed)
    check = corner.service.checks.get()
    assert (check.hours, check.phone, check.still_there) == (False, True, True)
    corner.service.refresh_from_db()
    assert corner.service.last_verified and not corner.service.hours_checked_on


def test_a_check_of_nothing_is_refused_in_words_and_keeps_what_was_typed(screen, corner):
    nothing = {"checked_hours": [], "checked_phone": [], "checked_still_there": []}
    shown = screen(corner.service)
    answer = shown.send(last_verified="2026-03-08", verified_by="call", **nothing)
    refused = BeautifulSoup(answer.content, "html.parser")
    assert "Say what was checked" in refused.select_one(".errorlist").get_text()
    assert refused.select_one("#id_last_verified")["value"] == "2026-03-08"
    assert not Check.objects.exists()


def test_the_button_for_today_checks_what_is_ticked(screen, corner):
    shown = screen(corner.service)
    sent = shown.shown() | {"_checked_today": "website", "checked_phone": []}
    assert shown.browser.post(shown.address, sent).status_code == 302
    check = corner.service.checks.get()
    assert (check.checked_on, check.how, check.phone, check.hours) == (
        TODAY,
        "website",
        False,
        True,
    )


def test_a_made_up_way_for_today_is_no_check(screen, corner):
    shown = screen(corner.service)
    sent = shown.shown() | {"_checked_today": "guess"}
    assert shown.browser.post(shown.address, sent).status_code == 302
    assert not Check.objects.exists()


def test_saving_something_else_is_no_check(screen, corner):
    screen(corner.service).save(last_verified="2026-03-08", verified_by="visit")
    screen(corner.service).save(name="The Old Corner")
    assert corner.service.checks.count() == 1


def test_a_slip_of_the_pen_is_mended_and_a_check_taken_back(screen, corner):
    for day, how in (("2026-03-08", "visit"), ("2026-02-08", "call"), ("", "")):
        screen(corner.service).save(last_verified=day, verified_by=how)
        corner.service.refresh_from_db()
        assert str(corner.service.last_verified or "") == day
        assert str(corner.service.hours_checked_on or "") == day
    assert corner.service.checks.count() == 2


def test_a_screen_left_open_does_not_undo_the_check_of_somebody_else(screen, corner, ana):
    left_open = screen(corner.service)
    checked(corner.service, ana, how="visit")
    left_open.save(name="The Old Corner")
    corner.service.refresh_from_db()
    assert (corner.service.last_verified, corner.service.verified_by) == (TODAY, "visit")


def test_checks_so_far_are_shown_to_staff_and_cannot_be_changed(screen, staff, corner, ana):
    checked(corner.service, ana, hours=False)
    shown = screen(corner.service)
    told = shown.form.select_one(".field-checks_so_far").get_text(" ", strip=True)
    assert "2026-03-10, By phone: phone, still there. ana-q-unlikely" in told
    of_the_next = {"checked_hours", "checked_phone", "checked_still_there"}
    assert {name for name in shown.shown() if "check" in name} == of_the_next
    assert staff.get("/admin/resources/check/").status_code == 404


def in_list(staff, standing):
    page = staff.get(f"/admin/resources/service/?checked={standing}")
    rows = BeautifulSoup(page.content, "html.parser").select("#result_list .field-name")
    return {row.get_text(strip=True) for row in rows}


def test_the_list_is_narrowed_by_what_readers_are_told(staff, corner):
    for name, days, delivery in (
        *(("Fresh", 70, "fixed"), ("Due", 80, "fixed"), ("Ageing", 91, "fixed")),
        *(("Stale", 181, "fixed"), ("Expired", 366, "fixed")),
        *(("Van due", 20, "mobile"), ("Van ageing", 31, "mobile"), ("Van stale", 61, "mobile")),
        ("Van expired", 91, "mobile"),
    ):
        day = TODAY - timedelta(days)
        given.service(name, last_verified=day, verified_by="call", delivery=delivery)
    assert in_list(staff, "never") == {"The Corner"}
    assert in_list(staff, "fresh") == {"Fresh", "Due", "Van due"}
    assert in_list(staff, "soon") == {"Due", "Van due"}
    assert in_list(staff, "ageing") == {"Ageing", "Van ageing"}
    assert in_list(staff, "stale") == {"Stale", "Van stale"}
    assert in_list(staff, "expired") == {"Expired", "Van expired"}


def test_a_whole_list_is_checked_at_once_past_its_first_page(staff, corner):
    for number in range(60):
        given.service(f"Place {number}", needs=["syringes"], found=False)
    sent = {"action": ["checked_call", "checked_visit"], "index": "1", "all_of_it": "1"}
    answer = staff.post("/admin/resources/service/?checked=never", sent, follow=True)
    assert "61 listings checked today." in answer.content.decode()
    assert Service.objects.filter(last_verified=TODAY, verified_by="visit").count() == 61
    assert Check.objects.count() == 61


def test_with_nothing_ticked_nothing_is_checked(staff, corner):
    sent = {"action": ["checked_call"], "index": "0", "select_across": "0"}
    answer = staff.post("/admin/resources/service/", sent, follow=True)
    assert "No items have been changed" in answer.content.decode() and not Check.objects.exists()
