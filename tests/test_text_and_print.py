"""A list handed on by text message, or on paper: what it says, and in how few taps."""

import io
import re
from urllib.parse import unquote

import pytest
from django.core.management import call_command

from resources import reporting, texting
from resources.freshness import Freshness
from tests import given
from tests.reading import page as read
from tests.test_journeys import home, listed, type_in, with_scripts_or_not

A_SHEET = 6  # services that a page of paper must hold
LONG = "The Very Long Named Community Outreach And Harm Reduction Program Of The Greater Region"


@pytest.fixture
def town(transactional_db, time_machine):
    """Six places on a Tuesday at ten: one checked, one never, one whose address nobody may say."""
    time_machine.move_to(given.TUESDAY_10)
    given.content()
    call_command("load_phrases", stdout=io.StringIO())
    near = {"needs": ["syringes"], "street": "1 Any Street", "city": "Boston"}
    sure = {"last_verified": "2026-03-02", "verified_by": "call"}
    given.service(
        "Ann’s & Bob’s", at=(42.3361, -71.073), hours="Mo-Fr 09:00-17:00", call="+16175550101",
        **near, **sure,
    )  # fmt: skip
    given.service("Never checked", at=(42.337, -71.073), call="+16175550102", **near)
    given.service(
        "Vague", needs=["syringes"], visibility="area", area="boston-ma", call="+16175550103"
    )
    hidden = {**near, "street": "99 Secret Road", "call": "+16175550199"}
    given.service("Hidden", at=(42.336, -71.073), visibility="hidden", **hidden)
    for number in range(A_SHEET - 3):
        at = (42.4 + number / 100, -71.073)
        given.service(
            f"Further {number}", at=at, hours="24/7", call=f"+1617555020{number}",
            description="Walk in, or call ahead. Ring twice at the side door, and somebody comes.",
            **{**near, **sure, "needs": ["syringes", "naloxone", "wound", "food"]},
        )  # fmt: skip


def body_of(link):
    assert link.startswith("sms:?&body=") and " " not in link
    return unquote(link.removeprefix("sms:?&body="))


def text_on(answer):
    return body_of(read(answer).select_one("a[href^='sms:']")["href"])


def near_02118(client, prefix="", **more):
    return client.post(f"{prefix}/find/", {"q": "points", "place": "02118", "pass_on": "1", **more})


# --- What the text says -------------------------------------------------------------------------


def test_a_text_of_a_list_has_the_nearest_names_numbers_hours_and_streets(client, town, settings):
    settings.SITE_URL = "https://example.org"
    told = text_on(near_02118(client))
    assert "Ann's & Bob's: 617-555-0101\nOpen until 5 pm.\n1 Any Street, Boston" in told
    assert "\n\nAs of Tue 10 Mar.\n" in told
    assert told.endswith("https://example.org/near/02118/?need=syringes")
    assert told.count("617-555-") == 3 and len(told) <= texting.LONGEST


def test_a_text_is_as_unsure_as_the_card(client, town):
    told = text_on(near_02118(client))
    assert (
        "Never checked: 617-555-0102\nHours not listed. Call. Not checked yet. Call first." in told
    )


def test_a_text_says_that_somebody_told_us_otherwise(client, town):
    place = given.service("Doubted", needs=["syringes"], at=given.SOUTH_END, call="+16175550104")
    for network in ("one", "another"):
        reporting.take(
            service=place.service, kind="closed", note="", place=None, network=network,
            today=given.TUESDAY_10.date(),
        )  # fmt: skip
    assert "Someone told us this may have changed." in text_on(near_02118(client))
    own = text_on(client.get(place.get_absolute_url()))
    assert "Someone told us this may have changed." in own


def test_a_text_of_a_place_that_tells_only_its_area_says_the_area_and_to_call(client, town):
    told = text_on(near_02118(client))
    assert "Vague: 617-555-0103" in told and "Call for the place." in told
    assert "Secret" not in told and "Hidden" not in told


def test_a_text_from_a_spanish_page_is_in_spanish(client, town):
    told = text_on(near_02118(client, "/es"))
    assert "Abierto. Cierra: 5 pm." in told and "Open" not in told
    assert "/es/near/02118/?need=syringes" in told


def test_a_list_kept_as_a_link_is_texted_too_and_no_list_is_not(client, town):
    assert "Ann's" in text_on(client.get("/near/02118/?need=syringes&pass_on=1"))
    assert not read(client.get("/find/")).select("a[href^='sms:']")


def test_a_place_texts_itself(client, town):
    page = read(near_02118(client))
    told = text_on(client.get(page.select_one("#results-list h2 a")["href"]))
    assert told.startswith("Ann's & Bob's: 617-555-0101\nOpen until 5 pm.\n1 Any Street, Boston")
    assert re.search(r"/service/[0-9a-f-]{36}/$", told) and len(told) <= texting.LONGEST


def test_long_words_leave_out_places_and_never_cut_a_number(client, town):
    for number in range(3):
        given.service(
            f"{LONG} {number}", at=(42.336, -71.073), needs=["syringes"], hours="24/7",
            street="1234 A Street Whose Name Goes On And On Avenue Extension, Second Floor, Rear",
            city="Boston", call=f"+1617555030{number}",
        )  # fmt: skip
    told = text_on(near_02118(client))
    assert len(told) <= texting.LONGEST and re.search(r"617-555-030\d", told) and "..." in told
    for number in re.findall(r"617[\d-]*", told):
        assert len(number) == len("617-555-0300")


@pytest.mark.parametrize("name", ["x" * 900, "Ñ & <b> ' \" ? # %", "\n", "日" * 300])
def test_whatever_a_place_is_called_its_text_is_short_and_whole(name):
    place = {"phone": ("tel:+16175550100", "617-555-0100", "7"), "state": "Closed", "where": name}
    sure = Freshness("fresh", "", "")
    told = body_of(texting.place_link(name, [place] * 9, "/service/x/", sure))
    assert len(told) <= texting.LONGEST and "617-555-0100 ext. 7\nClosed." in told


# --- In how few taps ----------------------------------------------------------------------------


@with_scripts_or_not
def test_the_list_is_texted_in_two_taps_from_the_list(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "points")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    assert listed(page)[0] == "Ann’s & Bob’s"
    before = tap.count
    tap(page, "button", "Text, print or make a link")
    page.get_by_text("Opens your phone’s messages.").wait_for()
    link = page.get_by_role("link", name="Text the nearest places")
    assert "617-555-0101" in body_of(link.get_attribute("href"))
    assert link.bounding_box()["height"] >= 48
    assert before == 3  # and the button and the link are two
    assert "02118" not in page.url


def test_the_list_is_printed_in_two_taps_and_by_a_button_only_where_it_works(phone, tap, town):
    for js in (True, False):
        page = phone(js=js)
        page.goto("/near/02118/?need=syringes")
        button = page.get_by_role("button", name="Print", exact=True)
        tap(page, "button", "Text, print or make a link")
        page.get_by_text("Your browser’s menu prints, too.").wait_for()
        if not js:
            assert not button.is_visible()
            continue
        page.evaluate("window.print = () => { document.title = 'printed' }")
        button.click()
        assert page.title() == "printed"


@with_scripts_or_not
def test_one_place_is_checked_before_walking_there_in_three_taps(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", "Learn")
    type_in(page, tap, "What do you want to know?", "ann’s bob’s")
    page.keyboard.press("Enter")
    tap(page, "link", "Ann’s & Bob’s")
    page.wait_for_url("**/service/**")
    assert page.get_by_text("Open until 5 pm").is_visible()
    assert page.get_by_text("Checked by phone on 2 Mar.").is_visible()
    assert tap.count <= 3


# --- On paper -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prefix", "day"), [("", "March 10, 2026"), ("/es", "10 de marzo de 2026")], ids=["en", "es"]
)
def test_six_places_are_one_sheet_with_the_day_the_numbers_and_when_checked(
    phone, town, prefix, day
):
    page = phone()
    page.clock.install(time=given.TUESDAY_10)
    page.emulate_media(media="print")
    page.goto(f"{prefix}/near/02118/?need=syringes")
    assert len(listed(page)) == A_SHEET
    sides = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    sheet = page.pdf(format="Letter", margin=sides)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    after = "getComputedStyle(document.querySelector('.mark'), '::after').content"
    assert day in page.evaluate(after)
    told = page.locator("#results-list").inner_text()
    assert told.count("617-555-0") == A_SHEET and told.lower().count("2 mar.") == 4
    assert not any(one.is_visible() for one in page.get_by_role("navigation").all())
    assert not page.locator("a[href^='sms:']").is_visible()
    style = "getComputedStyle(document.querySelector('.state.open, .name a'))"
    assert page.evaluate(f"{style}.color") == "rgb(0, 0, 0)"
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
