"""A person searches in their own words, with slips, and finds guides, needs, lines and places."""

from io import StringIO
from urllib.parse import quote_plus

import pytest
from django.core.management import call_command

from resources import spelling
from resources.search_words import asked_words, stems
from resources.searching import search
from tests import given
from tests.reading import page, words

pytestmark = pytest.mark.django_db


def a_town():
    given.content()
    call_command("load_principles", stdout=StringIO())
    call_command("reindex", "--all", stdout=StringIO())
    given.service("St. Mary's Shelter", city="Boston", at=given.SOUTH_END)
    given.service("Rosie's Place", city="Boston", at=given.SOUTH_END)
    given.service("Rosie's Place", city="Springfield", at=(42.1, -72.6))


town = given.for_the_file(a_town)


def asked(client, typed, **more):
    return client.post("/search/", {"words": typed, **more})


def found(client, typed, **more):
    """[(what it is, its title)] in the order of the page."""
    cards = page(asked(client, typed, **more)).select("ol.places > li")
    return [(card.p.get_text(), card.h2.get_text()) for card in cards]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what does one line on the strip mean", ("Guide", "What’s in it?")),
        ("xylazine strip", ("Guide", "What’s in it?")),
        ("jeringas", ("Need", "New syringes")),
        ("narcan", ("Need", "Naloxone (Narcan)")),
        ("using alone", ("Guide", "Using alone")),
        ("st marys shelter", ("Place", "St. Mary's Shelter")),
        ("Saint Mary’s shelters, Boston", ("Place", "St. Mary's Shelter")),
        ("rosies place", ("Place", "Rosie's Place")),
        ("988 lifeline", ("Help line", "988")),
    ],
)
def test_what_is_meant_comes_first(client, typed, first):
    what, title = found(client, typed)[0]
    assert what == first[0] and title.startswith(first[1])


def test_narcan_is_the_need_and_the_guide(client):
    said = found(client, "narcan")
    assert ("Need", "Naloxone (Narcan)") in said
    assert ("Guide", "Overdose: what to do") in said


def test_a_states_law_is_found_by_the_state(client):
    assert ("Your rights", "Massachusetts") in found(client, "massachusetts law")


def test_a_case_is_found_by_its_story_and_by_what_could_go_wrong(client):
    assert ("Case study", "Jessica’s story") in found(client, "jessica")
    assert ("Case study", "Jessica’s story") in found(client, "encampment")


def test_the_handout_and_its_principles_are_found(client):
    kinds = {what for what, _title in found(client, "practical strategies")}
    assert "From the handout" in kinds
    assert "Principle" in {what for what, _title in found(client, "non-judgmental")}


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("narcn", "Naloxone (Narcan)"),
        ("nalxoone", "Naloxone (Narcan)"),  # two letters swapped
        ("xylasine", "What’s in it?"),
        ("fentanil", "What’s in it?"),
        ("tolerence", "Back after a break"),
        ("st marrys shelter", "St. Mary's Shelter"),
        ("sheltar st mary", "St. Mary's Shelter"),
    ],
)
def test_a_slip_is_forgiven(client, typed, title):
    assert title in [name for _what, name in found(client, typed)]


def test_what_was_read_in_spite_of_a_slip_is_said(client):
    assert "We read “narcn” as “narcan”." in words(asked(client, "narcn"))


def test_a_place_is_found_by_its_name_and_city(client):
    shown = page(asked(client, "rosie's place, springfield")).select("ol.places > li")
    assert [card.get_text(" ", strip=True) for card in shown] == [
        "Place Rosie's Place Springfield, MA"
    ]


@pytest.mark.parametrize("typed", ["overdose", "he is not breathing", "no despierta", "overdosse"])
def test_words_of_an_overdose_lead_straight_to_what_to_do_now(client, typed):
    answer = asked(client, typed)
    assert (answer.status_code, answer["Location"]) == (303, "/now/")


def test_nothing_found_says_so_and_leads_on(client):
    answer = asked(client, "zxqvwk")
    assert answer.status_code == 200
    assert "We found nothing for that." in words(answer)
    assert page(answer).select_one("input#words")["value"] == "zxqvwk"
    ways = {link["href"] for link in page(answer).main.select("a")}
    assert {"/find/", "/need/", "/lines/"} <= ways


def test_what_may_have_been_meant_is_offered(client):
    answer = asked(client, "xyzazin")  # two slips in a short word: a guess, not an answer
    offered = [button["value"] for button in page(answer).select("button[name=words]")]
    assert "xylazine" in offered
    assert found(client, "xylazine")


def test_more_than_twenty_are_shown_by_pages(client):
    for number in range(45):
        given.service(f"Mobile Outreach {number:02}", at=given.SOUTH_END, city="Boston")
    pages = [found(client, "mobile outreach", page=number) for number in (1, 2, 3)]
    titles = [title for some in pages for _what, title in some if title.startswith("Mobile")]
    assert [len(some) for some in pages][:2] == [20, 20]
    assert len(set(titles)) == len(titles) == 45
    assert found(client, "mobile outreach", page="99"), "a page past the end is no empty page"


def test_a_story_with_the_questions_small_words_does_not_hide_what_it_is_about(client):
    found = words(asked(client, "how long does naloxone last"))
    assert "Naloxone (Narcan) A spray" in found and "Overdose: what to do" in found


def test_every_page_that_is_offered_is_there(client, monkeypatch):
    monkeypatch.setattr("resources.searching.MOST_SHOWN", 40)
    for number in range(45):
        given.service(f"Mobile Outreach {number:02}", at=given.SOUTH_END, city="Boston")
    last = asked(client, "mobile outreach", page=2)
    assert "40 things found. There are more places." in words(last)
    assert [one.get_text() for one in page(last).select("button[name=page]")] == ["Back"]


def test_so_many_places_that_a_city_has_to_be_said(client, monkeypatch):
    monkeypatch.setattr("resources.searching.MOST_PLACES", 3)
    for number in range(4):
        given.service(f"Mobile Outreach {number}", at=given.SOUTH_END)
    assert "Add a city to see those near you." in words(asked(client, "mobile outreach"))


HOSTILE = {
    "nothing": ("", 400),
    "spaces": (" \t\r\n", 400),
    "10,000 letters": ("x" * 10_000, 400),
    "10,000 words": ("a " * 5_000, 400),
    "NUL": ("a\x00b", 200),
    "only NUL": ("\x00", 400),
    "quotes": ("\"'; drop table resources_document; --", 200),
    "one quote": ('"', 200),
    "operators": ("AND OR NOT NEAR(a b) * ^ : + - { } ( )", 200),
    "near": ("NEAR", 200),
    "a column": ("words : narcan", 200),
    "a star": ("narc*", 200),
    "PostgreSQL's": ("narcan & ! | <-> :* \\ 'a'", 200),
    "per cent": ("100% %s %(x)s %%", 200),
    "emoji": ("💉🏠", 200),
    "right to left": ("\u202enarcan", 200),
    "Arabic": ("ملجأ", 200),
    "a letter newer than the database": ("a\U0001e4d0b \U00016d40", 200),
    "half a letter": ("\ud83d", 200),
    "private use": ("\ue000 \ue001 narcan", 200),
    "accents": ("Z" + "\u0301" * 150, 200),
    "a long word": ("x" * 199, 200),
    "many unknown words": (" ".join(f"{'abcdefghij'[n]}zzqxkvw" for n in range(10)), 200),
    "script": ("<script>alert(1)</script>", 200),
}


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_answered_with_a_clear_page(client, typed):
    sent, status = HOSTILE[typed]
    body = f"words={quote_plus(sent, errors='surrogatepass')}"
    answer = client.post("/search/", body, "application/x-www-form-urlencoded")
    assert answer.status_code == status
    assert page(answer).h1.get_text() == "Search"
    assert b"<script>alert" not in answer.content
    assert {"/find/", "/now/"} <= {link["href"] for link in page(answer).select("a")}
    if status == 200 and "\ufffd" not in sent and sent.isprintable():
        assert page(answer).select_one("#words")["value"] == sent


@pytest.mark.parametrize("number", ["0", "-1", "x", "99", "1" * 400, "\x00", "٣"])
def test_a_page_that_is_no_number_is_the_first(client, number):
    assert found(client, "narcan", page=number) == found(client, "narcan")


def test_what_is_typed_stands_in_no_address_and_is_kept_nowhere(client):
    answer = asked(client, "narcan")
    assert "no-store" in answer["Cache-Control"] and not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert not found_by_link(client), "an address that carries words answers with the empty form"


def found_by_link(client):
    return page(client.get("/search/", {"words": "narcan"})).select("ol.places > li")


def test_the_page_is_small(client):
    for typed in ("narcan", "shelter", "zxqv"):
        answer = client.post("/search/", {"words": typed}, headers={"Accept-Encoding": "gzip"})
        assert len(answer.content) <= 10_000


def test_search_is_one_tap_from_the_guides_and_from_a_page_that_is_not_here(client):
    form = page(client.get("/learn/")).select_one("form[action='/search/']")
    assert form["method"] == "post" and form.select_one("input[name=words]")
    assert page(client.get("/nowhere/")).select_one("main a[href='/search/']")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shelters", "shelter"),
        ("St. Mary’s", "saint mary's"),
        ("boxes", "box"),
        ("SUPPLIES", "supply"),
        ("Absceso", "abscesos"),
    ],
)
def test_spellings_of_one_word_are_one(one, other):
    assert stems(one) == stems(other)


def test_small_words_are_left_out_unless_they_are_all():
    assert asked_words("Where can I get a test strip?") == ["test", "strip"]
    assert asked_words("the who") == ["the", "who"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("naloxone", "naloxone", 0),
        ("naloxone", "naloxon", 1),
        ("naloxone", "nalxoone", 1),
        ("naloxone", "maloxune", 2),
        ("suboxone", "naloxone", 3),
        ("", "ab", 2),
    ],
)
def test_slips_between_two_words(one, other, count):
    assert spelling.slips(one, other) == spelling.slips(other, one) == count


def test_both_databases_answer_in_one_order():
    """Worked out in Python: this very list is what each of them has to give."""
    said = [(one.kind, one.title) for one in search("xylazine wound").results]
    assert said == [
        ("need", "Wound care"),
        ("guide", "Wounds"),
        ("guide", "What’s in it?"),
        ("guide", "Safer injecting and vein care"),
        ("line", "NASEN"),
        ("principle", "Help comes with no judging and no pushing."),
    ]
