"""A Spanish text of an emergency page is seen by two people, in whichever order things happen."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hrapp import phrases, publishing
from hrapp.models import Phrase
from principles.models import Fact, Guide, Source
from tests.reading import words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

ENGLISH, SPANISH = "Wait for help.", "No hagas nada."
TWO_LINES, TWO_SAID = "Call 911.\r\nStay.", "Vete."


@pytest.fixture(autouse=True)
def asked_anew():
    phrases.forget()
    yield
    phrases.forget()


@pytest.fixture
def guide():
    """A public emergency page of one fact."""
    today = timezone.localdate()
    dates = {"checked_on": today, "review_due": today + timedelta(days=90)}
    guide = Guide.objects.create(
        slug="overdose", title="Overdose", purpose="Act.", is_emergency=True, **dates
    )
    fact = Fact.objects.create(guide=guide, order=1, text="Call 911.")
    fact.sources.add(Source.objects.create(key="S1", title="Naloxone"))
    publishing.came_with_the_site(guide)
    return Guide.objects.get()


@pytest.fixture
def second(django_user_model):
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    return browser


def write(browser, english=ENGLISH, said=SPANISH):
    """Adds the Spanish of a text, or changes it."""
    there = Phrase.objects.of("es", english).first()
    sent = {"language": "es", "english": english, "said": said}
    address = f"{there.pk}/change" if there else "add"
    assert browser.post(f"/admin/hrapp/phrase/{address}/", sent).status_code == 302
    return Phrase.objects.of("es", english).get()


def let(browser, phrase):
    sent = {"action": "let_readers_see", "_selected_action": [phrase.pk]}
    return browser.post("/admin/hrapp/phrase/", sent, follow=True).content.decode()


def draft(screen, english=ENGLISH, **more):
    screen(Guide.objects.get()).save(**{"facts-0-text": english, **more})


def publish(browser):
    guide = Guide.objects.get()
    browser.post(f"/admin/principles/guide/{guide.pk}/publish/")
    assert publishing.draft_of(guide) is None


def is_english(client, english=ENGLISH, said=SPANISH):
    """Which of the two readers of the Spanish page are shown."""
    told = words(client.get("/es/learn/overdose/"))
    assert (english in told) != (said in told)
    return english in told


def test_spanish_first_then_the_draft_then_it_is_published(client, staff, second, screen, guide):
    phrase = write(staff)
    draft(screen)
    publish(second)
    assert is_english(client)
    assert "A second person has to do that" in let(staff, phrase)
    assert is_english(client)
    let(second, phrase)
    assert not is_english(client)


def test_the_draft_first_then_spanish_then_it_is_published(client, staff, second, screen, guide):
    draft(screen)
    phrase = write(staff)
    publish(second)
    assert is_english(client)
    let(second, phrase)
    assert not is_english(client)


def test_published_first_then_spanish(client, staff, second, screen, guide):
    draft(screen)
    publish(second)
    phrase = write(staff)
    assert is_english(client)
    let(second, phrase)
    assert not is_english(client)


def test_what_a_second_person_let_readers_see_beforehand_stays(
    client, staff, second, screen, guide
):
    phrase = write(staff)
    let(second, phrase)
    draft(screen)
    publish(second)
    assert not is_english(client)


def test_what_was_seen_by_two_and_then_changed_is_one_persons_again(
    client, staff, second, screen, guide
):
    let(second, write(staff, said="Pide ayuda."))
    write(staff)
    draft(screen)
    publish(second)
    assert is_english(client)


def test_its_writer_lets_readers_see_it_while_it_is_on_no_emergency_page(
    client, staff, second, screen, guide
):
    draft(screen)
    publish(second)
    phrase = write(staff)
    draft(screen, "Call 911.")
    publish(second)
    let(staff, phrase)
    assert not Phrase.objects.get(pk=phrase.pk).held_back
    draft(screen)
    publish(second)
    assert is_english(client)


def test_an_ordinary_page_becomes_one_for_emergencies(client, staff, second, screen, guide):
    Guide.objects.update(is_emergency=False)
    publishing.came_with_the_site(Guide.objects.get())
    draft(screen)
    publish(staff)
    phrase = write(staff)
    assert not is_english(client)
    draft(screen, is_emergency="on")
    publish(second)
    assert is_english(client)
    let(second, phrase)
    assert not is_english(client)


def test_a_page_that_is_off_the_site_meanwhile(client, staff, second, screen, guide):
    staff.post(f"/admin/principles/guide/{guide.pk}/take-off/")
    write(staff)
    draft(screen)
    publish(second)
    assert is_english(client)


def test_a_text_of_two_lines_that_is_said_as_one(client, staff, second, screen, guide):
    draft(screen, TWO_LINES)
    publish(second)
    phrase = write(staff, TWO_LINES, TWO_SAID)
    assert is_english(client, "Stay.", TWO_SAID)
    let(second, phrase)
    assert not is_english(client, "Stay.", TWO_SAID)


def test_a_writer_who_left_is_still_only_one(
    client, staff, second, screen, guide, django_user_model
):
    write(second)
    django_user_model.objects.get(username="bo").delete()
    draft(screen)
    publishing.publish(publishing.draft_of(guide), by=None)
    assert is_english(client)


def test_words_that_came_with_the_site_are_nobodys(client, staff, second, screen, guide):
    Phrase.objects.create(language="es", english=ENGLISH, said=SPANISH)
    phrases.forget()
    draft(screen)
    publish(second)
    assert not is_english(client)


def test_what_one_person_hid_of_the_sites_own_words_is_shown_again(client, staff, screen, guide):
    phrase = Phrase.objects.create(language="es", english="Act.", said="Actúa.", held_back=True)
    let(staff, phrase)
    assert "Actúa." in words(client.get("/es/learn/overdose/"))


def test_a_process_that_knows_the_spanish_from_before_asks_again(
    client, staff, second, screen, guide, monkeypatch
):
    """The page of a new version is made there, too, in the minute in which it knows no better."""
    phrase = write(staff)
    draft(screen)
    assert phrases.known("es").said[ENGLISH] == SPANISH
    monkeypatch.setattr(phrases, "forget", lambda: None)
    publish(second)
    assert phrases.known("es").said[ENGLISH] == SPANISH
    assert is_english(client) and ENGLISH in words(client.get("/es/learn/overdose/"))
    assert Phrase.objects.get(pk=phrase.pk).held_back


def test_staff_are_told_that_it_waits(staff, second, screen, guide):
    write(staff)
    draft(screen)
    publish(second)
    assert "Spanish texts held back" in words(second.get("/admin/"))
