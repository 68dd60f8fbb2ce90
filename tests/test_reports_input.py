"""Whatever is sent as a report is answered clearly, and nothing typed is lost."""

from uuid import uuid4

import pytest
from django.db import OperationalError

from resources.models import Report, ServiceAtLocation
from tests import given, reporter
from tests.reading import page, says_the_way_on, words
from tests.reporter import SHELTER, of, shown_note, thanked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

clock, exchange, send = reporter.clock, reporter.exchange, reporter.send
town = given.for_the_file(reporter.a_town)


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


@pytest.mark.parametrize("place", ["unicorns", "\x00", "5f59e570-fcd9-4b8c-8196-1f45b0b073a0"])
def test_an_unknown_place_is_refused_and_the_note_kept(send, place):
    answer = send(place=place, note="here")
    assert answer.status_code == 400 and "Pick one of these places." in words(answer)
    assert shown_note(answer) == "here"


def test_when_the_database_cannot_keep_it_nothing_typed_is_lost(send, monkeypatch):
    def is_full(**told):
        raise OperationalError

    monkeypatch.setattr(Report.objects, "create", is_full)
    answer = send(note="Shut at 3")
    assert answer.status_code == 503 and "Try again in a minute." in words(answer)
    assert shown_note(answer) == "Shut at 3" and says_the_way_on(answer)


def test_letters_that_cannot_be_seen_are_let_go_and_the_rest_kept(send):
    assert thanked(send(note="Sh\x00ut \x1b[31m\u202eat 3\ue003\ue004\ufeff"))
    assert Report.objects.get().note == "Shut [31mat 3"


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace", "options"])
def test_other_methods_are_refused_in_words(client, exchange, method):
    answer = getattr(client, method)(of(exchange))
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
def test_a_body_of_any_kind_is_answered_clearly(client, exchange, body, kind):
    headers = {"Sec-Fetch-Site": "same-origin"}
    answer = client.generic("POST", of(exchange), body, content_type=kind, headers=headers)
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


def test_a_hidden_place_of_a_listed_service_is_not_among_the_choices(client, send, exchange):
    hidden = given.service("Secret", at=given.SOUTH_END, visibility="hidden", street="9 Secret St")
    ServiceAtLocation.objects.filter(pk=hidden.pk).update(service=exchange.service_id)
    assert "Secret" not in client.get(of(exchange)).content.decode()
    assert send(place=str(hidden.pk)).status_code == 400
