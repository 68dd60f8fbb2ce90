"""Staff's first page: what there is to do, counted, and each count one tap from its list."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from hrapp import dues, publishing
from hrapp.phrases_admin import of_phrases
from principles.models import Fact, Guide, LawClaim, Principle, StateLaw
from resources.models import HelpLine, Service
from tests import given

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db


def a_site():
    given.content()
    call_command("load_principles", verbosity=0)
    for name in ("Exchange", "Clinic"):
        given.service(name, needs=["syringes"], at=given.SOUTH_END)


town = given.for_the_file(a_site)


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def told(browser):
    """{heading: {words: (count, address)}} of the first page."""
    page = BeautifulSoup(browser.get("/admin/").content, "html.parser")
    return {
        part.h3.text: {
            a.text.rsplit(": ", 1)[0]: (int(a.b.text), a["href"]) for a in part.select("a")
        }
        for part in page.select(".dues > div")
    }


def in_list(browser, address):
    """How many the list behind a count has."""
    page = BeautifulSoup(browser.get(address).content, "html.parser")
    return int(page.select_one(".paginator").text.split()[0])


def set_back(thing, **facts):
    type(thing).objects.filter(pk=thing.pk).update(**facts)


@pytest.fixture
def some_of_each():
    today = timezone.localdate()
    guide, other, third = Guide.objects.in_order()[:3]
    set_back(guide, review_due=today)
    set_back(other, review_due=today + timedelta(days=14))
    set_back(third, review_due=today + timedelta(days=15))
    set_back(Guide.objects.in_order()[3], review_due=today, edition=0)
    Fact.objects.filter(guide=third).first().sources.clear()
    LawClaim.objects.get(law="ma").sources.clear()
    set_back(StateLaw.objects.get(pk="wy"), review_due=ago(3))
    principle = Principle.objects.get(pk=1)
    principle.sources.clear()
    publishing.keep(publishing.content_of(principle), by=None)
    set_back(HelpLine.objects.get(name="SafeSpot"), is_down=True)
    set_back(HelpLine.objects.get(name="RAINN"), tested_on=ago(31), tested_by="Jo")
    set_back(HelpLine.objects.get(name="211"), tested_on=ago(30), tested_by="Jo")
    set_back(HelpLine.objects.get(name="NASEN"), tested_on=ago(16), tested_by="Jo")
    set_back(Service.objects.get(name="Clinic"), last_verified=ago(80), verified_by="call")


def counts(parts):
    return {words: count for words, (count, _address) in parts.items()}


def test_all_that_there_is_to_do_is_counted(staff, some_of_each):
    page = told(staff)
    never = HelpLine.objects.filter(tested_on=None, is_down=False).count()
    assert counts(page["Help lines that are down"]) == {"Lines marked down": 1}
    assert counts(page["Overdue"]) == {
        "Guides": 1,
        "Laws of states": 1,
        "Help lines nobody has called": never,
        "Help lines to call again": 1,
        "Listings never checked": 1,
    }
    assert counts(page["Due in 14 days"]) == {
        "Guides": 1,
        "Help lines to call soon": 1,
        "Listings to check soon": 1,
    }
    assert counts(page["Drafts that wait to be published"]) == {"Principles": 1}
    assert counts(page["No source named"]) == {"Guides": 1, "Laws of states": 1, "Principles": 1}


def test_each_count_is_one_tap_from_the_list_of_just_these(staff, some_of_each):
    for parts in told(staff).values():
        for words, (count, address) in parts.items():
            assert in_list(staff, address) == count, words


def test_a_state_with_a_claim_that_readers_see_no_more_is_overdue(staff):
    """And one whose claim goes in two weeks is due, whatever day the state itself has."""
    today = timezone.localdate()
    before = {group: counts(told(staff)[group]) for group in ("Overdue", "Due in 14 days")}
    assert not any("Laws of states" in parts for parts in before.values())
    LawClaim.objects.filter(law="ma").update(review_due=today)
    LawClaim.objects.filter(law="ak").update(review_due=today + timedelta(days=9))
    for group in before:
        count, address = told(staff)[group]["Laws of states"]
        assert count == in_list(staff, address) == 1, group


def test_a_draft_that_is_published_waits_no_more(staff, screen):
    guide = Guide.objects.get(slug="sharps")
    screen(guide).save(title="Needles")
    assert counts(told(staff)["Drafts that wait to be published"]) == {"Guides": 1}
    staff.post(f"/admin/principles/guide/{guide.pk}/publish/")
    assert told(staff)["Drafts that wait to be published"] == {}


def test_with_nothing_to_do_the_page_says_so(staff):
    page = staff.get("/admin/").content.decode()
    assert told(staff)["Due in 14 days"] == {} and "Nothing." in page


def test_a_group_that_nobody_tells_of_is_not_there_until_somebody_does(staff, monkeypatch):
    others = [one for one in dues.tellers if one is not of_phrases]
    monkeypatch.setattr(dues, "tellers", others)
    assert "Not in Spanish yet" not in told(staff)
    gaps = [dues.Due("untranslated", "Guides", 9, "/admin/principles/guide/")]
    monkeypatch.setattr(dues, "tellers", [*others, lambda request, today: gaps])
    assert counts(told(staff)["Not in Spanish yet"]) == {"Guides": 9}


def test_who_may_see_help_lines_alone_is_told_of_those_alone(django_user_model, some_of_each):
    ed = django_user_model.objects.create_user("ed", password="x", is_staff=True)
    ed.user_permissions.set(Permission.objects.filter(codename="change_helpline"))
    browser = Client()
    browser.force_login(ed)
    words = {word for parts in told(browser).values() for word in parts}
    assert words and all("ine" in word and "Guides" not in word for word in words)


# Texts that readers see are asked of each kind of content once, to know which are not in Spanish.
KINDS_WITH_TEXTS = 18


def test_it_takes_few_questions(staff, django_assert_max_num_queries):
    staff.get("/admin/")
    with django_assert_max_num_queries(15 + KINDS_WITH_TEXTS):
        staff.get("/admin/")
