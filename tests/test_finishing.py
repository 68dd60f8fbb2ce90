"""A listing's name is one that a person can ask for at the door; its ids stay as they were."""

import pytest

from resources import listings_file
from resources.folding import fold
from resources.listings_file import Listing
from resources.sources.finishing import finished

ALL = [each for path in listings_file.files() for each in listings_file.read(path)[1]]


def named(name, street="1 Elm Street", city="Lynn", needs=("moud",)):
    listing = Listing("key", name, street, city=city, state="MA", needs=needs)
    done = finished(listing)
    assert done.key == listing.key
    return done.name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Health Centers, INC.", "Health Centers, Lynn"),
        ("TTC, L.L.C.", "TTC"),
        ("New Horizons Medical, P.C", "New Horizons Medical"),
        ("Charles Drew Center Inc. at Grant Street", "Charles Drew Center at Grant Street"),
        ("Family Clinic Smith, Inc., --Bogalusa", "Family Clinic Smith - Bogalusa"),
        ("CENTERVILLE CLINICS, INC.; Joseph Clinic", "Centerville Clinics - Joseph Clinic"),
        ("Community Impact Inc (Chris Corner)", "Community Impact (Chris Corner)"),
        ("Incline Clinic", "Incline Clinic"),
        ("Delta Development Corporation", "Delta Development Corporation"),
    ],
)
def test_a_lawyers_ending_is_no_part_of_a_name(name, shown):
    assert named(name) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("BHG XLIV, LLC d/b/a BHG Albany Treatment Center", "BHG Albany Treatment Center"),
        ("DBA la Casa Family Health Center", "La Casa Family Health Center"),
        ("LEEWARD PEDIATRICS (dba CAMPBELL CLINIC)", "Campbell Clinic"),
        ("South Center (Dba; Ravenswood Center)", "Ravenswood Center"),
    ],
)
def test_a_place_goes_by_the_name_on_its_door(name, shown):
    assert named(name) == shown


@pytest.mark.parametrize(
    ("name", "street", "needs", "shown"),
    [
        ("11 Circle Avenue", "11 Circle Ave", "naloxone", "Naloxone at 11 Circle Ave"),
        ("34 Elm Rd Lynn, MA 14214", "34 Elm Rd Ste 2", "doctor", "Health center at 34 Elm Rd"),
        ("111 Oak Rd OPCO LLC", "111 Oak Road", "moud", "Opioid treatment at 111 Oak Road"),
        ("102 Main Street", "102 Main St", "doctor", "Health center at 102 Main St"),
        ("10 Garofalo Street", "10 Garofola St", "doctor", "Health center at 10 Garofola St"),
        ("Whiskey Road", "4200 Whiskey Rd", "doctor", "Health center at 4200 Whiskey Rd"),
        ("White Deer Run", "360 White Deer Run Road", "moud", "White Deer Run"),
        ("20 Elm Street Center", "20 Elm St", "doctor", "20 Elm Street Center"),
        ("9th Street Dental", "100 9th St", "dental", "9th Street Dental"),
        ("Elim Clinic", "#1 Clinic Rd, Elim", "doctor", "Elim Clinic"),
    ],
)
def test_an_address_is_no_name(name, street, needs, shown):
    assert named(name, street, needs=(needs,)) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mobile Unit #2", "Mobile Unit #2, Lynn"),
        ("Women's Health Center", "Women's Health Center, Lynn"),
        ("Lynn", "Opioid treatment, Lynn"),
        ("Lynn Health Center", "Lynn Health Center"),
        (
            "Buprenorphine / Suboxone / Office-based Addiction Treatment (OBAT)",
            "Suboxone treatment (OBAT), Lynn",
        ),
    ],
)
def test_a_name_of_a_thousand_places_says_its_town(name, shown):
    assert named(name) == shown


def test_a_place_that_is_hidden_gets_no_street_in_its_name():
    kept = Listing("k", "Lynn Street", city="Lynn", state="MA", needs=("dv",), visibility="area")
    assert finished(kept).name == "Lynn Street"


def test_what_was_finished_once_is_finished():
    assert [each.name for each in ALL if finished(each).name != each.name] == []


def test_no_name_we_carry_is_an_address_a_legal_form_or_anybodys():
    names = {fold(each.name) for each in ALL}
    assert not names & {"11 circle avenue", "mobile unit", "dental", "womens health center"}
    assert not [name for name in names if name.endswith((" inc", " llc"))]
