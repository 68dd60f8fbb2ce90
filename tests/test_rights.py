"""Rights: what somebody checked, with its source and day; all else is "not checked"."""

import csv
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from hrapp import publishing
from principles.content_files import table_rows
from principles.models import Guide, LawClaim, StateLaw
from principles.models.state_law import A_PROMISE
from tests import given
from tests.reading import page, words
from tests.test_words import LONGEST_SENTENCE, NEVER, words_in

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db
GAZETTEER = Path(__file__).resolve().parent.parent / "resources/gazetteer/states.tsv"
TERRITORIES = {"as", "gu", "mp", "pr", "vi"}


def a_site():
    given.content()
    call_command("load_principles", verbosity=0)


town = given.for_the_file(a_site)


def under(response, heading):
    """What stands under a heading, up to the next."""
    start = next(one for one in page(response).select("h2") if words(one).startswith(heading))
    told = []
    for one in start.find_next_siblings():
        if one.name == "h2":
            break
        told.append(words(one))
    return " ".join(told)


def test_all_states_and_dc_are_there_by_the_gazetteers_names(client):
    with GAZETTEER.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        known = {row["slug"]: row["name"] for row in rows if row["slug"] not in TERRITORIES}
    assert len(known) == 51
    assert dict(StateLaw.objects.public().values_list("code", "name")) == known
    listed = page(client.get("/rights/")).select("h2#states + ul a")
    assert {a["href"] for a in listed} == {f"/rights/{code}/" for code in known}
    assert [words(a) for a in listed] == sorted(known.values())


def test_each_state_says_that_a_911_law_exists_whose_word_that_is_and_of_which_day(client):
    for law in StateLaw.objects.all():
        told = under(client.get(law.get_absolute_url()), "Calling 911")
        assert "a law to protect people who call for help" in told, law
        assert "It covers" in told or "What it covers has limits." in told, law
        assert "As of 7 Mar 2025." in told and "CDC Foundation" in told, law


def test_what_nobody_checked_is_not_checked(client):
    shown = client.get("/rights/ma/")
    for topic in ("Carrying syringes", "Test strips"):
        assert under(shown, topic) == "Not checked. We don’t know what the law here says."


def test_wyoming_and_alaska_say_what_is_known_of_them(client):
    assert "2 calls a year" in under(client.get("/rights/wy/"), "Calling 911")
    told = under(client.get("/rights/ak/"), "Carrying syringes")
    assert "no law against drug gear" in told and "Cato Institute" in told


def test_nobody_is_told_that_there_is_no_arrest(client):
    for address in ("/rights/", "/learn/rights/", *("/rights/ak/", "/rights/wy/", "/rights/dc/")):
        assert not A_PROMISE.search(words(client.get(address)))
    for said in ("You can’t be arrested.", "you cannot be arrested", "You won't get arrested"):
        assert A_PROMISE.search(said), said
    for said in ("You don’t get arrested", "you are immune from arrest", "protected from arrest"):
        assert A_PROMISE.search(said), said
    assert not A_PROMISE.search("Under arrest? Ask for a lawyer. Police can arrest you.")


def test_an_overdue_claim_is_hidden_and_says_since_when(client, time_machine):
    due = LawClaim.objects.filter(law="ma").get().review_due
    noon = datetime(due.year, due.month, due.day, 12, tzinfo=given.BOSTON)
    time_machine.move_to(noon - timedelta(days=1))
    assert "protect people" in under(client.get("/rights/ma/"), "Calling 911")
    time_machine.move_to(noon)
    told = under(client.get("/rights/ma/"), "Calling 911")
    assert told == "Not checked since 7 Mar 2025. So we don’t show it."


@pytest.mark.parametrize("address", ["/rights/", "/rights/ma/"])
def test_it_is_said_plainly_that_this_is_no_legal_advice(client, address):
    shown = client.get(address)
    assert "This is not legal advice." in words(shown)
    assert page(shown).select_one("a[href='/need/legal/']")


def test_what_to_say_to_police_holds_everywhere_and_for_who_is_not_a_citizen(client):
    told = words(client.get("/rights/"))
    for said in ("Am I free to go?", "I do not consent to a search.", "not a citizen", "ACLU"):
        assert said in told


def test_with_the_guide_taken_off_the_states_still_stand(client):
    Guide.objects.filter(slug="rights").update(edition=0)
    shown = client.get("/rights/")
    assert shown.status_code == 200 and "Am I free to go?" not in words(shown)
    assert page(shown).select_one("a[href='/rights/ma/']")


@pytest.mark.parametrize("address", ["/rights/zz/", "/rights/pr/", "/rights/massachusetts/"])
def test_no_such_state_leads_on(client, address):
    shown = client.get(address)
    assert shown.status_code == 404 and page(shown).select_one("a[href='/lines/']")


@pytest.mark.parametrize("address", ["/lines/", "/learn/", "/learn/rights/"])
def test_readers_find_the_way_there(client, address):
    hrefs = {a["href"].split("#")[0] for a in page(client.get(address)).main.select("a")}
    assert "/rights/" in hrefs
    if address != "/learn/rights/":
        assert "/alerts/" in hrefs


def test_what_ships_is_plain_and_every_claim_names_a_source():
    for row in table_rows("state_laws.tsv"):
        assert row["sources"] and not NEVER.search(row["text"])
        said = re.split(r"(?<=[.?!])\s+", row["text"])
        assert max(len(words_in(one)) for one in said) <= LONGEST_SENTENCE, row["text"]
    assert not LawClaim.objects.filter(sources=None).exists()


def test_loading_again_leaves_what_staff_changed():
    StateLaw.objects.filter(pk="ma").update(edition=0)
    LawClaim.objects.filter(law="ma").delete()
    call_command("load_principles", verbosity=0)
    assert not LawClaim.objects.filter(law="ma").exists()


# --- Staff --------------------------------------------------------------------------------------


def add_a_claim(screen, **facts):
    ahead = (timezone.localdate() + timedelta(days=60)).isoformat()
    row = {"id": "", "law": "ma", "topic": "strips", "sources": ["S100"], "review_due": ahead}
    row |= {"text": "Strips are no drug gear here.", "as_of": timezone.localdate().isoformat()}
    named = {f"claims-1-{name}": value for name, value in (row | facts).items()}
    return screen(StateLaw.objects.get(pk="ma")).save(**named, **{"claims-TOTAL_FORMS": "2"})


def publish(staff):
    return staff.post("/admin/principles/statelaw/ma/publish/", follow=True).content.decode()


def test_staff_add_a_claim_see_it_and_publish_it(client, staff, screen):
    add_a_claim(screen)
    assert under(client.get("/rights/ma/"), "Test strips").startswith("Not checked.")
    preview = staff.get("/admin/principles/statelaw/ma/preview/").content.decode()
    assert "Strips are no drug gear here." in preview
    assert "Published." in publish(staff)
    assert under(client.get("/rights/ma/"), "Test strips").startswith("Strips are no drug gear")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"sources": []}, "This names no source"),
        ({"text": "You can’t be arrested for strips."}, "Nobody can promise"),
        ({"as_of": "2999-01-01"}, "has not come yet"),
    ],
)
def test_a_claim_that_is_not_ready_is_refused_in_words(client, staff, screen, facts, said):
    add_a_claim(screen, **facts)
    assert said in publish(staff)
    assert publishing.draft_of(StateLaw.objects.get(pk="ma"))
    assert under(client.get("/rights/ma/"), "Test strips").startswith("Not checked.")


def test_a_claim_with_a_letter_that_turns_text_round_is_refused_with_its_line(screen):
    with pytest.raises(AssertionError, match="Line 2 holds a letter that cannot be seen"):
        add_a_claim(screen, text="Fine.\nNot \u202efine.")
