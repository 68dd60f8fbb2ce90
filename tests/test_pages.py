"""The pages around finding: the first one, what to do now, needs, the handout, and the ones that
say that something went wrong. What they look like on a phone is test_journeys.py's."""

from io import BytesIO

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.urls import include, path

from resources.models import Need, Upstream
from tests import given
from tests.reading import links, page, says_the_way_on, words

pytestmark = pytest.mark.django_db

TILES = [
    ("Overdose now", "/now/"),
    ("Someone to stay on the line", "/lines/"),
    ("Naloxone Narcan", "/need/naloxone/"),
    ("New syringes points, works", "/need/syringes/"),
    ("Check my drugs", "/need/check_drugs/"),
    ("Wound care", "/need/wound/"),
    ("Start methadone or bupe", "/need/moud/"),
    ("A place to sleep", "/need/sleep/"),
    ("All needs", "/need/"),
]


def a_site():
    given.content()
    call_command("load_principles", verbosity=0)


town = given.for_the_file(a_site)


# --- The first page -----------------------------------------------------------------------------


def test_the_first_page_starts_with_911_and_what_to_do(client):
    assert links(client.get("/"))[:2] == ["/now/", "tel:911"]


def test_the_first_page_has_the_eight_tiles_and_all_needs(client):
    tiles = page(client.get("/")).select(".tiles a")
    assert [(words(tile), tile["href"]) for tile in tiles] == TILES


def test_every_tile_leads_somewhere(client):
    for _says, address in TILES:
        assert client.get(address).status_code == 200


def test_the_first_page_takes_a_need_and_a_place_in_ones_own_words(client):
    form = page(client.get("/")).select_one("form[action='/find/'][method=post]")
    labels = {label["for"]: words(label) for label in form.select("label")}
    assert labels == {"q": "I need", "place": "Near (ZIP or city)"}
    assert form["autocomplete"] == "off" and words(form.button) == "Find places"
    assert all(box["autocomplete"] == "off" for box in form.select("input"))


def test_the_first_page_says_what_harm_reduction_is(client):
    shown = client.get("/")
    assert "practical strategies and ideas" in page(shown).blockquote.get_text()
    assert "/harm-reduction/" in links(shown)


def test_the_first_page_asks_no_database(client, django_assert_num_queries):
    client.get("/")  # once a minute it looks for an alert
    with django_assert_num_queries(0):
        assert client.get("/").status_code == 200


# --- Needs --------------------------------------------------------------------------------------


def test_all_needs_stand_in_their_groups_and_from_a_to_z(client):
    shown = client.get("/need/")
    headings = [words(one) for one in page(shown).main.select("h2")]
    assert headings == [
        *("Safer use supplies", "Stay alive", "Body care", "Change my use", "Mind and safety"),
        *("Basics", "Papers, law, money", "A to Z"),
    ]
    lists = page(shown).select("ul.needs")
    grouped = [a["href"] for one in lists[:-1] for a in one.select("a")]
    a_to_z = [words(a) for a in lists[-1].select("a")]
    assert len(grouped) == len(set(grouped)) == len(a_to_z) == 46
    first_letters = [label[0].casefold() for label in a_to_z]
    assert first_letters == sorted(first_letters)


@pytest.mark.parametrize("need", ["syringes", "hiv_hcv_test", "snort_boof", "dv"])
def test_a_need_has_a_page_that_asks_only_where(client, need):
    shown, known = client.get(f"/need/{need}/"), Need.objects.get(pk=need)
    assert page(shown).h1.get_text() == known.label
    assert known.plain in words(shown)
    form = page(shown).select_one("form[action='/find/'][method=post]")
    assert form.select_one(f"input[name=need][value={need}]")
    assert form.select_one("#place") and form.select_one("input[name=open_now]")


LINES = [("spot_line", "tel:+18004843731"), ("talk_now", "tel:988"), ("dv", "tel:+18007997233")]


@pytest.mark.parametrize(("need", "line"), LINES)
def test_a_need_that_a_call_meets_begins_with_its_lines(client, need, line):
    assert line in links(client.get(f"/need/{need}/"))


def test_every_need_has_a_page(client):
    for need in Need.objects.all():
        assert client.get(need.get_absolute_url()).status_code == 200


def test_a_need_that_staff_added_with_a_hyphen_is_found_too(client):
    group = Need.objects.first().group
    Need.objects.create(pk="safe-ride", label="A safe ride", group=group)
    found = client.post("/find/", {"place": "02118", "need": "safe-ride"})
    assert found.status_code == 200
    assert page(found).h1.get_text() == "A safe ride near 02118 (Boston, MA)"


# --- The handout, and who we are ----------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 9))
def test_each_principle_leads_to_the_ones_beside_it(client, number):
    shown = client.get(f"/harm-reduction/{number}/")
    assert page(shown).h1.get_text() == f"Principle {number}"
    beside = [f"/harm-reduction/{n}/" for n in (number - 1, number + 1) if 1 <= n <= 8]
    assert [a["href"] for a in page(shown).select("nav.pick a")] == beside
    assert page(shown).select_one("blockquote") and page(shown).select_one("p.plain")


def test_the_handout_has_its_eight_principles_and_its_credit(client):
    shown = client.get("/harm-reduction/")
    assert len(page(shown).select("ol.eight > li")) == 8
    assert "National Harm Reduction Coalition" in words(shown)


def test_about_credits_the_map_and_every_list_we_took_facts_from(client):
    for name, publisher in (("State list", "The State"), ("<b>City</b> list", "The City")):
        Upstream.objects.create(slug=name[1:5].strip(), name=name, publisher=publisher, year=2025)
    told = words(client.get("/about/"))
    assert "GeoNames, CC BY 4.0" in told and "US Census Bureau" in told
    assert "State list. The State" in told and "<b>City</b> list. The City" in told
    assert "demonstration" in told


# --- When it goes wrong -------------------------------------------------------------------------


def breaks(request):
    raise OperationalError("the disk is full at /secret/path")


urlpatterns = [path("breaks/", breaks), path("", include("hrapp.urls"))]
handler400 = "hrapp.views.bad_request"
handler404 = "hrapp.views.not_found"
handler500 = "hrapp.views.broke"


@pytest.fixture
def broken(settings, client):
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return client


def test_a_page_that_broke_still_carries_911_find_and_the_help_lines(
    broken, django_assert_num_queries
):
    with django_assert_num_queries(0):
        shown = broken.get("/breaks/")
    assert shown.status_code == 500 and says_the_way_on(shown)
    assert {"tel:911", "/now/", "/find/", "/lines/"} <= set(links(shown))
    assert "secret" not in shown.content.decode()


@pytest.mark.parametrize("address", ["/nowhere/", "/service/1/", "/need/unicorns/", "/index.php"])
def test_a_page_that_is_not_there_still_carries_911_find_and_the_help_lines(client, address):
    shown = client.get(address)
    assert shown.status_code == 404
    assert {"tel:911", "/now/", "/find/", "/lines/"} <= set(links(shown))
    assert address.strip("/") not in words(shown)


TURNED_DOWN = {
    "3 MB": ({"data": {"q": "x" * 3_000_000}}, 413, "That is too much to send at once."),
    "3,200 fields": (
        {"data": {f"f{n}": "1" for n in range(3200)}}, 400, "That form has too many parts.",
    ),
    "200 files": (
        {"data": {f"f{n}": BytesIO(b"x") for n in range(200)}}, 400, "too many parts",
    ),
    "another name": ({"HTTP_HOST": "evil.example"}, 400, "This site does not go by that name."),
    "no name": ({"HTTP_HOST": "a b/c"}, 400, "This site does not go by that name."),
    "half a form": (
        {"data": b"--x", "content_type": "multipart/form-data; boundary="}, 400,
        "That form did not arrive whole.",
    ),
    "no letters": ({"QUERY_STRING": "q=%ff"}, 400, "Some of the letters"),
}  # fmt: skip


@pytest.mark.parametrize("sent", TURNED_DOWN.values(), ids=TURNED_DOWN.keys())
def test_who_is_turned_down_is_told_the_true_reason(client, sent):
    asked, status, reason = sent
    answered = client.post("/find/", **asked)
    assert answered.status_code == status
    assert reason in words(answered) and says_the_way_on(answered)


@pytest.mark.parametrize(
    "address",
    ["/", "/now/", "/lines/", "/find/", "/need/", "/need/wound/", "/near/02118/", "/about/"],
)
def test_every_page_has_one_heading_and_the_bar(client, address):
    shown = page(client.get(address))
    assert len(shown.select("h1")) == 1
    bar = [(words(a), a["href"]) for a in shown.select("nav.bar a")]
    assert bar == [
        ("Help now", "/now/"),
        ("Find", "/find/"),
        ("Learn", "/learn/"),
        ("Leave", "/exit/"),
    ]
