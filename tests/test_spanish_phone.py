"""Spanish words are longer: they still fit a narrow phone, also twice as large."""

from tests.test_big_words import NARROW, STICKS_OUT, TOO_SMALL, TWICE, town  # noqa: F401

PAGES = (
    *("/es/", "/es/now/", "/es/lines/", "/es/need/", "/es/find/", "/es/need/syringes/"),
    *("/es/learn/overdose/", "/es/near/02118/?need=syringes"),
)


def test_spanish_fits_a_narrow_phone_and_a_thumb(phone, town):  # noqa: F811
    page = phone(js=False, width=NARROW, height=568, is_mobile=False)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate(TOO_SMALL) == [], address
        name, link = page.locator(".mark").bounding_box(), page.locator(".tongue").bounding_box()
        assert name["y"] == link["y"], "the language link takes a row from the steps"
        page.evaluate(TWICE)
        assert page.evaluate(STICKS_OUT) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, address


def test_a_search_in_spanish_stays_there_with_javascript(phone, town):  # noqa: F811
    page = phone()
    page.goto("/es/")
    page.get_by_label("Me hace falta").fill("jeringas")
    page.get_by_label("Cerca de").fill("02118")
    page.get_by_label("Cerca de").press("Enter")
    page.locator("#results-list").wait_for()
    page.get_by_role("link", name="Corner Exchange", exact=True).click()
    assert "/es/service/" in page.url
    page.get_by_role("link", name="English").click()
    assert "/es/" not in page.url and page.locator("html").get_attribute("lang") == "en"
    assert phone.complaints == []
