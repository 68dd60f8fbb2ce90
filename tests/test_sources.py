"""Other people's directories arrive with their faults, and none of them reaches a reader.

Each fault is met on a small made-up row. Single fields are test_cleaning.py, points and lists that
overlap test_source_places.py, the finished files test_starter.py.
"""

import pytest

from resources.sources import ma_harm_reduction, us_health_centers, us_otp
from resources.sources.directory import LeftOut, sites


def ma_row(**changes):
    return {
        "resource_category": "Syringe Service Program",
        "organization_name": "Corner Exchange",
        "phone_number": "(617) 534-3967",
        "address": "1 Albany Street, Boston, MA, 02118",
        "latitude": "42.3340",
        "longitude": "-71.0730",
    } | changes


def otp_row(**changes):
    row = {"ID": "Corner Clinic", "ADDRESS": "1 Elm St.", "CITY": "Hartford", "STATE": "CT"}
    return row | {"POSTAL": "6103", "Latitude": "41.767", "Longitude": "-72.674"} | changes


def center_row(**changes):
    row = {"name": "Corner Health Center", "st_abbr": "MA", "city": "Boston"}
    row |= {"address": "1 Elm St", "phone": "617-534-3967", "lat": "42.36", "lon": "-71.05"}
    return row | changes


def read_ma(*rows):
    return sites(ma_harm_reduction.DIRECTORY, iter(rows))


def one_of(reading):
    (listing,) = reading.listings.values()
    return listing


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1 Elm St, Lynn, MA, 01901", ("1 Elm St", "Lynn", "01901")),
        ("210 BEAR HILL ROAD  WALTHAM, MA, 02451", ("210 BEAR HILL ROAD", "WALTHAM", "02451")),
        ("9 A St  Stow, MA, 01775, Stow, MA, 01775", ("9 A St", "Stow", "01775")),
        ("9 A St, Cox-1,  Boston, MA, 02114", ("9 A St, Cox-1", "Boston", "02114")),
        ("336 B St., , Provincetown, MA, 02657", ("336 B St.", "Provincetown", "02657")),
        ("2 Programs\n      3 Pond Road, Gloucester, MA, 01930",)
        + (("3 Pond Road", "Gloucester", "01930"),),
        ("9 A St  Hingham, MA 02043, Milford, MA, 01757", ("9 A St", "Hingham", "02043")),
    ],
)
def test_every_shape_of_a_massachusetts_address_is_read(written, read):
    assert ma_harm_reduction.address(written) == read


def test_one_site_in_three_categories_is_one_place_that_meets_all_three():
    reading = read_ma(
        ma_row(),
        ma_row(resource_category="Naloxone & OD Education"),
        ma_row(resource_category="Bridge Clinic"),
    )
    assert one_of(reading).needs == ("syringes", "naloxone", "od_help_training", "moud")
    assert reading.counts["rows read"] == 3
    assert reading.counts["sites read"] == 1


def test_two_clinics_in_one_hospital_stay_two_places():
    reading = read_ma(
        ma_row(), ma_row(organization_name="Bridge", address="2 Elm St, Lynn, MA, 01901")
    )
    assert len(reading.listings) == 2


def test_an_exact_repeat_is_listed_once():
    assert len(read_ma(ma_row(), ma_row()).listings) == 1


def test_the_same_programme_spelt_two_ways_is_listed_once():
    reading = read_ma(
        ma_row(organization_name="ACCESS Drug User Health Program"),
        ma_row(
            organization_name="Access: Drug User Health Program",
            address="1 ALBANY ST.  BOSTON, MA, 02118",
        ),
    )
    assert one_of(reading).name == "ACCESS Drug User Health Program"
    assert reading.counts["merged: one place, spelt or listed twice"] == 1


def test_a_site_with_two_numbers_keeps_both():
    reading = read_ma(ma_row(), ma_row(phone_number="(617) 414-2080"))
    assert one_of(reading).phone == ("+16175343967", "+16174142080")


@pytest.mark.parametrize("name", ["Total Results:", "Test Program March 07, 2025"])
def test_the_pages_own_lines_are_no_place(name):
    reading = read_ma(ma_row(organization_name=name))
    assert not reading.listings
    assert reading.counts["sites read"] == 1


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Roland's House - Shelters for Individuals", "Roland's House"),
        ("Bristol Lodge Men's Shelter -  Shelters for Individuals - Waltham",)
        + ("Bristol Lodge Men's Shelter - Waltham",),
        ("Rescue Mission - Shelters for Men", "Rescue Mission - Shelters for Men"),
        ("Team - Opioid Overdose Prevention / Narcan (Naloxone) Training", "Team"),
        ("CleanSlate- Holyoke OBOT", "CleanSlate - Holyoke OBOT"),
    ],
)
def test_a_name_is_the_name_without_the_states_category(raw, name):
    assert one_of(read_ma(ma_row(organization_name=raw))).name == name


def test_a_person_who_is_an_office_is_not_named():
    row = ma_row(organization_name="JANE ROE", address="21 SW CUTOFF, Northborough, MA, 01532")
    listing = one_of(read_ma(row))
    assert listing.name == "Medication for opioid use disorder, Northborough"
    assert "roe" not in listing.key


def test_a_box_for_used_needles_says_so():
    row = ma_row(organization_name="Town Hall - Syringe and Needle Disposal Site")
    listing = one_of(read_ma(row))
    assert listing.needs == ("sharps",)
    assert "used needles" in listing.note


def test_a_van_says_to_call_for_where_it_is():
    listing = one_of(read_ma(ma_row(organization_name="Mobile Health Unit")))
    assert listing.delivery == "mobile"
    assert "Call for where it is" in listing.note


def test_the_methadone_list_is_read_as_it_was_written(tmp_path):
    path = tmp_path / us_otp.DIRECTORY.file
    path.parent.mkdir()
    columns = ",".join([*us_otp.DIRECTORY.columns, "medical_director"])
    row = "Clínica de Cayey,Ave. Uno #392,Cayey,PR,736,18.118,-66.175,Dr. Jane Roe"
    path.write_bytes(f"{columns}\n{row}\n".encode("cp1252"))
    (read,) = us_otp.DIRECTORY.rows(tmp_path)
    assert "Jane" not in str(read), "a column that is not allowed was read"
    listing = us_otp.site(read)
    assert (listing.name, listing.postal_code) == ("Clínica de Cayey", "00736")
    assert listing.needs == ("moud",)


def test_covid_testing_is_never_hiv_testing():
    assert "testing_status" not in us_health_centers.DIRECTORY.columns
    assert us_health_centers.site(center_row()).needs == ("doctor",)


@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("Corner Health Center", ("doctor",)),
        ("Corner Dental Clinic", ("dental",)),
        ("Corner Family Dental", ("dental",)),
        ("Corner Medical & Dental", ("doctor", "dental")),
        ("Corner Behavioral Health", ("counseling",)),
        ("Women's Health Center", ("doctor",)),
    ],
)
def test_a_dentist_is_not_a_doctor(name, needs):
    assert us_health_centers.site(center_row(name=name)).needs == needs


@pytest.mark.parametrize(
    "name",
    ["Temporary Site - Motel", "Lincoln Elementary School", "Main High SBHC", "County Jail Clinic"]
    + [
        "*CLOSED* Corner Health Center",
        "PS/MS 29",
        "P. S. 50",
        "M.S. 424",
        "IS 286/172",
        "CES 73",
        "Head Start Center",
        "WIC/Optometry",
        "Administration",
        "COVID-19 Tent",
    ],
)
def test_a_door_that_is_not_for_the_public_is_left_out(name):
    with pytest.raises(LeftOut):
        us_health_centers.site(center_row(name=name))


def test_a_clinic_inside_a_jail_is_left_out():
    with pytest.raises(LeftOut):
        us_otp.site(otp_row(ID="House of Corrections"))
