"""An outreach worker at a locked door says so on a small phone, with JavaScript and without."""

import pytest

from resources import reporting
from resources.models import Report
from tests import given

with_scripts_or_not = pytest.mark.parametrize("js", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def corner(transactional_db, time_machine):
    time_machine.move_to(given.TUESDAY_10)
    given.content()
    place = given.service("Corner Exchange", needs=["syringes"], at=given.SOUTH_END, hours="24/7")
    place.clock = time_machine
    return place


@pytest.fixture
def listing(phone, corner):
    def opened(js, **more):
        page = phone(js=js, **more)
        page.goto(f"/service/{corner.service_id}/")
        return page

    return opened


def read_for_a_while(corner):
    """Nobody reads the page and decides within its first three seconds."""
    corner.clock.shift(4)


@with_scripts_or_not
def test_a_wrong_listing_is_reported_in_three_taps(phone, listing, corner, tap, js):
    page = listing(js)
    tap(page, "link", "Something wrong?")
    read_for_a_while(corner)
    tap(page, "radio", "Closed")
    tap(page, "button", "Send")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert tap.count == 3
    assert Report.objects.get().kind == "closed"
    assert page.url.endswith("/thanks/")
    for name in ("Call 911", "Find places near you", "Help lines"):
        assert page.get_by_role("main").get_by_role("link", name=name).is_visible()
    assert page.context.cookies() == [] and phone.strangers == [] and phone.complaints == []


@with_scripts_or_not
def test_with_a_note_it_takes_four(listing, corner, tap, js):
    page = listing(js)
    tap(page, "link", "Something wrong?")
    read_for_a_while(corner)
    tap(page, "radio", "Wrong hours")
    tap(page, "textbox", "What should it say?")
    page.keyboard.type("Shuts at 3")
    tap(page, "button", "Send")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert tap.count == 4
    report = Report.objects.get()
    assert (report.kind, report.note) == ("hours", "Shuts at 3")


@with_scripts_or_not
def test_sent_without_a_reason_or_far_too_late_nothing_is_lost(phone, listing, corner, tap, js):
    page = listing(js)
    tap(page, "link", "Something wrong?")
    tap(page, "textbox", "What should it say?")
    page.keyboard.type("Shuts at 3")
    corner.clock.shift(25 * 3600)
    tap(page, "button", "Send")
    page.get_by_text("This page was open too long.").wait_for()
    page.get_by_text("Pick what is wrong.").wait_for()
    read_for_a_while(corner)
    tap(page, "radio", "Moved")
    tap(page, "button", "Send")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert Report.objects.get().note == "Shuts at 3"


def test_the_form_fits_a_small_phone_and_hides_its_trap(listing, tap):
    page = listing(False, width=320, height=568)
    tap(page, "link", "Something wrong?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.get_by_role("textbox").count() == 1, "the trap is no box for a screen reader"
    assert not page.locator("input[name=more]").is_visible()
    for chip in page.locator(".chip").all():
        assert chip.bounding_box()["height"] >= 48
    box = page.get_by_role("textbox").bounding_box()
    assert box["height"] >= 48 and box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert page.get_by_role("link", name="Leave", exact=True).is_visible()


def test_with_the_keyboard_alone(listing, corner):
    page = listing(False)
    page.get_by_role("link", name="Something wrong?").press("Enter")
    read_for_a_while(corner)
    page.get_by_role("radio", name="Closed").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("No sign")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    assert Report.objects.get().note == "No sign"


@with_scripts_or_not
def test_the_next_person_is_warned_in_the_list(phone, corner, tap, js):
    for network in ("203.0.113.7", "203.0.113.8"):
        told = {"kind": "closed", "note": "", "place": None, "network": network}
        reporting.take(service=corner.service, today=given.TUESDAY_10.date(), **told)
    page = phone(js=js)
    page.goto("/")
    tap(page, "link", "New syringes")
    tap(page, "textbox", "Near (ZIP or city)")
    page.keyboard.type("02118")
    tap(page, "button", "Find places")
    page.get_by_text("Someone told us this may have changed.").wait_for()
