"""Staff say when a place is open, in rows and ticks, and lose nothing they typed."""

import pytest
from bs4 import BeautifulSoup
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.urls import path, reverse

from resources.admin.hours_form import HOURS_FIELDS, ROW_NAMES, ScheduleForm
from resources.models import Location, Organization, Schedule, Service, ServiceAtLocation


def typed(**fields):
    """What a browser sends: row_1=("mo tu", "9 am", "5 pm", past_midnight or not)."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        if name not in ROW_NAMES:
            data[name] = value
            continue
        days, data[f"{name}_opens"], data[f"{name}_closes"], *past_midnight = value
        data.setlist(f"{name}_days", days.split())
        if past_midnight:
            data[f"{name}_past_midnight"] = "on"
    return data


def form_for(saved="", **fields):
    return ScheduleForm(typed(**fields), instance=Schedule(opening_hours=saved))


def hours_after(saved="", **fields):
    form = form_for(saved, **fields)
    assert form.is_valid(), form.errors
    return form.instance.opening_hours


def page_of(form):
    return BeautifulSoup(form.as_div(), "html.parser")


def test_staff_fill_in_rows():
    text = hours_after(
        row_1=("mo tu we th fr", "9", "5 pm"),
        row_3=("sa", "10 pm", "2am", "on"),
        closed_on_holidays="on",
    )
    assert text == "Mo-Fr 09:00-17:00, Sa 22:00-02:00; PH off"


@pytest.mark.parametrize(
    ("tick", "text"), [("always_open", "24/7"), ("by_appointment", 'unknown "by appointment"')]
)
def test_one_tick_is_enough(tick, text):
    assert hours_after(**{tick: "on"}) == text


def test_an_empty_form_says_nothing_of_hours():
    assert hours_after(note="Ring the bell.") == ""
    assert not form_for().has_changed()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("mo", "5 pm", "9 am"), "It closes before it opens."),
        (("mo", "9 am", ""), "Write both times"),
        (("", "9 am", "5 pm"), "Tick at least one day"),
        (("mo", "25:00", "5 pm"), "There is no time “25:00”"),
        (("mo", "1", "5 pm"), "Is “1” am or pm?"),
        (("mo", "<script>", "5 pm"), "is not a time"),
    ],
)
def test_a_bad_row_says_why_beside_it_and_keeps_what_was_typed(row, words):
    form = form_for(row_1=("su", "8:15", "9 am"), row_2=row, note="Side door")
    assert list(form.errors) == ["row_2"]
    assert words in form.errors["row_2"][0]
    page = page_of(form)
    assert page.find(id="id_row_1_opens")["value"] == "8:15"
    assert page.find(id="id_row_2_opens")["value"] == row[1]
    assert page.find(id="id_row_2_closes")["value"] == row[2]
    assert page.find(id="id_row_2_opens")["aria-invalid"] == "true"
    ticked = page.select("input[name=row_2_days][checked]")
    assert [box["value"] for box in ticked] == row[0].split()
    assert page.find(id="id_note")["value"] == "Side door"


def test_every_bad_row_is_told_at_once():
    form = form_for(row_1=("mo", "5 pm", "9 am"), row_2=("mo", "x", "y"))
    assert list(form.errors) == ["row_1", "row_2"]


def test_overlapping_rows_are_told_at_the_later_one():
    form = form_for(row_1=("mo", "9 am", "noon"), row_4=("mo", "11 am", "1 pm"))
    assert form.errors["row_4"] == ["On Monday these times run into row 1."]


def test_contradicting_ticks_are_told():
    assert not form_for(always_open="on", by_appointment="on").is_valid()
    assert "row_1" in form_for(always_open="on", row_1=("mo", "9 am", "noon")).errors


def test_saved_hours_come_back_in_rows_and_in_words():
    form = ScheduleForm(instance=Schedule(opening_hours="Mo-Tu 09:30-12:00; PH off"))
    page = page_of(form)
    assert "Monday, Tuesday, 9:30 am to noon. Closed on public holidays." in page.text
    assert page.find(id="id_row_1_opens")["value"] == "9:30 am"
    assert page.find(id="id_row_1_closes")["value"] == "noon"
    assert [box["value"] for box in page.select("input[name=row_1_days][checked]")] == ["mo", "tu"]
    assert page.find(id="id_closed_on_holidays").has_attr("checked")
    assert "PH off" not in str(page) and "Mo-Tu" not in str(page)


@pytest.mark.parametrize(
    "saved",
    ["Fr 22:00-02:00, Sa 00:00-24:00", "24/7; PH off", 'Mo 10:00-20:00 unknown "by appointment"'],
)
def test_saving_what_is_shown_changes_nothing(saved):
    """A browser sends back what the page holds."""
    page = page_of(ScheduleForm(instance=Schedule(opening_hours=saved)))
    data = QueryDict(mutable=True)
    for box in page.select("input[type=text], input[checked]"):
        data.appendlist(box["name"], box.get("value", "on"))
    form = ScheduleForm(data, instance=Schedule(opening_hours=saved))
    assert form.is_valid() and form.instance.opening_hours == saved


def test_clearing_the_rows_clears_the_hours():
    assert hours_after("Mo 09:00-12:00") == ""


BEYOND = "Tu[2,4] 10:00-12:00"


def test_hours_beyond_rows_are_shown_in_words_and_kept():
    page = page_of(ScheduleForm(instance=Schedule(opening_hours=BEYOND)))
    assert "a rule that rows cannot hold" in page.text and "Tuesday: " in page.text
    assert "Tu[2,4]" not in str(page)
    assert page.find(id="id_replace_hours")["type"] == "checkbox"
    assert hours_after(BEYOND, note="New note") == BEYOND


def test_hours_beyond_rows_are_replaced_only_on_a_tick():
    rows = {"row_1": ("mo", "9 am", "noon")}
    form = form_for(BEYOND, **rows)
    assert "Tick this to use what you wrote below" in form.errors["replace_hours"][0]
    assert form.instance.opening_hours == BEYOND
    assert hours_after(BEYOND, replace_hours="on", **rows) == "Mo 09:00-12:00"


def test_unreadable_hours_are_shown_as_they_came_and_say_what_readers_see():
    page = page_of(ScheduleForm(instance=Schedule(opening_hours="<b>most days</b>")))
    assert "Readers see “Hours not listed”." in page.text and "<b>most days</b>" in page.text
    assert page.find("b") is None
    doubtful = page_of(ScheduleForm(instance=Schedule(opening_hours="sunrise-sunset")))
    assert "leaves room for doubt" in doubtful.text and "sunrise" not in doubtful.text


def test_the_form_needs_no_script_and_no_style():
    page = page_of(ScheduleForm(instance=Schedule()))
    assert page.find(["script", "style"]) is None
    attributes = {name for tag in page.find_all() for name in tag.attrs}
    assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_every_box_has_its_own_label():
    page = page_of(ScheduleForm(instance=Schedule()))
    named = {label.get("for") for label in page.find_all("label")}
    boxes = [box for box in page.find_all("input") if box["type"] != "hidden"]
    assert [box["id"] for box in boxes if box["id"] not in named] == []
    assert len({box["id"] for box in boxes}) == len(boxes)


# --- In an admin --------------------------------------------------------------------------------


class HoursInline(admin.StackedInline):
    model, form, fields = Schedule, ScheduleForm, HOURS_FIELDS


class PlaceAdmin(admin.ModelAdmin):
    inlines = (HoursInline,)


SITE = admin.AdminSite("hours_admin")
SITE.register(ServiceAtLocation, PlaceAdmin)
SITE.register([Service, Location])
urlpatterns = [path("admin/", SITE.urls)]


@pytest.fixture
def place(db):
    service = Service.objects.create(
        organization=Organization.objects.create(name="Corner"), name="Van"
    )
    location = Location.objects.create(
        name="Corner", address_1="1 Main St", city="Boston", state="MA", timezone="America/New_York"
    )
    return ServiceAtLocation.objects.create(service=service, location=location)


@pytest.fixture
def staff(db, client, settings):
    settings.ROOT_URLCONF = __name__
    client.force_login(get_user_model().objects.create_superuser("ana", password="x"))
    return client


def post_hours(staff, place, **fields):
    management = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0"}
    saved = Schedule.objects.filter(service_at_location=place).first()
    if saved:
        management |= {"INITIAL_FORMS": "1", "0-id": str(saved.pk)}
        management["0-service_at_location"] = str(place.pk)
    data = QueryDict(mutable=True)
    data.update({"service": str(place.service_id), "location": str(place.location_id)})
    for name, value in management.items():
        data[f"schedule-{name}"] = value
    for name, values in typed(**fields).lists():
        data.setlist(f"schedule-0-{name}", values)
    where = reverse("admin:resources_serviceatlocation_change", args=[place.pk], urlconf=__name__)
    return staff.post(where, data.urlencode(), content_type="application/x-www-form-urlencoded")


def test_hours_are_saved_and_corrected_in_an_inline(staff, place):
    assert post_hours(staff, place, row_1=("mo", "9 am", "5 pm")).status_code == 302
    assert place.__class__.objects.get().schedule.opening_hours == "Mo 09:00-17:00"
    assert post_hours(staff, place, row_1=("mo", "9 am", "6 pm")).status_code == 302
    assert Schedule.objects.get().opening_hours == "Mo 09:00-18:00"


def test_an_untouched_inline_makes_no_schedule(staff, place):
    assert post_hours(staff, place).status_code == 302
    assert not Schedule.objects.exists()


def test_a_refused_row_comes_back_in_the_admin_as_it_was_typed(staff, place):
    answer = post_hours(staff, place, row_1=("mo we", "5 pm", "9 am"), note="Side door")
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200 and "It closes before it opens." in page.text
    assert page.find(id="id_schedule-0-row_1_opens")["value"] == "5 pm"
    assert len(page.select("input[name=schedule-0-row_1_days][checked]")) == 2
    assert page.find(id="id_schedule-0-note")["value"] == "Side door"
    assert not Schedule.objects.exists()


def test_hours_that_somebody_saved_meanwhile_are_not_written_over_unseen():
    opened = form_for("Mo 09:00-17:00")
    shown = {"made_from": opened.initial["made_from"], "note": "Ring."}
    monday = {"row_1": ("mo", "9 am", "5 pm")}
    late = form_for('Mo 09:00-17:00; 2099 Jan 5 off "closed today"', **shown, **monday)
    assert not late.is_valid()
    assert "Somebody changed these hours" in str(late.non_field_errors())
    assert "Ring." in str(page_of(late)), "what was typed stays"
    again = form_for("Mo 09:00-17:00", **{**shown, "made_from": opened.initial["made_from"]})
    assert again.is_valid()
    seen = page_of(late).select_one("[name=made_from]")["value"]
    assert seen != opened.initial["made_from"], "the next save is meant"
