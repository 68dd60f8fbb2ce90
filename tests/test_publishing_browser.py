"""Publishing at a real browser, with scripts and without: what staff do without anybody's code."""

import pytest
from django.core.management import call_command

from principles.models import Guide, Principle

pytest_plugins = ["tests.staff"]

PASSWORD = "a-long-password-1"
LAPTOP = {"width": 1280, "height": 900, "is_mobile": False, "has_touch": False}
OLD, NEW = "People who use drugs help plan", "People who use drugs run the show."
LONG = "Being poor, racism, being alone and old hurts all make harm worse. None is your fault."


@pytest.fixture
def site(transactional_db):
    call_command("load_content", verbosity=0)
    call_command("load_principles", verbosity=0)


@pytest.fixture
def at_the_screen(phone, django_user_model, site):
    """A browser signed in as that member of staff."""

    def signed_in(name, **screen):
        django_user_model.objects.create_superuser(name, password=PASSWORD)
        page = phone(**LAPTOP, **screen)
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        return page

    return signed_in


def read(page, address):
    """What a reader gets there, in a page of its own."""
    other = page.context.new_page()
    other.goto(address)
    words = other.locator("main").inner_text()
    other.close()
    return words


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_a_plain_line_is_changed_previewed_published_and_put_back(phone, at_the_screen, js):
    page = at_the_screen("ana", js=js)
    base = page.url.split("/admin/")[0]
    page.get_by_role("link", name="Principles", exact=True).click()
    page.get_by_role("link", name=OLD).click()
    page.get_by_label("Plain line").fill(LONG)
    assert page.get_by_label("Plain line").evaluate("box => box.scrollWidth <= box.clientWidth")
    page.get_by_label("Plain line").fill(NEW)
    page.get_by_role("button", name="Save the draft").click()
    assert NEW not in read(page, f"{base}/harm-reduction/5/")

    page.get_by_role("link", name="See the draft as a reader").click()
    assert NEW in page.locator("main").inner_text()
    page.get_by_text("Only staff see this").wait_for()
    page.go_back()
    page.get_by_role("button", name="Publish version").click()
    assert NEW in read(page, f"{base}/harm-reduction/5/")

    page.get_by_role("link", name="Versions").click()
    page.get_by_role("link", name="Version 1", exact=True).click()
    page.get_by_role("button", name="Bring this version back").click()
    page.get_by_role("button", name="Publish version").click()
    told = read(page, f"{base}/harm-reduction/5/")
    assert NEW not in told and OLD in told
    assert Principle.objects.get(pk=5).edition == 3
    assert phone.complaints == [] and phone.strangers == []


def test_a_change_to_what_to_do_now_takes_two_people(phone, at_the_screen):
    ana = at_the_screen("ana")
    base = ana.url.split("/admin/")[0]
    ana.goto(f"{base}/admin/principles/guide/{Guide.objects.get(slug='overdose').pk}/change/")
    ana.locator("#id_steps-0-do").fill("Shout their name.")
    ana.get_by_role("button", name="Save the draft").click()
    ana.get_by_text("somebody who did not write it publishes it").wait_for()
    assert ana.get_by_role("button", name="Publish version").count() == 0
    assert "Shout their name." not in read(ana, f"{base}/now/")

    bo = at_the_screen("bo")
    bo.goto(ana.url)
    bo.get_by_role("link", name="See the draft as a reader: /now/").click()
    bo.get_by_text("as readers would get it at /now/").wait_for()
    assert "Shout their name." in bo.locator("main").inner_text()
    bo.get_by_role("link", name="Back to the draft").click()
    bo.get_by_role("button", name="Publish version").click()
    bo.get_by_text("Published. Readers see it now.").wait_for()
    assert "Shout their name." in read(bo, f"{base}/now/")


def test_a_fact_with_its_source_is_published_in_six_taps(phone, at_the_screen, tap):
    page = at_the_screen("ana")
    base = page.url.split("/admin/")[0]
    tap(page, "link", "Guides", exact=True)
    tap(page, "link", "Used points: sharps")
    tap(page, "button", "Add another Fact")
    fact = page.locator(".dynamic-facts").last
    fact.locator("textarea").fill("Keep the box where children can’t reach it.")
    fact.locator(".select2-search__field").click()
    page.keyboard.type("S53")
    page.locator(".select2-results__option", has_text="S53").click()
    tap(page, "button", "Save the draft")
    tap(page, "button", "Publish version")
    page.get_by_text("Published. Readers see it now.").wait_for()
    # The box for the source is one more: a field focus.
    assert tap.count + 1 <= 6
    assert "Keep the box where children" in read(page, f"{base}/learn/sharps/")


def test_a_fact_without_a_source_is_kept_and_not_published(at_the_screen):
    page = at_the_screen("ana")
    base = page.url.split("/admin/")[0]
    sharps = Guide.objects.get(slug="sharps")
    page.goto(f"{base}/admin/principles/guide/{sharps.pk}/change/")
    page.get_by_role("button", name="Add another Fact").click()
    page.locator(".dynamic-facts textarea").last.fill("Nobody says so.")
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_text("This names no source: “Nobody says so.”").wait_for()
    assert page.get_by_role("button", name="Publish version").count() == 0
    assert page.locator(".dynamic-facts textarea").last.input_value() == "Nobody says so."
