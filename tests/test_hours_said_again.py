"""Words for hours that are kept while they stay true never outlive it."""

from datetime import UTC, datetime, timedelta

import pytest

from resources.hours import holds_until, open_state


@pytest.mark.parametrize(
    "text",
    [
        *("Mo-Fr 09:00-17:00", "Mo-Su 22:00-02:00", "24/7", "Tu[2] 10:00-12:00"),
        *(
            'Mo 10:00-12:00 unknown "by appointment"',
            'Mo-Su 09:00-17:00; 2026 Oct 31 off "closed today"',
        ),
    ],
)
def test_words_said_again_are_still_the_words(text):
    zone, start = "America/New_York", datetime(2026, 10, 30, 4, 0, tzinfo=UTC)
    state, until = None, start
    for minute in range(0, 4 * 24 * 60, 7):
        now = start + timedelta(minutes=minute)
        if now >= until:
            state = open_state(text, zone, now)
            until = holds_until(state, zone, now)
        assert state.words == open_state(text, zone, now).words, now
