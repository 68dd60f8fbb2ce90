"""Somebody says that a listing is wrong: nothing is lost, nobody is kept, no fact changes by it.

Staff's side is test_reports_staff's.
"""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from resources import nearby, reporting
from resources.models import PlaceCard, Report, Service, ServiceAtLocation
from resources.models.report import Outcome
from resources.models.report_kind import Kind
from resources.senders import MOST_A_DAY
from tests import given
from tests.reading import page, says_the_way_on, words

pytestmark = pytest.mark.django_db

LINE = "Someone told us this may have changed."
HOME, SHELTER = "203.0.113.7", "203.0.113.8"


def a_town():
    given.content()
    given.service(
        "Corner Exchange", needs=["syringes"], at=given.SOUTH_END, street="1 Any St", city="Boston"
    )


town = given.for_the_file(a_town)


@pytest.fixture
def corner():
    return ServiceAtLocation.objects.get()


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10, tick=False)
    return time_machine


def of(place):
    return f"/service/{place.service_id}/report/"


@pytest.fixture
def send(corner, tuesday):
    """`send(kind="closed", network=HOME, ...)` opens the form, waits, and sends it."""

    def sent(network=HOME, wait=5, headers=None, language="", to=None, **typed):
        browser = Client(REMOTE_ADDR=network, headers={"User-Agent": "ZqxPhone"})
        address = language + of(to or corner)
        token = page(browser.get(address)).select_one("input[name=token]")["value"]
        tuesday.shift(wait)
        said = {"Sec-Fetch-Site": "same-origin"} if headers is None else headers
        return browser.post(address, {"token": token, "kind": "closed"} | typed, headers=said)

    return sent


def thanked(answer):
    return answer.status_code == 303 and answer["Location"] == "/thanks/"


def shown_note(answer):
    return page(answer).select_one("textarea").get_text().removeprefix("\n")


def card(client, language=""):
    return page(client.get(f"{language}/near/02118/?need=syringes")).select_one("li.place")


def own_page(client, place, language=""):
    return words(client.get(f"{language}/service/{place.service_id}/"))


# --- Sent ----------------------------------------------------------------------------------------


def test_each_listing_asks_whether_something_is_wrong(client, corner):
    link = page(client.get(f"/service/{corner.service_id}/")).select_one(f"a[href='{of(corner)}']")
    assert link.get_text() == "Something wrong?"
    answer = client.get(of(corner))
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


def test_a_report_changes_nothing_of_the_listing(send, corner):
    before = Service.objects.filter(pk=corner.service_id).values().get()
    send(), send(network=SHELTER)
    assert Service.objects.filter(pk=corner.service_id).values().get() == before


def test_in_spanish_the_thank_you_is_in_spanish(send):
    answer = send(language="/es")
    assert (answer.status_code, answer["Location"]) == (303, "/es/thanks/")


def test_of_several_places_one_can_be_named(send, client, corner):
    other = given.service("Other", at=given.SOUTH_END, street="2 Any St", city="Boston")
    ServiceAtLocation.objects.filter(pk=other.pk).update(service=corner.service_id)
    assert len(page(client.get(of(corner))).select("input[name=place]")) == 2
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


# --- Guards --------------------------------------------------------------------------------------


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


def again(answer, corner, tuesday, network=HOME):
    """Sends what a page shows, as the person would by tapping Send."""
    form = page(answer).select_one("form[action$='/report/']")
    typed = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")}
    typed |= {box["name"]: box["value"] for box in form.select("input[type=radio][checked]")}
    typed["note"] = form.select_one("textarea").get_text().removeprefix("\n")
    tuesday.shift(4)
    headers = {"Sec-Fetch-Site": "same-origin"}
    return Client(REMOTE_ADDR=network).post(of(corner), typed, headers=headers)


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
    send, corner, tuesday, typed, wait, says
):
    answer = send(wait=wait, kind="moved", note="Now at 9 Elm St", **typed)
    assert answer.status_code == 400 and says in words(answer) and says_the_way_on(answer)
    assert not Report.objects.exists()
    assert thanked(again(answer, corner, tuesday))
    assert Report.objects.filter(kind="moved", note="Now at 9 Elm St").count() == 1


def test_a_page_of_three_seconds_and_one_of_a_day_are_fine(send):
    assert thanked(send(wait=3)) and thanked(send(wait=24 * 3600, network=SHELTER))


def test_the_token_of_one_listing_is_none_for_another(client, corner, send):
    other = given.service("Other", at=given.SOUTH_END)
    token = page(client.get(of(other))).select_one("input[name=token]")["value"]
    assert send(token=token).status_code == 400


def test_a_machine_that_fills_in_all_is_thanked_and_nothing_is_kept(send, client, corner):
    trap = page(client.get(of(corner))).select_one("div[hidden] input")
    assert trap["autocomplete"] == "off" and trap["tabindex"] == "-1"
    assert thanked(send(**{trap["name"]: "https://evil.example"}))
    assert not Report.objects.exists()


def test_a_flood_from_one_phone_is_told_so_in_words_and_hurts_nobody_else(send, corner):
    services = [given.service(f"Place {n}", at=given.SOUTH_END) for n in range(MOST_A_DAY)]
    for place in services:
        assert thanked(send(to=place))
    answer = send(note="all of it")
    assert answer.status_code == 429 and says_the_way_on(answer)
    assert f"{MOST_A_DAY} reports a day" in words(answer) and shown_note(answer) == "all of it"
    assert Report.objects.count() == MOST_A_DAY
    assert thanked(send(network=SHELTER))
    for _ in range(60):
        assert Client(REMOTE_ADDR=HOME).get(of(corner)).status_code == 200


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


# --- Bad input -----------------------------------------------------------------------------------


def test_a_note_that_is_too_long_is_refused_and_kept_whole(send):
    long = "é💉" * 500
    assert thanked(send(note=long)) and Report.objects.get().note == long
    answer = send(network=SHELTER, note=long + "x")
    assert answer.status_code == 400 and "1001 letters" in words(answer)
    assert shown_note(answer) == long + "x" and says_the_way_on(answer)
    chosen = page(answer).select_one("input[type=radio][checked]")
    assert chosen["value"] == "closed"


def test_a_megabyte_is_answered_clearly(send):
    answer = send(note="x" * 1_000_000)
    assert answer.status_code == 400 and len(shown_note(answer)) == 1_000_000
    assert send(note="x" * 3_000_000).status_code == 413
    assert not Report.objects.exists()


@pytest.mark.parametrize("kind", ["", "unicorns", "\x00", "💉", "closed ", "x" * 10_000])
def test_an_unknown_choice_is_refused_and_the_note_kept(send, kind):
    answer = send(kind=kind, note="<b>here</b>")
    assert answer.status_code == 400 and "Pick what is wrong" in words(answer)
    assert shown_note(answer) == "<b>here</b>" and says_the_way_on(answer)
    assert not page(answer).select("main b:not(.now *)") and not Report.objects.exists()


@pytest.mark.parametrize("place", ["unicorns", "\x00", str(uuid4())])
def test_an_unknown_place_is_refused_and_the_note_kept(send, place):
    answer = send(place=place, note="here")
    assert answer.status_code == 400 and "Pick one of these places." in words(answer)
    assert shown_note(answer) == "here"


def test_letters_that_cannot_be_seen_are_let_go_and_the_rest_kept(send):
    assert thanked(send(note="Sh\x00ut \x1b[31m\u202eat 3\ue003\ue004\ufeff"))
    assert Report.objects.get().note == "Shut [31mat 3"


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace", "options"])
def test_other_methods_are_refused_in_words(client, corner, method):
    answer = getattr(client, method)(of(corner))
    assert answer.status_code == 405 and answer["Allow"] == "GET, HEAD, POST"
    assert says_the_way_on(answer)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"note=%00&kind=%ff", "application/x-www-form-urlencoded"),
        (b"\xff\x00=\xfe", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"kind=closed", "application/x-www-form-urlencoded; charset=klingon"),
        (b"a=1&" * 5000, "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_of_any_kind_is_answered_clearly(client, corner, body, kind):
    headers = {"Sec-Fetch-Site": "same-origin"}
    answer = client.generic("POST", of(corner), body, content_type=kind, headers=headers)
    assert answer.status_code in (400, 415) and says_the_way_on(answer)


@pytest.mark.parametrize(
    "facts", [{"visibility": "hidden"}, {"do_not_list": True}, {"status": "defunct"}]
)
def test_what_is_in_no_list_cannot_be_reported_and_nothing_is_told_of_it(client, facts):
    place = given.service("Secret house", at=given.SOUTH_END, **facts)
    made_up = f"/service/{uuid4()}/report/"
    for ask in (client.get, client.post):
        one, other = ask(of(place)), ask(made_up)
        assert one.status_code == other.status_code == 404
        told = one.content.decode().replace(str(place.service_id), "")
        assert told == other.content.decode().replace(made_up.split("/")[2], "")
    shown = client.get(f"/service/{place.service_id}/")
    assert "/report/" not in shown.content.decode()


def test_a_hidden_place_of_a_listed_service_is_not_among_the_choices(client, send, corner):
    hidden = given.service("Secret", at=given.SOUTH_END, visibility="hidden", street="9 Secret St")
    ServiceAtLocation.objects.filter(pk=hidden.pk).update(service=corner.service_id)
    assert "Secret" not in client.get(of(corner)).content.decode()
    assert send(place=str(hidden.pk)).status_code == 400


# --- What readers are told -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["closed", "moved", "hours", "unsafe"])
def test_two_who_agree_are_told_to_readers_at_once(client, send, corner, kind):
    assert LINE not in words(card(client)) + own_page(client, corner)
    send(kind=kind)
    assert LINE not in words(card(client)) + own_page(client, corner)
    send(kind=kind, network=SHELTER)
    assert LINE in words(card(client)) and LINE in own_page(client, corner)
    assert card(client).select_one(f".warn:-soup-contains('{LINE}')")


@pytest.mark.parametrize("kind", ["phone", "ran_out"])
def test_a_wrong_phone_or_what_ran_out_is_for_staff_alone(client, send, corner, kind):
    send(kind=kind), send(kind=kind, network=SHELTER)
    assert LINE not in words(card(client)) + own_page(client, corner)


def test_two_who_say_different_things_do_not_agree(client, send):
    send(kind="hours"), send(kind="closed", network=SHELTER)
    assert LINE not in words(card(client))


def test_one_person_twice_on_a_day_is_one_voice_and_on_another_day_two(client, send, tuesday):
    send(note="one"), send(note="two"), send(note="three")
    assert LINE not in words(card(client))
    tuesday.move_to(given.TUESDAY_10 + timedelta(days=1), tick=False)
    send(note="four")
    assert LINE in words(card(client))


def test_after_a_restart_nobody_can_tell_who_is_another_that_day(client, send):
    send()
    reporting.senders.begin(None)
    send(network=SHELTER)
    assert Report.objects.own_voices().count() == 1 and LINE not in words(card(client))


def test_the_line_is_said_in_spanish(client, send, corner):
    send(), send(network=SHELTER)
    with translation.override("es"):
        line = reporting.doubt_words()
    assert line in words(card(client, "/es")) and line in own_page(client, corner, "/es")


def test_the_line_stays_when_the_listing_is_saved_and_the_index_made_anew(client, send):
    send(), send(network=SHELTER)
    nearby.reindex_all()
    assert PlaceCard.objects.get().doubted and LINE in words(card(client))


def test_the_line_is_on_the_card_of_that_listing_alone(client, send):
    given.service("Other", needs=["syringes"], at=given.SOUTH_END)
    send(), send(network=SHELTER)
    told = page(client.get("/near/02118/?need=syringes")).select("li.place")
    assert sorted(LINE in words(one) for one in told) == [False, True]


def ended(outcome, now):
    reporting.close(reports=Report.objects.order_by("pk"), outcome=outcome, by=None, now=now)


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("fixed", "A report of wrong hours was checked on 10 Mar. We fixed it."),
        ("still_right", "A report of wrong hours was checked on 10 Mar. It was still right."),
        ("no_answer", "We tried on 10 Mar to check a report of wrong hours."),
    ],
)
def test_the_page_says_how_it_ended_for_some_weeks(client, send, corner, tuesday, outcome, says):
    send(kind="hours"), send(kind="hours", network=SHELTER)
    ended(outcome, given.TUESDAY_10)
    assert own_page(client, corner).count(says) == 1
    assert LINE not in words(card(client)) + own_page(client, corner)
    tuesday.move_to(given.TUESDAY_10 + timedelta(weeks=8, days=-1))
    assert says in own_page(client, corner)
    tuesday.move_to(given.TUESDAY_10 + timedelta(weeks=8, days=1))
    assert "report of" not in own_page(client, corner)


def test_what_was_not_about_the_place_is_told_to_nobody(client, send, corner):
    send(kind="unsafe")
    ended(Outcome.NOT_THIS, given.TUESDAY_10)
    assert "report of" not in own_page(client, corner)


def test_closed_and_opened_again_counts_again(client, send):
    send(), send(network=SHELTER)
    ended("fixed", given.TUESDAY_10)
    ended("", given.TUESDAY_10)
    assert LINE in words(card(client))


def test_every_kind_and_outcome_has_its_words(send):
    for kind in Kind.values:
        send(kind=kind)
    for outcome in set(Outcome.values) - {"not_this"}:
        ended(outcome, given.TUESDAY_10)
        told = reporting.endings(Service.objects.get(), given.TUESDAY_10)
        assert len(told) == len(Kind) and all(re.search(r"10 Mar.*\.$", one) for one in told)


def test_a_list_asks_nothing_more_for_it(client, send):
    def asked():
        client.get("/near/02118/?need=syringes")
        with CaptureQueriesContext(connection) as questions:
            client.get("/near/02118/?need=syringes")
        return len(questions)

    before = asked()
    send(), send(network=SHELTER)
    assert LINE in words(card(client)) and asked() == before
