"""Staff make a case study wholly on their screens: from a blank form to a reader's page."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from hrapp import publishing
from principles.models import CaseStudy, Harm, Intervention, Source
from tests import given

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
STORY = "Sam uses alone on Fridays. He has a bad cough."
CASE = {
    "title": "Sam’s story",
    "slug": "sam",
    "person": "Sam",
    "story": STORY,
    "credit": "A volunteer",
    "last_words": "There is no one right answer.",
    "checked_on": TODAY.isoformat(),
    "review_due": (TODAY + timedelta(days=90)).isoformat(),
}


def rows(prefix, *told):
    """What the form sends for new rows of one kind."""
    sent = {f"{prefix}-TOTAL_FORMS": str(len(told))}
    for number, row in enumerate(told):
        row = {"order": str(number + 1)} | row
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def clues():
    return rows(
        "clues",
        {"lens": "drug", "kind": "unknown", "text": "What does he use?"},
        {"lens": "set", "kind": "told", "text": "He coughs.", "quote": "He has a bad cough."},
        {"lens": "setting", "kind": "told", "text": "Alone.", "quote": "uses alone"},
    )


@pytest.fixture
def known():
    Source.objects.create(key="S1", title="A study", publisher="A school", dated="2024")
    given.need("spot_line")
    given.need("doctor")


@pytest.fixture
def first_draft(known, screen):
    """Everything but which help is for which harm: that is the second save."""
    harm = {"plain": "Nobody can help.", "severity": "3", "sources": ["S1"]}
    help_ = {"when": "now", "who": "self", "grade": "A", "sources": ["S1"]}
    screen(CaseStudy).save(
        **CASE,
        **clues(),
        **rows("harms", {"lens": "setting", "title": "Using alone", **harm}),
        **rows(
            "interventions",
            {"text": "He could call a line.", "needs": ["spot_line"], **help_},
            {"text": "He could see a doctor.", "needs": ["doctor"], **help_},
        ),
        **rows("case_needs", {"need": "spot_line"}, {"need": "doctor"}),
        **rows("first_words", {"say": "Who knows you use?", "why": "He is alone."}),
    )
    return CaseStudy.objects.get(slug="sam")


@pytest.fixture
def act(staff):
    def done(case, ends):
        return staff.post(f"/admin/principles/casestudy/{case.pk}/{ends}/", follow=True)

    return done


def ticks():
    return {"harms-0-helps": [str(one.pk) for one in Intervention.objects.in_order()]}


def page(client, address):
    return client.get(address).content.decode()


def test_staff_make_a_second_case_in_two_saves_and_a_reader_walks_it(
    client, first_draft, screen, act
):
    assert client.get("/case/sam/").status_code == 404
    screen(first_draft).save(**ticks())
    act(first_draft, "publish")
    assert STORY in page(client, "/case/sam/")
    assert "He has a bad cough." in page(client, "/case/sam/set/")
    assert "Using alone" in page(client, "/case/sam/harms/")
    assert "He could call a line." in page(client, "/case/sam/help/")
    assert "A school" in page(client, "/case/sam/help/")
    assert 'value="spot_line"' in page(client, "/case/sam/places/")
    assert "Sam’s story" in page(client, "/case/") and "Sam" in page(client, "/case/sam/all/")


def test_a_preview_shows_the_whole_case_not_its_first_page_alone(first_draft, screen, staff):
    screen(first_draft).save(**ticks())
    seen = page(staff, f"/admin/principles/casestudy/{first_draft.pk}/preview/")
    for words in (
        STORY,
        "He coughs.",
        "Using alone",
        "He could call a line.",
        "Who knows you use?",
    ):
        assert words in seen


def test_what_changed_is_said_by_name_and_not_by_its_key(first_draft, screen, staff):
    screen(first_draft).save(**ticks())
    compared = page(staff, f"/admin/principles/casestudy/{first_draft.pk}/version/2/")
    named = "harm “Using alone”: what could help"
    assert named in compared and "He could see a doctor." in compared
    first = page(staff, f"/admin/principles/casestudy/{first_draft.pk}/version/1/")
    told = BeautifulSoup(first, "html.parser").select_one(".compared").get_text()
    assert "S1: A study" in told and "can kill" in told
    assert str(first_draft.pk) not in told


def test_what_is_not_whole_is_refused_in_words(client, first_draft, act):
    said = act(first_draft, "publish").content.decode()
    assert "Nothing helps against this: “Using alone”" in said
    assert "This help is ticked at no harm: “He could call a line.”" in said
    assert client.get("/case/sam/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"interventions-0-sources": []}, "This help names no source"),
        ({"interventions-0-needs": []}, "This help names no need"),
        ({"harms-0-sources": []}, "This harm names no source"),
        ({"clues-1-quote": "He coughs a lot."}, "These words are not in the story"),
        ({"case_needs-1-need": "spot_line"}, "This need stands there twice"),
        ({"clues-2-lens": "set"}, "Say what is known, or not known, of: Setting"),
    ],
)
def test_what_is_missing_is_named(first_draft, screen, act, typed, said):
    screen(first_draft).save(**ticks() | typed)
    assert said in act(first_draft, "publish").content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"clues-0-quote": "uses alone"},
        {"clues-1-quote": ""},
        {"harms-0-helps": ["00000000-0000-4000-8000-000000000000"]},
        {"harms-0-helps": ["\0"]},
    ],
)
def test_what_cannot_be_is_refused_and_kept_as_typed(first_draft, screen, typed):
    answer = screen(first_draft).send(**{"title": "Still here"}, **typed)
    assert answer.status_code == 200 and "Still here" in answer.content.decode()


def test_no_case_takes_the_address_of_ones_own_evening(known, screen):
    answer = screen(CaseStudy).send(**CASE | {"slug": "own"})
    assert "Another page has this address" in answer.content.decode()


def test_help_that_is_ticked_can_be_taken_out_in_the_draft(client, first_draft, screen, act):
    screen(first_draft).save(**ticks())
    act(first_draft, "publish")
    screen(first_draft).save(**{"interventions-1-DELETE": "on"})
    assert "see a doctor" in page(client, "/case/sam/help/")
    act(first_draft, "publish")
    assert "see a doctor" not in page(client, "/case/sam/help/")
    assert [one.text for one in Harm.objects.get().helps.all()] == ["He could call a line."]


def test_a_harm_ticks_help_of_its_own_case_alone(first_draft, screen):
    other = CaseStudy.objects.create(slug="x", title="X", person="X", story="X", credit="X")
    Intervention.objects.create(case=other, text="Not his.")
    assert "Not his." not in str(screen(first_draft).form)


def test_the_case_that_ships_is_whole_and_its_screen_saves_again(screen, db):
    from django.core.management import call_command

    given.content()
    call_command("load_principles", verbosity=0)
    jessica = CaseStudy.objects.get(slug="jessica")
    assert publishing.lacking(jessica, TODAY) == []
    screen(jessica).save(title="Jessica’s evening")
    assert publishing.why_not(publishing.draft_of(jessica), by=None) == []
