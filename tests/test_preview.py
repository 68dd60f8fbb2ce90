"""Preview: staff see each page that a draft will change, and readers see none of it."""

import pytest
from django.db import OperationalError

from hrapp import publishing
from principles import overdose
from principles.models import Guide, Source
from tests import shipped
from tests.reading import page, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

DRAFTED = "Shout their name."


guide = shipped.guide


@pytest.fixture
def drafted(guide, screen):
    screen(guide).save(**{"steps-0-do": DRAFTED})
    return f"/admin/principles/guide/{guide.pk}"


def without_the_strip(response):
    shown = page(response)
    for strip in shown.select("header + p[role=status]"):
        strip.decompose()
    return " ".join(str(shown).split())


def test_a_draft_of_the_overdose_guide_is_seen_as_both_of_its_pages(staff, drafted):
    screen = page(staff.get(f"{drafted}/change/"))
    links = [link["href"] for link in screen.select(".object-tools a")]
    assert {"../preview/now/", "../preview/all/"} <= set(links)
    for name, address, title in (
        ("now", "/now/", "What to do now"),
        ("all", "/learn/overdose/", "Overdose"),
    ):
        shown = staff.get(f"{drafted}/preview/{name}/")
        strip = words(page(shown).select_one("header + p[role=status]"))
        assert "Only staff see this: version 2" in strip and f"get it at {address}." in strip
        assert "Readers do not see this version now." in strip
        assert title in page(shown).title.text and DRAFTED in words(page(shown).main)
        assert "no-store" in shown["Cache-Control"]


def test_each_preview_leads_to_the_other_and_back(staff, drafted):
    links = page(staff.get(f"{drafted}/preview/now/")).select("header + p[role=status] a")
    assert [staff.get(link["href"]).status_code for link in links] == [200, 200]
    assert links[0]["href"].endswith("/version/2/preview/all/")


def test_the_preview_is_the_page_that_readers_get_once_it_is_published(staff, client, drafted):
    seen = without_the_strip(staff.get(f"{drafted}/preview/now/"))
    publishing.publish(publishing.draft_of(Guide.objects.get(slug="overdose")), by=None)
    assert seen == without_the_strip(client.get("/now/"))


def test_a_preview_is_kept_for_no_reader_with_a_database_or_without(
    staff, client, drafted, monkeypatch
):
    for name in ("now", "all"):
        assert DRAFTED in staff.get(f"{drafted}/preview/{name}/").content.decode()
    assert overdose.made.cache_info().currsize == 0 and overdose.last_made == {}
    before = client.get("/now/").content.decode()
    assert DRAFTED not in before and DRAFTED not in client.get("/learn/overdose/").content.decode()
    assert DRAFTED in staff.get(f"{drafted}/preview/now/").content.decode()

    def fail(**named):
        raise OperationalError("no database")

    monkeypatch.setattr(overdose, "edition_of", fail)
    assert client.get("/now/").content.decode() == before


def test_a_page_made_for_a_preview_is_made_anew_for_readers(staff, client, drafted):
    """A draft has its number before it is published: a page kept by it would be the preview's."""
    staff.get(f"{drafted}/preview/all/")
    publishing.publish(publishing.draft_of(Guide.objects.get(slug="overdose")), by=None)
    Source.objects.update(title="Made anew.")
    assert "Made anew." in client.get("/learn/overdose/").content.decode()


def test_a_database_that_just_failed_does_not_hide_the_draft(staff, drafted, monkeypatch):
    monkeypatch.setattr(overdose, "left_alone_until", float("inf"))
    assert DRAFTED in staff.get(f"{drafted}/preview/now/").content.decode()


def test_an_old_version_is_seen_as_both_pages_too(staff, drafted):
    shown = page(staff.get(f"{drafted}/version/1/"))
    links = [link["href"] for link in shown.select("a.button")]
    assert [link.rsplit("/", 2)[1] for link in links] == ["now", "all"]
    old = staff.get(links[0])
    assert DRAFTED not in old.content.decode()
    assert "Readers see this version now." in page(old).select_one("p[role=status]").text


def test_another_guide_has_no_page_for_now(staff, guide):
    sharps = Guide.objects.get(slug="sharps")
    assert staff.get(f"/admin/principles/guide/{sharps.pk}/preview/now/").status_code == 404
    assert staff.get(f"/admin/principles/guide/{sharps.pk}/preview/all/").status_code == 200
