"""The ground under the other tests: both engines are real, and nothing leaves this machine."""

import socket
import subprocess

import pytest

from tests.conftest import NetworkUsed
from tests.engines import EngineMissing, apt, chromium, postgres


def test_a_test_cannot_reach_another_machine():
    with pytest.raises(NetworkUsed, match="192.0.2.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(NetworkUsed, match="example.org"):
        socket.getaddrinfo("example.org", 443)


def test_a_page_cannot_reach_another_machine(browser):
    from playwright.sync_api import Error

    page = browser.new_page()
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
    page.close()


def test_the_browser_is_a_real_one(browser):
    assert int(browser.version.split(".")[0]) >= 100


def test_the_database_is_the_one_that_was_asked_for(db, settings):
    from django.db import connection

    assert connection.vendor in {"sqlite", "postgresql"}
    assert connection.settings_dict["ENGINE"] == settings.DATABASES["default"]["ENGINE"]
    with connection.cursor() as cursor:
        cursor.execute("select 1")
        assert cursor.fetchone() == (1,)


def test_postgres_takes_names_in_any_script(db):
    from django.contrib.auth.models import User

    User.objects.create(username="Ñandú")
    assert User.objects.filter(username="Ñandú").exists()


def test_somebody_who_may_not_install_is_told_what_to_type(monkeypatch):
    monkeypatch.setattr(apt.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(apt.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(EngineMissing, match="sudo apt-get install -y .* postgresql"):
        apt.install("postgresql", why="The tests need a real PostgreSQL.")


def test_a_chromium_that_is_named_and_not_there_is_not_replaced(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(EngineMissing, match="/nowhere/chromium"):
        chromium.find()


def test_a_database_that_is_named_and_not_there_is_not_replaced():
    with pytest.raises(EngineMissing, match="TEST_DATABASE_URL"):
        postgres.version("postgres://nobody@127.0.0.1:9/none")


def test_help_lists_the_commands():
    from django.conf import settings

    listed = subprocess.run(["make"], cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert "make run" in listed.stdout and "make test" in listed.stdout


def test_a_phone_opens_the_site_with_and_without_javascript(phone):
    for js in (False, True):
        page = phone(js=js, width=320, dark=True)
        assert page.goto("/").ok
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.viewport_size == {"width": 320, "height": 640}
    assert phone.strangers == []


def test_a_phone_notices_who_else_is_asked(phone, tap):
    page = phone()
    page.set_content("<a href='http://example.org/'>Away</a>")
    tap(page, "link", "Away")
    assert tap.count == 1
    assert phone.strangers == ["example.org"]
