"""The starter directory: the files we carry hold what they should, and load once and for all."""

from collections import Counter
from dataclasses import replace

import pytest

from resources import listings_file, nearby
from resources.listings_file import Listing
from resources.listings_load import CannotLoad, id_of, load_all
from resources.models import (
    Area,
    Location,
    Need,
    NeedGroup,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
)

FILES = {path.stem: listings_file.read(path) for path in listings_file.files()}
ALL = [listing for _, listings in FILES.values() for listing in listings]
NEEDS = {"syringes", "naloxone", "od_help_training", "moud", "detox_rehab", "sleep", "sharps"}
NEEDS |= {"doctor", "dental", "counseling", "dv"}


def counted(header, words):
    return sum(int(n) for name, n in header.items() if name.startswith(f"count, {words}"))


@pytest.mark.parametrize(
    ("slug", "rows", "sites"),
    [
        ("ma-harm-reduction", 603, 506),
        ("us-otp", 1831, 1830),
        ("us-health-centers", 13577, 13569),
    ],
)
def test_every_site_that_was_read_is_accounted_for(slug, rows, sites):
    header, listings = FILES[slug]
    assert counted(header, "rows read") == rows
    gone = sum(counted(header, why) for why in ("merged", "left out", "already listed"))
    assert len(listings) + gone == counted(header, "sites read") == sites


def test_all_of_massachusetts_is_there_but_its_repeats_and_two_lines_that_are_no_place():
    header, listings = FILES["ma-harm-reduction"]
    assert (len(listings), counted(header, "merged"), counted(header, "left out")) == (497, 7, 2)


def test_every_file_says_whose_facts_it_holds():
    for header, _ in FILES.values():
        assert all(header[name] for name in ("name", "credit", "year", "licence", "url"))


def test_no_two_listings_of_a_file_have_one_id():
    for slug, (_, listings) in FILES.items():
        assert len({id_of(slug, each.key) for each in listings}) == len(listings)


def test_every_point_is_in_the_united_states():
    for each in ALL:
        if each.point:
            north, east = each.point
            assert -15 <= north <= 72
            assert -180 <= east <= -64 or 144 <= east <= 147, each


def test_every_listing_is_found_near():
    astray = [each.key for each in ALL if not each.point and not each.area]
    assert astray == []


def test_whoever_is_sent_to_a_door_has_a_point_nobody_doubts():
    doubted = [each for each in ALL if "Go by the address." in each.note]
    assert doubted and not [each.key for each in doubted if each.point]


def test_every_need_is_one_that_the_source_names():
    assert {need for each in ALL for need in each.needs} == NEEDS
    assert all(each.needs for each in ALL)


def test_what_is_shown_as_an_area_has_no_street_to_give_away():
    hidden = [each for each in ALL if each.visibility != "exact"]
    assert hidden
    for each in hidden:
        assert not (each.address_1 or each.address_2 or each.postal_code or each.point), each
        assert each.visibility == "area" and each.area
        assert "||" in each.key


def test_no_shelter_for_people_fleeing_violence_is_exact():
    shelters = [each for each in ALL if "dv" in each.needs]
    assert shelters
    assert {each.visibility for each in shelters} == {"area"}


def test_every_listing_fits_and_has_its_time_zone():
    for each in ALL:
        assert each.name and each.city and len(each.state) == 2 and each.timezone, each
        assert len(each.name) <= 200 and len(each.key) <= 300 and len(each.address_2) <= 120


def test_somebody_in_02118_finds_the_exchanges_of_boston():
    exchanges = [each for each in FILES["ma-harm-reduction"][1] if "syringes" in each.needs]
    boston = {each.name for each in exchanges if each.city == "Boston"}
    assert "Boston Needle Exchange Program - AHOPE" in boston
    assert len(exchanges) == 45


def test_a_file_is_read_as_it_was_written(tmp_path):
    listing = Listing("k", "Año  Nuevo", phone=("+16175343967",), needs=("moud", "sleep"))
    listings_file.write(tmp_path / "x.tsv", {"name": "X"}, [listing])
    header, (read,) = listings_file.read(tmp_path / "x.tsv")
    assert header == {"name": "X"}
    assert read == Listing("k", "Año Nuevo", phone=("+16175343967",), needs=("moud", "sleep"))


HEADER = {"name": "A list, 2021", "credit": "Somebody", "year": "2021", "licence": "facts"}
HEADER |= {"url": "https://example.org/"}
CLINIC = Listing(
    key="clinic|1 elm st|boston ma",
    name="Clinic",
    address_1="1 Elm St",
    city="Boston",
    state="MA",
    latitude=42.34,
    longitude=-71.07,
    timezone="America/New_York",
    phone=("+16175343967", "+16174142080"),
    extension="12",
    needs=("moud", "syringes"),
    note="Call first.",
)
SHELTER = Listing(
    key="house||boston ma",
    name="House",
    city="Boston",
    state="MA",
    timezone="America/New_York",
    needs=("syringes",),
    visibility="area",
    area="boston-ma",
)


GIVEN = {"timezone": "America/New_York", "needs": ("moud",)}


def quiet(_line):
    """No progress lines in a test."""


@pytest.fixture
def folder(tmp_path):
    listings_file.write(tmp_path / "a-list.tsv", HEADER, [CLINIC, SHELTER])
    return tmp_path


@pytest.fixture
def ready(db):
    group, _ = NeedGroup.objects.get_or_create(slug="starter-test", label="Group")
    for need in ("moud", "syringes"):
        Need.objects.get_or_create(pk=need, defaults={"group": group, "label": need})
    Area.objects.create(
        slug="boston-ma",
        kind="city",
        name="Boston",
        state="MA",
        latitude=42.36,
        longitude=-71.06,
        timezone="America/New_York",
        key="boston",
    )


def everything():
    models = (Organization, Service, Location, ServiceAtLocation, Phone)
    return Counter({model.__name__: model.objects.count() for model in models})


def test_a_listing_arrives_not_checked_and_says_where_it_is_from(ready, folder):
    load_all(folder, quiet)
    service = Service.objects.get(pk=id_of("a-list", CLINIC.key))
    assert (service.last_verified, service.verified_by) == (None, "")
    assert (service.upstream.name, service.upstream_year) == ("A list, 2021", 2021)
    assert {need.pk for need in service.needs.all()} == {"moud", "syringes"}
    phones = service.phones.order_by("-extension").values_list("number", "extension")
    assert list(phones) == [("+16175343967", "12"), ("+16174142080", "")]
    assert service.places.get().schedule.opening_hours == "", "nobody told us the hours"


def test_loading_twice_changes_nothing(ready, folder):
    assert load_all(folder, quiet) == 2
    before = everything()
    assert load_all(folder, quiet) == 0
    assert everything() == before


def test_a_newer_file_adds_what_is_new_and_leaves_a_persons_edit(ready, folder):
    load_all(folder, quiet)
    Service.objects.filter(name="Clinic").update(name="Clinic, mended by hand")
    other = Listing("other||boston ma", "Other", city="Boston", state="MA", needs=("moud",))
    listings_file.write(folder / "a-list.tsv", HEADER, [CLINIC, SHELTER, other])
    assert load_all(folder, quiet) == 1
    assert Service.objects.filter(name="Clinic, mended by hand").exists()
    assert everything()["Service"] == 3


def test_two_towns_of_one_programme_are_run_by_one(ready, tmp_path):
    towns = [
        Listing(f"obat|{n} elm st|{town} ma", f"OBAT, {town}", city=town, state="MA")
        for n, town in enumerate(("Lynn", "Lawrence"))
    ]
    listings_file.write(tmp_path / "a-list.tsv", HEADER, [replace(one, **GIVEN) for one in towns])
    load_all(tmp_path, quiet)
    runs_them = Organization.objects.get()
    assert runs_them.name == "OBAT"
    assert runs_them.pk == id_of("a-list", "obat", "organization")


def test_a_loaded_place_is_found_near(ready, folder):
    load_all(folder, quiet)
    (found, _miles), (area, _more) = nearby.nearest(("syringes",), 42.34, -71.07, count=5)
    assert ServiceAtLocation.objects.get(pk=found).pk == id_of("a-list", CLINIC.key)
    assert ServiceAtLocation.objects.get(pk=area).location.address == []


def test_half_a_load_is_no_load(ready, folder):
    broken = Listing("x||y", "Broken", state="MA", needs=("no_such_need",))
    listings_file.write(folder / "b-list.tsv", HEADER, [broken])
    with pytest.raises(CannotLoad, match="no_such_need"):
        load_all(folder, quiet)
    assert not Service.objects.filter(name="Clinic").exists()


def test_a_load_without_the_gazetteer_says_so(ready, folder):
    Area.objects.all().delete()
    with pytest.raises(CannotLoad, match="gazetteer"):
        load_all(folder, quiet)
