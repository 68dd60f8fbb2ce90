"""What every answer carries to protect a reader: pages, refusals, errors, files, staff's door."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from tests import given, public_pages

pytestmark = pytest.mark.django_db
town = given.for_the_file(public_pages.town)

NOT_ALLOWED = "unsafe-"
ALWAYS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def script(visitor):
    response = visitor.get("/static/js/page.js")
    b"".join(response)  # read to its end, or the file stays open
    return response


# What is asked -> the status that comes.
ANSWERS = {
    "a page": (lambda c: c.get("/"), 200),
    "a search": (lambda c: c.post("/find/", {"place": "02118", "q": "points"}), 200),
    "leaving": (lambda c: c.get("/exit/"), 302),
    "words that mean an overdose": (lambda c: c.post("/find/", {"q": "overdose"}), 303),
    "a place in an address": (lambda c: c.get("/find/?lat=42.3"), 400),
    "a form from nowhere": (lambda c: c.post("/admin/login/", {"username": "x"}), 403),
    "a page that is not there": (lambda c: c.get("/nowhere/"), 404),
    "a way that is not allowed": (lambda c: c.put("/find/"), 405),
    "a script": (script, 200),
    "staff's door": (lambda c: c.get("/admin/login/"), 200),
}


@pytest.fixture
def strict(town):
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@pytest.fixture
def broken(monkeypatch):
    """A help line that breaks: the page that lists them answers 500."""

    def breaks():
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("resources.views.lines.all_up", breaks)


def policy_of(response):
    told = response.headers["Content-Security-Policy"].split("; ")
    return {name: sources.split() for name, sources in (one.split(" ", 1) for one in told)}


def is_protected(response):
    assert {name: response.headers.get(name) for name in ALWAYS} == ALWAYS
    policy = policy_of(response)
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert policy["script-src"] == policy["form-action"] == policy["connect-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert NOT_ALLOWED not in response.headers["Content-Security-Policy"]
    phone = response.headers["Permissions-Policy"].split(", ")
    assert [asked for asked in phone if not asked.endswith("=()")] == ["geolocation=(self)"]


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_protects_the_reader(strict, name):
    ask, status = ANSWERS[name]
    response = ask(strict)
    assert response.status_code == status
    is_protected(response)


def test_a_page_that_broke_protects_the_reader_too(strict, broken):
    response = strict.get("/lines/")
    assert response.status_code == 500
    is_protected(response)


def test_all_answers_carry_the_same_policy(strict):
    policies = {ask(strict).headers["Content-Security-Policy"] for ask, _status in ANSWERS.values()}
    assert len(policies) == 1


@pytest.mark.parametrize("name", ANSWERS)
def test_over_https_the_browser_is_told_to_stay_there(settings, town, name):
    settings.SECURE_HSTS_SECONDS = 31536000
    secure = Client(enforce_csrf_checks=True, headers={"Referer": "https://testserver/"})
    secure.defaults["wsgi.url_scheme"] = "https"
    response = ANSWERS[name][0](secure)
    assert response.headers["Strict-Transport-Security"].startswith("max-age=31536000;")


def test_no_page_gives_a_reader_a_cookie(town):
    for address in public_pages.addresses(town):
        for ask in (Client().get, Client().post, Client().head):
            response = ask(address)
            assert not response.cookies, address
            assert "Cookie" not in response.headers.get("Vary", ""), address


def test_a_search_is_kept_by_nobody(client, town):
    for asked in ({"place": "02118", "q": "points"}, {"place": "nowhere at all"}, {}):
        assert client.post("/find/", asked).headers["Cache-Control"] == "no-store"


def test_a_link_to_a_list_and_a_page_of_a_place_are_kept_by_nobody(client, town):
    for address in ("/near/02118/?need=syringes", f"/service/{town.service_id}/"):
        assert client.get(address).headers["Cache-Control"] == "no-store", address


ASK_SETTINGS = """
import json
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if "COOKIE" in name}))
"""


def settings_under(site_url, folder):
    asked = {
        "SITE_URL": site_url,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "hrapp.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK_SETTINGS],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("site_url", ["https://help.example", "http://127.0.0.1:8000"])
def test_staffs_cookies_go_to_this_site_alone(site_url, tmp_path):
    rules = settings_under(site_url, tmp_path)
    https = site_url.startswith("https")
    for cookie in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert rules[f"{cookie}_SAMESITE"] == "Strict"
        assert rules[f"{cookie}_HTTPONLY"] is True
        assert rules[f"{cookie}_SECURE"] is https
        assert rules[f"{cookie}_NAME"].startswith("__Host-") is https
        assert rules[f"{cookie}_PATH"] == "/" and rules[f"{cookie}_DOMAIN"] is None


def test_staffs_door_sets_only_such_a_cookie(client, db):
    cookies = client.get("/admin/login/").cookies
    assert set(cookies) == {"staff-form"}
    assert cookies["staff-form"]["samesite"] == "Strict" and cookies["staff-form"]["httponly"]
