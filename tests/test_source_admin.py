"""Sources: what rests on one keeps it, and its words are what they seem."""

import pytest
from django.utils import timezone

from principles.models import Fact, Guide, Source

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
