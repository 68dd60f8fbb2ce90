"""What people came to learn, on a small phone, counted in taps; with scripts and without."""

import pytest
from django.core.management import call_command

with_scripts_or_not = pytest.mark.parametrize("js", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def site(transactional_db):
    call_command("load_content", verbosity=0)
    call_command("load_principles", verbosity=0)


@with_scripts_or_not
def test_one_line_on_the_strip_is_answered_in_three_taps(phone, tap, site, js):
    page = phone(js=js)
    page.goto("/")
    tap(page, "link", "Learn")
    tap(page, "link", "What’s in it?")
    page.get_by_text("On most strips, 1 line means found.").wait_for()
    assert tap.count <= 3 and page.context.cookies() == []


@with_scripts_or_not
def test_one_line_on_the_strip_is_answered_by_asking(phone, tap, site, js):
    call_command("reindex", verbosity=0)
    page = phone(js=js)
    page.goto("/learn/")
    tap(page, "textbox", "What do you want to know?")
    page.keyboard.type("what does one line on the strip mean")
    tap(page, "button", "Search")
    page.get_by_role("link", name="What’s in it?").first.wait_for()
    assert "strip" not in page.url


@with_scripts_or_not
def test_the_other_language_is_one_tap_and_the_same_page(phone, tap, site, js):
    page = phone(js=js)
    page.goto("/learn/tolerance/")
    tap(page, "link", "Español")
    page.wait_for_url("**/es/learn/tolerance/")
    assert page.locator("html").get_attribute("lang") == "es"
    tap(page, "link", "English")
    page.wait_for_url(
        lambda address: address.endswith("/learn/tolerance/") and "/es/" not in address
    )
    assert page.context.cookies() == []
