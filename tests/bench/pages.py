"""What a page costs: CPU of the server for each request, as a multiple of a bare Django hello.

Page and hello are asked in turn, so that a busy machine slows both. Of PostgreSQL, its own
processes are counted too.
"""

from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode

from .country import CITY_LIST
from .servers import served

ROUNDS = 7
REQUESTS = 400
HELLOS = 800
NEED = "syringes"
CITIES = [city.slug for city in CITY_LIST]


@dataclass
class Cost:
    """`times`: CPU of the page / CPU of hello, the median of paired rounds."""

    page: str
    gzip: bool
    times: float
    least: float
    most: float
    ms: float
    bytes: float


def get(path, headers=""):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n"


def post(path, fields, headers=""):
    body = urlencode(fields)
    headers += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n{body}"


def typed(slug):
    """ "salt-lake-city-ut" -> "salt lake city, UT", as a person would."""
    return f"{slug[:-3].replace('-', ' ')}, {slug[-2:].upper()}"


def kinds(headers):
    """{what it is called: requests}, each over many cities."""
    return {
        "20 places, by link": [get(f"/near/{c}/?need={NEED}", headers) for c in CITIES],
        "20 places, by the form": [
            post("/find/", {"place": typed(c), "need": NEED}, headers) for c in CITIES
        ],
        "20 places, in own words": [
            post("/find/", {"place": typed(c), "q": "points"}, headers) for c in CITIES
        ],
        "overdose page": [get("/now/", headers)],
    }


def costs(environment, others=()):
    """Yields a Cost for each page, plain and compressed."""
    first = f"/near/{CITIES[0]}/?need={NEED}"
    with (
        served("hrapp.wsgi:application", first, environment, others) as site,
        served("tests.bench.hello:application", "/hello", environment) as hello,
    ):
        for headers in ("", "Accept-Encoding: gzip\r\n"):
            for page, requests in kinds(headers).items():
                yield cost(page, headers, site, hello, requests)


def cost(page, headers, site, hello, requests):
    greetings = [get("/hello", headers)]
    site.asked(requests, REQUESTS // 2)
    hello.asked(greetings, HELLOS // 2)
    pages, ratios = [], []
    for _ in range(ROUNDS):
        ms, size = site.asked(requests, REQUESTS)
        pages.append(ms)
        ratios.append(ms / hello.asked(greetings, HELLOS)[0])
    times = median(ratios)
    return Cost(page, bool(headers), times, min(ratios), max(ratios), median(pages), size)
