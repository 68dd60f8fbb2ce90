"""An emergency page takes a second person, whichever way round somebody tries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hrapp import publishing
from principles.models import Fact, Guide, Source

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def guide():
    """A public emergency page of one fact."""
    today = timezone.localdate()
    dates = {"checked_on": today, "review_due": today + timedelta(days=90)}
    guide = Guide.objects.create(
        slug="first-aid", title="Overdose", purpose="Act.", is_emergency=True, **dates
    )
    fact = Fact.objects.create(guide=guide, order=1, text="Call 911.")
    fact.sources.add(Source.objects.create(key="S1", title="Naloxone"))
    publishing.came_with_the_site(guide)
    return Guide.objects.get()


@pytest.fixture
def act(staff, guide):
    def done(ends):
        address = f"/admin/principles/guide/{guide.pk}/{ends}/"
        return staff.post(address, follow=True).content.decode()

    return done


def test_taking_it_off_first_does_not_get_round_the_second_person(staff, screen, guide, act):
    act("take-off")
    form = screen(Guide.objects.get())
    sent = {name: value for name, value in form.shown().items() if name != "is_emergency"}
    staff.post(form.address, sent | {"title": "Wait and see", "_save": "Save"})
    assert "somebody who did not write it" in act("publish")
    assert not Guide.objects.get().is_public


def test_its_address_is_not_free_for_another_page_when_it_is_taken_off(staff, screen, guide, act):
    act("take-off")
    form = screen(Guide.objects.get())
    staff.post(form.address, form.shown() | {"slug": "old", "_save": "Save"})
    assert Guide.objects.get().slug == "first-aid"


def test_what_to_do_now_is_never_taken_off(guide, act):
    Guide.objects.update(slug="overdose")
    assert "This page stays" in act("take-off")
    assert Guide.objects.get().is_public
