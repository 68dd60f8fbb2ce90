"""Alerts: where, when, whose word it is and what to do; they end by themselves."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.db import OperationalError

from hrapp import publishing
from principles import alerts
from principles.models import Alert, Source
from resources.models import Area
from tests import given
from tests.reading import page, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

TODAY = given.TUESDAY_10.date()
ATOM = "{http://www.w3.org/2005/Atom}"
town = given.for_the_file(given.areas)


@pytest.fixture(autouse=True)
def today(time_machine, monkeypatch):
    time_machine.move_to(given.TUESDAY_10)
    forget(monkeypatch)


def forget(monkeypatch):
    """As a process that has just started."""
    monkeypatch.setattr(alerts, "ask_again_at", 0)
    monkeypatch.setattr(alerts, "known", None)


@pytest.fixture
def source():
    return Source.objects.create(key="S7", title="A lab’s list", publisher="A lab", dated="2026")


@pytest.fixture
def alert(source):
    """`alert("what was found", days to go)`: public, in Boston unless told otherwise."""

    def made(found, lasts=20, **facts):
        facts = {"area": Area.objects.get(slug="boston-ma"), "found_on": TODAY, **facts}
        made = Alert.objects.create(
            found=found,
            what_to_do=facts.pop("what_to_do", "Test a little first.\nBring naloxone."),
            expires_on=facts.pop("expires_on", TODAY + timedelta(days=lasts)),
            checked_on=TODAY,
            review_due=facts.pop("review_due", TODAY + timedelta(days=30)),
            **facts,
        )
        made.sources.add(source)
        publishing.came_with_the_site(made)
        return Alert.objects.get(pk=made.pk)

    return made


def found_on_page(client):
    return [words(one) for one in page(client.get("/alerts/")).select("li.place h2")]


def test_no_alert_says_what_that_means_and_what_it_does_not(client):
    told = words(client.get("/alerts/"))
    assert "No alert now." in told and "It does not mean the drugs are safe." in told


def test_an_alert_says_what_where_when_who_says_so_and_what_to_do(client, alert):
    alert("Carfentanil in white powder")
    told = words(client.get("/alerts/"))
    for said in ("Carfentanil in white powder", "Boston, MA", "Found on 10 Mar 2026."):
        assert said in told
    assert "A lab’s list , A lab (2026)" in told
    points = page(client.get("/alerts/")).select("li.place li")
    assert [words(one) for one in points] == ["Test a little first.", "Bring naloxone."]
    assert "No alert now." not in told


def test_the_newest_comes_first_and_one_may_hold_across_the_country(client, alert):
    alert("Older", found_on=TODAY - timedelta(days=9))
    alert("Newer", area=None, is_everywhere=True)
    assert found_on_page(client) == ["Newer", "Older"]
    assert "Across the country" in words(client.get("/alerts/"))


def test_an_alert_ends_by_itself_after_its_last_day(client, alert, time_machine):
    alert("Short", lasts=2)
    time_machine.move_to(given.TUESDAY_10 + timedelta(days=2))
    assert found_on_page(client) == ["Short"] and "Short" in feed(client).decode()
    time_machine.move_to(given.TUESDAY_10 + timedelta(days=3))
    assert found_on_page(client) == [] and "Short" not in feed(client).decode()
    assert "No alert now." in words(client.get("/alerts/"))


def test_an_alert_that_was_not_checked_again_says_since_when(client, alert):
    alert("Old", review_due=TODAY)
    assert "Not checked since 10 Mar 2026." in words(client.get("/alerts/"))


def test_a_draft_is_nowhere(client, alert):
    Alert.objects.filter(pk=alert("Draft").pk).update(edition=0)
    assert found_on_page(client) == [] and "Draft" not in feed(client).decode()
    assert "Draft" not in words(client.get("/"))


# --- The feed -----------------------------------------------------------------------------------


def feed(client, **headers):
    return client.get("/alerts/feed/", headers=headers).content


def test_the_feed_has_the_same_alerts_each_by_a_name_that_lasts(client, alert, settings):
    settings.SITE_URL = "https://example.org"
    shown = alert("Carfentanil & <more>")
    answer = client.get("/alerts/feed/")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(answer.content)
    [entry] = root.findall(f"{ATOM}entry")
    told = {one: entry.find(f"{ATOM}{one}") for one in ("title", "id", "updated", "link")}
    assert told["title"].text == "Boston, MA: Carfentanil & <more>"
    assert told["id"].text == f"urn:uuid:{shown.pk}"
    assert told["link"].get("href") == f"https://example.org/alerts/#alert-{shown.pk}"
    assert told["updated"].text.startswith("2026-03-10")
    assert root.find(f"{ATOM}id").text.startswith("urn:uuid:")


def test_what_stands_in_a_feed_reader_says_how_old_it_is_and_whose_word_it_is(client, alert):
    """A feed reader keeps it long after it has gone from here."""
    alert("Carfentanil", review_due=TODAY)
    [entry] = ET.fromstring(feed(client)).findall(f"{ATOM}entry")
    told = entry.find(f"{ATOM}summary").text.splitlines()
    assert told == [
        "Found on 10 Mar 2026.",
        "Test a little first.",
        "Bring naloxone.",
        "Not checked since 10 Mar 2026. Shown until 30 Mar 2026.",
        "From: A lab’s list, A lab",
    ]


def test_the_feed_says_the_same_to_everybody_and_keeps_nothing_of_them(client, alert):
    alert("Carfentanil")
    one = client.get("/alerts/feed/?who=zqx", headers={"user-agent": "zqx", "cookie": "a=zqx"})
    assert b"zqx" not in one.content and not one.cookies
    assert one.content == feed(client)


@pytest.mark.parametrize("address", ["/alerts/", "/es/alerts/"])
def test_a_feed_reader_finds_the_feed_from_the_page(client, address):
    link = page(client.get(address)).head.select_one("link[type='application/atom+xml']")
    assert link["href"] == "/alerts/feed/"


def test_an_empty_feed_is_a_feed(client):
    assert ET.fromstring(feed(client)).tag == f"{ATOM}feed"


# --- The first page -----------------------------------------------------------------------------


def line_at_home(client):
    return [words(one) for one in page(client.get("/")).select("p.warn")]


def test_the_first_page_names_the_last_alert(client, alert):
    alert("Older", found_on=TODAY - timedelta(days=9))
    alert("Carfentanil")
    assert line_at_home(client) == ["Boston, MA: Carfentanil Found on 10 Mar 2026."]
    assert page(client.get("/")).select_one("p.warn a")["href"] == "/alerts/"


def test_the_first_page_says_where_in_the_readers_language_whoever_came_first(client, alert):
    alert("Carfentanil", area=None, is_everywhere=True)
    assert "Across the country" not in words(client.get("/es/"))
    assert "Across the country: Carfentanil" in words(client.get("/"))


def test_the_first_page_says_nothing_when_there_is_no_alert(client):
    assert line_at_home(client) == []


def test_the_first_page_asks_once_a_minute(client, alert, monkeypatch, django_assert_num_queries):
    assert line_at_home(client) == []
    alert("Carfentanil")
    with django_assert_num_queries(0):
        client.get("/")
    monkeypatch.setattr(alerts, "ask_again_at", 0)
    assert len(line_at_home(client)) == 1


def fails():
    raise OperationalError("no database")


def test_the_first_page_answers_without_a_database_with_what_it_last_knew(
    client, alert, monkeypatch, time_machine
):
    alert("Carfentanil", lasts=1)
    assert len(line_at_home(client)) == 1
    monkeypatch.setattr(alerts, "newest", fails)
    monkeypatch.setattr(alerts, "ask_again_at", 0)
    assert len(line_at_home(client)) == 1
    time_machine.move_to(given.TUESDAY_10 + timedelta(days=2))
    assert line_at_home(client) == []
    forget(monkeypatch)
    assert client.get("/").status_code == 200


# --- Staff --------------------------------------------------------------------------------------


def typed(**facts):
    day = {name: TODAY.isoformat() for name in ("found_on", "checked_on")}
    later = (TODAY + timedelta(days=30)).isoformat()
    return {
        **day,
        **{"found": "Carfentanil", "expires_on": later, "review_due": later},
        **{"what_to_do": "Go slow.", "is_everywhere": "on", "sources": ["S7"], **facts},
    }


def publish(staff, alert):
    answer = staff.post(f"/admin/principles/alert/{alert.pk}/publish/", follow=True)
    return answer.content.decode()


def test_staff_write_see_and_publish_an_alert(client, staff, screen, source):
    screen(Alert).save(**typed())
    made = Alert.objects.get()
    assert found_on_page(client) == []
    preview = staff.get(f"/admin/principles/alert/{made.pk}/preview/").content.decode()
    assert "Carfentanil" in preview
    assert "Published. Readers see it now." in publish(staff, made)
    assert found_on_page(client) == ["Carfentanil"]


REFUSED = {
    "nowhere": ({"is_everywhere": []}, "Say where"),
    "nothing to do": ({"what_to_do": " "}, "Say what to do."),
    "no source": ({"sources": []}, "Name at least one source."),
    "over today": ({"expires_on": TODAY.isoformat()}, "Its last day has come."),
    "too long": (
        {"expires_on": (TODAY + timedelta(days=91)).isoformat()}, "more than 90 days ahead",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_an_alert_lacks_is_said_in_words(client, staff, screen, source, name):
    facts, said = REFUSED[name]
    screen(Alert).save(**typed(**facts))
    assert said in publish(staff, Alert.objects.get())
    assert found_on_page(client) == []


def test_ninety_days_is_not_too_long(staff, screen, source):
    screen(Alert).save(**typed(expires_on=(TODAY + timedelta(days=90)).isoformat()))
    assert "Published." in publish(staff, Alert.objects.get())


def test_an_area_and_the_whole_country_at_once_are_refused(screen, source):
    area = Area.objects.get(slug="boston-ma")
    answer = screen(Alert).send(**typed(area=area.pk))
    assert "not both" in answer.content.decode() and not Alert.objects.exists()


def test_a_last_day_before_the_day_it_was_found_is_refused(screen, source):
    answer = screen(Alert).send(**typed(expires_on=date(2026, 1, 1).isoformat()))
    assert "before the day it was found" in answer.content.decode()


def test_a_new_alert_begins_with_todays_dates_and_a_month_ahead(screen):
    shown, later = screen(Alert).shown(), (TODAY + timedelta(days=30)).isoformat()
    assert shown["found_on"] == shown["checked_on"] == [TODAY.isoformat()]
    assert shown["expires_on"] == shown["review_due"] == [later]


def found_by_search(client, typed):
    links = page(client.post("/search/", {"words": typed})).select("ol.places > li h2 a")
    return {words(link): link["href"] for link in links}


def test_an_alert_is_found_by_search_until_it_ends_by_itself(client, alert, time_machine):
    shown = alert("Carfentanil in white powder", lasts=2)
    found = found_by_search(client, "carfentanil")
    assert found["Carfentanil in white powder"] == f"/alerts/#alert-{shown.pk}"
    time_machine.move_to(given.TUESDAY_10 + timedelta(days=2))
    assert "Carfentanil in white powder" in found_by_search(client, "carfentanil")
    time_machine.move_to(given.TUESDAY_10 + timedelta(days=3))
    assert "Carfentanil in white powder" not in found_by_search(client, "carfentanil")


def test_an_alert_that_was_taken_off_is_not_found(client, alert):
    publishing.take_off(alert("Carfentanil in white powder"))
    assert found_by_search(client, "carfentanil powder") == {}
