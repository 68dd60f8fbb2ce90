"""A page on paper: all of it, nothing to press, and where it is from. For who hands out lists."""

import pytest

from tests import given, public_pages


@pytest.fixture
def town(transactional_db):
    return public_pages.town()


def test_paper_holds_what_a_screen_folds_and_nothing_to_press(phone, town):
    page = phone(dark=True)
    page.emulate_media(media="print")
    page.goto("/near/02118/?need=syringes")
    first = page.locator("#results-list > li").first
    assert first.get_by_text("Cost not known. Ask.").bounding_box()["height"] > 0
    assert first.get_by_text("617-555-0123").is_visible()
    for gone in ("button", "nav", ".refine", "summary:has-text('Change')", ".quiet", "label"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(24, 19, 27)"
    page.goto("/now/")
    assert page.get_by_text("Send somebody.").bounding_box()["height"] > 0


def test_paper_says_its_site_and_day_but_not_which_page(phone, town, live_server):
    page = phone()
    page.clock.install(time=given.TUESDAY_10)
    page.emulate_media(media="print")
    page.goto("/near/02118/?need=syringes")
    after = "getComputedStyle(document.querySelector('.mark'), '::after').content"
    host = live_server.url.removeprefix("http://")
    assert page.evaluate(after) == f'"{host} March 10, 2026"'
