"""Small screens, words twice as large, and thumbs: nothing sticks out, nothing is too small to hit.

In a real Chromium, on every page a reader can ask for. How a page reads is test_pages.py's.
"""

import pytest

from tests import public_pages

NARROW = 320
TWICE = "document.documentElement.style.fontSize = '225%'"  # ours is 112.5 % of the reader's own

STICKS_OUT = """() => {
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.checkVisibility() && !e.closest(".row, .unseen, .first"))
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
    .map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 30)}`);
}"""

# A link in a sentence is as high as its line; what stands alone is for a thumb.
TOO_SMALL = """() => {
  const inWords = (e) => getComputedStyle(e).display === "inline"
    && e.closest("p, li, dd, h2, h3").innerText.trim().length > e.innerText.trim().length + 3;
  return [...document.querySelectorAll("a[href]:not(.first), button, summary, .chip")]
    .filter((e) => e.checkVisibility() && !e.matches("details:not([open]) > :not(summary) *"))
    .filter((e) => !inWords(e) && e.getBoundingClientRect().height < 48)
    .map((e) => `${e.innerText.slice(0, 40)} ${e.getBoundingClientRect().height}`);
}"""

WHOLE = """(numbers) => numbers.every((e) => e.getClientRects().length === 1
  && e.getBoundingClientRect().right < e.closest("a").getBoundingClientRect().right - 8)"""


@pytest.fixture
def town(transactional_db):
    return public_pages.town()


def every_page(page, town):
    """Goes to each page in turn, then to the question which of several towns is meant."""
    for address in [*public_pages.pages(town), "/need/spot_line/", "/nowhere/"]:
        page.goto(address)
        yield address
    page.goto("/find/")
    page.get_by_role("textbox", name="I need").fill("points")
    page.get_by_role("textbox", name="Near (ZIP or city)").fill("springfield")
    page.get_by_role("button", name="Find places").first.click()
    page.get_by_text("Which one?").wait_for()
    yield "which one"


def test_words_twice_as_large_do_not_stick_out_of_a_narrow_phone(phone, town):
    page = phone(js=False, width=NARROW, height=568, is_mobile=False)
    for address in every_page(page, town):
        page.evaluate(TWICE)
        assert page.evaluate(STICKS_OUT) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, address


@pytest.mark.parametrize("address", ["/lines/", "/near/02118/?need=syringes", "service"])
def test_a_phone_number_is_never_broken_in_two(phone, town, address):
    page = phone(js=False, width=NARROW, height=568)
    page.goto(town.service.get_absolute_url() if address == "service" else address)
    for larger in ("", TWICE):
        page.evaluate(larger)
        numbers = page.locator("a[href^='tel:'] bdi, a[href^='sms:'] bdi")
        assert numbers.count() > 0
        assert numbers.evaluate_all(WHOLE)


def test_tiles_stand_in_one_column_when_words_are_twice_as_large(phone, town):
    page = phone(js=False, width=NARROW, height=568)
    page.goto("/")
    columns = "new Set([...document.querySelectorAll('.tiles li')].map((e) => e.offsetLeft)).size"
    assert page.evaluate(columns) == 2
    page.evaluate(TWICE)
    assert page.evaluate(columns) == 1


@pytest.mark.parametrize("width", [NARROW, 390, 1280])
def test_what_stands_alone_to_be_tapped_is_48_pixels_high(phone, town, width):
    page = phone(js=False, width=width, is_mobile=False)
    for address in every_page(page, town):
        assert page.evaluate(TOO_SMALL) == [], address
