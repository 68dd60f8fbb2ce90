"""Staff mend what is wrong, and readers see it at once. Bad values are test_admin_refusals'."""

import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from resources import nearby
from resources.models import (
    Area,
    HelpLine,
    Location,
    NearbyPlace,
    Need,
    NeedGroup,
    NeedSynonym,
    Organization,
    Service,
    ServiceAtLocation,
)

pytest_plugins = ["tests.staff"]


def found_near_boston(client, **asked):
    page = client.post("/find/", {"place": "02118", **asked}).content.decode()
    return BeautifulSoup(page, "html.parser").find(id="results-list")


def told_of(client, service):
    answer = client.get(service.get_absolute_url())
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_a_corrected_phone_shows_at_once(screen, client, corner):
    phone = {"phones-0-number": "(617) 555-0199", "phones-0-extension": "x 12"}
    assert screen(corner.service).save(**phone)
    assert "617-555-0199" in found_near_boston(client).text
    assert "617-555-0199 ext. 12" in told_of(client, corner.service)


def test_a_new_name_shows_at_once(screen, client, corner):
    assert screen(corner.service).save(name="The Blue Van")
    assert "The Blue Van" in found_near_boston(client).text


def test_a_need_ticked_is_found_and_unticked_is_not(screen, client, corner):
    wound = Need.objects.create(id="wound", group=corner.group, label="Wound care")
    assert screen(corner.service).save(needs=["wound"])
    assert "The Corner" in found_near_boston(client, need="wound").text
    assert not NearbyPlace.objects.filter(need="syringes").exists()
    assert list(corner.service.needs.all()) == [wound]


@pytest.mark.parametrize("change", [{"do_not_list": "on"}, {"status": "defunct"}])
def test_a_service_taken_off_is_gone_at_once(screen, client, corner, change):
    assert screen(corner.service).save(**change)
    assert not NearbyPlace.objects.exists()
    assert client.get(corner.service.get_absolute_url()).status_code == 404


def test_a_hidden_place_is_gone_at_once(screen, client, corner):
    assert screen(corner.location).save(visibility="hidden")
    assert not NearbyPlace.objects.exists()
    assert "12 Main St" not in told_of(client, corner.service)


def test_a_place_turned_into_an_area_tells_no_street(screen, client, corner, boston):
    cleared = dict.fromkeys(("address_1", "address_2", "latitude", "longitude"), "")
    assert screen(corner.location).save(visibility="area", area=boston.pk, **cleared)
    assert "Call for the place." in found_near_boston(client).text
    assert "Main St" not in found_near_boston(client).text + told_of(client, corner.service)


def test_a_moved_middle_moves_the_places_shown_by_it(screen, corner, boston):
    Location.objects.filter(pk=corner.location.pk).update(
        visibility="area", area=boston, address_1="", latitude=None, longitude=None
    )
    nearby.reindex_all()
    before = NearbyPlace.objects.get(need=None).z
    assert screen(boston).save(latitude="42.9")
    assert NearbyPlace.objects.get(need=None).z != before


def test_an_organizations_phone_stands_in_for_a_service_without_one(screen, client, corner):
    corner.service.phones.all().delete()
    phone = {"phones-0-number": "617 555 0177", "phones-TOTAL_FORMS": "1"}
    assert screen(corner.service.organization).save(**phone)
    assert "617-555-0177" in found_near_boston(client).text


def test_hours_written_in_rows_show_at_once_and_staff_are_back_at_the_service(
    screen, staff, client, corner
):
    hours = {
        "schedule-0-row_1_days": ["mo", "we"],
        "schedule-0-row_1_opens": "9 am",
        "schedule-0-row_1_closes": "5 pm",
        "schedule-0-note": "Ring the side bell.",
    }
    answer = screen(corner.place).save(**hours)
    assert answer.url == reverse("admin:resources_service_change", args=[corner.service.pk])
    told = told_of(client, corner.service)
    assert "9 am to 5 pm" in told and "Ring the side bell." in told
    service_screen = staff.get(answer.url).content.decode()
    assert "Monday, Wednesday, 9 am to 5 pm." in service_screen
    assert "Mo,We" not in service_screen and "09:00-17:00" not in service_screen


def test_a_renamed_need_is_renamed_on_every_list(screen, client, corner):
    assert screen(Need.objects.get(pk="syringes")).save(label="Fresh points")
    assert "Fresh points" in found_near_boston(client).text


def test_a_search_word_leads_to_its_need_and_is_never_shown(screen, client, corner):
    need = Need.objects.get(pk="syringes")
    word = {"synonyms-0-words": "pokeys", "synonyms-TOTAL_FORMS": "1"}
    assert screen(need).save(**word)
    found = client.post("/find/", {"place": "02118", "q": "pokeys"}).content.decode()
    assert "The Corner" in found
    assert "pokeys" not in client.get("/need/syringes/").content.decode()


@pytest.mark.parametrize("what", ["service", "place"])
def test_what_is_deleted_is_in_no_list(staff, corner, what):
    thing = getattr(corner, what)
    where = reverse(f"admin:resources_{thing._meta.model_name}_delete", args=[thing.pk])
    assert "Are you sure" in staff.get(where).content.decode()
    assert staff.post(where, {"post": "yes"}).status_code == 302
    assert not NearbyPlace.objects.exists() and not ServiceAtLocation.objects.exists()


def test_a_deleted_need_stands_on_no_card(staff, client, corner):
    where = reverse("admin:resources_need_delete", args=["syringes"])
    assert staff.post(where, {"post": "yes"}).status_code == 302
    assert "New syringes" not in found_near_boston(client).text


def test_nothing_is_deleted_many_at_a_time(staff, corner):
    where = reverse("admin:resources_service_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [corner.service.pk], "post": "yes"}
    assert staff.post(where, chosen).status_code == 400
    assert Service.objects.exists()


def test_an_organization_with_services_is_not_deleted_by_accident(staff, corner):
    organization = corner.service.organization
    where = reverse("admin:resources_organization_delete", args=[organization.pk])
    assert "would require deleting" in staff.get(where).content.decode()
    staff.post(where, {"post": "yes"})
    assert Organization.objects.filter(pk=organization.pk).exists()


def test_when_the_index_cannot_be_kept_nothing_is_saved(screen, client, corner, monkeypatch):
    def broken(places):
        raise RuntimeError("the disk is full")

    open_screen = screen(corner.service)
    monkeypatch.setattr(nearby, "reindex", broken)
    with pytest.raises(RuntimeError):
        open_screen.save(name="Half saved", **{"phones-0-number": "617-555-0111"})
    corner.service.refresh_from_db()
    assert corner.service.name == "The Corner"
    assert corner.service.phones.get().number == "+16175550123"
    assert "The Corner" in found_near_boston(client).text


def test_a_search_word_does_not_make_ten_thousand_cards_again(screen, corner, monkeypatch):
    open_screen = screen(Need.objects.get(pk="syringes"))
    monkeypatch.setattr(nearby, "reindex", None)
    assert open_screen.save(**{"synonyms-0-words": "spikes", "synonyms-TOTAL_FORMS": "1"})
    assert NeedSynonym.objects.get().key == "spikes"


def test_a_need_moved_up_stands_first_on_every_card_and_no_card_is_made_again(
    screen, client, corner, monkeypatch
):
    wound = Need.objects.create(id="wound", group=corner.group, label="Wound care", order=2)
    corner.service.needs.add(wound)
    Need.objects.filter(pk="syringes").update(order=1)
    nearby.reindex_all()
    assert "New syringes, Wound care" in found_near_boston(client).text
    open_screen = screen(wound)
    monkeypatch.setattr(nearby, "reindex", None)
    assert open_screen.save(order="0", label="Wounds")
    assert "Wounds, New syringes" in found_near_boston(client).text


def test_a_line_is_pulled_from_its_list(staff, client, db):
    line = HelpLine.objects.create(name="A line", tel="988", what_it_does="Talks", source="Us")
    where = reverse("admin:resources_helpline_changelist")
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": line.pk}
    assert staff.post(where, data | {"form-0-is_down": "on", "_save": "Save"}).status_code == 302
    assert HelpLine.objects.get().is_down
    assert "A line" not in client.get("/lines/").content.decode()


# --- Lists, doors and cookies -------------------------------------------------------------------


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    staff, corner, django_assert_max_num_queries
):
    for number in range(50):
        organization = Organization.objects.create(name=f"Org {number}")
        service = Service.objects.create(organization=organization, name=f"Service {number}")
        location = Location.objects.create(city="Boston", state="MA", address_1=f"{number} Elm")
        ServiceAtLocation.objects.create(service=service, location=location)
    for model in ("service", "organization", "location", "serviceatlocation", "need"):
        with django_assert_max_num_queries(12):
            page = staff.get(reverse(f"admin:resources_{model}_changelist")).content.decode()
        assert model == "need" or "Elm" in page or "Service 1" in page or "Org 1" in page


@pytest.mark.parametrize("typed", ["corner", "main org", "617-555-0123", "(617) 555 0123", "02118"])
def test_staff_find_a_service_by_what_a_caller_says(staff, corner, typed):
    page = staff.get(reverse("admin:resources_service_changelist"), {"q": typed})
    assert "The Corner" in page.content.decode()


@pytest.mark.parametrize(
    ("checked", "seen"), [("never", True), ("stale", False), ("ageing", False), ("fresh", False)]
)
def test_staff_see_what_was_never_checked(staff, corner, checked, seen):
    page = staff.get(reverse("admin:resources_service_changelist"), {"checked": checked})
    assert ("The Corner" in page.content.decode()) is seen


@pytest.mark.parametrize("typed", ["0211", "02118", "bosto", "Boston, MA", "BOSTON", "St. Boston"])
def test_an_area_is_picked_by_its_first_letters(staff, boston, typed):
    facts = {"latitude": 42.36, "longitude": -71.06, "timezone": "America/New_York"}
    Area.objects.create(
        slug="boston-ma", kind="city", name="Boston", state="MA", key="boston", **facts
    )
    asked = {"term": typed, "app_label": "resources", "model_name": "location"}
    answer = staff.get(reverse("admin:autocomplete"), asked | {"field_name": "area"})
    expected = {"0": ["02118 (Boston, MA)"], "S": []}.get(typed[0], ["Boston, MA"])
    assert [row["text"] for row in answer.json()["results"]] == expected


def test_the_staffs_pages_are_kept_by_no_browser_and_carry_the_sites_name(staff, client, settings):
    for answer in (client.get("/admin/login/"), staff.get("/admin/")):
        assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
        assert settings.SITE_NAME in answer.content.decode()


def test_a_reader_is_sent_to_the_sign_in(client, corner):
    answer = client.get(reverse("admin:resources_service_changelist"))
    assert answer.status_code == 302 and answer.url.startswith("/admin/login/")


def test_a_person_without_leave_to_change_places_changes_none(client, django_user_model, corner):
    client.force_login(django_user_model.objects.create_user("sam", is_staff=True))
    where = reverse("admin:resources_service_change", args=[corner.service.pk])
    assert client.get(where).status_code == client.post(where, {}).status_code == 403


@pytest.mark.parametrize(("site", "name"), [("https", "__Host-staff"), ("http", "staff")])
def test_cookies_are_bound_to_the_host_where_there_is_https(tmp_path, site, name):
    ask = "from hrapp import settings as s; print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE)"
    own = os.environ | {"SITE_URL": f"{site}://example.org", "VAR_DIR": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", ask], env=own, capture_output=True, text=True)
    assert told.stdout.split() == [name, str(site == "https")]
    assert told.returncode == 0, told.stderr


def test_staffs_cookies_are_closed_to_scripts_and_strangers(client, django_user_model):
    django_user_model.objects.create_superuser("ana", password="a-long-password-1")
    page = client.get("/admin/login/")
    token = BeautifulSoup(page.content, "html.parser").find(attrs={"name": "csrfmiddlewaretoken"})
    signing = {"username": "ana", "password": "a-long-password-1"}
    answer = client.post("/admin/login/", signing | {"csrfmiddlewaretoken": token["value"]})
    cookie = answer.cookies["staff"]
    assert answer.status_code == 302 and cookie["httponly"] and cookie["samesite"] == "Strict"


def test_needs_stand_under_their_groups(staff, corner):
    NeedGroup.objects.create(slug="empty", label="Nothing here yet")
    page = staff.get(reverse("admin:resources_service_add")).content.decode()
    assert "Safer use" in page and "Nothing here yet" not in page
