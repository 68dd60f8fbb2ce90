"""Somebody says that a listing is wrong: nobody is kept, and no fact changes by it.

Staff's side is test_reports_staff's; strange input test_reports_input's; what readers are told
test_reports_told's.
"""

import pytest
from django.test import Client

from resources.models import Report, Service, ServiceAtLocation
from resources.models.report_kind import Kind
from resources.senders import MOST_A_DAY
from tests import given, reporter
from tests.reading import page, says_the_way_on, words
from tests.reporter import HOME, SHELTER, of, shown_note, thanked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

clock, exchange, send = reporter.clock, reporter.exchange, reporter.send
town = given.for_the_file(reporter.a_town)


def test_each_listing_asks_whether_something_is_wrong(client, exchange):
    link = page(client.get(f"/service/{exchange.service_id}/")).select_one(
        f"a[href='{of(exchange)}']"
    )
    assert link.get_text() == "Something wrong?"
    answer = client.get(of(exchange))
    assert answer["Cache-Control"] == "no-store" and not answer.cookies
    chips = page(answer).select("input[type=radio][name=kind]")
    assert [chip["value"] for chip in chips] == Kind.values
    assert "Corner" not in page(answer).title.get_text()


def test_a_report_is_kept_as_it_was_said_and_nothing_of_who_said_it(send):
    assert thanked(send(kind="hours", note="Shut at 3 on Tuesdays\r\nSign on the door"))
    report = Report.objects.values().get()
    assert report.pop("id") and report.pop("service_id")
    assert report == {
        **{"place_id": None, "kind": "hours", "note": "Shut at 3 on Tuesdays\nSign on the door"},
        **{"received_on": given.TUESDAY_10.date(), "own_voice": True, "outcome": ""},
        **{"closed_at": None, "closed_by_id": None},
    }


def test_after_sending_a_calm_page_says_what_happens_and_its_address_tells_nothing(client, send):
    send(note="zqx")
    answer = client.get("/thanks/")
    assert answer["Cache-Control"] == "no-store" and says_the_way_on(answer)
    told = words(answer)
    assert "Staff read it" in told and "Call 911" in told and "Help lines" in told
    assert "Corner" not in told


def test_a_report_changes_nothing_of_the_listing(send, exchange):
    before = Service.objects.filter(pk=exchange.service_id).values().get()
    send(), send(network=SHELTER)
    assert Service.objects.filter(pk=exchange.service_id).values().get() == before


def test_in_spanish_the_thank_you_is_in_spanish(send):
    answer = send(language="/es")
    assert (answer.status_code, answer["Location"]) == (303, "/es/thanks/")


def test_of_several_places_one_can_be_named(send, client, exchange):
    other = given.service("Other", at=given.SOUTH_END, street="2 Any St", city="Boston")
    ServiceAtLocation.objects.filter(pk=other.pk).update(service=exchange.service_id)
    assert len(page(client.get(of(exchange))).select("input[name=place]")) == 2
    assert thanked(send(place=str(other.pk)))
    assert Report.objects.get().place_id == other.pk
    assert thanked(send(network=SHELTER)), "it can be skipped"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("see https://evil.example/x?y=1 now", "see (link) now"),
        ("HTTPS://EVIL.example", "(link)"),
        ("www.evil.test/a", "(link)"),
        ("go to evil.com/pills, or evil.co.uk", "go to (link) or evil.co.uk"),
        ("hxxp x http : //evil", "hxxp x (link)"),
        ("ask jo@example.org", "ask (link)"),
        ("call 617-555-0101 at 5.30 p.m. They moved.Now at St. Mary", None),
        ("<script>alert(1)</script>", None),
        ("💉 Cerrado los sábados, ¿sí?", None),
    ],
)
def test_links_are_taken_out_and_all_else_stays(send, typed, kept):
    assert thanked(send(note=typed))
    assert Report.objects.get().note == (kept or typed)


# --- Guards


@pytest.mark.parametrize(
    ("headers", "fine"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://TESTSERVER"}, True),
        ({"Origin": "http://testserver.evil.example"}, False),
        ({"Origin": "http://testserver:99"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://["}, False),
        ({"Origin": "null", "Referer": "http://testserver/"}, False),
        ({"Referer": "http://testserver/service/"}, True),
        ({"Referer": "http://evil.example/testserver"}, False),
        ({}, False),
    ],
)
def test_only_our_own_page_can_send_one(send, headers, fine):
    answer = send(headers=headers, note="typed with care")
    assert Report.objects.exists() is fine
    if not fine:
        assert answer.status_code == 403 and says_the_way_on(answer)
        assert shown_note(answer) == "typed with care"


def again(answer, exchange, clock, network=HOME):
    """Sends what a page shows, as the person would by tapping Send."""
    form = page(answer).select_one("form[action$='/report/']")
    typed = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")}
    typed |= {box["name"]: box["value"] for box in form.select("input[type=radio][checked]")}
    typed["note"] = form.select_one("textarea").get_text().removeprefix("\n")
    clock.shift(4)
    headers = {"Sec-Fetch-Site": "same-origin"}
    return Client(REMOTE_ADDR=network).post(of(exchange), typed, headers=headers)


@pytest.mark.parametrize(
    ("typed", "wait", "says"),
    [
        ({}, 1, "That was very quick."),
        ({}, 24 * 3600 + 1, "This page was open too long."),
        ({"token": ""}, 5, "This page was open too long."),
        ({"token": "made up"}, 5, "This page was open too long."),
        ({"token": "\x00\ud7ff:💉:" * 50}, 5, "This page was open too long."),
        ({}, -60, "This page was open too long."),
    ],
)
def test_a_page_too_young_or_too_old_keeps_all_and_can_be_sent_again(
    send, exchange, clock, typed, wait, says
):
    answer = send(wait=wait, kind="moved", note="Now at 9 Elm St", **typed)
    assert answer.status_code == 400 and says in words(answer) and says_the_way_on(answer)
    assert not Report.objects.exists()
    assert thanked(again(answer, exchange, clock))
    assert Report.objects.filter(kind="moved", note="Now at 9 Elm St").count() == 1


def test_a_page_of_three_seconds_and_one_of_a_day_are_fine(send):
    assert thanked(send(wait=3)) and thanked(send(wait=24 * 3600, network=SHELTER))


def test_the_token_of_one_listing_is_none_for_another(client, exchange, send):
    other = given.service("Other", at=given.SOUTH_END)
    token = page(client.get(of(other))).select_one("input[name=token]")["value"]
    assert send(token=token).status_code == 400


def test_a_machine_that_fills_in_all_is_thanked_and_nothing_is_kept(send, client, exchange):
    trap = page(client.get(of(exchange))).select_one("div[hidden] input")
    assert trap["autocomplete"] == "off" and trap["tabindex"] == "-1"
    assert thanked(send(**{trap["name"]: "https://evil.example"}))
    assert not Report.objects.exists()


def test_a_flood_from_one_phone_is_told_so_in_words_and_hurts_nobody_else(send, exchange):
    services = [given.service(f"Place {n}", at=given.SOUTH_END) for n in range(MOST_A_DAY)]
    for place in services:
        assert thanked(send(to=place))
    answer = send(note="all of it")
    assert answer.status_code == 429 and says_the_way_on(answer)
    assert f"{MOST_A_DAY} reports a day" in words(answer) and shown_note(answer) == "all of it"
    assert Report.objects.count() == MOST_A_DAY
    assert thanked(send(network=SHELTER))
    for _ in range(60):
        assert Client(REMOTE_ADDR=HOME).get(of(exchange)).status_code == 200


def test_the_same_said_twice_by_one_phone_is_kept_once(send):
    assert thanked(send(note="Sign on the door")) and thanked(send(note="Sign on the door"))
    assert thanked(send())
    assert Report.objects.count() == 1
    assert thanked(send(note="It says: moved to Elm St"))
    assert Report.objects.count() == 2 and Report.objects.own_voices().count() == 1


def test_behind_a_proxy_the_network_is_the_one_the_proxy_saw(send, settings):
    for behind, seen in ((True, "10.1.1.1"), (False, HOME)):
        settings.BEHIND_PROXY = behind
        Report.objects.all().delete()
        headers = {"Sec-Fetch-Site": "none", "X-Forwarded-For": "6.6.6.6, 10.1.1.1"}
        send(headers=headers)
        send(network=SHELTER, headers=headers)
        assert Report.objects.own_voices().count() == (1 if behind else 2), seen
