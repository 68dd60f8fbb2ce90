"""A page that broke, when what it is made of is missing too: it still leads to 911 and help."""

import pytest
from django.conf import settings as ours

from tests.reading import page, says_the_way_on, words

WAYS_ON = {"tel:911", "/now/", "/find/", "/lines/", "/exit/"}


@pytest.fixture
def unlucky(client):
    """Someone whose browser gets whatever the server makes of an exception. No database at all."""
    client.raise_request_exception = False
    return client


def leads_on(answered, status=500):
    shown = {link.get("href") for link in page(answered).select("a")}
    return answered.status_code == status and shown >= WAYS_ON and says_the_way_on(answered)


@pytest.fixture
def nothing_collected(settings, tmp_path):
    """Styles and scripts as they are served, and none of them there."""
    settings.STATIC_ROOT = tmp_path / "never made"
    collected = {"BACKEND": "hrapp.static_files.StaticFiles"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": collected}


@pytest.fixture
def broken_words(settings, tmp_path):
    """A file of translations that is no such file."""
    folder = tmp_path / "en_US/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.mo").write_bytes(b"not a file of translations")
    settings.LOCALE_PATHS = [tmp_path]


@pytest.fixture
def broken_template(settings, tmp_path):
    """The page itself is damaged."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/broke.html").write_text("{% no_such_word %}")
    quick, django = ours.TEMPLATES
    settings.TEMPLATES = [quick, django | {"DIRS": [tmp_path, *django["DIRS"]]}]


def test_without_a_database_a_search_says_that_it_broke(unlucky):
    assert leads_on(unlucky.get("/alerts/"))


def test_with_nothing_collected_it_still_says_so(unlucky, nothing_collected):
    assert leads_on(unlucky.get("/alerts/"))


def test_with_nothing_collected_a_page_that_needs_no_database_is_there(unlucky, nothing_collected):
    """A script that is missing is no reason to take the steps away from somebody."""
    assert leads_on(unlucky.get("/nowhere/"), status=404)


def test_with_broken_translations_it_says_so_in_english(unlucky, broken_words):
    shown = unlucky.get("/nowhere/")
    assert leads_on(shown) and "Something broke on our side" in words(shown)


def test_a_damaged_page_is_replaced_by_a_plain_one(unlucky, broken_template):
    shown = unlucky.get("/alerts/")
    assert leads_on(shown) and "Something broke on our side" in words(shown)


def test_with_all_of_it_broken_it_still_says_so(
    unlucky, nothing_collected, broken_words, broken_template
):
    shown = unlucky.get("/alerts/")
    assert leads_on(shown)
    assert "script-src 'self'" in shown.headers["Content-Security-Policy"]
