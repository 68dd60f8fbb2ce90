"""People in a hurry, on a small phone: how many taps until they are where they need to be.

A tap is one touch of a link, a button, a tick box or a text box; typing and scrolling are free.
Everything is found by its role and name, as a screen reader says it. Each journey is made with
JavaScript and without.
"""

from uuid import UUID

import pytest

from resources import listings_file
from resources.models import HelpLine, ServiceAtLocation
from tests import given

HERE = given.SOUTH_END
with_scripts_or_not = pytest.mark.parametrize("js", [True, False], ids=["scripts", "no scripts"])


def checked(name, at, **facts):
    facts = {"needs": ["syringes"], "last_verified": "2026-03-02", "verified_by": "call"} | facts
    return given.service(name, at=at, **facts)


@pytest.fixture
def town(transactional_db, time_machine):
    """Boston on a Tuesday at ten: one exchange is open, one is shut, one nobody knows."""
    time_machine.move_to(given.TUESDAY_10)
    given.content()
    checked("Shut exchange", (42.3362, -71.0731), hours="Sa 09:00-12:00", call="+16175550101")
    checked("Hours not known", (42.337, -71.074), call="+16175550102", id_required="no")
    checked("Open exchange", (42.339, -71.076), hours="Mo-Fr 09:00-17:00", call="+16175550103")
    both = {"needs": ["syringes", "wound"], "hours": "24/7", "call": "+16175550104"}
    checked("Open for both, no ID", (42.35, -71.08), id_required="no", **both)
    checked("Open for both, wants ID", (42.34, -71.075), id_required="yes", **both)
    for number in range(25):
        checked(f"Pantry {number}", (42.34 + number / 500, -71.07), needs=["food"])


def home(phone, js):
    page = phone(js=js)
    page.goto("/")
    return page


def in_first_screen(page, thing):
    """Whole and above the bar, without scrolling."""
    box = thing.bounding_box()
    bar = page.get_by_role("navigation", name="Main").bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= bar["y"]


def listed(page):
    page.locator("#results-list").wait_for()
    return page.locator("#results-list > li h2").all_inner_texts()


def type_in(page, tap, name, words):
    tap(page, "textbox", name)
    page.keyboard.type(words)


# --- Someone isn't breathing --------------------------------------------------------------------


@with_scripts_or_not
def test_911_and_the_steps_are_one_tap_from_the_first_page(phone, tap, town, js):
    page = home(phone, js)
    call = page.get_by_role("link", name="Call 911")
    assert call.get_attribute("href") == "tel:911" and in_first_screen(page, call)
    tap(page, "link", "Someone won’t wake up?")
    page.wait_for_url("**/now/")
    steps = page.get_by_role("main").locator("ol").first.get_by_role("listitem")
    assert steps.count() == 4
    call = page.get_by_role("link", name="Call 911.")
    assert call.get_attribute("href") == "tel:911" and in_first_screen(page, call)
    assert all(in_first_screen(page, step) for step in steps.all())
    assert tap.count == 1


@with_scripts_or_not
def test_words_that_mean_an_overdose_lead_to_the_steps(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "hes not breathing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/now/")
    assert tap.count == 1


@pytest.mark.parametrize("address", ["/lines/", "/need/syringes/", "/find/", "/about/"])
def test_help_now_is_one_tap_from_anywhere(phone, tap, town, address):
    page = phone(js=False)
    page.goto(address)
    tap(page, "link", "Help now")
    page.wait_for_url("**/now/")
    assert tap.count == 1


# --- New syringes, near me, open ----------------------------------------------------------------


@with_scripts_or_not
def test_new_syringes_near_me_in_three_taps_and_a_call_in_four(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", "New syringes")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    assert listed(page)[:3] == ["Shut exchange", "Hours not known", "Open exchange"]
    assert tap.count == 3
    call = page.get_by_role("link", name="Call Shut exchange, 617-555-0101")
    assert call.get_attribute("href") == "tel:+16175550101"
    tap(page, "link", "Call Shut exchange")
    assert tap.count == 4
    assert "02118" not in page.url and "syringes" not in page.url.replace("/need/syringes/", "")


@with_scripts_or_not
def test_new_syringes_open_now_and_a_call_in_five(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", "New syringes")
    tap(page, "checkbox", "Open now")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    assert listed(page) == ["Open exchange", "Open for both, wants ID", "Open for both, no ID"]
    tap(page, "link", "Call Open exchange")
    assert tap.count == 5


# --- Stay on the line with me -------------------------------------------------------------------


@with_scripts_or_not
def test_somebody_to_stay_on_the_line_in_two_taps(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", "Someone to stay on the line")
    page.wait_for_url("**/lines/")
    first = page.get_by_role("link", name="Call").first
    line = HelpLine.objects.get(name="Never Use Alone")
    assert first.get_attribute("href") == f"tel:{line.tel}"
    tap(page, "link", f"Call {line.name}")
    assert tap.count == 2


# --- An outreach worker: two needs, open now, no ID ---------------------------------------------


@with_scripts_or_not
def test_two_needs_open_now_without_id_in_seven_taps(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", "Find", exact=True)
    page.wait_for_url("**/find/")
    tap(page, "checkbox", "New syringes")
    tap(page, "checkbox", "Wound care")
    tap(page, "checkbox", "Open now")
    tap(page, "checkbox", "No ID")
    type_in(page, tap, "Near (ZIP or city)", "Boston MA")
    tap(page, "button", "Find places")
    assert listed(page) == ["Open for both, no ID"]
    assert tap.count <= 7


# --- A question back ----------------------------------------------------------------------------


@with_scripts_or_not
def test_one_of_several_towns_is_chosen_with_one_more_tap(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "points")
    type_in(page, tap, "Near (ZIP or city)", "springfield")
    tap(page, "button", "Find places")
    tap(page, "button", "Springfield, MA")
    assert listed(page)[0] == "Open for both, no ID"
    assert page.get_by_role("heading", level=1).inner_text() == "New syringes near Springfield, MA"
    assert tap.count == 4


@with_scripts_or_not
def test_more_places_and_back_keep_the_question(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "food pantry")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    first = listed(page)
    tap(page, "button", "More places")
    page.get_by_role("button", name="Nearer places").wait_for()
    rest = listed(page)
    assert (len(first), len(rest), len({*first, *rest})) == (20, 5, 25)
    tap(page, "button", "Nearer places")
    page.get_by_role("button", name="More places").wait_for()
    assert listed(page) == first


@with_scripts_or_not
def test_a_list_is_narrowed_from_the_list_itself(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "points")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    assert len(listed(page)) == 5
    tap(page, "checkbox", "Open now")
    tap(page, "button", "Show these")
    page.get_by_text("3 places, nearest first.").wait_for()
    assert listed(page) == ["Open exchange", "Open for both, wants ID", "Open for both, no ID"]


@with_scripts_or_not
def test_a_place_typed_wrong_is_kept_and_mended(phone, tap, town, js):
    page = home(phone, js)
    type_in(page, tap, "I need", "points")
    type_in(page, tap, "Near (ZIP or city)", "2118")
    tap(page, "button", "Find places")
    page.get_by_text("This one is too short.").wait_for()
    assert page.get_by_role("textbox", name="Near (ZIP or city)").input_value() == "2118"
    tap(page, "button", "02118 (Boston, MA)")
    assert len(listed(page)) == 5


# --- All that can be needed, on a small screen ---------------------------------------------------


def test_needs_are_folded_by_group_and_open_with_a_thumb(phone, tap, town):
    page = phone(js=False, width=320, height=568)
    page.goto("/find/")
    assert page.evaluate("document.documentElement.scrollHeight") < 3000
    tap(page, "checkbox", "New syringes")
    food = page.get_by_role("checkbox", name="Food")
    assert not food.is_visible()
    fold = page.locator("summary", has=page.get_by_role("heading", name="Basics"))
    assert fold.bounding_box()["height"] >= 48
    fold.click()
    food.check()


@with_scripts_or_not
def test_a_group_with_a_tick_in_it_stands_open(phone, town, js):
    page = phone(js=js)
    page.goto("/find/?need=food")
    assert page.get_by_role("checkbox", name="Shower").is_visible()


# --- The whole of it, on the real directory -----------------------------------------------------


def the_states_syringe_programs():
    """The listings we ship for Massachusetts that give syringes, as they are."""
    _credit, listings = listings_file.read(listings_file.FOLDER / "ma-harm-reduction.tsv")
    for one in listings:
        if "syringes" in one.needs and one.point:
            given.service(
                one.name, needs=one.needs, at=one.point, street=one.address_1, city=one.city,
                call="".join(one.phone[:1]),
            )  # fmt: skip


def test_a_stranger_finds_points_near_02118_and_calls_in_four_taps(phone, tap, transactional_db):
    """The promise of the first thing that works, word for word, without JavaScript."""
    given.content()
    the_states_syringe_programs()
    page = home(phone, js=False)
    type_in(page, tap, "I need", "points")
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    assert len(listed(page)) == 20
    first = page.locator("#results-list > li").first
    told = first.inner_text()
    assert "Boston" in told and "New syringes" in told
    assert "Hours not listed. Call." in told and "Not checked yet. Call first." in told
    far = page.locator("#results-list > li b:has-text('mile')").all_inner_texts()
    miles = [float(words.split()[-2]) for words in far]
    assert len(miles) == 20 and miles == sorted(miles) and miles[0] < 2
    call = first.get_by_role("link", name="Call")
    record = ServiceAtLocation.objects.get(
        pk=UUID(first.get_attribute("id").removeprefix("place-"))
    )
    assert call.get_attribute("href") == record.service.phones.get().href
    tap(page, "link", call.inner_text())
    assert tap.count == 4 and phone.strangers == []
