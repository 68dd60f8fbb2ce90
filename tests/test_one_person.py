"""Where one person runs the program alone: what they publish says that one person checked it."""

import pytest
from django.db import OperationalError
from django.test import Client

from principles import overdose
from principles.models import Guide
from tests import shipped
from tests.reading import words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

SAID = "Checked by one person."
MINE = "Shout their name."


guide = shipped.guide


@pytest.fixture
def second(django_user_model):
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    return browser


@pytest.fixture
def alone(settings):
    settings.ONE_PERSON = True


def publish(browser, guide):
    address = f"/admin/principles/guide/{guide.pk}/publish/"
    return browser.post(address, follow=True).content.decode()


def read(client):
    return [words(client.get(address)) for address in ("/now/", "/learn/overdose/")]


def test_a_fresh_clone_asks_for_two():
    from django.conf import settings

    assert settings.ONE_PERSON is False


def test_what_one_person_wrote_and_published_says_so_on_both_pages(
    client, staff, screen, guide, alone
):
    assert not any(SAID in told for told in read(client)), "what came with the site is nobody’s"
    screen(guide).save(**{"steps-0-do": MINE})
    shown = staff.get(f"/admin/principles/guide/{guide.pk}/change/").content.decode()
    assert "readers are told: checked by one person" in shown
    assert "Published. Readers see it now." in publish(staff, guide)
    assert all(MINE in told and SAID in told for told in read(client))
    listed = staff.get(f"/admin/principles/guide/{guide.pk}/history/").content.decode()
    assert listed.count("Checked by one person") == 1


def test_switching_the_setting_off_later_hides_nothing(client, staff, screen, guide, settings):
    settings.ONE_PERSON = True
    screen(guide).save(**{"steps-0-do": MINE})
    publish(staff, guide)
    settings.ONE_PERSON = False
    overdose.made.cache_clear()
    assert all(SAID in told for told in read(client))
    screen(guide).save(**{"steps-0-do": "Shake them."})
    assert "somebody who did not write it" in publish(staff, guide)
    assert all(MINE in told and SAID in told for told in read(client))


def test_the_page_that_is_kept_says_it_too_and_so_does_the_last_one_without_a_database(
    client, staff, screen, guide, alone, monkeypatch
):
    screen(guide).save(**{"steps-0-do": MINE})
    publish(staff, guide)
    first = client.get("/now/").content
    kept = overdose.made.cache_info().hits
    assert client.get("/now/").content == first and overdose.made.cache_info().hits == kept + 1
    assert SAID in first.decode()

    def fail(**named):
        raise OperationalError("no database")

    monkeypatch.setattr(overdose, "edition_of", fail)
    assert client.get("/now/").content == first


def test_a_second_person_who_publishes_clears_it(client, staff, second, screen, guide, alone):
    screen(guide).save(**{"steps-0-do": MINE})
    publish(staff, guide)
    assert all(SAID in told for told in read(client))
    screen(guide).save(why="Look at it, please")
    publish(second, guide)
    assert all(MINE in told and SAID not in told for told in read(client))


def test_with_the_setting_on_a_page_that_two_people_saw_says_nothing(
    client, staff, second, screen, guide, alone
):
    screen(guide).save(**{"steps-0-do": MINE})
    publish(second, guide)
    assert all(MINE in told and SAID not in told for told in read(client))


def test_an_ordinary_page_never_says_it(client, staff, screen, guide, alone):
    sharps = Guide.objects.get(slug="sharps")
    screen(sharps).save(title="Points")
    publish(staff, sharps)
    told = words(client.get("/learn/sharps/"))
    assert "Points" in told and SAID not in told


def test_a_page_that_one_person_calls_no_emergency_any_more_says_it(
    client, staff, screen, guide, alone
):
    form = screen(guide)
    sent = {name: value for name, value in form.shown().items() if name != "is_emergency"}
    staff.post(form.address, sent | {"_save": "Save"})
    publish(staff, guide)
    assert not Guide.objects.get(slug="overdose").is_emergency
    assert all(SAID in told for told in read(client))


def test_a_version_brought_back_by_its_publisher_is_one_persons_again(
    client, staff, second, screen, guide, alone
):
    screen(guide).save(**{"steps-0-do": MINE})
    publish(second, guide)
    staff.post(f"/admin/principles/guide/{guide.pk}/version/1/bring-back/")
    publish(staff, guide)
    assert all(MINE not in told and SAID in told for told in read(client))
