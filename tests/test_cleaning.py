"""One field at a time: what other people wrote becomes what a reader can use, or nothing."""

import pytest

from resources.sources import cleaning


@pytest.mark.parametrize(
    ("typed", "state", "zip_code"),
    [
        ("6103", "CT", "06103"),
        ("736", "PR", "00736"),
        ("1441", "MA", "01441"),
        ("28752-6519", "NC", "28752"),
        ("6103", "TX", ""),
        ("736", "MA", ""),
        ("02118", "MA", "02118"),
        ("NA", "MA", ""),
    ],
)
def test_lost_zeros_come_back_only_where_the_state_agrees(typed, state, zip_code):
    assert cleaning.us_zip(typed, state) == zip_code


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("(617) 534-3967", ("+16175343967", "")),
        ("203-575-0466 x1115", ("+12035750466", "1115")),
        ("401-467-9610 x0", ("+14014679610", "")),
        ("215-985-4448 x9999999999", ("+12159854448", "")),
        ("1234567891", ("", "")),
        ("(000) 000-0000", ("", "")),
        ("0", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_phone_is_one_that_somebody_can_have(typed, number):
    assert cleaning.us_phone(typed) == number


@pytest.mark.parametrize(
    ("shouted", "readable"),
    [
        ("107 LINCOLN STREET", "107 Lincoln Street"),
        ("DAYBREAK SHELTER", "Daybreak Shelter"),
        ("SOUTHERN REGION CHC OF THE BAY, LLC", "Southern Region CHC of the Bay, LLC"),
        ("BHG XXXVII", "BHG XXXVII"),
        ("BHG XLII, LLC", "BHG XLII, LLC"),
        ("PDSSC CLINIC", "PDSSC Clinic"),
        ("HOPE CLINIC", "Hope Clinic"),
        ("RONALD MCDONALD'S VAN", "Ronald McDonald's Van"),
        ("14TH STREET", "14th Street"),
        ("CASA - LA PALOMA", "Casa - La Paloma"),
        ("SSTAR", "SSTAR"),
        ("ACCESS Drug User Health Program", "ACCESS Drug User Health Program"),
        ("TELEHEALTH &amp; VISITS", "Telehealth & Visits"),
    ],
)
def test_nobody_is_shouted_at(shouted, readable):
    assert cleaning.readable(shouted) == readable


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("JUNIPER HEALTH, Inc.", "Juniper Health, Inc."),
        ("Pines WOMEN & CHILDREN'S CENTER", "Pines Women & Children's Center"),
        ("EXCELth FAMILY HLTH CTR", "EXCELth Family Health Center"),
        ("ACHCHP TRUST Clinic", "ACHCHP TRUST Clinic"),
        ("BVCHC DENTAL Health Center", "BVCHC DENTAL Health Center"),
        ("ACCESS Drug User Health Program", "ACCESS Drug User Health Program"),
        ("Mobile Health Unit", "Mobile Health Unit"),
    ],
)
def test_nobody_is_shouted_at_in_half_a_name(shouted, said):
    assert cleaning.said_shouted(shouted) == said


@pytest.mark.parametrize(
    ("typed", "city"),
    [("WALTHAM", "Waltham"), ("Jessup, MD", "Jessup"), ("MIlwaukie", "Milwaukie")]
    + [("McKinney", "McKinney"), ("PORT SAINT LUCIE", "Port Saint Lucie")],
)
def test_a_city_is_written_as_it_is_spoken(typed, city):
    assert cleaning.readable_city(typed, "MD") == city


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("27 Lexington Street P.O. Box 1095", ("27 Lexington Street", "")),
        ("PO Box 27, 112 Painter Street", ("112 Painter Street", "")),
        ("419 Belmont Street, Shaw Building", ("419 Belmont Street", "Shaw Building")),
        ("60 Maplewood Shops, 2 Conz Street", ("60 Maplewood Shops, 2 Conz Street", "")),
        ("3725 W 4100 S", ("3725 W 4100 S", "")),
        ("P.O. Box 60", ("", "")),
        ("201", ("", "")),
        ("General Delivery", ("", "")),
        ("Anonymous", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_street_is_somewhere_a_person_can_walk_to(typed, address):
    assert cleaning.street(typed) == address


@pytest.mark.parametrize(
    ("name", "state", "is_a_van"),
    [
        ("Victory Programs, Inc. - Mobile Prevention Team", "MA", True),
        ("Mobile Van #1", "MA", True),
        ("LifeLong Dental Van", "CA", True),
        ("Elica Health On Wheels 3", "CA", True),
        ("West Mobile Family Medical Center", "AL", False),
        ("Mobile Medical Unit", "AL", True),
        ("Van Buren Clinic", "ME", False),
        ("Corner Clinic", "MA", False),
    ],
)
def test_a_van_is_not_given_a_fixed_door(name, state, is_a_van):
    assert cleaning.moves(name, state) is is_a_van
