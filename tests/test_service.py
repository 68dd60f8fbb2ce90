"""One place on its own page: every public fact, what is not known in words, and how sure we are."""

from datetime import date

import pytest

from resources.models import Phone, Schedule, Upstream
from tests import given
from tests.reading import page, words

pytestmark = pytest.mark.django_db

ASKED_AT_A_DOOR = [
    *("ID", "Cost", "Names", "How you get in", "How many syringes", "Insurance", "Active use"),
    *("Wait", "For friends", "Bags", "Gender", "Age"),
    *("Police", "Where it happens", "By mail", "Languages", "Access", "Welcome too"),
]
LONG_AGO = date(2025, 1, 1)
town = given.for_the_file(given.content)


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10)


def shown(client, place):
    answered = client.get(f"/service/{place.service_id}/")
    assert answered.status_code == 200
    return answered


def exchange(**more):
    facts = {
        "needs": ["syringes", "naloxone"], "at": given.SOUTH_END, "street": "774 Albany Street",
        "city": "Boston", "call": "+16175550101",
    }  # fmt: skip
    return given.service("Albany Street exchange", **facts | more)


def test_a_place_tells_where_it_is_whom_to_call_and_what_it_has(client):
    told = shown(client, exchange())
    assert page(told).h1.get_text() == "Albany Street exchange"
    assert "774 Albany Street, Boston, MA" in words(told)
    assert page(told).select_one("a[href='tel:+16175550101']")
    assert page(told).select_one("a[href^='https://www.openstreetmap.org/directions?to=42.336']")
    needs = [a["href"] for a in page(told).select("main ul a[href^='/need/']")]
    assert set(needs) == {"/need/syringes/", "/need/naloxone/"}


def test_an_extension_is_dialled_and_said(client):
    place = exchange(call="")
    Phone.objects.create(service_at_location=place, number="+16175550102", extension="12")
    link = page(shown(client, place)).select_one("a[href='tel:+16175550102;ext=12']")
    assert words(link) == "Call 617-555-0102 ext. 12"


def test_the_number_of_the_place_itself_is_called_first(client):
    place = exchange()
    Phone.objects.create(organization=place.service.organization, number="+16175550103")
    Phone.objects.create(service_at_location=place, number="+16175550104")
    Phone.objects.create(service_at_location=place, number="+16175550105", type="fax")
    assert page(shown(client, place)).select_one("a[href^='tel:+1617']")["href"][-3:] == "104"


def test_what_is_not_known_is_said_in_words(client):
    told = page(shown(client, exchange()))
    assert "Not known. Ask about:" in words(shown(client, exchange()))
    asked = [item.get_text() for item in told.select("ul.tags li")]
    assert set(ASKED_AT_A_DOOR) <= set(asked)


def test_what_is_known_at_the_door_is_said_in_words(client):
    told = words(
        shown(
            client,
            exchange(
                cost="sliding", cost_note="$5 if you can", id_required="asks", min_age=18,
                max_age=24, minors_note="No parent needed", languages="en es",
                accessibility="step_free", by_mail="yes", mail_states="MA, RI",
                syringe_model="one_for_one", police="no", audiences=["youth"],
            ),
        )
    )  # fmt: skip
    for known in [
        *("You pay what you can", "$5 if you can", "Asks for ID. You can say no.", "18 to 24"),
        *("No parent needed", "English, Spanish-speaking staff", "Step-free"),
        *("Sends by mail", "MA, RI", "One for one", "No police on site", "Made for: For youth"),
    ]:
        assert known in told, known


def test_hours_stand_day_by_day_with_their_note(client):
    place = exchange(hours="Mo-Fr 09:00-17:00", last_verified=date(2026, 3, 1), verified_by="visit")
    Schedule.objects.update(note="Ring the side bell.")
    told = shown(client, place)
    week = page(told).select_one("section.place dl")
    days = [words(one) for one in week.select("dt")]
    assert (days[0], days[-1], len(days)) == ("Monday", "Sunday", 7)
    assert words(week.select("dd")[0]) == "9 am to 5 pm" and words(week.select("dd")[6]) == "Closed"
    assert "Open until 5 pm" in words(told) and "Ring the side bell." in words(told)


def test_hours_nobody_knows_are_said_to_be_not_listed(client):
    told = shown(client, exchange())
    assert "Hours not listed. Call." in words(told)
    assert not page(told).select("section.place dl")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({}, "Not checked yet. Call first."),
        (
            {"last_verified": date(2026, 3, 1), "verified_by": "call"},
            "Checked by phone on 1 Mar.",
        ),
        (
            {"last_verified": date(2025, 11, 1), "verified_by": "website"},
            "Not checked lately. Call first.",
        ),
        (
            {"last_verified": date(2025, 1, 1), "verified_by": "visit"},
            "Not checked since 1 Jan 2025. Call first.",
        ),
    ],
)
def test_a_place_says_when_it_was_checked_and_how(client, facts, says):
    assert says in words(shown(client, exchange(**facts)))


@pytest.mark.parametrize(
    ("checked", "says"),
    [
        (None, "Not checked yet. There is no number to call."),
        (date(2026, 3, 1), "Checked by a visit on 1 Mar."),
        (
            date(2025, 11, 1),
            "Not checked lately, last on 1 Nov 2025. There is no number to call.",
        ),
        (date(2025, 8, 1), "Not checked since 1 Aug 2025. There is no number to call."),
        (LONG_AGO, "Not checked since 1 Jan 2025. There is no number to call."),
    ],
)
@pytest.mark.parametrize("hours", ["", "24/7", "Mo off", "Tu 12:00-13:00", '"By appointment"'])
def test_a_place_without_a_number_says_when_it_was_checked_and_never_to_call(
    client, checked, says, hours
):
    place = exchange(
        call="", last_verified=checked, verified_by=checked and "visit" or "", hours=hours
    )
    card = page(client.get("/near/02118/?need=syringes")).select_one(f"#place-{place.pk}")
    assert (card is None) is (checked == LONG_AGO), "lists leave it out, its own page stays"
    for part in filter(None, (card, page(shown(client, place)).main)):
        told = words(part)
        told = told.replace("Call a help line", "").replace("There is no number to call", "")
        assert says.replace("There is no number to call", "") in told
        assert "Call" not in told and " call" not in told


@pytest.mark.parametrize(
    ("call", "says"),
    [("", "It may be open. We are not sure."), ("+16175550101", "It may be open. Call first.")],
)
def test_hours_in_doubt_say_so_and_to_call_only_where_somebody_can_be_called(client, call, says):
    place = exchange(call=call, hours="24/7")
    card = page(client.get("/near/02118/?need=syringes")).select_one(f"#place-{place.pk}")
    assert says in words(shown(client, place)) and says in words(card)


def test_a_place_says_the_same_on_its_page_and_in_the_list(client):
    for number in ("", "+16175550101"):
        for hours in ("", "24/7", "Mo off"):
            place = exchange(call=number, hours=hours)
            found = client.get("/near/02118/?need=syringes")
            card = page(found).select_one(f"#place-{place.pk}")
            for line in card.select(".warn, .state"):
                assert words(line) in words(shown(client, place))


def test_a_place_says_where_its_facts_are_from(client):
    assert "Entered by the people who run this site." in words(shown(client, exchange()))
    state = Upstream.objects.create(
        slug="ma", name="State list, 2025", publisher="The State", year=2025, note="As printed."
    )
    told = words(shown(client, exchange(upstream=state, upstream_key="7")))
    assert "State list, 2025 (The State). As printed." in told


def test_a_safe_house_is_told_by_its_area_alone(client):
    place = given.service(
        "Safe house", needs=["dv"], visibility="area", area="boston-ma", call="+16175550188"
    )
    told = shown(client, place)
    assert "Boston, MA. Call for the place." in words(told)
    assert page(told).select_one("a[href='tel:+16175550188']")
    assert "Directions" not in words(told)


def test_a_service_without_a_place_says_so_and_can_be_called(client):
    place = exchange()
    place.delete()
    told = shown(client, place)
    assert "There is no place to go to." in words(told)
    assert page(told).select_one("a[href^='tel:+1617']")
    assert page(told).select_one("a[href='/lines/']")


@pytest.mark.parametrize(
    "facts",
    [
        *({"do_not_list": True}, {"status": "defunct"}, {"status": "inactive"}),
        {"visibility": "hidden"},
    ],
)
def test_who_is_not_listed_has_no_page(client, facts):
    answered = client.get(f"/service/{exchange(**facts).service_id}/")
    assert answered.status_code == 404
    assert "Albany" not in answered.content.decode()


def test_what_staff_typed_is_only_ever_words(client):
    place = exchange(
        description="<script>alert(1)</script>\nTwo lines", cost_note="<b>free</b>",
        hours="Mo 09:00-10:00",
    )  # fmt: skip
    Schedule.objects.update(note="<img src=x onerror=alert(1)>")
    told = page(shown(client, place))
    assert not told.select("main script, main b, main img")
    assert "<script>alert(1)</script>" in words(told.main)
