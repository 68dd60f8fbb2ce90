"""Lists are made one at a time in a process, however many are asked for at once.

Python runs one thread at a time. Each row that a database hands over is a moment at which another
thread takes over, and with eight lists at once the changing of hands cost more than the lists.
So they take turns. A slow sender holds a thread but no turn, and behind a slow database nobody
waits longer than PATIENCE. Imports nothing of ours.
"""

from functools import wraps
from threading import Lock

PATIENCE = 0.5  # seconds; then a list is made out of turn

turn = Lock()


def in_turn(view):
    """A view that asks the database a lot, made to wait for its turn."""

    @wraps(view)
    def waiting(request, *args, **kwargs):
        if request.method == "POST":
            request.POST  # noqa: B018  all of it has come before a turn is taken
        has_it = turn.acquire(timeout=PATIENCE)
        try:
            return view(request, *args, **kwargs)
        finally:
            if has_it:
                turn.release()

    return waiting
