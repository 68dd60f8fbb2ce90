"""A person types where they are, in their own way, and we find it, ask, or say kindly why not."""

import pytest

from resources.models import Area
from resources.place_words import Guess, area_key, county_key, parse, place_key
from resources.places import find_place, near_slug

# slug, kind, name, state, also, latitude, longitude, population
AREAS = """
ma|state|Massachusetts|MA||42.28|-71.35|6500000
la|state|Louisiana|LA||30.5|-91.4|3000000
ny|state|New York|NY||41.1|-74.1|19000000
wa|state|Washington|WA||47.4|-121.8|6000000
dc|state|District of Columbia|DC||38.9|-77|600000
02118|zip|02118|MA|Boston|42.336|-71.073|0
02119|zip|02119|MA|Boston|42.324|-71.085|0
boston-ma|city|Boston|MA|Suffolk County|42.36|-71.06|667137
boston-ny|city|Boston|NY|Erie County|42.6|-78.7|8049
roxbury-ma|city|Roxbury|MA|Suffolk County|42.33|-71.1|0
dorchester-ne|city|Dorchester|NE|Saline County|40.6|-97.1|0
dorchester-ma|city|Dorchester|MA|Suffolk County|42.3|-71.06|0
dorchester-wi|city|Dorchester|WI|Clark County|45|-90.3|871
saline-county-ne|county|Saline County|NE||40.6|-97|14000
cook-county-il|county|Cook County|IL||41.8|-87.7|5000000
cook-county-mn|county|Cook County|MN||47.8|-90.3|5000
st-louis-mo|city|St. Louis|MO||38.6|-90.2|315685
winston-salem-nc|city|Winston-Salem|NC|Forsyth County|36.1|-80.2|241218
suffolk-va|city|Suffolk|VA|City of Suffolk|36.7|-76.6|85000
suffolk-county-ma|county|Suffolk County|MA||42.3|-71|800000
suffolk-county-ny|county|Suffolk County|NY||40.8|-73|1500000
richmond-county-va|county|Richmond County|VA||37.9|-76.7|9000
city-of-richmond-va|county|City of Richmond|VA||37.5|-77.4|220000
orleans-parish-la|county|Orleans Parish|LA||29.9|-90|380000
san-juan-pr|city|San Juan|PR|San Juan Municipio|18.47|-66.1|418140
springfield-ma|city|Springfield|MA|Hampden County|42.1|-72.6|154341
springfield-il|city|Springfield|IL|Sangamon County|39.8|-89.6|116565
new-york-ny|city|New York|NY||40.7|-74|8175133
los-angeles-ca|city|Los Angeles|CA|Los Angeles County|34|-118.2|3971883
washington-dc|city|Washington|DC||38.9|-77|601723
port-washington-ny|city|Port Washington|NY|Nassau County|40.8|-73.7|15846
the-bronx-ny|city|The Bronx|NY|Bronx County|40.8|-73.9|1385108
london-oh|city|London|OH|Madison County|39.9|-83.4|10000
london-ky|city|London|KY|Laurel County|37.1|-84.1|8000
"""


@pytest.fixture
def gazetteer(db):
    for line in AREAS.split("\n")[1:-1]:
        slug, kind, name, state, also, lat, lon, people = line.split("|")
        Area.objects.create(
            slug=slug,
            kind=kind,
            name=name,
            state=state,
            also=also,
            latitude=float(lat),
            longitude=float(lon),
            timezone="America/New_York",
            key=area_key(kind, name),
            population=int(people),
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint Louis", "ST. LOUIS"),
        ("Fort Worth", "ft worth"),
        ("Mount Vernon", "Mt. Vernon"),
        ("North Adams", "N. Adams"),
        ("The Bronx", "bronx"),
        ("City of Boston", "Boston"),
        ("Mc Grath", "McGrath"),
        ("Washington, D.C.", "washington dc"),
        ("Winston-Salem", "winston salem"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(one, other):
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Suffolk County", "suffolk county"),
        ("suffolk co", "suffolk county"),
        ("Orleans Parish", "orleans county"),
        ("Juneau City and Borough", "juneau county"),
        ("City and Borough of Wrangell", "wrangell county"),
        ("San Juan Municipio", "san juan county"),
        ("City of Richmond", "richmond city"),
        ("Carson City", "carson city"),
    ],
)
def test_a_county_has_one_key_whatever_its_state_calls_it(name, key):
    assert county_key(name) == key


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \t\n", "empty"),
        ("x" * 10_000, "too_long"),
        ("a\x00b", "bad_characters"),
        ("😀", "no_words"),
        ("';--", "no_words"),
        ("2118", "short_zip"),
        ("21", "short_zip"),
        ("123456", "long_zip"),
        ("02118-12345", "two_zips"),
        ("02118 02119", "two_zips"),
        ("02118 or 02119", "two_zips"),
        ("Boston 02118 or Roxbury 02119", "two_zips"),
        ("12345 Main St, Boston MA 02118 or 02119", "two_zips"),
        ("42.33,-71.07", "coordinates"),
        ("42.3314, -71.0701", "coordinates"),
        ("42.33° N, 71.07° W", "coordinates"),
    ],
)
def test_what_is_no_place_is_refused_with_its_reason(typed, reason):
    assert parse(typed).reason == reason


@pytest.mark.parametrize(
    ("typed", "first_five"),
    [
        ("02118", False),
        (" 02118 ", False),
        ("021 18", False),
        ("02118-1234", True),
        ("021181234", True),
        ("Boston 02118", False),
        ("02118 Boston MA", False),
        ("12345 Main St, Boston MA 02118", False),
        ("12345 N 3rd Avenue 02118", False),
        ("02118 02118", False),
        ("０２１１８", False),
    ],
)
def test_a_zip_is_taken_from_the_text_around_it(typed, first_five):
    assert (parse(typed).zip, parse(typed).first_five) == ("02118", first_five)


@pytest.mark.parametrize(
    "typed",
    ["boston ma", "Boston, MA", "BOSTON MASSACHUSETTS", "boston mass", "Boston, Ma., USA"],
)
def test_a_town_with_its_state_is_read_however_it_is_written(typed):
    assert parse(typed).readings[0] == (Guess("boston", "MA"),)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("02118", "02118"),
        ("02118-1234", "02118"),
        ("Boston", "boston-ma"),
        ("boston ma", "boston-ma"),
        ("Boston, MA", "boston-ma"),
        ("Boston city", "boston-ma"),
        ("boston ny", "boston-ny"),
        ("St. Louis", "st-louis-mo"),
        ("ST LOUIS MO", "st-louis-mo"),
        ("Saint Louis", "st-louis-mo"),
        ("Winston-Salem", "winston-salem-nc"),
        ("winston salem nc", "winston-salem-nc"),
        ("Suffolk County MA", "suffolk-county-ma"),
        ("suffolk co, ma", "suffolk-county-ma"),
        ("Suffolk, MA", "suffolk-county-ma"),
        ("Orleans Parish", "orleans-parish-la"),
        ("Richmond City VA", "city-of-richmond-va"),
        ("Richmond County, Virginia", "richmond-county-va"),
        ("San Juan PR", "san-juan-pr"),
        ("San Juan, Puerto Rico", "san-juan-pr"),
        ("Massachusetts", "ma"),
        ("MA", "ma"),
        ("MA, USA", "ma"),
        ("WA", "wa"),
        ("NYC", "new-york-ny"),
        ("New York, NY", "new-york-ny"),
        ("LA, CA", "los-angeles-ca"),
        ("DC", "dc"),
        ("Washington, D.C.", "washington-dc"),
        ("Port Washington", "port-washington-ny"),
        ("Bronx", "the-bronx-ny"),
        ("Roxbury", "roxbury-ma"),
        ("Roxbury, Boston, MA", "roxbury-ma"),
        ("774 Albany St, Boston, MA", "boston-ma"),
        ("774 Albany St Boston MA", "boston-ma"),
        ("Boston MA 2118", "boston-ma"),
        ("\u202eBoston MA", "boston-ma"),
    ],
)
def test_a_place_is_found_as_people_type_it(gazetteer, typed, slug):
    found = find_place(typed)
    assert found.area and found.area.slug == slug
    assert not (found.reason or found.choices or found.offers)


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("Springfield", ["springfield-ma", "springfield-il"]),
        ("Suffolk County", ["suffolk-county-ny", "suffolk-county-ma"]),
        ("Suffolk", ["suffolk-va", "suffolk-county-ny", "suffolk-county-ma"]),
        ("New York", ["ny", "new-york-ny"]),
        ("Washington", ["wa", "washington-dc"]),
        ("LA", ["los-angeles-ca", "la"]),
        ("L.A.", ["los-angeles-ca", "la"]),
        ("London", ["london-oh", "london-ky"]),
        # Nobody counted the neighbourhood of Boston: its county says that it is the largest.
        ("Dorchester", ["dorchester-ma", "dorchester-wi", "dorchester-ne"]),
    ],
)
def test_a_name_of_several_places_asks_which_biggest_first(gazetteer, typed, slugs):
    found = find_place(typed)
    assert found.area is None and not found.reason
    assert [area.slug for area in found.choices] == slugs


def test_the_boston_everybody_means_still_names_the_other(gazetteer):
    assert [area.slug for area in find_place("Boston").others] == ["boston-ny"]


def test_a_county_that_could_be_another_is_named_once(gazetteer):
    found = find_place("Cook County")
    assert found.area.slug == "cook-county-il"
    assert [area.slug for area in found.others] == ["cook-county-mn"]


@pytest.mark.parametrize(
    ("typed", "reason", "offers"),
    [
        ("2118", "short_zip", ["02118"]),
        ("118", "short_zip", []),
        ("021189", "long_zip", ["02118"]),
        ("02119 02118", "two_zips", ["02119", "02118"]),
        ("02118-12345", "two_zips", ["02118"]),
        ("02117", "unknown_zip", ["02118", "02119"]),
        ("00000", "unknown_zip", []),
        ("99999", "unknown_zip", []),
        ("Bostn", "not_found", ["boston-ma", "boston-ny"]),
        ("bosotn ma", "not_found", ["boston-ma"]),
        ("Sprngfield", "not_found", ["springfield-ma", "springfield-il"]),
        ("winstonsalem", "not_found", ["winston-salem-nc"]),
        ("sufolk county ma", "not_found", ["suffolk-county-ma"]),
        ("Boston TX", "not_in_state", ["boston-ma", "boston-ny"]),
        ("Toronto", "not_found", []),
        ("'; drop table", "not_found", []),
        ("<script>alert(1)</script>", "not_found", []),
        ("NaN", "not_found", []),
        ("東京", "not_found", []),
    ],
)
def test_a_slip_is_offered_and_never_assumed(gazetteer, typed, reason, offers):
    found = find_place(typed)
    assert (found.area, found.choices, found.reason) == (None, (), reason)
    assert [area.slug for area in found.offers] == offers


def test_nine_digits_say_that_only_five_were_used(gazetteer):
    assert find_place("021181234").first_five and not find_place("02118").first_five


@pytest.mark.parametrize("typed", ["02118", "Boston, MA", "Bostn", "Springfield", "Boston TX"])
def test_a_look_up_asks_the_database_at_most_twice(gazetteer, typed, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        find_place(typed)


def test_a_link_names_only_an_area_we_have(gazetteer):
    assert near_slug("boston-ma").label == "Boston, MA"
    for slug in ("atlantis-xx", "", "BOSTON-MA", "a\x00b", "42.3,-71.1", "x" * 200):
        assert near_slug(slug) is None


@pytest.mark.parametrize(
    ("slug", "label"),
    [
        ("boston-ma", "Boston, MA"),
        ("02118", "02118 (Boston, MA)"),
        ("suffolk-county-ma", "Suffolk County, MA"),
        ("ma", "Massachusetts"),
    ],
)
def test_a_place_is_called_as_people_call_it(gazetteer, slug, label):
    assert str(Area.objects.get(slug=slug)) == label
