"""The site in Spanish: every page has its mate under /es/, and whoever is there stays there."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import given, public_pages
from tests.reading import page, words

pytestmark = pytest.mark.django_db
town = given.for_the_file(public_pages.town)

SAME_FOR_ALL = ("/alerts/feed/", "/exit/", "/static/", "/healthz/", "/robots.txt", "/admin/")


def ours(shown):
    """Every address of ours that a page leads to, sends to or asks of, but the language links."""
    for tag in shown.find_all(True):
        for name in ("href", "action", "hx-post", "hx-get"):
            address = str(tag.get(name, ""))
            if address.startswith("/") and not tag.get("hreflang"):
                yield address


def across(shown):
    """Where the language link leads."""
    return shown.select_one("header a[hreflang]")["href"]


def bones(shown):
    """The page without its words: its tags, with what is neither said nor an address."""
    return [
        (tag.name, tag.get("id"), tuple(tag.get("class", ())), tag.get("name"))
        for tag in shown.main.find_all(True)
        if not (tag.name == "span" and set(tag.attrs) <= {"lang"})
    ]


def test_every_page_has_its_mate_in_spanish_with_the_same_structure(town):
    for address in public_pages.pages(town):
        english, spanish = Client().get(address), Client().get(f"/es{address}")
        assert spanish.status_code == english.status_code == 200, address
        assert page(english).html["lang"] == "en" and page(spanish).html["lang"] == "es"
        assert sorted(map(str, bones(page(english)))) == sorted(map(str, bones(page(spanish))))


def everything_under(start, client):
    """address -> page, for all that can be reached by links of ours that are pages."""
    pages, waiting = {}, [start]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        pages[address] = page(client.get(address))
        for there in ours(pages[address]):
            path = urlsplit(there).path
            if not path.startswith(SAME_FOR_ALL):
                waiting.append(path)
    return pages


def test_from_the_spanish_first_page_no_link_leads_out_of_spanish(client, town):
    pages = everything_under("/es/", client)
    assert {"/es/now/", "/es/lines/", "/es/need/", "/es/learn/overdose/"} <= set(pages)
    for address, shown in pages.items():
        assert address.startswith("/es/")
        for there in ours(shown):
            assert there.startswith(("/es/", *SAME_FOR_ALL)), (address, there)


def test_no_page_in_english_leads_to_a_spanish_one_but_by_the_language_link(client, town):
    for address, shown in everything_under("/", client).items():
        assert not any(there.startswith("/es") for there in ours(shown)), address


@pytest.mark.parametrize("address", ["/", "/now/", "/need/wound/", "/near/02118/?need=syringes"])
def test_the_language_link_keeps_the_page(client, address):
    english, spanish = page(client.get(address)), page(client.get(f"/es{address}"))
    assert across(english) == f"/es{address}" and across(spanish) == address
    link = english.select_one("header a[hreflang]")
    assert (words(link), link["lang"], link["hreflang"]) == ("Español", "es", "es")
    link = spanish.select_one("header a[hreflang]")
    assert (words(link), link["lang"], link["hreflang"]) == ("English", "en", "en")
    for shown, there in ((english, f"/es{address}"), (spanish, address)):
        assert shown.select_one("link[rel=alternate]")["href"] == there


def test_after_a_search_the_language_link_leads_to_the_form_and_tells_nothing(client):
    sent = {"place": "02118", "q": "points"}
    assert across(page(client.post("/find/", sent))) == "/es/find/"
    assert across(page(client.post("/es/find/", sent))) == "/find/"


def test_a_page_that_is_not_there_says_so_in_the_language_asked_for(client):
    shown = client.get("/es/nowhere/?q=1")
    assert shown.status_code == 404 and page(shown).html["lang"] == "es"
    assert across(page(shown)) == "/nowhere/"


def test_a_search_in_spanish_stays_in_spanish_with_and_without_htmx(client, town):
    sent = {"place": "02118", "q": "jeringas"}
    whole, part = (
        client.post("/es/find/", sent),
        client.post("/es/find/", sent, headers={"HX-Request": "true"}),
    )
    assert whole.status_code == part.status_code == 200
    for shown in (whole, part):
        assert f"/es/service/{town.service_id}/" in list(ours(page(shown)))
        assert all(there.startswith(("/es/", *SAME_FOR_ALL)) for there in ours(page(shown)))


def test_where_to_go_from_what_was_found_is_said_in_spanish(client):
    way_on = page(client.post("/es/search/", {"words": "jeringas"})).select_one("ul.pick a")
    assert way_on["href"].startswith("/es/find/?need=") and words(way_on).startswith("Jeringas")


def test_who_types_an_emergency_is_sent_to_the_spanish_steps(client):
    assert client.post("/es/find/", {"q": "sobredosis"}).headers["Location"] == "/es/now/"
    quick = client.post("/es/find/", {"q": "sobredosis"}, headers={"HX-Request": "true"})
    assert quick.headers["HX-Redirect"] == "/es/now/"


SENT_ON = [
    ("/es", "/es/"),
    ("/es?q=1", "/es/?q=1"),
    ("/ES/", "/es/"),
    ("/Es/now/?a=b", "/es/now/?a=b"),
    ("/es/now", "/es/now/"),
    ("/es/admin/", "/admin/"),
    ("/es/admin/login/?next=/admin/", "/admin/login/?next=/admin/"),
    ("/es/exit/", "/exit/"),
    ("/es/healthz/", "/healthz/"),
]


@pytest.mark.parametrize(("asked", "there"), SENT_ON)
def test_a_slip_in_the_address_is_mended(client, asked, there):
    answer = client.get(asked)
    assert answer.status_code in (301, 302) and answer.headers["Location"] == there


@pytest.mark.parametrize(
    "asked", ["/es//", "/es/es/", "/es//evil.example", "/essay/", "/es/es/es/now/", "/ES//evil.x/"]
)
def test_an_address_that_is_none_is_a_page_that_says_so(client, asked):
    shown = client.get(asked, follow=True)
    assert shown.status_code == 404
    assert not re.search(r'(?:href|action)="//', shown.content.decode())


@pytest.mark.parametrize("asked", ["/es/?lat=42.36&lon=-71.05", "/es/find/?q=%00", "/es/\0/"])
def test_what_is_refused_in_english_is_refused_in_spanish(client, asked):
    assert client.get(asked).status_code == 400


def test_the_language_is_in_the_address_alone(client, town):
    for address in ("/", "/now/", "/es/", "/es/now/"):
        asked = client.get(address, headers={"Accept-Language": "en" if "es" in address else "es"})
        told = asked.headers.get("Vary", "")
        assert not asked.cookies and "Language" not in told and "Cookie" not in told


def test_spanish_pages_start_alike_and_are_packed_from_there(client):
    packed = client.get("/es/", headers={"Accept-Encoding": "gzip"})
    whole = client.get("/es/").content
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == whole
    assert int(client.get("/es/").headers["Content-Length"]) == len(whole)
    assert BeautifulSoup(whole, "html.parser").html["lang"] == "es"
