"""Help lines: those that stay on while you use come first; a line that is down is nowhere."""

from datetime import date

import pytest

from resources.models import HelpLine
from tests import given
from tests.reading import page, words

pytestmark = pytest.mark.django_db

WITH_LINES = ["/lines/", "/need/spot_line/"]
town = given.for_the_file(given.content)


@pytest.fixture
def today(time_machine):
    time_machine.move_to(given.TUESDAY_10)


def card(response, name):
    return next(li for li in page(response).select("li.place") if words(li).startswith(name))


def test_lines_that_stay_on_come_before_all_others(client):
    shown = page(client.get("/lines/"))
    order = [words(one) for one in shown.select("h3")]
    assert order[:2] == ["Never Use Alone", "SafeSpot"]
    assert len(order) == HelpLine.objects.count()
    assert [words(one) for one in shown.main.select("h2")] == [
        "Stay with me while I use",
        "Other lines",
        "More to know",
    ]


def test_each_line_is_called_by_its_name(client):
    for line in HelpLine.objects.exclude(tel=""):
        link = card(client.get("/lines/"), line.name).select_one(f"a[href='tel:{line.tel}']")
        assert words(link) == f"Call {line.name}, {line.tel_words}"


def test_a_line_that_takes_texts_says_what_to_text(client):
    shown = card(client.get("/lines/"), "988 Suicide")
    assert words(shown.select_one("a[href='sms:988']")) == "Text AYUDA for Spanish to 988"


def test_a_line_says_whether_it_sends_help(client):
    assert "Sends an ambulance if you go quiet." in words(
        card(client.get("/lines/"), "Never Use Alone")
    )


def test_a_line_nobody_has_called_says_so(client):
    for li in page(client.get("/lines/")).select("li.place"):
        called = li.select_one("a[href^='tel:']")
        line, site = (
            "We have not called this line to check it yet.",
            "We have not checked this site",
        )
        assert (line if called else site) in words(li)
        assert "From:" in words(li)


def test_a_line_called_this_month_says_when_and_a_month_later_that_it_is_old(client, today):
    HelpLine.objects.filter(name="SafeSpot").update(tested_on=date(2026, 3, 1), tested_by="Jo")
    assert "Checked by phone on 1 Mar." in words(card(client.get("/lines/"), "SafeSpot"))
    HelpLine.objects.filter(name="SafeSpot").update(tested_on=date(2026, 2, 1))
    told = words(card(client.get("/lines/"), "SafeSpot"))
    assert "Not checked since 1 Feb. Call first." in told and "Jo" not in told


@pytest.mark.parametrize("address", WITH_LINES)
def test_a_line_that_is_down_is_on_no_page(client, address):
    assert "Never Use Alone" in words(client.get(address))
    HelpLine.objects.filter(name="Never Use Alone").update(is_down=True)
    shown = client.get(address).content.decode()
    assert "Never Use Alone" not in shown and "8004843731" not in shown


def test_a_line_that_is_down_is_in_no_answer_to_a_search(client):
    HelpLine.objects.filter(name="Never Use Alone").update(is_down=True)
    for asked in ({"need": "opc"}, {"need": "talk_now"}, {"q": "zorble"}, {"need": "spot_line"}):
        found = client.post("/find/", {"place": "02118", **asked})
        assert "8004843731" not in found.content.decode()


def test_with_no_line_up_there_are_still_ways_not_to_be_alone(client):
    HelpLine.objects.filter(spots_while_using=True).update(is_down=True)
    told = words(client.get("/lines/"))
    assert "No line is up that we know of." in told and "Ask a friend" in told


def test_with_no_lines_at_all_every_page_that_shows_them_still_stands(client):
    HelpLine.objects.all().delete()
    for address in WITH_LINES:
        shown = client.get(address)
        assert shown.status_code == 200 and page(shown).h1
    assert client.post("/find/", {"place": "02118", "need": "opc"}).status_code == 200


def test_when_no_other_line_is_up_there_is_no_empty_list(client):
    HelpLine.objects.filter(spots_while_using=False).update(is_down=True)
    headings = [words(one) for one in page(client.get("/lines/")).main.select("h2")]
    assert headings == ["Stay with me while I use", "More to know"]
