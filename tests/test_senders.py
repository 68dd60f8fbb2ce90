"""How many reports came from one network today, and whose they cannot be: without a name of it."""

from datetime import date, timedelta

import pytest

from resources import senders
from resources.senders import MOST_A_DAY, MOST_OF_ONE_LISTING, Senders, TooMany, network_of

TODAY = date(2026, 3, 10)
HOME, SHELTER = "203.0.113.7", "203.0.113.8"


def sent_by(some, network, today=TODAY, *, listings):
    for listing in listings:
        some.count(some.mark(network, today), listing)


def test_a_shelter_may_send_a_lot_in_a_day_and_then_no_more_until_the_next():
    some = Senders()
    sent_by(some, SHELTER, listings=range(MOST_A_DAY))
    with pytest.raises(TooMany) as too_many:
        sent_by(some, SHELTER, listings=["another"])
    assert not too_many.value.of_one_listing
    sent_by(some, SHELTER, TODAY + timedelta(days=1), listings=["another"])


def test_a_flood_from_one_phone_takes_nothing_from_anybody_else():
    some = Senders()
    refused = 0
    for number in range(10_000):
        try:
            sent_by(some, HOME, listings=[number])
        except TooMany:
            refused += 1
    assert refused == 10_000 - MOST_A_DAY
    sent_by(some, SHELTER, listings=range(MOST_A_DAY))


def test_one_listing_is_not_buried_by_one_network():
    some = Senders()
    sent_by(some, HOME, listings=["corner"] * MOST_OF_ONE_LISTING)
    with pytest.raises(TooMany) as too_many:
        sent_by(some, HOME, listings=["corner"])
    assert too_many.value.of_one_listing
    sent_by(some, HOME, listings=["another"])
    sent_by(some, SHELTER, listings=["corner"])


def test_a_network_is_never_kept_as_it_is_and_is_another_the_next_day():
    some = Senders()
    mark = some.mark(HOME, TODAY)
    sent_by(some, HOME, listings=["corner"])
    some.remember(mark, "corner", "closed", 1)
    assert HOME not in repr(vars(some))
    assert some.mark(HOME, TODAY) == mark != some.mark(SHELTER, TODAY)
    assert some.mark(HOME, TODAY + timedelta(days=1)) != mark != Senders().mark(HOME, TODAY)
    assert not some.sent and not some.heard


def test_what_is_remembered_goes_by_itself_though_nobody_sends_any_more(monkeypatch):
    some, waits = Senders(), []

    class Timer:
        def __init__(self, seconds, then):
            waits.append((seconds, then))

        start = cancel = lambda self: None

    monkeypatch.setattr(senders, "Timer", Timer)
    sent_by(some, HOME, listings=["corner"])
    [(seconds, then)] = waits
    assert seconds <= 24 * 60 * 60 and some.sent
    then()
    assert not some.sent and some.day is None


def test_memory_cannot_be_filled(monkeypatch):
    monkeypatch.setattr(senders, "MOST_REMEMBERED", 100)
    some = Senders()
    for number in range(1_000):
        sent_by(some, f"2001:db8:{number:x}::", listings=["corner"])
        assert len(some.sent) <= 102


def test_others_are_those_known_to_be_from_another_network():
    some = Senders()
    home, shelter = some.mark(HOME, TODAY), some.mark(SHELTER, TODAY)
    some.remember(home, "corner", "closed", 1)
    assert some.are_others(shelter, "corner", "closed", [1])
    assert not some.are_others(home, "corner", "closed", [1])
    assert not some.are_others(shelter, "corner", "closed", [1, 2]), "2 came before a restart"
    assert some.own(home, "corner", "closed") == [1]
    assert some.own(home, "corner", "moved") == some.own(shelter, "corner", "closed") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("", "", True),
        ("no address", "203.0.113.7", False),
    ],
)
def test_a_network_is_what_a_household_shares(one, other, same):
    assert (network_of(one) == network_of(other)) is same
