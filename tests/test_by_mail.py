"""Who sends by mail: after the places nearby, first when nothing is near, and never to no state."""

import pytest

from resources import documents
from resources.mailing import codes_of, sends_to
from resources.models import Organization, Phone, Service, ServiceAtLocation
from tests import given
from tests.reading import names, page, words

pytestmark = pytest.mark.django_db
town = given.for_the_file(given.content)


def sender(name="Supplies by post", states="MA, RI", needs=("syringes",), **facts):
    """A service that has no place at all."""
    runs_it = Organization.objects.create(name=name)
    facts = {"by_mail": "yes", "mail_states": states, "name": name, **facts}
    made = Service.objects.create(organization=runs_it, **facts)
    made.needs.set([given.need(need) for need in needs])
    Phone.objects.create(service=made, number="+16175550188")
    documents.keep("mail", [made.pk])
    return made


def find(client, **more):
    return client.post("/find/", {"place": "02118", "need": "syringes", **more})


def by_mail(response):
    """The names under "By mail", or None without that heading."""
    headings = [one for one in page(response).main.select("h2") if words(one) == "By mail"]
    if not headings:
        return None
    return [words(one) for one in headings[0].find_next_sibling("ul").select("h3")]


def test_who_sends_by_mail_comes_after_the_places_nearby(client):
    given.service("Exchange", needs=["syringes"], at=given.SOUTH_END)
    sender()
    found = find(client)
    assert names(found) == ["Exchange"] and by_mail(found) == ["Supplies by post"]
    told = words(found)
    assert told.index("Exchange") < told.index("Supplies by post")
    assert "Sends to MA, RI." in told and "Not checked yet. Call first." in told
    assert page(found).select_one("a[href='tel:+16175550188']")


def test_who_sends_by_mail_comes_first_when_nothing_is_near(client):
    given.service("Far off", needs=["syringes"], at=(64.5, -165.4))
    sender()
    told = words(page(find(client)).main)
    assert told.index("Supplies by post") < told.index("Far off")


def test_another_state_is_not_sent_to(client):
    sender(states="NH, VT")
    assert by_mail(find(client)) is None


def test_every_state_is_every_state(client):
    sender(states="US")
    assert "Sends to every state." in words(find(client))


def test_where_states_are_not_known_it_says_to_ask_and_comes_last(client):
    sender("A, not known", states="")
    sender("Z, known", states="MA")
    found = find(client)
    assert by_mail(found) == ["Z, known", "A, not known"]
    assert "Ask if they send to your state." in words(found)


def test_other_needs_are_not_sent(client):
    sender(needs=["wound"])
    assert by_mail(find(client)) is None


def test_filters_hold_for_what_is_sent_too(client):
    sender(cost="pay")
    assert by_mail(find(client, free="1")) is None
    Service.objects.update(cost="free")
    assert by_mail(find(client, free="1")) == ["Supplies by post"]


@pytest.mark.parametrize(
    "facts",
    [{"do_not_list": True}, {"status": "defunct"}, {"by_mail": "no", "states": ""}],
)
def test_who_is_not_listed_is_not_found_by_mail(client, facts):
    sender(**facts)
    assert by_mail(find(client)) is None
    assert "Supplies by post" not in words(client.post("/search/", {"words": "supplies by post"}))


def test_a_hidden_place_is_not_found_by_mail_either(client):
    given.service("Safe house", needs=["syringes"], visibility="hidden", by_mail="yes")
    assert by_mail(find(client)) is None


def test_a_first_place_that_is_hidden_takes_them_out_of_search(client):
    made = sender()
    hidden = given.where({"visibility": "hidden"})
    given.index(ServiceAtLocation.objects.create(service=made, location=hidden))
    assert "Supplies by post" not in words(client.post("/search/", {"words": "supplies post"}))
    assert by_mail(find(client)) is None


def test_a_state_written_out_long_ago_is_not_every_state(client):
    sender(states="MASSACHUSETTS")
    assert by_mail(find(client)) == ["Supplies by post"]
    assert "Sends to every state." not in words(find(client))


def test_its_own_page_says_there_is_nowhere_to_go(client):
    made = sender()
    told = words(client.get(made.get_absolute_url()))
    assert "They send by mail. There is no place to go to." in told
    assert "We may not say where this is" not in told and "Sends to MA, RI." in told
    assert "Call 617-555-0188" in told


def test_who_sends_by_mail_is_found_by_name(client):
    sender()
    assert "Supplies by post" in words(client.post("/search/", {"words": "supplies post"}))


def test_a_link_to_a_list_has_them_too(client):
    sender()
    assert by_mail(client.get("/near/boston-ma/?need=syringes")) == ["Supplies by post"]
    assert by_mail(client.get("/near/boston-ma/?need=syringes&page=2")) in (
        ["Supplies by post"],  # past the end a list begins again
        None,
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("ma, Ri;US", ["MA", "RI", "US"]), ("", []), ("MA MA", ["MA"]), ("pr", ["PR"])],
)
def test_states_are_read_as_people_write_them(typed, kept):
    assert codes_of(typed) == kept


def test_what_is_no_state_is_refused():
    with pytest.raises(ValueError, match="ZZ"):
        codes_of("MA ZZ")


@pytest.mark.parametrize(
    ("written", "state", "sends"),
    [("MA, RI", "MA", True), ("US", "AK", True), ("NH", "MA", False), ("", "MA", None)],
)
def test_not_known_is_never_yes_or_no(written, state, sends):
    assert sends_to(written, state) is sends
