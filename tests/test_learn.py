"""What to know: the overdose steps, the guides and the principles, as a reader gets them."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError

from principles import overdose
from principles.models import Guide, Principle
from tests import given
from tests.reading import links, page, words

pytestmark = pytest.mark.django_db


def what_to_know():
    given.content()
    call_command("load_principles", verbosity=0)


site = given.for_the_file(what_to_know)


# --- What to do now -----------------------------------------------------------------------------


def test_what_to_do_now_asks_the_database_one_thing_and_is_not_made_again(client, monkeypatch):
    client.get("/now/")
    monkeypatch.setattr(overdose, "get_template", None)
    assert client.get("/now/").status_code == 200


def test_what_to_do_now_answers_without_a_database_as_it_was_last(client, monkeypatch, no_database):
    known = client.get("/now/").content
    no_database()
    monkeypatch.setattr(overdose, "left_alone_until", 0)
    assert client.get("/now/").content == known


def test_what_to_do_now_answers_even_from_a_cold_start_without_a_database(
    client, monkeypatch, no_database
):
    no_database()
    monkeypatch.setattr(overdose, "last_made", {})
    monkeypatch.setattr(overdose, "left_alone_until", 0)
    shown = client.get("/now/")
    assert links(shown)[0] == "tel:911"
    assert len(page(shown).select("ol.steps > li")) == 4
    assert "Breathe for them." in words(shown)


@pytest.fixture
def no_database(monkeypatch):
    def fail(**values):
        raise OperationalError("no database")

    def stop():
        monkeypatch.setattr(overdose, "edition_of", fail)
        monkeypatch.setattr(overdose, "left_alone_until", 0)

    return stop


def test_what_to_do_now_begins_with_911_and_has_the_four_steps_in_order(client):
    shown = client.get("/now/")
    assert links(shown)[0] == "tel:911"
    steps = [words(step.b) for step in page(shown).select("ol.steps > li")]
    assert steps == [
        "Shake them. Shout.",
        "Give naloxone (Narcan).",
        "Breathe for them.",
        "Breathing? Roll them on their side.",
    ]


def test_what_to_do_now_leads_to_the_help_lines_and_says_where_it_is_from(client):
    shown = client.get("/now/")
    assert "/lines/" in links(shown)
    assert "Not yet signed off by a clinician." in words(shown)
    assert "/learn/overdose/" in links(shown)
    cited = page(client.get("/learn/overdose/")).select("main cite")
    assert len({one.get_text() for one in cited}) >= 5


# --- Guides and principles ----------------------------------------------------------------------


def test_each_guide_says_what_for_and_who_says_so_and_leads_to_what_is_needed(client):
    for guide in Guide.objects.public():
        shown = client.get(guide.get_absolute_url())
        assert page(shown).h1.get_text() == guide.title and guide.purpose in words(shown)
        facts = page(shown).select("ul.facts > li")
        assert facts and all(fact.select("cite") for fact in facts)
        assert any(link.startswith("/need/") for link in links(shown))
        assert "Checked against its sources on 22 Nov 2026" in words(shown)
        assert "Not yet signed off by a clinician." in words(shown)


def test_the_name_of_a_clinician_who_signed_it_off_is_said(client):
    Guide.objects.filter(slug="sharps").update(signed_off_by="Dr. A", signed_off_on="2026-11-01")
    shown = words(client.get("/learn/sharps/"))
    assert "Signed off by Dr. A on 1 Nov 2026." in shown
    assert "Not yet signed off" not in shown


def test_a_guide_that_is_overdue_says_since_when(client):
    Guide.objects.filter(slug="sharps").update(review_due="2026-11-01")
    assert "Not checked since 22 Nov 2026." in words(client.get("/learn/sharps/"))


def test_all_twelve_guides_are_listed(client):
    found = [link for link in links(client.get("/learn/")) if link.startswith("/learn/")]
    assert len(found) == 12


def test_a_principle_says_what_it_looks_like_and_what_it_speaks_to(client):
    shown = client.get("/harm-reduction/1/")
    assert "What do you need today?" in words(shown)
    assert {"/need/naloxone/", "/learn/overdose/"} <= set(links(shown))


def test_a_principle_says_its_source_when_it_was_checked_and_that_it_is_overdue(
    client, time_machine
):
    shown = client.get("/harm-reduction/1/")
    assert "Checked against its sources on 22 Nov 2026." in words(shown)
    assert page(shown).select_one(".from cite")
    time_machine.move_to(Principle.objects.get(pk=1).review_due + timedelta(days=1))
    assert "Not checked since 22 Nov 2026." in words(client.get("/harm-reduction/1/"))


@pytest.mark.parametrize("address", ["/harm-reduction/", "/harm-reduction/1/", "/learn/"])
def test_a_page_of_many_is_kept_until_somebody_publishes(client, monkeypatch, address):
    before = client.get(address).content
    Principle.objects.filter(pk=1).update(plain="Not published yet.")
    Guide.objects.filter(slug="wounds").update(title="Not published yet.")
    assert client.get(address).content == before
    Principle.objects.filter(pk=1).update(edition=2)
    Guide.objects.filter(slug="wounds").update(edition=2)
    assert "Not published yet." in words(client.get(address))
