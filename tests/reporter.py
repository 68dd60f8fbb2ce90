"""A phone that reports what is wrong with a listing, for the tests; and what readers then see.

Fixtures: `exchange` (the one place of `a_town`), `clock` (a Tuesday at ten, which stands still) and
`send`.
"""

import pytest
from django.test import Client

from resources.models import ServiceAtLocation
from tests import given
from tests.reading import page, words

LINE = "Someone told us this may have changed."
HOME, SHELTER = "203.0.113.7", "203.0.113.8"


def a_town():
    given.content()
    given.service(
        "Corner Exchange", needs=["syringes"], at=given.SOUTH_END, street="1 Any St", city="Boston"
    )


@pytest.fixture
def exchange():
    return ServiceAtLocation.objects.get()


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(given.TUESDAY_10, tick=False)
    return time_machine


def of(place):
    return f"/service/{place.service_id}/report/"


@pytest.fixture
def send(exchange, clock):
    """`send(kind="closed", network=HOME, ...)` opens the form, waits, and sends it."""

    def sent(network=HOME, wait=5, headers=None, language="", to=None, **typed):
        browser = Client(REMOTE_ADDR=network, headers={"User-Agent": "ZqxPhone"})
        address = language + of(to or exchange)
        token = page(browser.get(address)).select_one("input[name=token]")["value"]
        clock.shift(wait)
        said = {"Sec-Fetch-Site": "same-origin"} if headers is None else headers
        return browser.post(address, {"token": token, "kind": "closed"} | typed, headers=said)

    return sent


def thanked(answer):
    return answer.status_code == 303 and answer["Location"] == "/thanks/"


def shown_note(answer):
    return page(answer).select_one("textarea").get_text().removeprefix("\n")


def card(client, language=""):
    return page(client.get(f"{language}/near/02118/?need=syringes")).select_one("li.place")


def own_page(client, place, language=""):
    return words(client.get(f"{language}/service/{place.service_id}/"))
