"""Fifty hidden places and every output there is: no word of them comes out, nor is it kept.

Who is hidden, and what of them is secret, is hidden_places.py; what is asked is outputs.py.
"""

import re

import pytest

from resources.models import Document, NearbyPlace, PlaceCard, Word
from tests import given, outputs, public_pages
from tests.hidden_places import HIDING, IN_AREAS, hidden_places, made_up, public_places
from tests.outputs import Asked, get, post

pytestmark = pytest.mark.django_db

hidden = []


def town_with_secrets():
    public_pages.town()
    public_places()
    hidden[:] = hidden_places()


town = given.for_the_file(town_with_secrets)


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to(given.TUESDAY_10)


def secrets():
    return {
        told: (one.number, one.way, name) for one in hidden for name, told in one.secrets.items()
    }


def leaks(told, found):
    """What of `found`, {secret: whose}, stands in a text. One pass, whatever there is to seek."""
    digits_told = set(re.findall(r"1617\d{7}", told))
    here = set(re.findall(r"qz[a-z]+", told.lower())) | digits_told
    here |= set(re.findall(r"-?\d+\.\d{4}", told))
    return {found[one] for one in here & found.keys()}


def test_a_new_address_is_asked_by_these_tests():
    known = outputs.OUTPUTS.keys() | outputs.NOT_FOR_READERS
    assert set(outputs.routes()) == known, "name the new address in tests/outputs.py"


def test_no_output_tells_anything_of_a_hidden_place():
    found, count, answered = secrets(), 0, set()
    for asked in outputs.everything():
        assert not leaks(asked.told, found), asked.what
        count += 1
        answered.add(asked.status)
    assert count > 1000 and {200, 400, 404} <= answered


def test_the_same_tests_see_a_place_that_is_shown():
    """Else they would pass on empty pages: an area's name and phone are told, and are found."""
    vague = next(one for one in hidden if one.way in IN_AREAS)
    told = "".join(asked.told for asked in get(f"/service/{vague.service.pk}/"))
    assert leaks(told, {vague.word("name"): 1, f"1617455{vague.number:04}": 2}) == {1, 2}
    told = "".join(asked.told for asked in post("/find/", {"place": "Boston, MA"}))
    assert leaks(told, {one.word("name"): one.way for one in hidden}) <= {*IN_AREAS, "second door"}
    told = "".join(asked.told for asked in post("/search/", {"words": vague.word("name")}))
    assert f"/service/{vague.service.pk}/" in told


def test_nothing_of_a_hidden_place_is_in_the_tables_that_outputs_read():
    found = secrets()
    for model in (PlaceCard, Document, Word):
        rows = "\n".join(map(str, model.objects.values_list()))
        assert rows and not leaks(rows, found), model
    unlisted = [one.place.pk for one in hidden if one.way not in IN_AREAS]
    assert not NearbyPlace.objects.filter(place__in=unlisted).exists()
    assert not PlaceCard.objects.filter(place__in=unlisted).exists()
    assert not Document.objects.filter(key__in=map(str, unlisted)).exists()


def test_a_place_without_a_page_answers_as_one_that_never_was():
    nobodys = "00000000-0000-4000-8000-000000000000"
    never = next(get(f"/service/{nobodys}/"))
    for one in hidden:
        if one.way not in {*IN_AREAS, "second door"}:
            answer = next(get(f"/service/{one.service.pk}/"))
            same = answer.body.replace(str(one.service.pk), nobodys)
            assert (answer.status, same) == (404, never.body), one.way


def pair(address, name, secret):
    """Two answers: to a secret, and to a word of the same length that nobody has."""
    for typed in (secret, made_up(secret)):
        answer = next(post(address, {"place": "02118", name: typed}))
        yield answer.body.replace(typed, "TYPED")


@pytest.mark.parametrize("way", HIDING)
def test_who_searches_a_secret_learns_no_more_than_of_a_word_nobody_has(way):
    """Not by a result, not by a correction, not by an offer, not by being told it is known."""
    for one in hidden:
        if one.way == way:
            for secret in one.words:
                found, nothing = pair("/search/", "words", secret)
                assert found == nothing, secret
            found, nothing = pair("/find/", "q", one.words[0])
            assert found == nothing, one.words[0]


@pytest.mark.parametrize("slip", [lambda word: word[:-1], lambda word: word[:3] + "v" + word[4:]])
def test_a_secret_typed_with_a_slip_is_not_put_right(slip):
    found = secrets()
    for one in hidden:
        for secret in one.words:
            answer = next(post("/search/", {"words": slip(secret)}))
            assert secret not in answer.told.lower()
            assert not leaks(answer.told, found), secret


def test_a_page_that_breaks_says_nothing_of_what_it_was_about(monkeypatch):
    from django.test import Client

    secret = hidden[0].words[0]

    def broken(*args):
        raise RuntimeError(secret)

    monkeypatch.setattr("resources.asking.answer", broken)
    client = Client(raise_request_exception=False)
    answer = Asked("broken", client.post("/find/", {"place": "02118", "q": secret}))
    assert answer.status == 500 and secret not in answer.told
