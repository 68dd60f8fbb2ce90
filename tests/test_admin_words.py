"""Staff read their own words, pick what can be picked, and are told what may be wrong."""

import pytest
from bs4 import BeautifulSoup

from resources import nearby
from resources.models import Location, NearbyPlace, Need

pytest_plugins = ["tests.staff"]


def words(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.get_text(" ").split())


def told_after_saving(staff, answer):
    page = BeautifulSoup(staff.get(answer.url).content, "html.parser")
    return [said.get_text(" ", strip=True) for said in page.select(".messagelist .warning")]


def test_the_first_page_speaks_of_what_staff_know(staff, db):
    told = words(staff.get("/admin/"))
    for said in ("Addresses", "Hours at a place", "Lists we took places from", "Who may sign in"):
        assert said in told
    for jargon in ("Locations", "Service at locations", "Upstreams", "Audiences"):
        assert jargon not in told


@pytest.mark.parametrize("state", ["MA", "PR", ""])
def test_a_state_is_picked_and_named_in_full(screen, corner, state):
    page = screen(corner.location)
    picked = page.form.select_one("select[name=state] option[selected]")
    assert picked["value"] == "MA" and picked.text == "Massachusetts"
    assert page.save(state=state)
    corner.location.refresh_from_db()
    assert corner.location.state == state


def test_a_province_that_is_there_already_is_not_lost(screen, corner):
    Location.objects.update(state="ON", country="CA")
    assert screen(corner.location).save(name="Abroad")
    assert Location.objects.get().state == "ON"


def test_a_drawing_is_picked_from_those_there_are(screen, corner):
    need = Need.objects.get()
    offered = screen(need).form.select("select[name=icon] option")
    assert {"", "bag", "spray", "bed"} <= {option["value"] for option in offered}
    assert screen(need).save(icon="bag")
    Need.objects.update(icon="gone-since")
    assert screen(need).save(label="Works")
    need.refresh_from_db()
    assert (need.icon, need.label) == ("gone-since", "Works")


def test_a_street_that_is_there_already_is_told_and_saved(screen, staff, corner):
    typed = {"address_1": "12 MAIN STREET, Suite 3", "city": "boston", "state": "MA"}
    answer = screen(Location).save(**typed, postal_code="02118")
    (said,) = [said for said in told_after_saving(staff, answer) if "street" in said]
    assert "The same street is there already: 12 Main St, Boston, MA" in said
    assert Location.objects.count() == 2


@pytest.mark.parametrize("other", [{"city": "Lynn"}, {"address_1": "14 Main St"}, {"state": "RI"}])
def test_another_street_or_town_is_no_doubt(screen, staff, corner, other):
    typed = {"address_1": "12 Main St", "city": "Boston", "state": "MA", "postal_code": "02118"}
    typed |= {"latitude": "42.34", "longitude": "-71.07"}
    assert told_after_saving(staff, screen(Location).save(**typed | other)) == []


def test_an_address_that_nobody_finds_near_says_what_it_lacks(screen, staff, corner, boston):
    lost = dict.fromkeys(("latitude", "longitude"), "")
    answer = screen(corner.location).save(**lost)
    assert "in no nearby list yet" in told_after_saving(staff, answer)[0]
    answer = screen(corner.location).save(area=boston.pk)
    assert told_after_saving(staff, answer) == []
    assert NearbyPlace.objects.get(need=None).z == nearby.on_the_ball(42.338, -71.07)[2]
    corner.location.refresh_from_db()
    assert corner.location.point is None
    assert "Only about there" in words(staff.get("/admin/resources/location/"))


def test_a_name_in_a_warning_is_only_ever_words(screen, staff, corner):
    Location.objects.update(name="<script>alert(1)</script>")
    answer = screen(Location).save(
        address_1="12 Main St", city="Boston", state="MA", postal_code="02118"
    )
    assert b"<script>alert" not in staff.get(answer.url).content
