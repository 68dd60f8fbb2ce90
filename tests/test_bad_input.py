"""Whatever is typed, pasted or sent: a clear page with the right status, and never a 500."""

from uuid import uuid4

import pytest

from resources.models import Service
from tests import given
from tests.reading import box, page, says_the_way_on

pytestmark = pytest.mark.django_db

BAD_WORDS = {
    "nothing": "",
    "spaces": " \t\r\n ",
    "10,000 letters": "x" * 10_000,
    "10,000 words": "a " * 5_000,
    "NUL": "a\x00b",
    "controls": "\x01\x02\x1b[31m\x7f",
    "half a letter": "\ud83d",
    "emoji": "💉🏠",
    "quotes": "'; drop table resources_service; --",
    "script": "<script>alert(1)</script>",
    "an attribute": '" autofocus onfocus="alert(1)',
    "a template": "{{ 7*7 }}{% debug %}%s%(x)s",
    "NaN": "NaN",
    "Infinity": "Infinity",
    "-1": "-1",
    "a large number": "9" * 400,
    "nine digits": "021181234",
    "abroad": "London UK",
    "right to left": "\u202eBoston",
    "many accents": "Z" + "\u0301" * 3_000,
    "a path": "../../etc/passwd",
    "other digits": "٠٢١١٨",
    "private use": "\ue000\ue000",
}
FIELDS = ("place", "q", "need", "page", "free")
PAGES = [
    *("/", "/now/", "/lines/", "/find/", "/need/", "/need/syringes/", "/near/02118/"),
    *("/harm-reduction/", "/about/", "/privacy/", "/safety/"),
]


def a_town():
    given.content()
    given.service("Exchange", needs=["syringes"], at=given.SOUTH_END)


town = given.for_the_file(a_town)


def is_clear(response, statuses):
    assert response.status_code in statuses, response.status_code
    if response.status_code != 303:
        assert says_the_way_on(response)
    return True


def posted(words):
    """As a browser would send it: half a letter becomes a replacement mark."""
    return words.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("words", BAD_WORDS.values(), ids=BAD_WORDS.keys())
def test_whatever_is_posted_is_answered_clearly(client, field, words):
    asked = {"place": "02118", "need": "syringes", field: posted(words)}
    is_clear(client.post("/find/", asked), {200, 303, 400})


@pytest.mark.parametrize("field", ["place", "q"])
@pytest.mark.parametrize("words", BAD_WORDS.values(), ids=BAD_WORDS.keys())
def test_what_was_typed_is_kept_and_is_only_ever_words(client, field, words):
    words = posted(words)
    found = client.post("/find/", {"place": "nowhere at all", "q": "zz", field: words})
    if "\0" not in words:  # no HTML can hold it
        assert box(found, field).replace("\n", "").strip() == words.replace("\n", "").strip()
    shown = page(found)
    assert not shown.select("main script") and not shown.select("[onfocus]")


@pytest.mark.parametrize("field", ["need", "page", "open_now"])
@pytest.mark.parametrize("words", BAD_WORDS.values(), ids=BAD_WORDS.keys())
@pytest.mark.parametrize("address", ["/find/", "/near/02118/"])
def test_whatever_stands_in_an_address_is_answered_clearly(client, address, field, words):
    is_clear(client.get(address, {field: posted(words)}), {200, 400, 404})


@pytest.mark.parametrize("words", BAD_WORDS.values(), ids=BAD_WORDS.keys())
@pytest.mark.parametrize("path", ["/near/{}/", "/need/{}/", "/service/{}/", "/harm-reduction/{}/"])
def test_whatever_stands_in_a_path_is_answered_clearly(client, path, words):
    known = words.strip() in ("021181234",)
    answered = client.get(path.format(posted(words)[:2000].replace("?", "")))
    is_clear(answered, {200, 400, 404, 301} if known or not words.strip() else {400, 404})


RAW = [
    "/near/%00/", "/near/bos%00ton/", "/need/%00/", "/need/%ff/", "/need/%ff%fe/", "/%00", "/%ff",
    "/service/%00/", "/near/%c3%28/", "/near/%ed%a0%80/", "/%e0%80%af/",
]  # fmt: skip
QUERIES = [
    "?need=%00", "?need=%ff", "?q=%c3%28", "?place=%ed%a0%80", "?%00=1", "?%ff", "?need=%",
    "?need=%zz", "?&&&===&", "?page=%00", "?need=" + "a" * 8000, "?" + "need=syringes&" * 200,
    "?" + "&".join(f"f{n}=1" for n in range(1500)),
]  # fmt: skip


@pytest.mark.parametrize("raw", RAW)
def test_nul_and_broken_letters_in_a_path_are_refused(client, raw):
    is_clear(client.get(raw), {400, 404})


@pytest.mark.parametrize("raw", QUERIES)
@pytest.mark.parametrize("address", ["/", "/find/", "/near/02118/", "/need/syringes/"])
def test_a_broken_query_is_answered_clearly(client, address, raw):
    is_clear(client.get(address + raw), {200, 400, 404})


def test_many_needs_are_cut_short_and_still_answered(client):
    found = client.post("/find/", {"place": "02118", "need": ["syringes"] * 200})
    is_clear(found, {200})
    found = client.post("/find/", {"place": "02118", "need": [f"made-up-{n}" for n in range(200)]})
    is_clear(found, {400})


def test_a_made_up_need_says_so_and_keeps_the_place(client):
    found = client.post("/find/", {"place": "02118", "need": "unicorns"})
    is_clear(found, {400})
    assert "We don’t have that need on our list." in found.content.decode()
    assert box(found, "place") == "02118"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"place=%00&q=%ff", "application/x-www-form-urlencoded"),
        (b"place=\xff\xfe&q=\x00", "application/x-www-form-urlencoded"),
        (b"&" * 5000, "application/x-www-form-urlencoded"),
        (b"a=1&" * 5000, "application/x-www-form-urlencoded"),
        (b'{"place": "02118"}', "application/json"),
        (b"place=02118", "text/plain"),
        (b"place=02118", "nonsense"),
        (b"place=02118", "application/x-www-form-urlencoded; charset=klingon"),
        (b"place=02118", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"place=02118", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=" + "y" * 500),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=\xff"),
        (b"<place/>", "application/xml"),
    ],
)
def test_a_body_of_any_kind_is_answered_clearly(client, body, kind):
    is_clear(client.generic("POST", "/find/", body, content_type=kind), {200, 400, 415})


def test_a_file_where_words_should_be_is_answered_clearly(client, tmp_path):
    (tmp_path / "note.txt").write_bytes(b"\x00" * 100_000)
    with (tmp_path / "note.txt").open("rb") as note:
        is_clear(client.post("/find/", {"place": note, "q": "points"}), {400})


def test_a_body_that_is_far_too_large_is_refused(client):
    is_clear(client.post("/find/", {"place": "x" * 3_000_000}), {400, 413})


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace", "options", "post"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_is_for_reading_says_so(client, address, method):
    if (address, method) == ("/find/", "post"):
        return
    answered = getattr(client, method)(address)
    is_clear(answered, {405})
    assert answered["Allow"] == ("GET, HEAD, POST" if address == "/find/" else "GET, HEAD")


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace", "options", "post"])
@pytest.mark.parametrize("address", ["/nowhere/", "/service/x/", "/near/atlantis/"])
def test_no_method_makes_a_page_that_is_not_there(client, address, method):
    is_clear(getattr(client, method)(address), {404, 405})


@pytest.mark.parametrize("address", [*PAGES, "/nowhere/", "/robots.txt", "/healthz/", "/exit/"])
def test_head_is_get_without_the_words(client, address):
    asked, read = client.head(address), client.get(address)
    assert (asked.status_code, asked.content) == (read.status_code, b"")


@pytest.mark.parametrize("number", ["0", "9", "99999999999999999999", "1" * 5000, "-1", "1.5", "٣"])
def test_a_principle_that_is_not_there_is_not_found(client, number):
    is_clear(client.get(f"/harm-reduction/{number}/"), {404})


def test_a_service_that_is_not_there_is_not_found(client):
    is_clear(client.get(f"/service/{uuid4()}/"), {404})
    known = str(Service.objects.get().pk)
    assert client.get(f"/service/{known}/").status_code == 200
    for typed in (known[:-1], known + "0", known.replace("-", ""), known.upper() + "x"):
        is_clear(client.get(f"/service/{typed}/"), {404})


@pytest.mark.parametrize("value", ["true", "TRUE", "false", "yes", "\x00"])
def test_a_strange_htmx_header_only_changes_how_much_is_sent(client, value):
    answered = client.get("/find/", headers={"HX-Request": value})
    assert answered.status_code == 200 and page(answered).h1


@pytest.mark.parametrize("value", ["gzip", "br", "gzip;q=0", "*", "", "x" * 5000, "\xff"])
def test_a_strange_encoding_header_is_survived(client, value):
    assert client.get("/", headers={"Accept-Encoding": value}).status_code == 200
