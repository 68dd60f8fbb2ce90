"""Leave: seen on every page, first to be reached, and gone within a tenth of a second."""

import pytest
from django.core.signals import request_started

from tests import public_pages
from tests.phones import until, wait_for

AT_ONCE_MS = 100
# Once /exit/ was asked: its answer, and the browser dropping its copies. No event tells of that.
DROPPED_MS = 500


@pytest.fixture
def town(transactional_db):
    return public_pages.town()


@pytest.fixture
def dull(settings, live_server):
    """Somewhere dull that is not the internet; another name, so another site to the browser."""
    settings.EXIT_URL = live_server.url.replace("localhost", "127.0.0.1") + "/healthz/"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "127.0.0.1"]
    return settings.EXIT_URL


@pytest.fixture
def asked():
    """Paths the site is asked for: a page that is already gone hears of no answer itself."""
    paths = []

    def note(environ, **_rest):
        paths.append(environ["PATH_INFO"])

    request_started.connect(note)
    yield paths
    request_started.disconnect(note)


def leave_button(page):
    return page.get_by_role("link", name="Leave", exact=True)


@pytest.mark.parametrize("js", [True, False], ids=["scripts", "no scripts"])
def test_one_tap_leaves_from_every_page(phone, town, dull, js):
    page = phone(js=js)
    for address in ("/", "/now/", "/find/", f"/service/{town.service_id}/", "/nowhere/"):
        page.goto(address)
        leave_button(page).click()
        page.wait_for_url(dull)


def test_leave_is_in_sight_and_big_enough_on_every_page(phone, town, dull):
    page = phone(width=320, height=568)
    for address in [*public_pages.pages(town), "/nowhere/", "/find/?lat=42.3"]:
        page.goto(address)
        box = leave_button(page).bounding_box()
        assert min(box["width"], box["height"]) >= 48, address
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320, address
        assert box["y"] >= 0 and box["y"] + box["height"] <= 568, address
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.leave") == dull, address


def test_page_and_title_are_hidden_at_once_however_slow_the_dull_one_is(phone, town, dull):
    page = phone()
    page.route("**/healthz/", lambda route: None)
    page.goto("/need/syringes/")
    hidden_after = page.evaluate(
        """() => {
            const began = performance.now();
            document.querySelector(".bar [data-leave]").click();
            const hidden = getComputedStyle(document.body).visibility === "hidden";
            const dull = document.title === "…";
            return hidden && dull ? performance.now() - began : Infinity;
        }"""
    )
    assert hidden_after <= AT_ONCE_MS


def test_shift_three_times_leaves(phone, town, dull):
    page = phone()
    page.goto("/find/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(dull)


def test_writing_in_capitals_does_not_leave(phone, town, dull):
    page = phone()
    page.goto("/find/")
    for letter in "ABC":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    # Leaving hides the page in the same moment as the key: there is nothing to wait for.
    assert not page.evaluate("document.documentElement.classList.contains('gone')")
    assert page.url.endswith("/find/")


def test_back_after_leaving_does_not_show_the_page_that_was_left(phone, town, dull):
    page = phone()
    page.goto("/about/")
    page.goto(f"/service/{town.service_id}/")
    leave_button(page).click()
    page.wait_for_url(dull)
    page.go_back()
    assert page.url.endswith("/about/")


def test_back_after_leaving_does_not_bring_up_the_places_that_were_found(phone, town, dull, asked):
    page = phone()
    page.goto("/")
    page.get_by_label("I need").click()
    until(page, "window.htmx")
    page.get_by_label("I need").fill("points")
    page.get_by_label("Near").fill("02118")
    page.get_by_label("Near").press("Enter")
    page.get_by_role("link", name="Corner Exchange").first.click()
    page.get_by_role("heading", name="Corner Exchange").wait_for()
    leave_button(page).click()
    page.wait_for_url(dull)
    wait_for(page, lambda: "/exit/" in asked)
    page.wait_for_timeout(DROPPED_MS)
    page.go_back()
    assert "Corner Exchange" not in page.inner_text("body")
    assert "02118" not in page.content()
