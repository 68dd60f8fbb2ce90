"""Where a listing says it is, asked of our gazetteer and of other lists; and who is kept hidden.

Small made-up rows. What one row means is test_sources.py.
"""

from dataclasses import replace

import pytest

from resources.gazetteer_file import AreaRow
from resources.listings_file import Listing
from resources.sources.directory import Directory, key_of, sites
from resources.sources.matching import Kept, names_alike, without_known
from resources.sources.violence import flees_violence, kept_to_its_city
from resources.sources.where import Gazetteer, settled, shared_points, weighed
from tests.test_sources import ma_row, one_of, read_ma

BOSTON = (42.3601, -71.0589)


def area(slug, name, state, also, point):
    return AreaRow(slug, name, state, also, *point, "America/New_York", 1000)


@pytest.fixture(scope="module")
def gazetteer():
    zips = [
        area("02118", "02118", "MA", "Boston", (42.3388, -71.0705)),
        area("02176", "02176", "MA", "Melrose", (42.4581, -71.0631)),
        area("01201", "01201", "MA", "Pittsfield", (42.4537, -73.2608)),
        area("06103", "06103", "CT", "Hartford", (41.7670, -72.6740)),
    ]
    cities = [
        area("boston-ma", "Boston", "MA", "Suffolk County", BOSTON),
        area("pittsfield-ma", "Pittsfield", "MA", "Berkshire County", (42.4501, -73.2454)),
    ]
    return Gazetteer(zips, cities)


@pytest.mark.parametrize(
    "name",
    ["Domestic Violence Solutions", "Casa Myrna", "Elizabeth Stone House", "RESPOND, Inc."]
    + ["Second Step", "Renewal House", "Main Street Safe House"],
)
def test_a_shelter_for_people_fleeing_violence_shows_its_city_only(name, gazetteer):
    reading = settled(read_ma(ma_row(organization_name=name)), gazetteer)
    listing = one_of(reading)
    assert flees_violence(name)
    assert (listing.visibility, listing.area) == ("area", "boston-ma")
    assert (listing.address_1, listing.postal_code, listing.point) == ("", "", None)
    assert "albany" not in listing.key
    assert listing.needs == ("dv", "sleep")
    assert listing.phone


def test_what_shares_a_shelters_address_does_not_give_it_away(gazetteer):
    rows = [ma_row(organization_name="Casa Myrna"), ma_row(organization_name="Corner Clinic")]
    reading = settled(read_ma(*rows), gazetteer)
    assert {each.visibility for each in reading.listings.values()} == {"area"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Haverhill YWCA", True),
        ("St. Patrick's Women's Shelter", True),
        ("Wheeler Shelter for Women and Children Clinic", True),
        ("YWCA Head Start", False),
        ("Women's Health Center", False),
        ("New Hope Behavioral Health Center, Inc.", False),
        ("Pine Street Inn", False),
    ],
)
def test_a_house_that_may_hide_people_is_kept_to_its_city(name, kept):
    assert kept_to_its_city(name) is kept
    assert not flees_violence(name)


def test_a_place_without_a_street_is_found_by_its_city(gazetteer):
    reading = settled(read_ma(ma_row(address="201, Pittsfield, MA, 01201")), gazetteer)
    assert one_of(reading).area == "pittsfield-ma"


def test_a_hidden_place_in_a_town_we_do_not_know_is_left_out(gazetteer):
    row = ma_row(organization_name="Casa Myrna", address="1 Elm St, Nowhere, MA, 02118")
    assert not settled(read_ma(row), gazetteer).listings


def here(**changes):
    listing = Listing("k", "Corner Clinic", "1 Elm St", "", "Boston", "MA", "02118", 42.34, -71.07)
    return replace(listing, **({"needs": ("moud",)} | changes))


def only_about(listing):
    """What a reader can do with it: find it near an area, read its street, walk to no point."""
    assert listing.point is None and listing.address_1 and listing.visibility == "exact"
    assert "Go by the address." in listing.note
    return listing.area


def test_a_point_far_from_its_zip_is_not_walked_to(gazetteer):
    far = here(latitude=29.42, longitude=-98.49)
    listing, mended = weighed(far, gazetteer)
    assert only_about(listing) == "02118"
    assert "over 50 km" in mended


def test_a_zip_that_point_and_city_both_deny_is_dropped(gazetteer):
    listing, _ = weighed(here(postal_code="02176"), gazetteer)
    assert listing.postal_code == ""
    assert listing.point == (42.34, -71.07)


def test_a_zip_of_another_state_is_dropped(gazetteer):
    assert weighed(here(postal_code="06103"), gazetteer)[0].postal_code == ""


def test_without_a_zip_a_point_far_from_its_city_is_not_believed(gazetteer):
    far = here(postal_code="", latitude=42.45, longitude=-73.25)
    assert only_about(weighed(far, gazetteer)[0]) == "boston-ma"


def test_in_puerto_rico_a_barrios_name_does_not_outvote_the_point():
    zips = [area("00631", "00631", "PR", "Adjuntas", (18.185, -66.831))]
    bartolo = area("bartolo-pr", "Bartolo", "PR", "Río Grande Municipio", (18.3613, -65.8385))
    castaner = here(city="Bartolo", state="PR", postal_code="", latitude=18.18, longitude=-66.83)
    assert only_about(weighed(castaner, Gazetteer(zips, [bartolo]))[0]) == "00631"


def test_strangers_at_one_point_are_found_about_there_and_walked_to_by_their_address(gazetteer):
    rows = [ma_row(), ma_row(organization_name="Other", address="900 Oak Rd, Boston, MA, 02118")]
    listings = settled(read_ma(*rows), gazetteer).listings.values()
    assert [only_about(each) for each in listings] == ["02118", "02118"]
    assert {each.timezone for each in listings} == {"America/New_York"}


def test_a_guessed_point_in_a_town_we_do_not_know_lies_in_the_zip_around_it(gazetteer):
    rows = [
        ma_row(organization_name=name, address=f"{street}, Barrio, MA, 99999")
        for name, street in (("One", "1 Elm St"), ("Other", "900 Oak Rd"))
    ]
    listings = settled(read_ma(*rows), gazetteer).listings.values()
    assert [only_about(each) for each in listings] == ["02118", "02118"]


def test_a_point_that_nothing_denies_is_kept(gazetteer):
    assert weighed(here(), gazetteer) == (here(), "")


def test_a_town_centre_shared_by_strangers_is_told_from_one_building():
    one_building = [here(), here(name="Other", address_1="1 Elm Street, Floor 2")]
    strangers = [here(), here(name="Other", address_1="900 Oak Rd")]
    assert shared_points(one_building) == set()
    assert shared_points(strangers) == {(42.34, -71.07)}


def reading_of(*listings):
    directory = Directory("x", "X", "", "", 2021, "", "", ("name",), lambda row: row["name"])
    return sites(directory, iter([{"name": replace(each, key="")} for each in listings]))


def kept(*listings):
    taken = Kept()
    taken.add("first", reading_of(*listings))
    return taken


def test_a_clinic_on_two_lists_is_one_place_with_the_needs_of_both():
    taken = kept(here(phone=("+16175343967",)))
    later = reading_of(
        here(name="Corner Clinic, Inc.", address_1="1 Elm Street", needs=("doctor",))
    )
    left = without_known(later, taken, "second list")
    (listing,) = taken.readings["first"].listings.values()
    assert not left.listings
    assert listing.needs == ("moud", "doctor")
    assert listing.phone == ("+16175343967",)
    assert "Also on the second list." in listing.note


def test_another_name_at_the_door_with_the_same_need_is_not_listed_again():
    left = without_known(reading_of(here(name="Habit Opco")), kept(here()), "second list")
    assert not left.listings


def test_another_name_with_another_need_is_another_place():
    later = reading_of(here(name="Tooth House", needs=("dental",)))
    assert len(without_known(later, kept(here()), "second list").listings) == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Duffy Health Center", "Duffy Health Center, Inc.", True),
        ("Manet CHC at Hull", "Manet Community Health Center - Hull", True),
        ("Dimock Community Health Center", "Tooth House", False),
    ],
)
def test_names_are_alike_when_their_telling_words_are(one, other, alike):
    assert names_alike(one, other) is alike


def test_a_key_does_not_change_with_the_spelling_of_a_street():
    assert key_of(here()) == key_of(here(address_1="1 ELM STREET, Suite 4"))
