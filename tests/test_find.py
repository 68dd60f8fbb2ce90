"""Somebody says what they need and where, and is told the nearest places, or asked back kindly."""

import pytest

from resources.models import HelpLine, Need, NeedSynonym
from tests import given
from tests.reading import box, button, cards, ids, maybe_names, names, page, ticked, words

pytestmark = pytest.mark.django_db

BOTH = ["syringes", "wound"]


def a_town():
    given.content()
    far = given.service("Worcester exchange", needs=["syringes"], at=(42.27, -71.8))
    near = given.service(
        "Albany Street exchange",
        needs=["syringes", "naloxone"],
        at=(42.335, -71.074),
        street="774 Albany Street",
        city="Boston",
        call="+16175550101",
        id_required="no",
        cost="free",
    )
    given.service("Dudley exchange", needs=["syringes"], at=(42.329, -71.084))
    given.service("Wound nurse", needs=["wound"], at=(42.337, -71.072))
    given.service("Second wound nurse", needs=["wound"], at=(42.34, -71.06))
    given.service("Both under one roof", needs=BOTH, at=(42.36, -71.1))
    given.service("St. Louis exchange", needs=["syringes"], at=(38.6, -90.2))
    return {"near": near, "far": far}


town = given.for_the_file(a_town)


def find(client, place="02118", q="", need=(), htmx=False, **more):
    headers = {"HX-Request": "true"} if htmx else {}
    asked = {"place": place, "q": q, "need": list(need), **more}
    return client.post("/find/", asked, headers=headers)


def test_places_are_listed_nearest_first(client):
    found = find(client, q="points")
    assert names(found) == [
        "Albany Street exchange",
        "Dudley exchange",
        "Both under one roof",
        "Worcester exchange",
        "St. Louis exchange",
    ]
    assert page(found).h1.get_text() == "New syringes near 02118 (Boston, MA)"


def test_a_card_tells_what_a_person_needs_before_walking_there(client, town):
    card = cards(find(client, need=["syringes"]))[0]
    told = words(card)
    assert "About 0.1 miles" in told
    assert "Hours not listed. Call." in told
    assert "Not checked yet. Call first." in told
    assert "774 Albany Street" in told
    assert "New syringes" in told and "Naloxone" in told
    assert "No ID needed" in told and "Free" in told
    assert card.select_one("a[href='tel:+16175550101']")
    assert card.select_one(f"a[href='/service/{town['near'].service.pk}/']")
    assert card["id"] == f"place-{town['near'].pk}"


def test_a_place_without_a_number_says_so(client):
    assert "No phone number listed." in words(cards(find(client, need=["syringes"]))[1])


def test_a_search_leaves_nothing_behind(client):
    found = find(client, q="points")
    assert found["Cache-Control"] == "no-store"
    assert not found.cookies
    assert all("02118" not in form["action"] for form in page(found).select("form"))


def test_two_needs_start_with_places_that_meet_both_then_each_need(client):
    found = find(client, need=["syringes", "wound"])
    assert [name for name in names(found) if name != "St. Louis exchange"] == [
        "Both under one roof",
        "Albany Street exchange",
        "Dudley exchange",
        "Worcester exchange",
        "Wound nurse",
        "Second wound nurse",
    ]
    headings = {names(found)[n]: words(c) for n, c in enumerate(cards(found)) if c.select(".part")}
    assert list(headings) == ["Albany Street exchange", "Wound nurse"]
    assert headings["Wound nurse"].startswith("Nearest for: Wound care")


def test_two_needs_that_nobody_meets_together_still_show_each(client):
    found = find(client, q="narcan and wound care")
    assert set(names(found)) >= {"Albany Street exchange", "Wound nurse"}


def test_nothing_near_shows_the_nearest_there_is_how_far_and_the_help_lines(client):
    found = find(client, place="Nome, AK", need=["syringes"])
    assert names(found)[0] == "St. Louis exchange"
    assert "About 3,4" in words(cards(found)[0])
    assert "This is the nearest there is." in words(found)
    assert page(found).select_one("a[href='https://nextdistro.org/']")


def test_a_need_nobody_meets_is_never_an_empty_page(client):
    found = find(client, need=["opc"])
    assert found.status_code == 200 and names(found) == []
    assert page(found).h1.get_text() == "A safe place to use near 02118 (Boston, MA)"
    assert "No place that we list is known to match." in words(found)
    assert page(found).select_one("a[href='tel:211']")


@pytest.mark.parametrize("need", ["check_drugs", "smoking", "sharps"])
def test_what_no_place_is_known_to_have_is_asked_for_where_it_often_is(client, need):
    found = find(client, need=[need])
    assert names(found) == [] and maybe_names(found)[0] == "Albany Street exchange"
    assert "Places like these often have it. Call and ask." in words(found)


def test_of_two_needs_the_one_nobody_meets_is_named(client):
    found = find(client, need=["syringes", "opc"])
    assert names(found)[0] == "Albany Street exchange"
    assert "No place we list has: A safe place to use." in words(found)


LINES = [("spot_line", "tel:+18004843731"), ("talk_now", "tel:988"), ("dv", "tel:+18007997233")]


@pytest.mark.parametrize(("need", "line"), LINES)
def test_a_need_that_a_call_meets_shows_its_own_lines_first(client, need, line):
    called = page(find(client, need=[need])).select("a[href^='tel:']")
    assert line in [link["href"] for link in called if link["href"] != "tel:911"][:1]


def test_a_line_that_is_down_is_not_shown(client):
    HelpLine.objects.filter(name="Never Use Alone").update(is_down=True)
    assert not page(find(client, need=["opc"])).select("a[href='tel:+18004843731']")


def test_unknown_words_show_all_needs_and_keep_what_was_typed(client):
    found = find(client, place="Boston", q="zorble")
    assert found.status_code == 200
    assert "We did not understand: zorble." in words(found)
    assert len(page(found).select("input[name=need]")) == Need.objects.count() == 46
    assert (box(found, "place"), box(found, "q")) == ("Boston", "zorble")


def test_words_not_understood_are_told_beside_the_places_found(client):
    found = find(client, q="points and zorbles")
    assert "We did not understand: zorbles." in words(found)
    assert names(found)[0] == "Albany Street exchange"


def test_no_need_at_all_lists_what_is_near(client):
    found = find(client)
    assert names(found)[:3] == ["Wound nurse", "Albany Street exchange", "Second wound nurse"]
    assert page(found).h1.get_text() == "Places near 02118 (Boston, MA)"


def test_what_was_asked_stays_in_the_form(client):
    found = find(client, q="points and zorbles", need=["wound"], free="1", maybe="1")
    assert (box(found, "place"), box(found, "q")) == ("02118", "points and zorbles")
    assert set(ticked(found)) == {
        ("need", "wound"),
        ("need", "syringes"),
        ("free", "on"),
        ("maybe", "on"),
    }


def test_words_that_were_understood_become_a_tick_that_can_be_taken_away(client):
    """Left in the box, they would bring back a need that was just unticked."""
    found = find(client, q="points")
    assert (box(found, "q"), ticked(found)) == ("", [("need", "syringes")])


@pytest.mark.parametrize("typed", ["zorble", "points zorble", "😀", "10", "near me"])
def test_words_that_were_not_understood_stay_in_the_box(client, typed):
    assert box(find(client, q=typed), "q") == typed


def test_search_words_are_never_shown(client):
    shown = words(client.get("/find/")) + words(client.get("/need/"))
    hidden = NeedSynonym.objects.filter(words__in=["rigs", "booty bump", "biobin", "tweak"])
    assert hidden.count() == 4
    assert not [one.words for one in hidden if one.words in shown]


@pytest.mark.parametrize("asked", [{"q": "points"}, {"need": ["syringes", "wound"]}, {"q": "zzz"}])
def test_the_part_that_htmx_swaps_is_a_part_of_the_whole_page(client, asked):
    whole, part = find(client, **asked), find(client, **asked, htmx=True)
    assert part.status_code == 200 and part.content
    assert part.content in whole.content
    assert b"<main" not in part.content and "HX-Request" in part["Vary"]


@pytest.mark.parametrize("typed", ["od", "he's not breathing", "she overdosed", "overdsoe"])
def test_words_that_mean_an_overdose_go_straight_to_what_to_do(client, typed):
    plain, swapped = find(client, place="", q=typed), find(client, place="", q=typed, htmx=True)
    assert (plain.status_code, plain["Location"]) == (303, "/now/")
    assert (swapped.status_code, swapped["HX-Redirect"]) == (200, "/now/")
    assert plain["Cache-Control"] == swapped["Cache-Control"] == "no-store"


def test_an_overdose_typed_in_the_wrong_box_is_still_one(client):
    assert find(client, place="he's not breathing")["Location"] == "/now/"


def test_a_need_from_a_tile_and_one_in_words_are_both_meant(client):
    found = find(client, need=["wound"], q="points")
    assert names(found)[0] == "Both under one roof"


def test_a_list_can_be_made_a_link_only_by_asking(client):
    assert "/near/" not in find(client, q="points", free="1").content.decode()
    found = find(client, q="points", free="1", pass_on="1")
    # Nothing here is known to be free but one: the link says the same question.
    link = next(a["href"] for a in page(found).select("a") if a["href"].startswith("/near/"))
    assert link == "/near/02118/?need=syringes&free=1"
    assert ids(client.get(link)) == ids(found)
    assert button(client.get(link), "Find places")


def only(found):
    return [name for name, value in ticked(found) if name != "need"]


def test_who_it_is_for_in_words_becomes_a_tick_that_can_be_seen_and_taken_away(client):
    given.service("Youth house", needs=["sleep"], audiences=["youth"], at=given.SOUTH_END)
    given.service("Any house", needs=["sleep"], at=given.SOUTH_END)
    found = find(client, q="youth shelter")
    assert names(found) == ["Youth house"]
    assert (box(found, "q"), only(found)) == ("", ["youth"])
    tick = page(found).select_one("input[name=youth]")
    assert tick.find_parent("details") is None
    assert set(names(find(client, need=["sleep"]))) == {"Any house", "Youth house"}


def test_for_whom_alone_lists_what_may_be_when_nothing_is_known_to_be(client):
    found = find(client, q="queer")
    assert only(found) == ["trans_lgbtq"] and names(found) == []
    assert maybe_names(found) and "These have not told us yes or no." in words(found)


def test_a_guess_is_told_so_that_a_wrong_one_is_seen(client):
    found = find(client, q="fent strps")
    assert "We read “fent strps” as Check my drugs." in words(found)
    assert "We read" not in words(find(client, q="fent strips"))
    assert "We read" in words(find(client, place="", q="fent strps"))
