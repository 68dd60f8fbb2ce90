"""Two versions compared, as staff read it: which row, by its words; what came; what went."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from hrapp import publishing
from hrapp.comparing import by_words
from principles.models import CaseNeed, CaseStudy, Fact, Guide, Source, Step
from resources.models import Need, NeedGroup

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

LONG = "Put used points in a hard box with a lid that is shut, and keep it away from children."


@pytest.fixture
def source():
    return Source.objects.create(key="S10", title="Naloxone")


@pytest.fixture
def guide(source):
    """A public guide of two facts and a step."""
    today = timezone.localdate()
    dates = {"checked_on": today, "review_due": today + timedelta(days=90)}
    guide = Guide.objects.create(slug="sharps", title="Sharps", purpose="Put them away.", **dates)
    for order, text in enumerate(["Use a hard box.", LONG], start=1):
        Fact.objects.create(guide=guide, order=order, text=text).sources.add(source)
    Step.objects.create(guide=guide, order=1, do="Stop.", how="Look.")
    publishing.came_with_the_site(guide)
    return Guide.objects.get()


def compared(browser, guide, number=2):
    """{heading: (what went, what came)}"""
    address = f"/admin/principles/guide/{guide.pk}/version/{number}/"
    shown = BeautifulSoup(browser.get(address).content, "html.parser").select_one("dl.compared")
    return {
        dt.get_text(): tuple(
            " ".join(one.get_text() for one in dd.select(tag)) for tag in ("del", "ins")
        )
        for dt, dd in zip(shown.select("dt"), shown.select("dd"), strict=True)
    }


def test_a_fact_and_a_step_are_named_by_their_words(staff, screen, guide):
    screen(guide).save(**{"facts-0-text": "Use a steel box.", "steps-0-how": "Listen."})
    assert compared(staff, guide) == {
        "fact “Use a hard box.”: words": ("hard", "steel"),
        "step “Stop.”: how": ("Look.", "Listen."),
    }


def test_a_long_fact_is_named_by_its_first_words(staff, screen, guide):
    screen(guide).save(**{"facts-1-order": "9"})
    (heading,) = compared(staff, guide)
    assert heading.startswith("fact “Put used points in a hard box") and len(heading) < 90


def test_the_thing_itself_needs_no_name(staff, screen, guide):
    screen(guide).save(title="Points")
    assert compared(staff, guide) == {"guide: title": ("Sharps", "Points")}


def test_rows_that_came_and_went_are_told_with_all_they_say(staff, screen, guide, source):
    new = {"facts-TOTAL_FORMS": "3", "facts-2-order": "3", "facts-2-kind": "caution"}
    new |= {"facts-2-id": "", "facts-2-guide": str(guide.pk), "facts-2-sources": [source.pk]}
    screen(guide).save(**new, **{"facts-2-text": "No glass.", "facts-0-DELETE": "on"})
    told = compared(staff, guide)
    assert set(told) == {"fact “Use a hard box.”, taken out", "fact “No glass.”, added"}
    went, came = told["fact “Use a hard box.”, taken out"]
    assert "words: Use a hard box." in went and came == ""
    went, came = told["fact “No glass.”, added"]
    assert went == "" and "kind: Take care" in came and "sources: S10: Naloxone" in came


def test_what_is_filled_in_or_emptied_is_told(staff, screen, guide):
    screen(guide).save(card_title="Act now", **{"steps-0-how": ""})
    assert compared(staff, guide) == {
        "guide: title of the card, added": ("", "Act now"),
        "step “Stop.”: how, taken out": ("Look.", ""),
    }


def test_no_key_of_a_row_is_shown(staff, screen, guide):
    screen(guide).save(**{"facts-0-text": "New.", "facts-1-DELETE": "on"})
    shown = staff.get(f"/admin/principles/guide/{guide.pk}/version/2/").content.decode()
    told = shown[shown.index('<dl class="compared">') : shown.index("</dl>")]
    assert not any(str(fact.pk) in told for fact in Fact.objects.all())


def test_days_and_yes_or_no_are_in_words(staff, screen, guide):
    screen(guide).save(checked_on="2026-03-09", is_emergency="on")
    told = compared(staff, guide)
    assert told["guide: checked against its sources on"][1].startswith("9 Mar")
    assert told["guide: emergency page"] == ("no", "yes")


def test_the_second_of_two_people_is_told_which_row_the_first_changed(
    screen, guide, django_user_model
):
    bo = Client()
    bo.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    mine = screen(guide)
    screen(guide, bo).save(**{"facts-0-text": "Bo’s box.", "facts-1-DELETE": "on"})
    refused = BeautifulSoup(mine.send(title="Mine").content, "html.parser")
    told = [one.get_text() for one in refused.select(".errorlist li li")]
    assert told[0] == "fact “Use a hard box.”: words: Bo’s box."
    assert told[1].startswith("fact “Put used points in a hard box") and "…”" in told[1]
    assert told[1].endswith("(taken out)")


def test_a_row_called_by_a_need_that_was_deleted_is_still_compared(staff):
    case = CaseStudy.objects.create(slug="a", title="A", person="A", story="S", credit="C")
    group = NeedGroup.objects.create(slug="g", label="G")
    need = Need.objects.create(id="bed", group=group, label="A bed")
    row = CaseNeed.objects.create(case=case, order=1, need=need)
    publishing.keep(publishing.content_of(case), by=None)
    row.delete()
    need.delete()
    publishing.keep(publishing.content_of(case), by=None)
    shown = staff.get(f"/admin/principles/casestudy/{case.pk}/version/2/")
    assert shown.status_code == 200 and "need, taken out" in shown.content.decode()


def test_a_line_that_was_broken_is_seen():
    assert by_words("One. Two.", "One.\nTwo.") == [("out", "One. Two."), ("in", "One.\nTwo.")]
    assert by_words("", "New words") == [("in", "New words")]


def test_days_are_written_in_one_way_on_all_screens(staff, screen, guide):
    Guide.objects.update(checked_on="2026-03-09")
    screen(Guide.objects.get()).save(
        title="Points", checked_on="2026-03-09", review_due="2027-01-02"
    )
    version = staff.get(f"/admin/principles/guide/{guide.pk}/version/2/").content.decode()
    listed = staff.get("/admin/principles/guide/").content.decode()
    history = staff.get(f"/admin/principles/guide/{guide.pk}/history/").content.decode()
    today = timezone.localtime().strftime("%b %Y, ")
    assert "9 Mar 2026" in listed and "2 Jan" in version and today in history
    assert "March 9" not in listed and "2027-01-02" not in version
