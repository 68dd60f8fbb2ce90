"""From a story to a real door: how many taps, and that the phone and the server keep none of it."""

import pytest
from django.core.management import call_command

from tests import given
from tests.test_crawl import KEPT, NOTHING
from tests.test_journeys import home, listed, the_states_syringe_programs, type_in
from tests.test_journeys import with_scripts_or_not as with_or_without

STORY = "What would help Jessica?"


@pytest.fixture
def town(transactional_db):
    given.content()
    call_command("load_principles", verbosity=0)
    the_states_syringe_programs()


def near_02118(page, tap):
    type_in(page, tap, "Near (ZIP or city)", "02118")
    tap(page, "button", "Find places")
    first = page.locator("#results-list > li").first
    first.wait_for()
    assert "Boston" in first.inner_text() and "About 0." in first.inner_text()
    assert len(listed(page)) >= 5 and "02118" not in page.url


@with_or_without
def test_jessica_is_walked_to_real_places_in_nine_taps(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", STORY)
    for number in range(2, 8):
        page.get_by_text(f"step {number - 1} of 7").wait_for()
        tap(page, "link", "Next:")
    page.get_by_role("heading", name="Needs and places").wait_for()
    near_02118(page, tap)
    assert tap.count <= 9
    assert phone.strangers == [] and phone.complaints == []


@with_or_without
def test_by_what_could_go_wrong_it_takes_seven_at_most(phone, tap, town, js):
    page = home(phone, js)
    tap(page, "link", STORY)
    tap(page, "link", "Skip to what could go wrong")
    page.get_by_role("heading", name="What could go wrong?").wait_for()
    tap(page, "link", "Next:")
    page.get_by_role("heading", name="What could help?").wait_for()
    tap(page, "link", "Next:")
    near_02118(page, tap)
    assert tap.count <= 7


def test_what_could_go_wrong_is_two_taps_from_the_cases_and_back_goes_back(phone, tap, town):
    page = phone(js=False)
    page.goto("/case/")
    tap(page, "link", "Jessica’s story")
    tap(page, "link", "Skip to what could go wrong")
    assert page.get_by_role("checkbox", name="Overdose after a break").is_visible()
    assert tap.count == 2
    page.go_back()
    page.get_by_role("heading", name="The story").wait_for()


@with_or_without
def test_what_is_ticked_goes_nowhere_and_is_not_kept(phone, town, js):
    page = phone(js=js)
    for address in ("/case/jessica/harms/", "/case/own/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before = len(phone.requested)
        boxes = page.get_by_role("main").get_by_role("checkbox")
        for number in range(3):
            boxes.nth(number).check()
        assert len(phone.requested) == before and page.url.endswith(address)
        assert page.evaluate(KEPT) == NOTHING
        page.reload()
        assert not any(box.is_checked() for box in boxes.all())
    assert page.context.cookies() == [] and phone.complaints == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_picture_is_readable_on_the_smallest_phone(phone, town, dark):
    page = phone(js=False, width=320, height=568, dark=dark)
    page.goto("/case/jessica/harms/")
    drawing = page.get_by_role("img", name="Drug, set and setting")
    assert 250 <= drawing.bounding_box()["width"] <= 288
    numbers = drawing.locator("text")
    heights = [one.bounding_box()["height"] for one in numbers.all()]
    assert len(heights) == 22 and min(heights) >= 12
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_paper_holds_the_whole_case(phone, town):
    page = phone()
    page.emulate_media(media="print")
    page.goto("/case/jessica/all/")
    last = page.get_by_text("Drug Policy Facts")
    assert last.bounding_box()["height"] > 0
    assert page.get_by_text("What a peer can say in a minute").is_visible()
    assert page.get_by_role("img", name="Drug, set and setting").is_visible()
