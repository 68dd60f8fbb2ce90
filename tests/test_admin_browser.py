"""Staff at a real browser, under the same policy as readers: nothing is blocked, nothing breaks."""

import pytest

from tests import given
from tests.phones import wait_for

pytest_plugins = ["tests.staff"]

PASSWORD = "a-long-password-1"
LAPTOP = {"width": 1280, "height": 900, "is_mobile": False, "has_touch": False}


@pytest.fixture
def sign_in(phone, django_user_model):
    def signed_in(**screen):
        django_user_model.objects.create_superuser("ana", password=PASSWORD)
        page = phone(**screen)
        page.goto("/admin/")
        page.get_by_label("Username").fill("ana")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="What you can change").wait_for()
        return page

    return signed_in


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_staff_correct_a_phone_and_write_hours(phone, sign_in, corner, js):
    page = sign_in(js=js, **LAPTOP)
    page.get_by_role("link", name="Services", exact=True).click()
    page.locator("#searchbar").fill("corner")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The Corner").click()
    page.locator("#id_phones-0-number").fill("617.555.0199")
    page.get_by_role("button", name="Save, then change hours").click()

    row = page.locator("#schedule-0 .field-row_1")
    for day in ("Mon", "Tue", "Fri"):
        row.get_by_label(day).check()
    row.get_by_label("Opens").fill("10 am")
    row.get_by_label("Closes").fill("2:30 pm")
    page.get_by_role("button", name="Save", exact=True).click()

    assert (
        "Monday, Tuesday, Friday, 10 am to 2:30 pm." in page.locator("#places-group").inner_text()
    )
    page.goto(corner.service.get_absolute_url())
    told = page.locator("main").inner_text()
    assert "617-555-0199" in told and "10 am to 2:30 pm" in told
    assert phone.complaints == [] and phone.strangers == []


def test_a_line_that_is_down_is_pulled_in_four_taps_on_a_phone(phone, sign_in, tap, db):
    from resources.models import HelpLine

    HelpLine.objects.create(name="A line", tel="988", what_it_does="Talks", source="Us")
    page = sign_in(width=390, height=844)
    tap(page, "link", "Help lines", exact=True)
    page.locator("#id_form-0-is_down").tap()
    tap(page, "button", "Save", exact=True)
    page.get_by_text("was changed successfully").wait_for()
    assert HelpLine.objects.get().is_down and tap.count + 1 <= 4
    assert phone.complaints == []


def test_what_there_is_to_do_is_seen_at_once_and_one_tap_away(phone, sign_in, tap, db):
    from resources.models import HelpLine

    HelpLine.objects.create(name="A line", tel="988", what_it_does="Talks", source="Us")
    page = sign_in(width=320, height=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tap(page, "link", "Help lines nobody has called: 1")
    page.get_by_role("link", name="A line").wait_for()
    assert tap.count == 1 and phone.complaints == []


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_one_listing_is_checked_in_three_taps_and_a_whole_list_in_four(
    phone, sign_in, tap, corner, js
):
    from resources.models import Check, Service

    for number in range(60):
        given.service(f"Place {number}", needs=["syringes"], at=given.SOUTH_END)
    page = sign_in(js=js, width=390, height=844)
    tap(page, "link", "Listings never checked: 61")
    tap(page, "link", "Place 10", exact=True)
    tap(page, "button", "By phone")
    page.get_by_text("was changed successfully").wait_for()
    assert tap.count <= 3
    assert (
        Check.objects.get().service.name == "Place 10" and Check.objects.get().by.username == "ana"
    )

    page.goto("/admin/")
    before = tap.count
    tap(page, "link", "Listings never checked: 60")
    tap(page, "checkbox", "All 60 of this list")
    tap(page, "button", "By a visit")
    page.get_by_text("60 listings checked today.").wait_for()
    assert tap.count - before <= 4
    assert Service.objects.filter(verified_by="visit").count() == 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.complaints == [] and phone.strangers == []


def test_a_new_service_is_put_together_by_picking_and_typing(phone, sign_in, corner):
    page = sign_in(**LAPTOP)
    page.goto("/admin/resources/service/add/")
    pick(page, page.locator(".field-organization .select2"), "Main", "Main Org")
    page.get_by_label("Name:", exact=True).fill("Night van")
    page.get_by_text("Add another Phone").click()
    page.locator("#id_phones-1-number").fill("617-555-0144")
    page.get_by_text("Add another Place").click()
    pick(page, page.locator("#places-0 .select2"), "12 Main", "12 Main St, Boston, MA")
    page.get_by_label("New syringes").check()
    page.locator(".field-last_verified").get_by_role("link", name="Today").click()
    page.get_by_label("Checked how").select_option("call")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("was added successfully").wait_for()
    made = corner.service.organization.services.get(name="Night van")
    assert made.places.get().location == corner.location and made.phones.get().type == "voice"
    assert made.last_verified and phone.complaints == []


def pick(page, box, typed, shown):
    """As a person does in Django's box: open it, type, choose what is offered."""
    box.click()
    page.locator(".select2-search__field").last.fill(typed)
    page.locator(".select2-results__option", has_text=shown).click()


def test_dates_come_from_a_calendar_and_a_new_organization_from_its_own_window(
    phone, sign_in, corner
):
    page = sign_in(**LAPTOP)
    page.goto(f"/admin/resources/service/{corner.service.pk}/change/")
    page.locator(".field-last_verified .datetimeshortcuts a").nth(1).click()
    page.locator(".calendarbox td a").first.click()
    assert page.locator("#id_last_verified").input_value().endswith("-01")
    with page.expect_popup() as opened:
        page.locator("#add_id_organization").click()
    opened.value.get_by_label("Name:").fill("Sister Org")
    opened.value.get_by_role("button", name="Save").click()
    page.get_by_role("textbox", name="Sister Org").wait_for()
    assert phone.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
def test_every_screen_of_the_staff_obeys_the_policy_and_fits(phone, sign_in, corner, width):
    page = sign_in(width=width, height=900)
    service, place = corner.service.pk, corner.place.pk
    for screen in (
        *("", "resources/service/", "resources/service/?q=corner", "resources/service/add/"),
        *(f"resources/service/{service}/{what}/" for what in ("change", "delete", "history")),
        f"resources/serviceatlocation/{place}/change/",
        *("resources/location/add/", "resources/need/syringes/change/", "resources/area/"),
        *("resources/helpline/", "principles/principle/add/", "password_change/"),
        *("auth/user/", "auth/user/add/"),
    ):
        assert page.goto(f"/admin/{screen}").status == 200, screen
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{screen} is {wider} px too wide"
    assert phone.complaints == [] and phone.strangers == []


# Words and boxes whose colour is too near what is behind them (WCAG AA), with how near.
TOO_FAINT = """() => {
  const numbers = (said) => said.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, which) => sum + part * [0.2126, 0.7152, 0.0722][which], 0);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const colour = numbers(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const faint = {};
  for (const one of document.querySelectorAll("body *")) {
    const words = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const box = one.matches("select, textarea, input:not([type=hidden], [type=checkbox])");
    if (!(words || box) || !one.checkVisibility() || one.offsetWidth < 2) continue;
    const style = getComputedStyle(one), size = parseFloat(style.fontSize);
    const big = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const [low, high] = [light(numbers(style.color)), light(behind(one))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (big ? 3 : 4.5)) faint[`${one.tagName} ${one.className}`] = ratio.toFixed(2);
  }
  return faint;
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_staff_can_read_every_word_by_day_and_by_night(phone, sign_in, corner, width, dark):
    page = sign_in(width=width, height=900, dark=dark)
    service = corner.service.pk
    for screen in (
        *("", "resources/service/", f"resources/service/{service}/change/"),
        *(f"resources/service/{service}/delete/", "resources/location/add/"),
        *("resources/helpline/", "resources/need/syringes/change/"),
    ):
        page.goto(f"/admin/{screen}")
        assert page.evaluate(TOO_FAINT) == {}, screen
    page.goto(f"/admin/resources/service/{service}/change/")
    page.locator("#id_name").fill("")
    page.evaluate("document.querySelector('#service_form').noValidate = true")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("This field is required.").first.wait_for()
    page.locator(".field-last_verified .datetimeshortcuts a").nth(1).click()
    # What the pointer has left fades to its own colour.
    wait_for(page, lambda: page.evaluate(TOO_FAINT) == {}, "words that can be read")


def test_a_form_that_is_too_old_says_so_in_words(phone, sign_in, corner):
    page = sign_in(**LAPTOP)
    page.goto(f"/admin/resources/service/{corner.service.pk}/change/")
    page.context.clear_cookies()
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_role("heading", name="That form is too old").wait_for()
    assert [said for said in phone.complaints if "403" not in said] == []


def test_a_place_is_closed_for_today_in_five_taps_on_a_phone(phone, sign_in, tap, corner):
    page = sign_in(width=360, height=640)
    tap(page, "link", "Services", exact=True)
    page.locator("#searchbar").tap()
    page.keyboard.type("corner")
    page.keyboard.press("Enter")
    tap(page, "link", "The Corner")
    tap(page, "button", "Closed today")
    page.get_by_role("button", name="Open again").wait_for()
    assert tap.count + 1 <= 5
    page.goto(corner.service.get_absolute_url())
    assert "Closed today." in page.locator("main").inner_text()
    assert phone.complaints == [] and phone.strangers == []


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_dates_are_written_on_a_phone_and_said_in_words_first(phone, sign_in, corner, js):
    page = sign_in(width=360, height=640, js=js)
    page.goto(f"/admin/resources/serviceatlocation/{corner.place.pk}/change/")
    row, line = (page.locator(f"#schedule-0 .field-{name}") for name in ("row_1", "exception_1"))
    row.get_by_label("Tue").check()
    row.get_by_label("Opens").fill("10 am")
    row.get_by_label("Closes").fill("noon")
    row.get_by_text("Not every week, or only a season").tap()
    row.get_by_label("Which weeks").select_option("2")
    line.get_by_label("Date", exact=True).fill("12/24/2099")
    page.get_by_role("button", name="Show in words, do not save yet").tap()
    told = page.get_by_text("Not saved yet. In words: ").inner_text()
    assert "Tuesday, the second of the month, 10 am to noon. Closed on 24 Dec 2099." in told
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Save", exact=True).tap()
    page.get_by_text("was changed successfully").wait_for()
    assert phone.complaints == []
