"""Lists are made in turn, and nobody waits for ever for theirs."""

import threading

import pytest
from django.http import HttpResponse

from hrapp import turns


def whole_list(request):
    return HttpResponse("twenty places")


def test_a_list_waits_while_another_is_being_made(rf):
    most, now_making = [], []

    def making(request):
        now_making.append(request)
        most.append(len(now_making))
        threading.Event().wait(0.01)
        now_making.pop()
        return HttpResponse()

    ask = turns.in_turn(making)
    askers = [threading.Thread(target=ask, args=(rf.get("/near/boston-ma/"),)) for _ in range(8)]
    for some in askers:
        some.start()
    for some in askers:
        some.join()
    assert most == [1] * 8


def test_behind_a_list_that_hangs_the_next_is_made_all_the_same(rf, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    with turns.turn:
        assert turns.in_turn(whole_list)(rf.get("/")).content == b"twenty places"
        assert turns.turn.locked()


def test_a_list_that_breaks_gives_its_turn_back(rf):
    def broken(request):
        raise ValueError

    with pytest.raises(ValueError):
        turns.in_turn(broken)(rf.get("/"))
    assert not turns.turn.locked()


def test_a_slow_sender_holds_no_turn(rf):
    class SlowSender:
        def read(self, size=-1):
            held.append(turns.turn.locked())
            return b""

        def close(self):
            held.append(turns.turn.locked())

    held = []
    form = "application/x-www-form-urlencoded"
    request = rf.post("/find/", "place=02118", content_type=form)
    request._stream = SlowSender()
    request._read_started = False
    turns.in_turn(whole_list)(request)
    assert held and not any(held)
