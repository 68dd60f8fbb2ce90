"""Publishing as staff meet it on a bad day: what is refused, in which words, and what is kept."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from hrapp import publishing
from hrapp.models import Version
from principles.models import Fact, Guide, Source, Step
from resources.models import Need, NeedGroup

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

OVERRIDE = "\u202e"


@pytest.fixture
def guide():
    """A public emergency page of one fact and one step."""
    today = timezone.localdate()
    dates = {"checked_on": today, "review_due": today + timedelta(days=90)}
    guide = Guide.objects.create(
        slug="sharps", title="Sharps", purpose="Act.", is_emergency=True, **dates
    )
    fact = Fact.objects.create(guide=guide, order=1, text="Use a hard box.")
    fact.sources.add(Source.objects.create(key="S1", title="Naloxone"))
    Step.objects.create(guide=guide, order=1, do="Stop.", how="Look.")
    publishing.came_with_the_site(guide)
    return Guide.objects.get()


@pytest.fixture
def second(django_user_model):
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    return browser


def pressed(browser, guide, screen):
    """Sends what the button on a screen opened earlier would send."""
    form = screen.select_one("form#publish")
    sent = {box["name"]: box.get("value", "") for box in form.select("input[name]")}
    address = f"/admin/principles/guide/{guide.pk}/publish/"
    return browser.post(address, sent, follow=True).content.decode()


def opened(browser, guide):
    address = f"/admin/principles/guide/{guide.pk}/change/"
    return BeautifulSoup(browser.get(address).content, "html.parser")


def test_what_is_published_is_what_was_looked_at(client, staff, second, screen, guide):
    """A version saved meanwhile was seen by nobody but its writer."""
    screen(guide).save(title="Points")
    looked_at = opened(second, guide)
    screen(guide).save(title="Do nothing")
    answer = pressed(second, guide, looked_at)
    assert "There is a newer version. Look at it first." in answer
    assert "Do nothing" not in client.get("/learn/sharps/").content.decode()
    assert "Published." in pressed(second, guide, opened(second, guide))
    assert "Do nothing" in client.get("/learn/sharps/").content.decode()


@pytest.mark.parametrize("number", ["0", "x", "9" * 30, "1\0", "2"])
def test_a_number_that_is_none_publishes_nothing(client, staff, second, screen, guide, number):
    screen(guide).save(title="Points")
    screen(guide).save(title="Do nothing")
    address = f"/admin/principles/guide/{guide.pk}/publish/"
    assert second.post(address, {"number": number}, follow=True).status_code == 200
    assert "Sharps" in client.get("/learn/sharps/").content.decode()


def test_a_second_tap_on_publish_says_that_it_is_done(second, screen, guide):
    screen(guide).save(title="Points")
    looked_at = opened(second, guide)
    pressed(second, guide, looked_at)
    answer = pressed(second, guide, looked_at)
    assert "This version was published before" in answer or "no draft" in answer
    assert Guide.objects.get().edition == 2


@pytest.mark.parametrize(
    "box", ["title", "purpose", "why", "facts-0-text", "steps-0-do", "steps-0-how", "signed_off_by"]
)
def test_text_turned_round_is_refused_in_every_box_and_nothing_typed_is_lost(screen, guide, box):
    typed = {"card_warn": "Still here.", box: f"Good{OVERRIDE}bad"}
    if box == "signed_off_by":
        typed["signed_off_on"] = timezone.localdate().isoformat()
    answer = screen(guide).send(**typed)
    shown = BeautifulSoup(answer.content, "html.parser")
    reasons = [one.get_text() for one in shown.select(".errorlist li")]
    assert answer.status_code == 200
    assert reasons == ["Line 1 holds a letter that cannot be seen. Type that line anew."]
    kept = screen(guide).read(answer.content).shown()
    assert kept["card_warn"] == ["Still here."] and kept[box] == [f"Good{OVERRIDE}bad"]
    assert Version.objects.count() == 1


def test_a_need_removed_while_somebody_writes_is_refused_with_all_that_was_typed(screen, guide):
    group = NeedGroup.objects.create(slug="g", label="G")
    need = Need.objects.create(id="bed", group=group, label="A bed")
    form = screen(guide)
    need.delete()
    answer = form.send(title="Points", needs=["bed"])
    shown = screen(guide).read(answer.content).shown()
    assert answer.status_code == 200 and shown["title"] == ["Points"]
    assert "bed" in BeautifulSoup(answer.content, "html.parser").select_one(".errorlist").text
    assert Version.objects.count() == 1


def test_a_source_removed_while_a_draft_waits_is_named_and_the_draft_is_there(
    client, staff, second, screen, guide
):
    extra = Source.objects.create(key="S2", title="Gone soon")
    screen(guide).save(title="Points", **{"facts-0-sources": ["S1", "S2"]})
    extra.delete()
    answer = pressed(second, guide, opened(second, guide))
    assert "no longer there" in answer and "S2" in answer and 'value="Points"' in answer
    assert "Points" not in client.get("/learn/sharps/").content.decode()


@pytest.mark.parametrize("size", [1_000_000, 3_000_000])
def test_a_megabyte_is_refused_in_words_in_a_row_and_in_a_title(screen, guide, size):
    for box in ("title", "steps-0-how", "facts-0-text", "why"):
        answer = screen(guide).send(**{box: "x" * size})
        assert answer.status_code in (200, 400, 413)
        assert "Ensure this value has at most" in answer.content.decode() or size > 2_500_000
    assert Version.objects.count() == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.example", "x"])
def test_a_source_leads_to_the_web_or_nowhere(staff, address):
    sent = {"key": "S9", "title": "T", "grade": "C", "url": address}
    answer = staff.post("/admin/principles/source/add/", sent)
    stored = Source.objects.filter(key="S9").first()
    assert stored is None or stored.url.startswith("https://")
    if stored is None:
        assert answer.status_code == 200 and "valid URL" in answer.content.decode()
        assert address in answer.content.decode()


def test_a_title_of_script_is_text_on_every_screen_of_staff(staff, second, screen, guide):
    typed = "<script>alert(1)</script>"
    mine = screen(guide)
    screen(guide, second).save(title=typed, why=typed, **{"facts-0-text": typed})
    base = f"/admin/principles/guide/{guide.pk}"
    pages = [
        *(staff.get(f"{base}/{end}/") for end in ("change", "history", "version/2", "preview")),
        mine.send(title="Mine"),
        staff.get("/admin/principles/guide/"),
    ]
    for page in pages:
        assert page.status_code == 200 and typed not in page.content.decode()


def test_two_people_who_change_different_rows_lose_nothing(staff, second, screen, guide):
    mine, theirs = screen(guide), screen(guide, second)
    theirs.save(**{"facts-0-text": "Bo’s box."})
    refused = mine.send(**{"steps-0-do": "Ana’s step."})
    said = refused.content.decode()
    assert "Bo’s box." in said and "Ana’s step." in said
    mine.read(refused.content).save()
    texts = [str(version.content) for version in Version.objects.newest_first()]
    assert "Ana’s step." in texts[0] and "Bo’s box." in texts[1]


def test_a_third_save_meanwhile_is_told_again(staff, second, screen, guide):
    mine = screen(guide)
    screen(guide, second).save(title="Bo’s first")
    refused = mine.send(title="Ana’s")
    screen(guide, second).save(title="Bo’s second")
    again = mine.read(refused.content).send()
    assert again.status_code == 200 and "Bo’s second" in again.content.decode()
    mine.read(again.content).save()
    titles = [one.content[0]["fields"]["title"] for one in Version.objects.newest_first()]
    assert titles == ["Ana’s", "Bo’s second", "Bo’s first", "Sharps"]
