"""Sources and needs: what rests on one keeps it, and their words are what they seem."""

import pytest
from django.utils import timezone

from principles.models import Fact, Guide, Source
from resources.models import HelpLine, Need, NeedGroup

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return Source.objects.create(key="S10", title="Naloxone", checked_on=timezone.localdate())


def delete(staff, source):
    return staff.post(f"/admin/principles/source/{source.pk}/delete/", {"post": "yes"})


def test_a_source_that_something_rests_on_cannot_be_deleted(staff, source):
    guide = Guide.objects.create(slug="sharps", title="Sharps", purpose="Put them away.")
    Fact.objects.create(guide=guide, text="Use a hard box.").sources.add(source)
    assert delete(staff, source).status_code == 403
    assert Fact.objects.get().sources.get() == source


def test_a_source_that_nothing_rests_on_can_be_deleted(staff, source):
    assert delete(staff, source).status_code == 302
    assert not Source.objects.exists()


def test_its_words_hold_no_letter_that_cannot_be_seen(screen, source):
    answer = screen(source).send(title="Nalo\u202exone")
    assert "Line 1 holds a letter that cannot be seen" in answer.content.decode()


def test_a_need_that_a_guide_names_cannot_be_deleted(staff):
    group = NeedGroup.objects.create(slug="g", label="G")
    need = Need.objects.create(id="alerts", group=group, label="Bad batch alerts")
    guide = Guide.objects.create(slug="sharps", title="Sharps", purpose="Put them away.")
    guide.needs.add(need)
    where = "/admin/resources/need/alerts/delete/"
    assert staff.post(where, {"post": "yes"}).status_code == 403
    guide.needs.clear()
    assert staff.post(where, {"post": "yes"}).status_code == 302


def test_a_help_line_holds_no_letter_that_cannot_be_seen(screen, db):
    line = HelpLine.objects.create(name="A line", tel="988", what_it_does="Talks", source="Us")
    answer = screen(line).send(what_it_does="Talks\u202e.")
    assert "Line 1 holds a letter that cannot be seen" in answer.content.decode()
    assert "Talks\u202e." in answer.content.decode()
