"""Every way that the site tells a reader something, in one place: the leak tests ask all of it.

Lives here: for each address on the map of the site, what to ask of it. A new address has to be
named in OUTPUTS before the tests pass, with whatever it can be asked. What must not come out is
hidden_places.py's to say.
"""

import gzip
from uuid import uuid4

from django.test import Client
from django.urls import get_resolver

from resources.filters import NAMES
from resources.models import Area, Need, Service
from tests import public_pages

LANGUAGES = ("", "/es")
FILTERS_TOGETHER = {name: "1" for name in NAMES}
PAGES = 5


class Asked:
    """An answer with what was asked for it. `told`: headers and body, gzip undone, as text."""

    def __init__(self, what, response):
        body = response.content
        if response.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.what, self.status, self.body = what, response.status_code, body.decode()
        self.told = f"{dict(response.headers)}\n{self.body}"


def get(address, **headers):
    """In both languages, plainly and compressed."""
    for language in LANGUAGES:
        for packing in ("", "gzip"):
            client = Client(headers={"Accept-Encoding": packing} if packing else {})
            answer = client.get(f"{language}{address}", headers=headers)
            yield Asked(f"GET {language}{address} {packing}", answer)


def post(address, asked, languages=LANGUAGES):
    """In both languages, whole and as the part that htmx asks for."""
    for language in languages:
        for part in ({}, {"HX-Request": "true"}):
            answer = Client().post(f"{language}{address}", asked, headers=part)
            yield Asked(f"POST {language}{address} {asked} {part}", answer)


def as_it_stands(route):
    """The address with its parts filled in, and nothing more to be asked of it."""
    for address in public_pages.addresses_of(route):
        yield from get(address)


def of_every(route, part, values):
    for value in values:
        for address in public_pages.addresses_of(route, **{part: value}):
            yield from get(address)


def finds(route):
    """The finder: each need, each filter, all together, many pages, and a place that is vague."""
    yield from as_it_stands(route)
    needs = list(Need.objects.values_list("pk", flat=True))
    for need in needs:
        yield from post("/find/", {"place": "02118", "need": need})
    for name in NAMES:
        for maybe in ({}, {"maybe": "1"}):
            yield from post("/find/", {"place": "02118", name: "1", **maybe}, languages=[""])
    for where in ("02118", "Boston, MA", "Massachusetts", "Suffolk County", "Nome, AK", "Boston"):
        for more in ({}, {"maybe": "1"}, FILTERS_TOGETHER, {**FILTERS_TOGETHER, "maybe": "1"}):
            yield from post("/find/", {"place": where, **more})
    for page in range(1, PAGES + 1):
        yield from post("/find/", {"place": "02118", "page": page})
        yield from post("/find/", {"place": "02118", "need": needs[:3], "page": page})
    yield from post("/find/", {"place": "02118", "q": "points and a bed"})


def links(route):
    """Lists as links: of every area, of every need, and pages of them."""
    yield from of_every(route, "slug", Area.objects.values_list("slug", flat=True))
    for need in Need.objects.values_list("pk", flat=True):
        yield from get(f"/near/boston-ma/?need={need}")
    for page in range(2, PAGES + 1):
        yield from get(f"/near/boston-ma/?page={page}")
    yield from get("/near/boston-ma/?open_now=1&maybe=1")


def needs(route):
    return of_every(route, "need_id", Need.objects.values_list("pk", flat=True))


def services(route):
    """The page of every service there is, listed or not."""
    return of_every(route, "service_id", map(str, Service.objects.values_list("pk", flat=True)))


def searches(route):
    """What anybody might search. The words of hidden places are asked by the tests themselves."""
    yield from as_it_stands(route)
    for typed in ("house", "boston ma", "vague house", "exchange", "call for the place", "qz"):
        yield from post("/search/", {"words": typed})
        yield from post("/search/", {"words": typed, "page": "2"}, languages=[""])


# Routes as the map of the site has them -> what to ask of each.
OUTPUTS = {
    "find/": finds,
    "near/<slug:slug>/": links,
    "need/<slug:need_id>/": needs,
    "service/<uuid:service_id>/": services,
    "service/<uuid:service_id>/report/": services,
    "search/": searches,
    **dict.fromkeys(
        [
            *("", "about/", "thanks/", "privacy/", "safety/", "exit/", "healthz/", "robots.txt"),
            *("need/", "lines/", "now/", "learn/", "learn/<slug:guide_slug>/"),
            *("case/", "case/own/", "case/<slug:case_slug>/all/", "case/<slug:case_slug>/"),
            *(f"case/<slug:case_slug>/{step}/" for step in ("drug", "set", "setting")),
            *(f"case/<slug:case_slug>/{step}/" for step in ("harms", "help", "places")),
            *("alerts/", "alerts/feed/", "rights/", "rights/<slug:state_code>/"),
            *("harm-reduction/", "harm-reduction/<int:number>/"),
        ],
        as_it_stands,
    ),
}
# For staff alone, who are asked who they are.
NOT_FOR_READERS = {"admin/"}


def routes(urlpatterns=None, before=""):
    """Every route on the map of the site, staff's own as one."""
    for one in get_resolver().url_patterns if urlpatterns is None else urlpatterns:
        route = f"{before}{one.pattern}"
        if hasattr(one, "url_patterns") and route not in NOT_FOR_READERS:
            yield from routes(one.url_patterns, route)
        else:
            yield route


def wrong_turns():
    """What is answered when something is not there or not right."""
    for address in ("/nowhere/", f"/service/{uuid4()}/", "/near/nowhere/", "/find/?lat=42.4131"):
        yield from get(address)
    yield from get("/near/boston-ma/?need=nothing")
    for asked in ({}, {"place": "42.4131, -71.0901"}, {"place": "02118", "page": "99"}):
        yield from post("/find/", asked)
    yield from post("/search/", {})
    yield from post("/lines/", {})


def everything():
    for route, ask in OUTPUTS.items():
        yield from ask(route)
    yield from wrong_turns()
