"""The gazetteer's own files hold every place, each once, with a point on its own ground."""

from functools import cache
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from resources.gazetteer_file import FILES, AreaRow, read_areas, write_areas
from resources.models import Area
from resources.place_words import STATES
from resources.sources.areas import Build, km
from resources.sources.geonames import CityRow, PostalRow
from resources.sources.geonames import read_postal as read_postal_file

# South, north, west, east, in whole degrees outwards: a box drawn from an atlas, not from the data.
BOXES = {
    state: tuple(map(int, box.split()))
    for line in """
AL 30 36 -89 -84;AK 51 72 -180 180;AZ 31 38 -115 -109;AR 33 37 -95 -89;CA 32 43 -125 -114
CO 36 42 -110 -102;CT 40 43 -74 -71;DE 38 40 -76 -75;DC 38 39 -78 -76;FL 24 31 -88 -79
GA 30 36 -86 -80;HI 18 29 -179 167;ID 41 49 -118 -111;IL 36 43 -92 -87;IN 37 42 -89 -84
IA 40 44 -97 -90;KS 36 41 -103 -94;KY 36 40 -90 -81;LA 28 34 -95 -88;ME 42 48 -72 -66
MD 37 40 -80 -75;MA 41 43 -74 -69;MI 41 49 -91 -82;MN 43 50 -98 -89;MS 30 36 -92 -88
MO 35 41 -96 -89;MT 44 50 -117 -104;NE 39 44 -105 -95;NV 35 43 -121 -114;NH 42 46 -73 -70
NJ 38 42 -76 -73;NM 31 38 -110 -102;NY 40 46 -80 -71;NC 33 37 -85 -75;ND 45 50 -105 -96
OH 38 43 -85 -80;OK 33 38 -104 -94;OR 41 47 -125 -116;PA 39 43 -81 -74;RI 41 43 -72 -71
SC 32 36 -84 -78;SD 42 46 -105 -96;TN 34 37 -91 -81;TX 25 37 -107 -93;UT 36 43 -115 -109
VT 42 46 -74 -71;VA 36 40 -84 -75;WA 45 50 -125 -116;WV 37 41 -83 -77;WI 42 48 -93 -86
WY 40 46 -112 -104;PR 17 19 -68 -65;GU 13 14 144 145;VI 17 19 -66 -64;AS -15 -11 -172 -168
MP 14 21 144 147""".replace("\n", ";").split(";")
    if line
    for state, box in [line.split(" ", 1)]
}


@cache
def rows(kind):
    return {row.slug: row for row in read_areas(kind)}


def all_rows():
    return [row for kind in FILES for row in rows(kind).values()]


def test_every_zip_city_county_and_state_is_there():
    assert len(rows("zip")) > 41_000
    assert len(rows("city")) > 35_000
    assert len(rows("county")) >= 3_143 + 78 + 8  # the Census's, Puerto Rico's, old Connecticut's
    assert {row.state for row in rows("state").values()} == set(STATES)
    for kind in ("city", "county"):
        assert {row.state for row in rows(kind).values()} >= set(STATES) - {"DC", "GU"}


def test_no_two_places_share_a_link():
    slugs = [row.slug for kind in FILES for row in read_areas(kind)]
    assert len(slugs) == len(set(slugs))
    assert all(slug == slug.strip("-") and slug.islower() or slug.isdigit() for slug in slugs)
    assert max(map(len, slugs)) <= 100


@pytest.mark.parametrize(
    ("kind", "slug", "near"),
    [
        ("zip", "02118", (42.338, -71.072)),
        ("zip", "99505", (61.26, -149.69)),  # GeoNames puts this base 500 km away
        ("zip", "99503", (61.19, -149.89)),  # and the Census this one
        ("zip", "99566", (61.516, -144.44)),
        ("zip", "00907", (18.454, -66.085)),
        ("city", "boston-ma", (42.358, -71.06)),
        ("city", "jamaica-plain-ma", (42.31, -71.115)),
        ("city", "winston-salem-nc", (36.1, -80.244)),
        ("city", "st-louis-mo", (38.627, -90.2)),
        ("city", "san-juan-pr", (18.466, -66.106)),
        ("city", "ruby-ak", (64.739, -155.487)),  # each in a ZIP as large as a state
        ("city", "eagle-ak", (64.788, -141.2)),
        ("city", "mc-grath-ak", (62.956, -155.596)),
        ("city", "fort-yukon-ak", (66.565, -145.274)),
        ("city", "nondalton-ak", (59.974, -154.846)),
        ("county", "suffolk-county-ma", (42.358, -71.06)),
        ("county", "orleans-parish-la", (29.95, -90.07)),
        ("county", "san-juan-municipio-pr", (18.45, -66.07)),
        ("county", "city-of-richmond-va", (37.55, -77.46)),
        ("county", "hartford-county-ct", (41.76, -72.68)),
        ("county", "north-slope-borough-ak", (71.29, -156.79)),
        ("state", "ma", (42.27, -71.36)),
    ],
)
def test_a_known_place_stands_where_it_is(kind, slug, near):
    row = rows(kind)[slug]
    assert km((row.latitude, row.longitude), near) < 8


def test_every_point_is_on_its_own_states_ground():
    astray = []
    for row in all_rows():
        south, north, west, east = BOXES[row.state]
        inside_east = west <= row.longitude <= east or (west > east)
        if row.state == "HI":  # from Wake to the Big Island, across the date line
            inside_east = row.longitude < -154 or row.longitude > 166
        if not (south <= row.latitude <= north + 1 and inside_east):
            astray.append(row)
    assert astray == []


def test_every_time_zone_is_one_that_python_knows():
    for zone in {row.timezone for row in all_rows()}:
        assert ZoneInfo(zone)
    assert rows("zip")["02118"].timezone == "America/New_York"
    assert rows("city")["san-juan-pr"].timezone == "America/Puerto_Rico"
    assert rows("city")["phoenix-az"].timezone == "America/Phoenix"
    assert rows("city")["el-paso-tx"].timezone == "America/Denver"


def test_a_zip_says_its_town():
    assert all(row.also for row in rows("zip").values())
    assert rows("zip")["02118"].also == "Boston"


def settled(*posts, zcta, cities=()):
    """Where each ZIP is put, given both sources' points."""
    build = Build(
        postal={post.zip: post for post in posts},
        zcta=zcta,
        cities=list(cities),
        counties={},
        zone=lambda point: "UTC",
    )
    return [build.postal[post.zip].point for post in posts]


VILLAGE, LAND = (64.72, -155.5), (65.26, -153.57)


def test_a_village_of_alaska_stands_where_it_is_not_in_the_middle_of_its_land():
    ruby = PostalRow("99768", "Ruby", "AK", "290", VILLAGE, False)
    assert settled(ruby, zcta={"99768": LAND}) == [VILLAGE]


def test_an_estimate_that_two_zips_share_is_no_village():
    bases = [PostalRow(code, "Jber", "AK", "020", VILLAGE, False) for code in ("99505", "99506")]
    assert settled(*bases, zcta={"99505": LAND, "99506": LAND}) == [LAND, LAND]


def test_an_estimate_elsewhere_gives_way_to_the_census():
    base = PostalRow("83648", "Mountain Home Afb", "ID", "039", (43.79, -116.4), False)
    assert settled(base, zcta={"83648": (43.05, -115.87)}) == [(43.05, -115.87)]


def test_a_zip_stands_by_the_town_it_is_named_after():
    """The Census puts this box at Anchorage's post office on the Arctic Ocean."""
    box = PostalRow("99519", "Anchorage", "AK", "020", (61.11, -149.44), False)
    anchorage = CityRow("Anchorage", "AK", "020", (61.22, -149.9), 291_826)
    assert settled(box, zcta={"99519": (70.02, -149.83)}, cities=[anchorage]) == [box.point]


def test_overseas_post_offices_are_left_out(tmp_path):
    file = tmp_path / "US.txt"
    file.write_text(
        "US\t02118\tBoston\tMassachusetts\tMA\tSuffolk\t025\t\t\t42.3362\t-71.0729\t4\n"
        "US\t09001\tAPO AA\t\t\t\t\t\t\t38.1105\t15.6613\t\n",
        encoding="utf-8",
    )
    post = PostalRow("02118", "Boston", "MA", "025", (42.3362, -71.0729), True)
    assert read_postal_file(file) == {"02118": post}


@pytest.fixture
def small_folder(tmp_path):
    boston = AreaRow(
        "boston-ma", "Boston", "MA", "Suffolk County", 42.3584, -71.0598, "America/New_York", 667137
    )
    for kind in FILES:
        write_areas(kind, [boston] if kind == "city" else [], tmp_path)
    return tmp_path


def test_loading_twice_changes_nothing_and_a_correction_keeps_the_area(db, small_folder, capsys):
    call_command("load_gazetteer", folder=small_folder)
    first = Area.objects.get()
    call_command("load_gazetteer", folder=small_folder)
    assert "already loaded" in capsys.readouterr().out

    moved = next(read_areas("city", small_folder))._replace(latitude=42.36)
    write_areas("city", [moved], small_folder)
    call_command("load_gazetteer", folder=small_folder)
    again = Area.objects.get()
    assert (again.pk, again.key, again.latitude) == (first.pk, "boston", 42.36)
