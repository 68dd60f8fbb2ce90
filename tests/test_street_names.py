"""What drugs are called in the street: never taken for a slip of the finger, nor for a name."""

from io import StringIO

import pytest
from django.core.management import call_command

from resources.searching import search
from tests import given

pytestmark = pytest.mark.django_db


def a_town():
    given.content()
    call_command("load_principles", stdout=StringIO())
    call_command("reindex", "--all", stdout=StringIO())


town = given.for_the_file(a_town)


@pytest.fixture
def names_one_letter_off(town):
    for name in ("Betty Ford Center", "Learn House", "Lock House", "Tine Clinic", "Share House"):
        given.service(name, city="Boston", at=given.SOUTH_END)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fetty", "fentanyl"),
        ("fetti", "fentanyl"),
        ("M30s", "fentanyl"),
        ("lean", "opioid"),
        ("oxys", "opioid"),
        ("percs", "opioid"),
        ("xannies", "xanax"),
        ("chiva", "heroin"),
    ],
)
def test_a_street_name_is_no_slip(names_one_letter_off, typed, meant):
    told = search(typed)
    assert [ours for _word, ours in told.read] == [meant]
    assert told.results and told.results[0].kind != "place"


@pytest.mark.parametrize("typed", ["speedball", "benny", "bars", "molly", "dones", "girl"])
def test_a_street_name_of_two_drugs_is_taken_for_no_other_word(names_one_letter_off, typed):
    told = search(typed)
    assert (told.read, told.offers) == ([], [])


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("tranq", "wound"),
        ("tranq dope", "wound"),
        ("meth", "stimulant_help"),
        ("ice", "stimulant_help"),
        ("tina", "stimulant_help"),
        ("crank", "stimulant_help"),
        ("shards", "stimulant_help"),
    ],
)
def test_a_street_name_leads_to_its_need(names_one_letter_off, typed, need):
    told = search(typed)
    assert told.needs == [need] and told.read == []
