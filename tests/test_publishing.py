"""Publishing: a draft never shows, nothing is lost, and an emergency page takes two people."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from hrapp import publishing
from hrapp.models import Version
from principles.models import Fact, Guide, Principle, Source
from resources.models import Need, NeedGroup

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

IN_A_YEAR = timezone.localdate() + timedelta(days=365)


@pytest.fixture
def source():
    return Source.objects.create(key="S10", title="Naloxone", publisher="Tacoma", dated="2024")


def dated(**more):
    return {"checked_on": timezone.localdate(), "review_due": IN_A_YEAR, **more}


@pytest.fixture
def guide(source):
    """A public guide of one fact."""
    guide = Guide.objects.create(slug="sharps", title="Sharps", purpose="Put them away.", **dated())
    fact = Fact.objects.create(guide=guide, order=1, text="Use a hard box.")
    fact.sources.add(source)
    publishing.came_with_the_site(guide)
    return Guide.objects.get()


@pytest.fixture
def principle(source):
    principle = Principle.objects.create(number=1, text="Accepts", plain="The old line.", **dated())
    principle.sources.add(source)
    publishing.came_with_the_site(principle)
    return Principle.objects.get()


@pytest.fixture
def second(django_user_model):
    """Another member of staff, who may publish."""
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    return browser


def act(browser, thing, ends):
    meta = thing._meta
    return browser.post(f"/admin/{meta.app_label}/{meta.model_name}/{thing.pk}/{ends}", follow=True)


def page(client, address):
    return client.get(address).content.decode()


def test_an_edit_changes_nothing_for_readers_until_it_is_published(client, staff, screen, guide):
    screen(guide).save(title="Needles and sharps")
    assert "Needles and sharps" not in page(client, "/learn/sharps/")
    assert "Needles and sharps" not in page(client, "/learn/")
    act(staff, guide, "publish/")
    assert "Needles and sharps" in page(client, "/learn/sharps/")


def test_rows_of_a_draft_never_show_until_it_is_published(client, staff, screen, guide):
    screen(guide).save(**{"facts-0-text": "Use a hard plastic box."})
    assert "Use a hard box." in page(client, "/learn/sharps/")
    assert "plastic" not in page(client, "/learn/sharps/")
    act(staff, guide, "publish/")
    assert "Use a hard plastic box." in page(client, "/learn/sharps/")


def test_a_row_added_and_one_taken_out_are_published_together(client, staff, screen, guide, source):
    form = screen(guide)
    new = {"facts-TOTAL_FORMS": "2", "facts-1-order": "2", "facts-1-kind": "fact"}
    new |= {"facts-1-id": "", "facts-1-guide": str(guide.pk)}
    new |= {"facts-1-text": "Stop at three quarters.", "facts-1-sources": [source.pk]}
    form.save(**new, **{"facts-0-DELETE": "on"})
    assert Fact.objects.get().text == "Use a hard box."
    act(staff, guide, "publish/")
    assert Fact.objects.get().text == "Stop at three quarters."
    assert list(Fact.objects.get().sources.all()) == [source]


def test_the_draft_is_what_the_screen_shows_again(screen, guide):
    screen(guide).save(title="Needles", **{"facts-0-text": "A hard box."})
    shown = screen(guide).shown()
    assert (shown["title"], shown["facts-0-text"]) == (["Needles"], ["A hard box."])


def test_a_new_guide_shows_to_nobody_until_it_is_published(client, staff, screen, source):
    rows = {"facts-TOTAL_FORMS": "1", "facts-0-order": "1", "facts-0-kind": "fact"}
    rows |= {"facts-0-text": "Rest.", "facts-0-sources": [source.pk]}
    rows |= {"checked_on": date.today().isoformat(), "review_due": IN_A_YEAR.isoformat()}
    screen(Guide).save(title="Sleep", slug="sleep", purpose="Rest.", **rows)
    made = Guide.objects.get(slug="sleep")
    assert client.get("/learn/sleep/").status_code == 404
    assert "Sleep" not in page(client, "/learn/")
    act(staff, made, "publish/")
    assert "Rest." in page(client, "/learn/sleep/")


def test_what_was_never_public_is_saved_again_and_its_address_may_change(screen, source):
    screen(Guide).save(title="Sleep", slug="slep", purpose="Rest.")
    screen(Guide.objects.get()).save(title="Sleep well")
    screen(Guide.objects.get()).save(slug="sleep")
    assert Guide.objects.get().slug == "sleep"


def test_preview_is_the_readers_own_page_and_leaves_nothing(client, staff, screen, guide):
    screen(guide).save(**{"facts-0-text": "A hard plastic box."})
    seen = staff.get(f"/admin/principles/guide/{guide.pk}/preview/").content.decode()
    assert "A hard plastic box." in seen and "Only staff see this" in seen
    assert "plastic" not in page(client, "/learn/sharps/")
    taken_away = seen.split('<p class="warn" role="status">')[0]
    assert taken_away in page(client, "/learn/sharps/")


def test_a_reader_cannot_see_a_preview(client, guide):
    assert client.get(f"/admin/principles/guide/{guide.pk}/preview/").status_code == 302


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"review_due": ""}, "by which day it has to be checked again"),
        ({"review_due": "2026-01-01"}, "The day to check it again has passed"),
        ({"checked_on": ""}, "on which day it was checked"),
        ({"checked_on": "2999-01-01"}, "has not come yet"),
        ({"facts-0-sources": []}, "Name at least one source"),
    ],
)
def test_what_is_not_ready_is_refused_in_words(client, staff, screen, guide, typed, said):
    screen(guide).save(title="Needles", **typed)
    answer = act(staff, guide, "publish/").content.decode()
    assert said in answer
    assert 'value="Needles"' in answer
    assert "Needles" not in page(client, "/learn/sharps/")


def test_a_fact_without_a_source_is_named(staff, screen, guide, source):
    new = {"facts-TOTAL_FORMS": "2", "facts-1-order": "2", "facts-1-kind": "fact"}
    screen(guide).save(**new, **{"facts-1-text": "Bare fact.", "facts-1-id": ""})
    assert "“Bare fact.”" in act(staff, guide, "publish/").content.decode()


def test_a_draft_that_names_a_removed_need_is_refused(client, staff, screen, guide, source):
    screen(guide).save(title="Needles")
    draft = publishing.draft_of(guide)
    Version.objects.filter(pk=draft.pk).update(content=with_need(draft.content, "gone-need"))
    answer = act(staff, guide, "publish/").content.decode()
    assert "no longer there" in answer and "gone-need" in answer
    seen = staff.get(f"/admin/principles/guide/{guide.pk}/preview/")
    assert seen.status_code == 200 and "Needles" in seen.content.decode()
    assert "Needles" not in page(client, "/learn/sharps/")


def test_a_draft_that_names_a_removed_need_can_still_be_edited(staff, screen, guide, db):
    group = NeedGroup.objects.create(slug="g", label="G")
    need = Need.objects.create(id="gone-need", group=group, label="Gone")
    Guide.objects.update(edition=0)
    screen(guide).save(title="Needles", needs=[need.pk])
    need.delete()
    screen(guide).save(title="Points")
    assert publishing.why_not(publishing.draft_of(guide), by=None) == []


def with_need(content, need):
    content[0]["fields"]["needs"] = [need]
    return content


def test_an_emergency_page_takes_a_second_person(client, staff, second, screen, guide):
    Guide.objects.update(is_emergency=True)
    screen(guide).save(title="Act now")
    assert "somebody who did not write it" in act(staff, guide, "publish/").content.decode()
    assert "Act now" not in page(client, "/learn/sharps/")
    act(second, guide, "publish/")
    assert "Act now" in page(client, "/learn/sharps/")


def test_calling_it_no_emergency_does_not_get_round_the_second_person(staff, screen, guide):
    Guide.objects.update(is_emergency=True)
    form = screen(guide)
    sent = {name: value for name, value in form.shown().items() if name != "is_emergency"}
    staff.post(form.address, sent | {"title": "Act now", "_save": "Save"})
    assert "somebody who did not write it" in act(staff, guide, "publish/").content.decode()


def test_who_may_not_publish_can_still_write(client, guide, django_user_model, screen):
    ed = django_user_model.objects.create_user("ed", password="x", is_staff=True)
    ed.user_permissions.set(Permission.objects.filter(content_type__app_label="principles"))
    browser = Client()
    browser.force_login(ed)
    screen(guide, browser).save(title="Needles")
    assert act(browser, guide, "publish/").status_code == 403
    assert "Needles" not in page(client, "/learn/sharps/")


def test_every_version_is_kept_compared_and_brought_back(client, staff, screen, principle):
    screen(principle).save(plain="The new line.", why="Plainer")
    act(staff, principle, "publish/")
    assert "The new line." in page(client, "/harm-reduction/1/")
    listed = staff.get("/admin/principles/principle/1/history/").content.decode()
    assert "Plainer" in listed and "came with the site" in listed
    compared = staff.get("/admin/principles/principle/1/version/2/").content.decode()
    assert "<del>old</del>" in compared and "<ins>new</ins>" in compared
    first = staff.get("/admin/principles/principle/1/version/1/preview/")
    assert first.status_code == 200 and "The old line." in first.content.decode()
    act(staff, principle, "version/1/bring-back/")
    assert "The new line." in page(client, "/harm-reduction/1/")
    act(staff, principle, "publish/")
    assert "The old line." in page(client, "/harm-reduction/1/")
    assert [version.number for version in Version.objects.newest_first()] == [3, 2, 1]


def test_two_people_at_once_lose_nothing(client, staff, second, screen, guide):
    mine, theirs = screen(guide), screen(guide, second)
    theirs.save(title="Bo’s title")
    refused = mine.send(title="Ana’s title")
    said = refused.content.decode()
    assert "bo saved this while you were writing" in said
    assert "Bo’s title" in said and "Ana’s title" in said
    assert Version.objects.count() == 2
    mine.read(refused.content).save()
    assert Version.objects.newest_first()[0].content[0]["fields"]["title"] == "Ana’s title"
    assert Version.objects.newest_first()[1].content[0]["fields"]["title"] == "Bo’s title"


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "![a](https://example.org/spy.png)",
        '<img src="https://example.org/spy.png" onerror="alert(1)">',
    ],
)
def test_markup_is_shown_as_it_was_typed(client, staff, screen, guide, typed):
    screen(guide).save(**{"facts-0-text": typed})
    act(staff, guide, "publish/")
    shown = BeautifulSoup(client.get("/learn/sharps/").content, "html.parser").main
    assert typed in shown.get_text()
    assert not shown.select("img, script, a[href*=javascript], a[href*=spy]")


def test_a_letter_that_turns_text_round_is_refused_with_its_line(screen, guide):
    answer = screen(guide).send(**{"facts-0-text": "Fine.\nNot \u202efine."})
    assert "Line 2 holds a letter that cannot be seen" in answer.content.decode()
    assert "Fine." in answer.content.decode()
    assert Version.objects.count() == 1


def test_a_megabyte_of_text_is_refused_in_words(screen, guide):
    answer = screen(guide).send(**{"facts-0-text": "x" * 1_000_000})
    assert answer.status_code == 200 and "at most 1000 characters" in answer.content.decode()
    assert Version.objects.count() == 1


def test_taking_a_page_off_is_one_persons_and_at_once(client, staff, guide):
    act(staff, guide, "take-off/")
    assert client.get("/learn/sharps/").status_code == 404


def test_a_form_that_is_refused_keeps_no_version_and_what_was_typed(staff, screen, guide):
    answer = screen(guide).send(title="", purpose="Still here.")
    assert "Still here." in answer.content.decode()
    assert Version.objects.count() == 1


def test_the_database_itself_keeps_versions_apart(guide):
    first = Version.objects.get()
    assert publishing.keep(first.content, by=None).number == 2


def test_what_has_to_agree_with_a_page_is_told_when_it_changes_for_readers(guide, monkeypatch):
    told = []
    monkeypatch.setattr(publishing, "afterwards", [told.append])
    draft = publishing.keep(publishing.content_of(guide), by=None)
    with publishing.as_if(draft):
        pass
    assert told == [], "a draft is nobody else's business"
    publishing.publish(draft, by=None)
    publishing.take_off(guide)
    assert told == [guide, guide]
