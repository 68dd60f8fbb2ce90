"""A bad value is refused beside its field, in words, and nothing that was typed is lost."""

import pytest
from bs4 import BeautifulSoup

from principles.models import Passage, Principle
from resources.models import (
    HelpLine,
    Location,
    Need,
    Service,
    ServiceAtLocation,
)

pytest_plugins = ["tests.staff"]


def refusal(answer, name):
    """What is said beside a field, and what its box still holds."""
    assert answer.status_code == 200, "it was saved"
    page = BeautifulSoup(answer.content, "html.parser")
    box = page.find(attrs={"name": name})
    row = box.find_parent("td") or box.find_parent(class_="form-row")
    field = box.find_parent(class_="fieldBox") or row
    said = field.find(class_="errorlist") or row.find(class_="errorlist")
    held = box.get("value", box.text)
    return said.text if said else "", held


def everything_said(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(said.text for said in page.select(".errorlist, .errornote"))


def test_a_place_shown_as_an_area_needs_its_area_and_nothing_is_lost(screen, corner):
    answer = screen(corner.location).send(visibility="area", city="Roxbury")
    assert "Say which area to show" in everything_said(answer)
    assert refusal(answer, "city")[1] == "Roxbury"
    assert refusal(answer, "address_1")[1] == "12 Main St"
    corner.location.refresh_from_db()
    assert corner.location.visibility == "exact"


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ({"longitude": ""}, "longitude", "Give both latitude and longitude"),
        ({"latitude": ""}, "latitude", "Give both latitude and longitude"),
        ({"latitude": "91"}, "latitude", "less than or equal to 90"),
        ({"latitude": "nan"}, "latitude", "Enter a number."),
        ({"longitude": "71.07"}, "longitude", "Is a minus missing"),
        ({"timezone": "Boston"}, "timezone", "“Boston” is not a time zone."),
        ({"timezone": "../../etc/passwd"}, "timezone", "is not a time zone."),
        ({"timezone": "America"}, "timezone", "is not a time zone."),
        ({"country": "U<"}, "country", "two letters"),
        ({"name": "x" * 10_000}, "name", "at most 200 characters"),
        ({"name": "a\0b"}, "name", "Null characters are not allowed."),
    ],
)
def test_a_bad_place_says_why(screen, corner, typed, name, words):
    answer = screen(corner.location).send(**typed)
    said, held = refusal(answer, name)
    assert words in said
    assert held == typed[name] or "\0" in typed[name]


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ({"last_verified": "2026-01-01"}, "verified_by", "Give both: the day"),
        ({"verified_by": "call"}, "last_verified", "Give both: the day"),
        ({"last_verified": "2999-01-01", "verified_by": "call"}, "last_verified", "not come yet"),
        ({"last_verified": "soon", "verified_by": "call"}, "last_verified", "Enter a valid date."),
        ({"min_age": "18", "max_age": "12"}, "max_age", "youngest age is above the oldest"),
        ({"min_age": "-1"}, "min_age", "greater than or equal to 0"),
        ({"min_age": "121"}, "min_age", "less than or equal to 120"),
        ({"name": ""}, "name", "This field is required."),
        ({"website": "javascript:alert(1)"}, "website", "Enter a valid URL."),
        ({"phones-0-number": "call us"}, "phones-0-number", "“call us” is not a phone number."),
        ({"phones-0-number": ""}, "phones-0-number", "This field is required."),
        ({"phones-0-number": "9" * 10_000}, "phones-0-number", "at most 30 characters"),
        ({"phones-0-extension": "a7"}, "phones-0-extension", "digits only"),
    ],
)
def test_a_bad_service_says_why_once_and_keeps_the_rest(screen, corner, typed, name, words):
    corner.service.phones.update(extension="1")
    answer = screen(corner.service).send(**{"description": "By the church"} | typed)
    said, held = refusal(answer, name)
    assert words in said and len(BeautifulSoup(str(said), "html.parser").text) < 120
    assert held == typed.get(name, held)
    assert refusal(answer, "description")[1].strip() == "By the church"


@pytest.mark.parametrize("name", ["needs", "audiences", "languages", "allows"])
@pytest.mark.parametrize("value", ["made-up", "a\0b", "<script>", "x" * 10_000])
def test_a_made_up_tick_is_refused(screen, corner, name, value):
    answer = screen(corner.service).send(**{name: [value]})
    assert answer.status_code == 200 and "Select a valid choice" in everything_said(answer)


def test_ticks_are_kept_as_words_and_a_strange_word_of_an_import_is_not_lost(screen, corner):
    Service.objects.update(languages="km es")
    page = screen(corner.service)
    assert page.shown()["languages"] == ["es", "km"]
    assert page.save(languages=["phone", "km"], accessibility=["asl", "step_free"])
    corner.service.refresh_from_db()
    assert corner.service.languages == "phone km"
    assert corner.service.accessibility == "step_free asl"


def test_bad_hours_are_told_beside_their_row(screen, corner):
    typed = {
        "schedule-0-row_1_days": ["mo"],
        "schedule-0-row_1_opens": "5 pm",
        "schedule-0-row_1_closes": "9 am",
        "schedule-0-note": "Side door",
    }
    answer = screen(corner.place).send(**typed)
    said, held = refusal(answer, "schedule-0-row_1_opens")
    assert "It closes before it opens." in said and held == "5 pm"
    assert refusal(answer, "schedule-0-note")[1] == "Side door"


def test_a_service_stands_once_at_a_place(screen, corner):
    answer = screen(ServiceAtLocation).send(service=corner.service.pk, location=corner.location.pk)
    assert "already at that place" in everything_said(answer)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Points", "POINTS!"], "the same as a search word above"),
        (["!!!"], "at least one letter"),
        (["ﷺ" * 80], "too long"),
        (["a\0b"], "Null characters"),
    ],
)
def test_a_search_word_that_cannot_work_says_why(screen, corner, words, said):
    rows = {f"synonyms-{number}-words": word for number, word in enumerate(words)}
    answer = screen(Need.objects.get()).send(**rows | {"synonyms-TOTAL_FORMS": str(len(words))})
    assert answer.status_code == 200 and said in everything_said(answer)


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ({"tel": "soon"}, "tel", "is not a phone number"),
        ({"tested_on": "2026-01-01"}, "tested_by", "Give both: the day of the call"),
        ({"tel": "", "sms": "", "website": ""}, None, "Give a number, a text number or a website."),
    ],
)
def test_a_help_line_that_cannot_be_called_is_refused(screen, db, typed, name, words):
    sent = {"name": "A", "what_it_does": "Talks", "source": "Us", "tel": "988"} | typed
    answer = screen(HelpLine).send(**sent)
    assert words in (refusal(answer, name)[0] if name else everything_said(answer))


@pytest.mark.parametrize("number", ["0", "100", "-1", "99999999999999999999"])
def test_a_principle_needs_a_number_of_its_own(screen, db, number):
    answer = screen(Principle).send(number=number, text="Words", plain="Plain")
    assert "Ensure this value is" in refusal(answer, "number")[0]


def test_the_same_passage_twice_is_refused(screen, db):
    Passage.objects.create(part="credit", number=1, text="Words")
    answer = screen(Passage).send(part="credit", number="1", text="Other")
    assert "already exists" in everything_said(answer)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ({"latitude": "41.88", "longitude": "-87.63"}, "America/Chicago"),
        ({"latitude": "33.45", "longitude": "-112.07"}, "America/Phoenix"),
        ({"postal_code": "02118"}, "America/New_York"),
        (
            {"latitude": "41.88", "longitude": "-87.63", "timezone": "America/Denver"},
            "America/Denver",
        ),
    ],
)
def test_a_zone_left_empty_is_worked_out(screen, boston, typed, zone):
    assert screen(Location).save(name="New", **typed)
    place = Location.objects.get()
    assert place.timezone == zone
    assert (place.latitude is None) is ("latitude" not in typed)  # never the middle of a ZIP


@pytest.mark.parametrize(
    ("thing", "name"), [("location", "state"), ("need", "icon")], ids=["state", "drawing"]
)
@pytest.mark.parametrize("value", ["Mass", "M1", "../leave", "<script>"])
def test_what_is_picked_from_a_list_is_one_of_it(screen, corner, thing, name, value):
    page = screen(Need.objects.get() if thing == "need" else corner.location)
    assert "Select a valid choice" in everything_said(page.send(**{name: value}))


def test_a_zone_that_cannot_be_worked_out_is_asked_for(screen, db):
    answer = screen(Location).send(name="New", city="Boston")
    assert "Write the time zone" in refusal(answer, "timezone")[0]


def test_staff_are_told_which_state_there_is_not_and_lose_nothing(screen, corner):
    answer = screen(corner.service).send(by_mail="yes", mail_states="MA, Zz")
    said, held = refusal(answer, "mail_states")
    assert "“ZZ” is not a state" in said and held == "MA, Zz"
    answer = screen(corner.service).send(by_mail="unknown", mail_states="MA")
    assert "say that it sends by mail" in refusal(answer, "by_mail")[0]


def test_states_are_kept_as_two_letters(screen, corner):
    answer = screen(corner.service).send(by_mail="yes", mail_states="ma; us")
    assert answer.status_code == 302
    corner.service.refresh_from_db()
    assert corner.service.mail_states == "MA, US"
