"""Staff sort what readers reported: a queue, the listing one tap away, an ending.

And the words go in time.
"""

from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from hrapp.management.commands import setup
from resources import reporting
from resources.models import PlaceCard, Report, Service
from tests import given

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

QUEUE = "/admin/resources/report/"
HOME, SHELTER = "203.0.113.7", "203.0.113.8"
WORDS = "The sign says to go round the back"


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10, tick=False)
    return time_machine


@pytest.fixture
def said(db):
    """`said("hours", "Exchange")`: a reader's report, from HOME or another network."""

    def take(kind, name="Exchange", note="", network=HOME):
        service = Service.objects.filter(name=name).first() or given.service(name).service
        told = {"kind": kind, "note": note, "network": network, "place": None}
        return reporting.take(service=service, today=timezone.localdate(), **told)

    return take


def page(browser, address=QUEUE):
    answer = browser.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def rows(browser, address=QUEUE):
    """[(what is wrong, listing)] as the queue shows them."""
    return [
        (row.select_one(".field-what").get_text(), row.select_one(".field-listing").get_text())
        for row in page(browser, address).select("#result_list tbody tr")
    ]


def ticked(browser, action, *reports):
    return browser.post(
        QUEUE, {"action": action, "_selected_action": [str(one.pk) for one in reports]}, follow=True
    )


def test_the_queue_has_open_ones_first_and_of_those_what_several_say(staff, said, tuesday):
    tuesday.shift(timedelta(days=-3))
    old = said("moved", "Gone")
    reporting.close(reports=[old], outcome="fixed", by=None, now=timezone.now())
    said("hours", "Clinic"), said("hours", "Clinic", network=SHELTER)
    tuesday.shift(timedelta(days=3))
    said("phone", "Van")
    assert rows(staff) == [
        *(("Wrong hours", "Clinic"), ("Wrong hours", "Clinic")),
        *(("Wrong phone", "Van"), ("Moved", "Gone")),
    ]
    assert len(rows(staff, f"{QUEUE}?standing=agreeing")) == 2
    assert len(rows(staff, f"{QUEUE}?standing=open")) == 3
    assert rows(staff, f"{QUEUE}?standing=closed") == [("Moved", "Gone")]
    assert rows(staff, f"{QUEUE}?kind__exact=phone") == [("Wrong phone", "Van")]


def test_the_listing_is_one_tap_from_the_queue_and_from_the_report(staff, said):
    report = said("hours")
    address = f"/admin/resources/service/{report.service_id}/change/"
    for shown in (page(staff), page(staff, f"{QUEUE}{report.pk}/change/")):
        assert shown.select_one(f"a[href='{address}']").get_text() == "Exchange"
    assert staff.get(address).status_code == 200


def test_what_a_reader_typed_is_only_ever_words(staff, said):
    report = said("hours", note="<script>alert(1)</script><b>x</b>")
    for shown in (page(staff), page(staff, f"{QUEUE}{report.pk}/change/")):
        assert "<script>alert(1)</script>" in shown.select_one("#content-main").get_text()
        assert not [one for one in shown.select("script") if "alert" in one.text]


def test_a_report_is_closed_with_its_ending_who_and_when(staff, said, screen):
    report = said("hours", note=WORDS)
    screen(report).save(outcome="still_right")
    report.refresh_from_db()
    assert (report.outcome, report.closed_by.username) == ("still_right", "ana")
    assert report.closed_at == timezone.now()
    entry = LogEntry.objects.get()
    assert entry.user.username == "ana" and WORDS not in entry.change_message + entry.object_repr


def test_nothing_but_the_ending_can_be_changed(staff, said, screen):
    report = said("hours", note=WORDS)
    screen(report).save(kind="closed", note="other", own_voice="", received_on="2020-01-01")
    report.refresh_from_db()
    assert (report.kind, report.note, report.outcome) == ("hours", WORDS, "")
    assert staff.get(f"{QUEUE}add/").status_code == 403


def test_a_made_up_ending_is_refused_in_words(staff, said, screen):
    report = said("hours")
    assert "errorlist" in screen(report).send(outcome="unicorns").content.decode()
    assert ticked(staff, "close_unicorns", report).status_code == 400


@pytest.mark.parametrize("outcome", ["fixed", "still_right", "no_answer", "not_this"])
def test_many_are_closed_at_once_and_the_warning_goes_with_the_last(staff, said, outcome):
    place = given.service("Exchange")
    one, other = said("hours"), said("hours", network=SHELTER)
    assert PlaceCard.objects.get(place=place).doubted
    shown = ticked(staff, f"close_{outcome}", one, other)
    assert "2 reports closed." in shown.content.decode()
    assert set(Report.objects.values_list("outcome", flat=True)) == {outcome}
    assert not PlaceCard.objects.get(place=place).doubted
    assert LogEntry.objects.count() == 2


def test_what_is_closed_already_keeps_its_ending(staff, said):
    report = said("hours")
    ticked(staff, "close_fixed", report), ticked(staff, "close_not_this", report)
    assert Report.objects.get().outcome == "fixed"


def test_a_report_closed_by_mistake_is_opened_again(staff, said, screen):
    place = given.service("Exchange")
    one, _other = said("hours"), said("hours", network=SHELTER)
    screen(one).save(outcome="fixed")
    assert not PlaceCard.objects.get(place=place).doubted
    screen(one).save(outcome="")
    assert PlaceCard.objects.get(place=place).doubted
    one.refresh_from_db()
    assert one.closed_at is None and one.closed_by is None


def test_who_may_only_look_closes_nothing(said, django_user_model):
    report = said("hours")
    ed = django_user_model.objects.create_user("ed", password="x", is_staff=True)
    ed.user_permissions.set(Permission.objects.filter(codename="view_report"))
    browser = Client()
    browser.force_login(ed)
    assert rows(browser) == [("Wrong hours", "Exchange")]
    assert ticked(browser, "close_fixed", report).status_code == 400
    assert browser.post(f"{QUEUE}{report.pk}/change/", {"outcome": "fixed"}).status_code == 403
    assert Report.objects.get().outcome == ""


def test_the_first_page_counts_the_open_ones_and_those_that_agree(staff, said):
    said("hours"), said("hours", network=SHELTER), said("phone")
    links = page(staff, "/admin/").select(".dues a[href*='/report/']")
    told = {link.get_text(): link["href"] for link in links}
    assert list(told) == ["Reports that others agree with: 2", "Open reports: 3"]
    assert [len(rows(staff, address)) for address in told.values()] == [2, 3]


def test_the_queue_takes_few_questions_however_long_it_is(
    staff, said, django_assert_max_num_queries
):
    def shows(count):
        for number in range(count):
            said("hours", f"Place {number}")
        page(staff)

    shows(1)
    with django_assert_max_num_queries(6):
        page(staff)
    shows(20)
    with django_assert_max_num_queries(6):
        page(staff)


# --- The words go, in time ------------------------------------------------------------------------


@pytest.fixture
def closed(said):
    report = said("hours", note=WORDS)
    said("closed", note="Still open, and kept")
    reporting.close(reports=[report], outcome="fixed", by=None, now=timezone.now())
    return report


def notes():
    return set(Report.objects.values_list("note", flat=True))


def by_command():
    call_command("forget_reports", stdout=StringIO())


def by_queue(browser):
    assert WORDS not in str(page(browser))


def test_the_words_stay_until_90_days_after_closing_and_then_go(closed, tuesday):
    tuesday.shift(timedelta(days=89, hours=23))
    by_command()
    assert WORDS in notes()
    tuesday.shift(timedelta(hours=1))
    by_command()
    assert notes() == {"", "Still open, and kept"}
    by_command()
    assert Report.objects.count() == 2
    assert Report.objects.get(pk=closed.pk).outcome == "fixed"


def test_opening_the_queue_or_the_report_deletes_them_too(
    staff, closed, tuesday, django_user_model
):
    tuesday.shift(timedelta(days=90))
    staff.force_login(django_user_model.objects.get())  # nobody stays signed in that long
    by_queue(staff)
    assert notes() == {"", "Still open, and kept"}
    Report.objects.filter(pk=closed.pk).update(note=WORDS)
    assert WORDS not in str(page(staff, f"{QUEUE}{closed.pk}/change/"))
    assert WORDS not in notes()


def test_a_report_that_comes_in_deletes_them_too(said, closed, tuesday):
    tuesday.shift(timedelta(days=90))
    said("moved", "Clinic")
    assert WORDS not in notes()


def test_each_start_of_the_site_deletes_them():
    assert "forget_reports" in dict(setup.STEPS).values()


# --- What the database promises -------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "unicorns"},
        {"outcome": "fixed"},
        {"outcome": "unicorns", "closed_at": given.TUESDAY_10},
        {"closed_at": given.TUESDAY_10},
    ],
)
def test_a_report_holds_together(said, facts):
    report = said("hours")
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**facts)


def test_an_account_that_goes_leaves_the_ending(said, staff, screen, django_user_model):
    report = said("hours")
    screen(report).save(outcome="fixed")
    django_user_model.objects.all().delete()
    report.refresh_from_db()
    assert (report.outcome, report.closed_by) == ("fixed", None)


def test_a_listing_can_still_be_deleted(staff, said):
    report = said("hours")
    address = f"/admin/resources/service/{report.service_id}/delete/"
    assert staff.post(address, {"post": "yes"}).status_code == 302
    assert not Report.objects.exists()
