"""Every page a reader can reach, seen by a real browser: nothing of elsewhere, nothing kept."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import public_pages
from tests.phones import until

KEPT = """async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((one) => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0}


@pytest.fixture
def town(transactional_db):
    return public_pages.town()


def reachable(place):
    """address -> page, for all public addresses and every link of ours on them."""
    pages, waiting = {}, [*public_pages.pages(place), "/nowhere/", "/find/?lat=42.3"]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        answer = Client(raise_request_exception=False).get(address)
        pages[address] = BeautifulSoup(answer.content, "html.parser")
        for link in pages[address].find_all("a", href=True):
            there = urlsplit(link["href"])
            if not there.scheme and there.path and there.path not in public_pages.NOT_PAGES:
                waiting.append(there.path + (f"?{there.query}" if there.query else ""))
    return pages


def searched(place):
    """What a search answers, whole and in part; the same must hold for it."""
    asked = {"place": "02118", "q": "points"}
    for headers in ({}, {"HX-Request": "true"}):
        answer = Client().post("/find/", asked, headers=headers)
        assert answer.status_code == 200
        yield BeautifulSoup(answer.content, "html.parser")


@pytest.mark.django_db
def test_no_page_loads_or_runs_anything_of_elsewhere():
    place = public_pages.town()
    for page in [*reachable(place).values(), *searched(place)]:
        for tag in page.find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on")], tag
            assert "style" not in tag.attrs and not str(tag.get("hx-on", "")), tag
            assert not str(tag.get("href", "")).lower().startswith("javascript:"), tag
            loads = tag.name == "link" and "alternate" not in tag["rel"]
            source = tag.get("src") or (tag["href"] if loads else "")
            assert source.startswith(("/static/", "data:")) or not source, tag
        assert len(page.find_all("script")) <= 1
        assert not page.find_all(["iframe", "object", "embed", "base", "video", "audio"])
        assert all(script.get("src") and not script.string for script in page.find_all("script"))


@pytest.mark.django_db
def test_a_link_to_elsewhere_tells_that_site_nothing():
    place = public_pages.town()
    outward = set()
    for page in [*reachable(place).values(), *searched(place)]:
        for link in page.find_all("a", href=True):
            if urlsplit(link["href"]).scheme in {"http", "https"}:
                outward.add(link["href"])
                assert {"external", "noreferrer"} <= set(link.get("rel", [])), link
    assert outward, "no link to elsewhere was seen"


@pytest.mark.django_db
def test_no_form_puts_what_is_typed_into_an_address():
    place = public_pages.town()
    for page in [*reachable(place).values(), *searched(place)]:
        for form in page.find_all("form"):
            assert form["method"] == "post" and form["autocomplete"] == "off"
            assert not form.find(attrs={"formmethod": True, "formaction": True})
            for field in form.find_all("input", {"type": ["text", "search", "tel", None]}):
                assert field["autocomplete"] == "off" and field["spellcheck"] == "false", field
            for tag in [form, *form.find_all(True)]:
                assert not {"hx-get", "hx-push-url", "hx-replace-url", "hx-boost"} & set(tag.attrs)


@pytest.mark.django_db
def test_the_title_of_a_search_or_a_place_says_nothing_of_it(client):
    place = public_pages.town()
    whole = next(searched(place))
    shown = client.get(f"/service/{place.service_id}/").content
    for title in (whole.title.string, BeautifulSoup(shown, "html.parser").title.string):
        for word in ("02118", "points", "syringe", "Boston", "Corner", "drug"):
            assert word.lower() not in title.lower()


def test_a_phone_that_reads_every_page_keeps_nothing_and_asks_nobody_else(phone, town):
    page = phone(width=320, height=568)
    for address in reachable(town):
        page.goto(address)
        assert page.evaluate(KEPT) == NOTHING, address
    assert page.context.cookies() == []
    assert phone.strangers == []
    # The console says so itself when a page answers 404 or 400, as two of these do.
    assert [one for one in phone.complaints if "Failed to load resource" not in one] == []


def test_a_quick_search_keeps_nothing_either(phone, town):
    page = phone()
    page.goto("/")
    entries = page.evaluate("history.length")
    page.get_by_label("I need").click()
    until(page, "window.htmx")
    page.get_by_label("I need").fill("points")
    page.get_by_label("Near").fill("02118")
    title = page.title()
    page.get_by_label("Near").press("Enter")
    page.locator("#results-list").wait_for()
    assert urlsplit(page.url).path == "/" and page.title() == title
    assert page.evaluate("history.length") == entries
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("scrollY") == 0
    page.goto("/about/")
    assert page.evaluate(KEPT) == NOTHING
    assert page.context.cookies() == [] and phone.strangers == [] and phone.complaints == []


def test_a_search_sent_before_the_script_is_there_is_answered_by_a_whole_page(phone, town):
    page = phone()
    page.route("**/htmx*", lambda route: None)
    page.goto("/")
    page.get_by_label("I need").fill("points")
    page.get_by_label("Near").fill("02118")
    page.get_by_label("Near").press("Enter")
    page.locator("#results-list").wait_for()
    assert urlsplit(page.url).path == "/find/"


def test_only_an_android_phone_is_sent_to_its_own_map(phone, town):
    android = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36"
    for agent, start in ((android, "geo:42.336"), (None, "https://www.openstreet")):
        page = phone(**({"user_agent": agent} if agent else {}))
        page.goto(f"/service/{town.service_id}/")
        href = page.evaluate(
            """() => {
                const link = [...document.links].find((one) => one.href.includes("directions"));
                addEventListener("click", (event) => event.preventDefault());
                link.click();
                return link.href;
            }"""
        )
        assert href.startswith(start)
