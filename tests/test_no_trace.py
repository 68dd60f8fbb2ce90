"""A phone that is taken away tells nothing of what its owner looked for, where, or saw."""

import re
import zlib
from pathlib import Path

import pytest

from tests import public_pages
from tests.engines import chromium
from tests.phones import PATIENCE_MS, until

TYPED, WHERE = "points", "02118"
# What gives a search away: the words typed, what they mean, and the place that was looked at.
TELLTALE = ["02118", "Corner Exchange", "1 Any Street", "Boston, MA", "q=points"]
SEARCHED = "corner exch"
TELLTALE += [SEARCHED]
GLANCE_MS = 800
# What only the browser's own "open these pages again" file may hold, and only without scripts.
RESTORE = "Sessions"


@pytest.fixture
def town(transactional_db):
    return public_pages.town()


@pytest.fixture
def own_phone(browser, live_server, settings, tmp_path):
    """`own_phone(js)`: a phone with a memory of its own, to be taken away and searched."""
    settings.EXIT_URL = f"{live_server.url}/healthz/"
    opened = []

    def opens(js):
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=chromium.find_or_install()[0],
            args=chromium.FLAGS,
            java_script_enabled=js,
            base_url=live_server.url,
            viewport={"width": 360, "height": 640},
        )
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return context.pages[0]

    yield opens
    for context in opened:
        context.close()


def search(page, js):
    page.goto("/")
    page.get_by_label("I need").click()
    if js:
        until(page, "window.htmx")
    page.get_by_label("I need").press_sequentially(TYPED)
    page.get_by_label("Near").press_sequentially(WHERE)
    page.keyboard.press("Enter")
    page.locator("#results-list").wait_for()


def search_for_words(page, js):
    page.goto("/learn/")
    page.get_by_label("What do you want to know?").click()
    if js:
        until(page, "window.htmx")
    page.keyboard.type(SEARCHED)
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()


def look_at_a_place(page):
    page.get_by_role("link", name="Corner Exchange").first.click()
    page.get_by_role("heading", name="Corner Exchange", level=1).wait_for()


def leave(page):
    page.get_by_role("link", name="Leave", exact=True).click()
    page.wait_for_url("**/healthz/")
    page.wait_for_timeout(GLANCE_MS)


def found_in(profile):
    """file -> the telltale words in it, also in UTF-16 and inside anything gzipped."""
    found = {}
    for path in sorted(Path(profile).rglob("*")):
        if path.is_file():
            held = readable(path.read_bytes())
            words = [word for word in TELLTALE if word.encode() in held]
            if words:
                found[path.relative_to(profile).as_posix()] = words
    return found


def readable(raw):
    opened = [raw, raw.replace(b"\0", b"")]
    for start in re.finditer(rb"\x1f\x8b\x08", raw):
        try:
            opened.append(zlib.decompressobj(31).decompress(raw[start.start() :]))
        except zlib.error:
            continue
    return b"\n".join(opened)


@pytest.mark.parametrize("leaves", [True, False], ids=["left", "closed"])
def test_a_phone_taken_away_holds_no_search(own_phone, town, tmp_path, leaves):
    page = own_phone(js=True)
    search(page, js=True)
    assert page.evaluate("location.pathname") == "/", "the quick way was not the one taken"
    look_at_a_place(page)
    if leaves:
        leave(page)
    page.context.close()
    assert found_in(tmp_path / "profile") == {}


@pytest.mark.parametrize("leaves", [True, False], ids=["left", "closed"])
def test_without_scripts_only_the_browsers_own_restore_file_holds_it(
    own_phone, town, tmp_path, leaves
):
    page = own_phone(js=False)
    search(page, js=False)
    look_at_a_place(page)
    if leaves:
        leave(page)
    page.context.close()
    left = found_in(tmp_path / "profile")
    assert [file for file in left if RESTORE not in file] == []


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without"])
def test_a_phone_taken_away_holds_no_words_that_were_searched(own_phone, town, tmp_path, js):
    page = own_phone(js=js)
    search_for_words(page, js)
    look_at_a_place(page)
    leave(page)
    page.context.close()
    left = found_in(tmp_path / "profile")
    assert [file for file in left if js or RESTORE not in file] == []


def test_the_search_of_the_phone_would_find_a_trace(own_phone, town, tmp_path):
    """The tests above prove something only if words in an address are found by the same means."""
    page = own_phone(js=True)
    page.goto("/near/02118/?need=syringes")
    page.context.close()
    assert any("History" in file for file in found_in(tmp_path / "profile"))
