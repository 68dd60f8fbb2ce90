"""Content in Spanish: found by its English, marked when it is missing, and staff's list of gaps."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, OperationalError, transaction
from django.test import Client

from hrapp import phrases
from hrapp.models import Phrase
from principles.models import Guide, Step
from resources.models import HelpLine, Need
from tests import given, public_pages
from tests.reading import page, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db
town = given.for_the_file(public_pages.town)

NOT_YET = "aún no están en español"


@pytest.fixture(autouse=True)
def asked_anew():
    """Each test has its own table, so nothing is kept from the one before."""
    phrases.forget()
    yield
    phrases.forget()


# --- Found by the English -----------------------------------------------------------------------


def spans(response):
    return [words(one) for one in page(response).select("span[lang=en]")]


def test_an_english_sentence_that_was_edited_shows_in_english_and_says_so_once(client):
    Need.objects.filter(pk="wound").update(plain="Somebody looks at it & helps.")
    shown = client.get("/es/need/wound/")
    assert spans(shown) == ["Somebody looks at it & helps."]
    assert shown.content.decode().count(NOT_YET) == 1
    assert "Somebody looks at it &amp; helps." in client.get("/need/wound/").content.decode()


def test_a_name_that_staff_gave_is_shown_as_text_in_both_languages(client):
    Need.objects.filter(pk="wound").update(label="<b>Wounds</b>")
    for address in ("/need/wound/", "/es/need/wound/"):
        shown = client.get(address)
        assert page(shown).h1.get_text() == "<b>Wounds</b>" and not page(shown).h1.b


def test_what_is_kept_follows_the_table(client):
    client.get("/es/need/wound/")
    Phrase.objects.filter(english="Wound care").update(said="Cura de llagas")
    phrases.forget()
    assert page(client.get("/es/need/wound/")).h1.get_text() == "Cura de llagas"


def test_a_text_is_held_once_a_language():
    first = Phrase.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Phrase.objects.create(language="es", english=first.english, said="otra")


def test_loading_again_adds_what_is_missing_and_keeps_what_staff_changed():
    Phrase.objects.filter(english="Wound care").update(said="Cura de llagas")
    Phrase.objects.filter(english="Teeth").delete()
    phrases.load("es")
    assert Phrase.objects.get(english="Wound care").said == "Cura de llagas"
    assert Phrase.objects.get(english="Teeth").said == "Dientes"


def test_without_a_database_the_steps_are_still_in_spanish(monkeypatch, client):
    def fail(*values, **named):
        raise OperationalError("no database")

    from principles import overdose

    monkeypatch.setattr(Phrase.objects.__class__, "shown", fail, raising=False)
    monkeypatch.setattr(overdose, "edition_of", fail)
    monkeypatch.setattr(overdose, "last_made", {})
    monkeypatch.setattr(overdose, "left_alone_until", 0)
    overdose.as_it_came.cache_clear()
    shown = client.get("/es/now/")
    assert words(page(shown).select_one("ol.steps b")) == "Sacude y grita."


def test_english_pages_never_look_into_the_table(client, monkeypatch):
    monkeypatch.setattr(phrases, "known", None)
    for address in ("/", "/need/", "/lines/", "/learn/overdose/"):
        assert client.get(address).status_code == 200


def test_a_list_in_spanish_says_its_cards_in_spanish(client, town):
    shown = page(client.post("/es/find/", {"place": "02118", "need": "syringes"}))
    card = words(shown.select_one("#results-list > li"))
    for said in ("Jeringas nuevas", "Naloxona", "Cómo llegar", "En la puerta", "Corner Exchange"):
        assert said in card
    for left in ("Directions", "At the door", "New syringes", "Not checked", "About"):
        assert left not in card


# --- What staff do about it -----------------------------------------------------------------------


def test_staff_see_what_is_missing_and_write_it(staff, client):
    line = HelpLine.objects.get(name="Never Use Alone")
    HelpLine.objects.filter(pk=line.pk).update(what_it_does="They stay & listen.")
    before = phrases.how_many_gaps("es")
    listed = page(staff.get("/admin/hrapp/phrase/gaps/"))
    row = next(row for row in listed.select("tr") if "They stay & listen." in row.get_text())
    form = page(staff.get(row.a["href"]))
    assert form.select_one("[name=english]").get_text().strip() == "They stay & listen."
    sent = {"language": "es", "english": "They stay & listen.", "said": "Escuchan."}
    assert staff.post("/admin/hrapp/phrase/add/", sent).status_code == 302
    assert phrases.how_many_gaps("es") == before - 1
    assert "Escuchan." in words(client.get("/es/lines/"))


def test_a_text_cannot_be_added_twice(staff):
    sent = {"language": "es", "english": "Teeth", "said": "Muelas"}
    answer = staff.post("/admin/hrapp/phrase/add/", sent)
    assert answer.status_code == 200 and "That text is there already" in answer.content.decode()


def change(browser, phrase, **sent):
    form = {"said": phrase.said, "reviewed_by": phrase.reviewed_by, "reviewed_on": "", **sent}
    return browser.post(f"/admin/hrapp/phrase/{phrase.pk}/change/", form)


def test_new_words_have_been_read_over_by_nobody(staff):
    phrase = Phrase.objects.get(english="Teeth")
    change(staff, phrase, reviewed_by="Rosa", reviewed_on="2026-11-20")
    phrase.refresh_from_db()
    assert phrase.reviewed_by == "Rosa"
    change(staff, phrase, said="Muelas", reviewed_by="Rosa", reviewed_on="2026-11-20")
    phrase.refresh_from_db()
    assert (phrase.said, phrase.reviewed_by, phrase.reviewed_on) == ("Muelas", "", None)


def second_person(django_user_model):
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("bo", password="x"))
    return browser


def test_a_text_of_an_emergency_page_is_shown_by_a_second_person(staff, client, django_user_model):
    phrase = Phrase.objects.get(english="Shake them. Shout.")
    change(staff, phrase, said="No hagas nada.")
    approve = {"action": "let_readers_see", "_selected_action": [phrase.pk]}
    staff.post("/admin/hrapp/phrase/", approve)
    phrase.refresh_from_db()
    assert phrase.held_back
    assert spans(client.get("/es/learn/overdose/")) == ["Shake them. Shout."]
    second_person(django_user_model).post("/admin/hrapp/phrase/", approve)
    assert "No hagas nada." in words(client.get("/es/learn/overdose/"))


def test_who_may_not_publish_lets_nobody_see_it(client, django_user_model):
    phrase = Phrase.objects.get(english="Teeth")
    Phrase.objects.filter(pk=phrase.pk).update(held_back=True)
    editor = django_user_model.objects.create_user("ed", password="x", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__endswith="_phrase"))
    client.force_login(editor)
    sent = {"action": "let_readers_see", "_selected_action": [phrase.pk]}
    assert client.post("/admin/hrapp/phrase/", sent).status_code == 403


def test_gaps_tell_only_of_what_readers_see(staff):
    guide = Guide.objects.create(slug="draft", title="Not out yet", purpose="Nobody sees it.")
    Step.objects.create(guide=guide, do="A step nobody sees.")
    HelpLine.objects.create(name="Down", tel="211", what_it_does="It is off.", is_down=True)
    missing = {text for _kind, text in phrases.gaps("es")}
    assert not missing & {"Not out yet", "A step nobody sees.", "It is off."}
