"""What is asked at the door: known facts first, then what to ask; unknown is never no; and staff
see how much of it a listing tells.
"""

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction

from resources import at_the_door, filters
from resources.models import PlaceCard, Service, door
from tests import given
from tests.reading import page, words

pytest_plugins = ["tests.staff"]
pytestmark = pytest.mark.django_db

ALL_KNOWN = {
    **{name: choices.values[1] for name, choices in door.CHOICES.items()},
    **{"min_age": 0, "languages": "en", "accessibility": "step_free"},
    **{"allows": "pets", "contact_by": "call"},
}
LIST = "/admin/resources/service/"


def block(client, place):
    """The words of the block, in their order."""
    main = page(client.get(f"/service/{place.service_id}/")).main
    heads = [head for head in main.select("h2") if head.get_text() == "At the door"]
    assert len(heads) == 1, "one block"
    parts = []
    for part in heads[0].find_next_siblings():
        if part.name == "h2" or "way" in part.get("class", []):
            break
        parts.append(words(part))
    return " ".join(parts)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"for_others": "yes"}, "For friends You can take some for friends"),
        ({"for_others": "no"}, "For friends Only for you"),
        ({"bags": "searched"}, "Bags Bags are searched"),
        ({"gender": "women_trans"}, "Gender Women, trans and nonbinary people"),
        ({"wait": "long"}, "Wait Most days over 30 minutes"),
        ({"min_age": 18}, "Age 18 and up"),
        ({"max_age": 24}, "Age up to 24"),
        ({"min_age": 18, "max_age": 24}, "Age 18 to 24"),
        ({"min_age": 0}, "Age All ages"),
        ({"min_age": 0, "max_age": 24}, "Age up to 24"),
        ({"max_age": 0}, "Age up to 0"),
        ({"languages": "vi es"}, "Languages Spanish-speaking staff, vi"),
    ],
)
def test_what_is_known_is_said_and_not_asked_about(client, facts, says):
    told = block(client, given.service("Door", **facts))
    known, to_ask = told.split("Not known. Ask about:")
    assert says in known
    assert says.split()[0] not in to_ask or says.startswith("For")


def test_what_is_known_comes_first_and_then_what_to_ask(client):
    told = block(client, given.service("Door", cost="free", police="no"))
    known, to_ask = told.split("Not known. Ask about:")
    assert known.split() == "Cost Free Police No police on site".split()
    for label in ("ID", "Names", "Wait", "For friends", "Bags", "Gender", "Age", "Languages"):
        assert label in to_ask


def test_a_door_that_is_all_known_has_nothing_to_ask(client):
    assert "Ask about" not in block(client, given.service("Door", **ALL_KNOWN))


def test_a_card_of_a_list_is_as_short_as_before():
    """What came later is on the place's own page alone."""
    later = {"wait": "long", "for_others": "yes", "bags": "no", "gender": "women"}
    given.areas()
    plain, more = given.service("A", at=(1, 1)), given.service("A", at=(1, 1), **later)
    cards = dict(PlaceCard.objects.values_list("place", "parts"))
    same = [
        cards[place.pk].replace(str(place.pk), "").replace(str(place.service_id), "")
        for place in (plain, more)
    ]
    assert same[0] == same[1]


@pytest.mark.parametrize("name", door.CHOICES)
def test_nothing_is_known_of_a_new_listing_and_no_other_word_gets_in(name):
    place = given.service("Door")
    assert getattr(place.service, name) == "unknown"
    for word in ("", "maybe", "NO"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Service.objects.update(**{name: word})
    for word in door.CHOICES[name].values:
        Service.objects.update(**{name: word})


def test_what_is_not_known_is_never_a_match_and_never_a_no():
    """Each filter leaves it out, and "may be" brings it in."""
    place = given.service("Door")
    for one in filters.FILTERS:
        assert not filters.services([one.name]).filter(pk=place.service_id).exists()
        assert filters.services([one.name], maybe=True).filter(pk=place.service_id).exists()


# How complete a listing is, for staff.


@pytest.mark.parametrize("known", [{}, {"min_age": 0}, {"max_age": 9}, {"cost": "pay"}, ALL_KNOWN])
def test_the_database_counts_as_the_page_does(known):
    place = given.service("Door", **known)
    counted = Service.objects.annotate(n=at_the_door.known_count()).get().n
    assert counted == len(at_the_door.told(place.service)[0])
    assert counted == (at_the_door.HOW_MANY if known == ALL_KNOWN else len(known))


def test_the_form_says_how_much_is_known_and_names_what_is_not(screen, staff, corner):
    Service.objects.update(**{**ALL_KNOWN, "cost": "unknown", "bags": "unknown"})
    shown = words(staff.get(f"{LIST}{corner.service.pk}/change/"))
    assert "17 of 19 known. Not known: cost, bags." in shown
    assert "0 of 19 known." in words(staff.get(f"{LIST}add/"))


def listed(answer):
    rows = BeautifulSoup(answer.content, "html.parser").select("#result_list tbody tr")
    return [
        (words(row.select_one("th")), words(row.select_one(".field-how_much_known")))
        for row in rows
    ]


def test_staff_find_the_least_complete_listings(staff):
    given.service("Bare")
    given.service("Some", **{name: ALL_KNOWN[name] for name in list(ALL_KNOWN)[:6]})
    given.service("Most", **{**ALL_KNOWN, "cost": "unknown"})
    given.service("Whole", **ALL_KNOWN)
    every = [("Bare", "0 of 19"), ("Some", "6 of 19"), ("Most", "18 of 19"), ("Whole", "19 of 19")]
    heading = page(staff.get(LIST)).select_one("thead .column-how_much_known a[href]")["href"]
    by_least = staff.get(LIST + heading)
    assert listed(by_least) == every
    heading = page(by_least).select_one("thead .column-how_much_known a.toggle")["href"]
    assert listed(staff.get(LIST + heading)) == every[::-1]
    for share, found in zip(("least", "less", "more", "all"), every, strict=True):
        assert listed(staff.get(f"{LIST}?known={share}")) == [found]


def test_staff_save_the_new_choices(screen, corner):
    later = {"wait": "wait_list", "for_others": "yes", "bags": "small", "gender": "all"}
    assert screen(corner.service).save(**later, min_age="0")
    corner.service.refresh_from_db()
    assert {name: getattr(corner.service, name) for name in later} == later
    assert corner.service.min_age == 0
    refused = screen(corner.service).send(bags="sometimes")
    assert refused.status_code == 200 and "not one of the available choices" in words(refused)
