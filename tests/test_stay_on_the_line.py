"""The card of who stays on the line: the same two lines everywhere, at once, and never empty."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from principles import overdose
from resources.models import HelpLine
from tests import given
from tests.reading import page, words

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = "tel:+18004843731", "tel:+18009720590", "tel:+16175550177"
PAGES = [
    *("/now/", "/lines/", "/learn/using-alone/", "/learn/overdose/"),
    *("/need/spot_line/", "/need/talk_now/"),
]
SEARCHES = [
    {"place": "Nome, AK", "need": "syringes"},
    {"place": "02118", "need": "spot_line"},
    {"place": "02118", "need": "opc"},
]


def a_town_with_a_third_line():
    given.content()
    call_command("load_principles", verbosity=0)
    given.service("Exchange", needs=["syringes"], at=given.SOUTH_END)
    HelpLine.objects.create(
        name="Third", tel="+16175550177", what_it_does="Stays", source="Us", order=3,
        spots_while_using=True,
    )  # fmt: skip


town = given.for_the_file(a_town_with_a_third_line)


def every_place(client):
    """(where, page) of every page and list that carries the card."""
    yield from ((address, client.get(address)) for address in PAGES)
    yield from ((str(asked), client.post("/find/", asked)) for asked in SEARCHES)


def spotting_lines(response):
    """Whom the page offers to stay on the line, in order."""
    known = [f"tel:{tel}" for tel in HelpLine.objects.that_spot().values_list("tel", flat=True)]
    return [a["href"] for a in page(response).select("a[href^='tel:']") if a["href"] in known]


def test_the_first_two_lines_are_on_every_page_that_names_any(client):
    for where, shown in every_place(client):
        assert spotting_lines(shown)[:2] == [FIRST, SECOND], where
        if where != "/lines/":
            assert spotting_lines(shown) == [FIRST, SECOND], where


def test_marking_one_down_takes_it_off_everywhere_at_once_and_the_next_moves_up(client):
    list(every_place(client))
    HelpLine.objects.filter(name="Never Use Alone").update(is_down=True)
    for where, shown in every_place(client):
        assert spotting_lines(shown) == [SECOND, THIRD], where
        assert "8004843731" not in shown.content.decode(), where
    HelpLine.objects.filter(name="Never Use Alone").update(is_down=False)
    for where, shown in every_place(client):
        assert spotting_lines(shown)[:2] == [FIRST, SECOND], where


def test_a_number_that_staff_mend_is_mended_on_the_overdose_page_at_once(client):
    client.get("/now/")
    HelpLine.objects.filter(name="SafeSpot").update(tel="+16175550166")
    assert "tel:+16175550166" in spotting_lines(client.get("/now/"))


def test_with_none_up_every_card_tells_ways_not_to_be_alone_and_who_says_so(client):
    HelpLine.objects.that_spot().update(is_down=True)
    for where, shown in every_place(client):
        told = words(shown)
        assert spotting_lines(shown) == [], where
        assert "No line is up that we know of." in told and "Take turns" in told, where
        assert "NEXT Distro (2024-07-02)" in told, where
        assert page(shown).select_one("a[href='/learn/using-alone/']"), where


def called(days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    HelpLine.objects.filter(name="SafeSpot").update(tested_on=day, tested_by="Jo")


def test_a_line_nobody_called_for_a_month_says_since_when(client):
    called(31)
    for where, shown in every_place(client):
        assert "Not checked since" in words(shown) and SECOND in spotting_lines(shown), where
    called(30)
    for where, shown in every_place(client):
        assert "Checked by phone on" in words(shown), where


def test_a_line_called_once_and_then_forgotten_for_two_months_is_shown_no_more(client):
    called(60)
    for where, shown in every_place(client):
        assert SECOND in spotting_lines(shown), where
    called(61)
    for where, shown in every_place(client):
        assert spotting_lines(shown) == [FIRST, THIRD], where


@pytest.fixture
def no_database(monkeypatch):
    def fail(**values):
        raise OperationalError("no database")

    def stop():
        monkeypatch.setattr(overdose, "first_up", fail)
        monkeypatch.setattr(overdose, "left_alone_until", 0)

    return stop


def test_without_a_database_the_overdose_page_shows_the_lines_it_last_knew(client, no_database):
    known = client.get("/now/").content
    no_database()
    shown = client.get("/now/")
    assert spotting_lines(shown) == [FIRST, SECOND] and shown.content == known


def test_from_a_cold_start_without_a_database_it_says_where_to_look(
    client, monkeypatch, no_database
):
    monkeypatch.setattr(overdose, "last_made", {})
    no_database()
    shown = client.get("/now/")
    told = words(shown)
    assert "We can’t say now which line is up." in told and "Take turns" in told
    assert "No line is up" not in told
    assert page(shown).select_one("main a[href='/lines/']")
