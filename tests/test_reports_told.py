"""What readers are told of reports: that enough people agree, and how it ended."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from resources import nearby, reporting
from resources.models import PlaceCard, Report, Service
from resources.models.report import Outcome
from resources.models.report_kind import Kind
from tests import given, reporter
from tests.reading import page, words
from tests.reporter import LINE, SHELTER, card, own_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

clock, exchange, send = reporter.clock, reporter.exchange, reporter.send
town = given.for_the_file(reporter.a_town)


@pytest.mark.parametrize("kind", ["closed", "moved", "hours", "unsafe"])
def test_two_who_agree_are_told_to_readers_at_once(client, send, exchange, kind):
    assert LINE not in words(card(client)) + own_page(client, exchange)
    send(kind=kind)
    assert LINE not in words(card(client)) + own_page(client, exchange)
    send(kind=kind, network=SHELTER)
    assert LINE in words(card(client)) and LINE in own_page(client, exchange)
    assert card(client).select_one(f".warn:-soup-contains('{LINE}')")


@pytest.mark.parametrize("kind", ["phone", "ran_out"])
def test_a_wrong_phone_or_what_ran_out_is_for_staff_alone(client, send, exchange, kind):
    send(kind=kind), send(kind=kind, network=SHELTER)
    assert LINE not in words(card(client)) + own_page(client, exchange)


def test_two_who_say_different_things_do_not_agree(client, send):
    send(kind="hours"), send(kind="closed", network=SHELTER)
    assert LINE not in words(card(client))


def test_one_person_twice_on_a_day_is_one_voice_and_on_another_day_two(client, send, clock):
    send(note="one"), send(note="two"), send(note="three")
    assert LINE not in words(card(client))
    clock.move_to(given.TUESDAY_10 + timedelta(days=1), tick=False)
    send(note="four")
    assert LINE in words(card(client))


def test_after_a_restart_nobody_can_tell_who_is_another_that_day(client, send):
    send()
    reporting.senders.begin(None)
    send(network=SHELTER)
    assert Report.objects.own_voices().count() == 1 and LINE not in words(card(client))


def test_the_line_is_said_in_spanish(client, send, exchange):
    send(), send(network=SHELTER)
    with translation.override("es"):
        line = reporting.doubt_words()
    assert line in words(card(client, "/es")) and line in own_page(client, exchange, "/es")


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
def test_the_page_says_how_it_ended_for_some_weeks(client, send, exchange, clock, outcome, says):
    send(kind="hours"), send(kind="hours", network=SHELTER)
    ended(outcome, given.TUESDAY_10)
    assert own_page(client, exchange).count(says) == 1
    assert LINE not in words(card(client)) + own_page(client, exchange)
    clock.move_to(given.TUESDAY_10 + timedelta(weeks=8, days=-1))
    assert says in own_page(client, exchange)
    clock.move_to(given.TUESDAY_10 + timedelta(weeks=8, days=1))
    assert "report of" not in own_page(client, exchange)


def test_what_was_not_about_the_place_is_told_to_nobody(client, send, exchange):
    send(kind="unsafe")
    ended(Outcome.NOT_THIS, given.TUESDAY_10)
    assert "report of" not in own_page(client, exchange)


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
