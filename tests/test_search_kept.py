"""Search shows what is saved and published at once, and never what is not public."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from hrapp import publishing
from principles.models import Fact, Guide, Principle
from resources import documents, nearby
from resources.models import Document, HelpLine, Need, ServiceAtLocation, Word
from tests import given
from tests.reading import page, words
from tests.test_publishing import dated, guide, source  # noqa: F401  fixtures

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db


def found(client, typed):
    answer = client.post("/search/", {"words": typed})
    return [card.h2.get_text() for card in page(answer).select("ol.places > li")]


def all_that_is_kept():
    return str([*Document.objects.values_list(), *Word.objects.values_list()]).lower()


def all_that_ever_was():
    """The same, and on SQLite its text index, where words of old rows stay until it is merged."""
    kept = all_that_is_kept()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT block FROM resources_documentindex_data")
            kept += str(cursor.fetchall()).lower()
    return kept


def test_a_guide_is_found_once_it_is_published(client, guide):  # noqa: F811
    assert found(client, "hard box") == ["Sharps"]


def test_a_draft_is_not_found_before_somebody_publishes_it(client, guide):  # noqa: F811
    content = publishing.content_of(guide)
    content[0]["fields"]["title"] = "Zebrapoints"
    draft = publishing.keep(content, by=None)
    assert found(client, "zebrapoints") == []
    with publishing.as_if(draft):
        assert found(client, "zebrapoints") == []
    publishing.publish(draft, by=None)
    assert found(client, "zebrapoints") == ["Zebrapoints"]
    assert found(client, "hard box") == ["Zebrapoints"]


def test_what_is_taken_off_is_not_found(client, guide):  # noqa: F811
    publishing.take_off(guide)
    assert found(client, "hard box") == []
    assert "sharps" not in all_that_is_kept()


def test_a_guide_that_was_never_public_has_no_document(client):
    draft = Guide.objects.create(slug="quokka", title="Quokka", purpose="x", **dated())
    Fact.objects.create(guide=draft, order=1, text="Quokka words.")
    Principle.objects.create(number=9, text="Quokka", plain="Quokka.")
    documents.all_anew()
    assert "quokka" not in all_that_ever_was()


def test_a_new_search_word_of_a_need_is_found_at_once(screen, client, corner):
    need = Need.objects.get()
    assert screen(need).save(**{"synonyms-0-words": "quokkas"})
    assert found(client, "quokka") == ["New syringes"]
    assert screen(need).save(**{"synonyms-0-DELETE": "on"})
    assert found(client, "quokka") == []


def test_a_need_that_gets_another_place_in_the_list_is_still_found(screen, client, corner):
    assert screen(Need.objects.get()).save(order="7", label="Quokka points")
    assert found(client, "quokka points")[0] == "Quokka points"


def a_line():
    facts = {"tel": "988", "what_it_does": "Listens.", "source": "Its website"}
    return HelpLine.objects.create(name="Quokka Line", **facts)


def test_a_line_that_is_down_is_not_found(screen, client):
    line = a_line()
    assert screen(line).save()
    assert found(client, "quokka line") == ["Quokka Line"]
    assert screen(line).save(is_down="on")
    assert found(client, "quokka line") == []


def test_a_line_pulled_in_the_list_of_lines_is_gone_at_once(staff, screen, client):
    line = a_line()
    assert screen(line).save()
    sent = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": line.pk}
    sent |= {"form-0-is_down": "on", "_save": "Save"}
    assert staff.post("/admin/resources/helpline/", sent).status_code == 302
    assert found(client, "quokka line") == []


def test_a_line_that_is_deleted_is_gone_with_its_words(staff, screen, client):
    line = a_line()
    assert screen(line).save()
    staff.post(f"/admin/resources/helpline/{line.pk}/delete/", {"post": "yes"})
    assert "quokka" not in all_that_is_kept()


def test_a_new_name_of_a_place_is_found_and_the_old_one_is_not(screen, client, corner):
    assert found(client, "the corner boston") == ["The Corner"]
    assert screen(corner.service).save(name="Quokka House")
    assert found(client, "quokka house") == ["Quokka House"]
    assert found(client, "the corner") == []


def test_a_group_that_changes_its_name_is_found_by_it(screen, client, corner):
    assert screen(corner.service.organization).save(name="Quokka Coalition")
    assert found(client, "quokka coalition") == ["The Corner"]


def test_a_service_that_is_deleted_leaves_no_word(staff, client, corner):
    staff.post(f"/admin/resources/service/{corner.service.pk}/delete/", {"post": "yes"})
    assert not ServiceAtLocation.objects.exists()
    assert found(client, "the corner") == []
    assert "corner" not in all_that_is_kept()


HIDING = [
    {"do_not_list": True},
    {"status": "inactive"},
    {"status": "defunct"},
    {"status": "temporarily closed"},
    {"visibility": "hidden"},
]


def test_no_hidden_place_is_in_any_answer(client):
    """Fifty of them, each with words of its own in every field: nothing is found or kept."""
    given.content()
    for number in range(50):
        place = given.service(
            f"Qzname{number}x House",
            description=f"Qzabout{number}x",
            street=f"{number} Qzstreet{number}x",
            city=f"Qzcity{number}x",
            at=given.SOUTH_END,
            found=False,
            **HIDING[number % len(HIDING)],
        )
        given.index(place)
    call_command("reindex", "--all", stdout=StringIO())
    assert "qz" not in all_that_ever_was()
    for number in range(50):
        for field in ("name", "about", "street", "city"):
            typed = f"qz{field}{number}x house"
            answer = client.post("/search/", {"words": typed})
            told = words(answer).lower()
            assert f"qz{field}" not in told and not page(answer).select("a[href*='/service/']")


def test_a_place_that_becomes_hidden_is_gone_with_its_words(screen, client, corner):
    assert found(client, "the corner") == ["The Corner"]
    assert screen(corner.location).save(visibility="hidden")
    assert found(client, "the corner") == []
    assert "corner" not in all_that_is_kept()
    assert "corner" not in words(client.post("/search/", {"words": "cornr"})).lower()


def test_a_place_shown_as_an_area_is_found_by_its_area_alone(client):
    given.areas()
    given.service("Quiet House", visibility="area", area="boston-ma", city="Qzcity", street="")
    assert found(client, "quiet house, boston") == ["Quiet House"]
    answer = client.post("/search/", {"words": "quiet house qzcity"})
    assert "qzcity" not in words(answer).lower()
    assert "qzcity" not in all_that_ever_was()


def test_when_the_documents_cannot_be_kept_nothing_is_saved(screen, client, corner, monkeypatch):
    def broken(*args):
        raise IntegrityError

    monkeypatch.setattr(documents, "keep", broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        screen(corner.service).save(name="Quokka House")
    monkeypatch.undo()
    assert found(client, "the corner") == ["The Corner"]


def test_words_are_counted_as_the_documents_have_them(client, corner):
    given.service("Corner Van", at=given.SOUTH_END)
    assert counts() == counted()
    given.service("Corner Bus", at=given.SOUTH_END, do_not_list=True)
    nearby.reindex_all()
    documents.forget("place", [corner.place.pk])
    assert counts() == counted() and counts()["corner"] == 1
    documents.all_anew()
    assert counts() == counted() and counts()["corner"] == 2


def counts():
    return dict(Word.objects.values_list("word", "count"))


def counted():
    told = {}
    for text in Document.objects.values_list("words", flat=True):
        for word in set(text.split()) - {"|"}:
            told[word] = told.get(word, 0) + 1
    return told


def test_after_an_upgrade_all_are_made_anew(client, corner):
    documents.all_anew()
    Document.objects.filter(kind="place").update(made_by="older", words="", title="Old")
    call_command("reindex", stdout=StringIO())
    assert found(client, "the corner") == ["The Corner"]
    assert counts() == counted()
