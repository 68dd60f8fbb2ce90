"""Where a reader is never stands in an address: a position there is refused, in any dress."""

import pytest

from hrapp.middleware import asks_with_a_place, read_query

REFUSED = [
    # By name, whatever the case, and whatever stands around the name.
    "lat=42",
    "LAT=42&LON=-71",
    "lng=-71",
    "Latitude=x",
    "long=-71",
    "user_lat=42",
    "near[lat]=42",
    "coords=here",
    "position=42",
    "ll=42,-71",
    "need=syringes;lat=42",
    "%6Cat=42",
    "l%61t=42",
    "%256Cat=42",
    "lat",
    # By look, under any name.
    "q=42.3362,-71.0734",
    "place=42.34,-71.07",
    "place=42.34%2C-71.07",
    "place=42.34%252C-71.07",
    "place=42.34+-71.07",
    "place=42.34N,71.07W",
    "need=42.3362",
    "need=syringes&need=-71.0734",
    "x=@42.3362,-71.0734,15z",
    "geo:42.34,-71.07",
    "42.3362",
]
INNOCENT = [
    "",
    "need=syringes",
    "need=syringes&need=naloxone&open_now=1&page=2",
    "need=hiv_hcv_test",
    "need=LATER",
    "platform=1",
    "flat=2",
    "plan=b",
    "how_long=2",
    "v=1.2.3",
    "v=1.234.5",
    "price=10.50",
    "at=1699999999.123456",
    "place=02118",
    "q=50%25",
    "utm_source=card",
]


@pytest.mark.parametrize("query", REFUSED)
def test_a_position_in_an_address_is_refused(client, query):
    answer = client.generic("GET", "/find/", QUERY_STRING=query)
    assert answer.status_code == 400
    assert b"map position" in answer.content and b"tel:911" in answer.content


@pytest.mark.parametrize("query", INNOCENT)
def test_a_fair_question_is_not_taken_for_a_position(query):
    assert not asks_with_a_place(read_query(query))


@pytest.mark.parametrize("address", ["/", "/near/boston-ma/", "/need/", "/nowhere/", "/exit/"])
def test_it_is_refused_on_every_page(client, address):
    assert client.get(address, {"lat": "42.3", "lon": "-71.1"}).status_code == 400


@pytest.mark.parametrize("query", ["q=%00", "q=%ff", "q=%c3%28", "%00"])
def test_letters_that_nobody_can_read_are_refused_in_words(client, query):
    answer = client.generic("GET", "/find/", QUERY_STRING=query)
    assert answer.status_code == 400
    assert b"can\xe2\x80\x99t be read" in answer.content


def test_an_address_that_hides_itself_a_thousand_times_is_answered_at_once(client):
    """Undoing %-signs until none is left would take minutes here."""
    assert client.generic("GET", "/exit/", QUERY_STRING="q=%" + "25" * 50_000).status_code == 302
