"""Whatever is typed, sent or asked for on the staff's pages: text or a refusal, never a 500."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from principles.models import Passage, Principle
from resources.models import (
    Area,
    Audience,
    HelpLine,
    Location,
    Need,
    NeedGroup,
    Organization,
    Service,
    ServiceAtLocation,
    Upstream,
)

pytest_plugins = ["tests.staff"]

HOSTILE = {
    "nul": "a\0b",
    "long": "x" * 10_000,
    "emoji": "🧡👩🏽‍⚕️",
    "script": "<script>alert(1)</script>",
    "quote": "'; drop table resources_service; --",
    "backwards": "\u202egnp.exe",
    "nan": "NaN",
    "big": "9" * 40,
}
# What is enough to be saved. `corner` stands for a service and a location that are there.
ENOUGH = {
    Audience: {"slug": "new", "label": "New"},
    HelpLine: {"name": "New", "tel": "988", "what_it_does": "Talks", "source": "Us"}
    | {"tested_on": "2026-01-01", "tested_by": "Ana"},
    Location: {"name": "New", "timezone": "America/Chicago"},
    Need: {"id": "new", "group": "safer-use", "label": "New"},
    NeedGroup: {"slug": "new", "label": "New"},
    Organization: {"name": "New"},
    Service: {"organization": "corner", "name": "New"},
    ServiceAtLocation: {"service": "corner", "location": "corner"},
    Passage: {"part": "credit", "number": "1", "text": "Words"},
    Principle: {"number": "1", "text": "Words", "plain": "Plain"},
}
by_name = pytest.mark.parametrize("model", ENOUGH, ids=lambda model: model.__name__)


def list_of(model):
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")


def enough_for(model, corner):
    others = {
        "organization": corner.service.organization.pk,
        "service": corner.service.pk,
        "location": Location.objects.create(address_1="9 Elm St").pk,
    }
    facts = ENOUGH[model]
    return {name: others[name] if fact == "corner" else fact for name, fact in facts.items()}


@pytest.fixture
def adding(screen, corner):
    return lambda model: (screen(model), enough_for(model, corner))


@by_name
def test_what_is_enough_is_saved(adding, model):
    page, enough = adding(model)
    assert page.save(**enough)


@by_name
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_anything_in_every_box_at_once_is_answered(adding, model, value):
    page, _ = adding(model)
    boxes = [name for name in page.shown() if not name.endswith("_FORMS")]
    answer = page.send(**dict.fromkeys(boxes, value))
    assert answer.status_code == 200 and b"<script>alert" not in answer.content


@by_name
@pytest.mark.parametrize("kind", ["emoji", "script", "quote", "backwards", "long"])
def test_what_a_field_takes_is_shown_as_text(staff, client, adding, model, kind):
    page, enough = adding(model)
    odd = {name: HOSTILE[kind][:most] for name, most in page.text_boxes().items()}
    answer = page.send(**enough | odd)
    while answer.status_code == 200:  # what cannot be taken is put right, and the rest is saved
        refused = refused_boxes(answer)
        taken = {name: odd[name] for name in odd if not name.startswith(refused)}
        assert len(taken) < len(odd), refused
        odd = taken
        answer = page.send(**enough | odd)
    addresses = [list_of(model), list_of(model) + f"?q={HOSTILE[kind][:20]}"]
    thing = model.objects.order_by("pk").exclude(pk=enough.get("location")).last()
    if hasattr(thing, "edition"):
        addresses.append(list_of(model) + f"{thing.pk}/preview/")
    elif hasattr(thing, "get_absolute_url"):
        addresses.append(thing.get_absolute_url())
    for address in addresses:
        answer = staff.get(address)
        assert answer.status_code == 200 and b"<script>alert" not in answer.content, address


def refused_boxes(answer):
    forms = [answer.context["adminform"].form]
    for formset in answer.context["inline_admin_formsets"]:
        forms += formset.formset.forms
    inline = {form.prefix for form in forms if form.errors and form.prefix}
    return tuple(inline | set(forms[0].errors))


def test_broken_letters_are_answered(staff, corner):
    where = reverse("admin:resources_service_change", args=[corner.service.pk])
    sent = b"name=%ED%A0%BD%C3&_save=Save"
    answer = staff.post(where, sent, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200


@by_name
def test_an_odd_address_is_answered(staff, corner, model):
    for asked in (
        *("q=%F0%9F%A7%A1", "q='", "p=99999", "p=x", "o=99", "status__exact='", "nothing=1"),
        *("_facets=True", "pk__exact=x", "upstream__slug__exact=x", "checked=x", "e=1"),
    ):
        assert staff.get(f"{list_of(model)}?{asked}").status_code in (200, 302), asked
    assert staff.get(f"{list_of(model)}?q=%00").status_code == 400


@by_name
def test_a_thing_that_is_not_there_is_answered(staff, db, model):
    for key in ("x", "9" * 40, "_", "a_b", "_00", "%F0%9F%A7%A1", "%00", "'"):
        for page in ("change", "delete", "history"):
            answer = staff.get(f"{list_of(model)}{key}/{page}/")
            assert answer.status_code in (302, 400, 403, 404), (key, page)


JUNK = ("x y", "", "a\0b", "9" * 40, "é" * 200)
every_list = pytest.mark.parametrize(
    "model", [*ENOUGH, Area, Upstream, User, Group], ids=lambda model: model.__name__
)


@every_list
def test_an_odd_choice_in_a_list_is_refused_in_words(staff, corner, model):
    made_up = [("delete_selected", key) for key in JUNK]
    made_up += [(action, "1") for action in ("no_such_thing", "a\0b", "__init__")]
    for action, key in made_up:
        more = {"index": "0"} if key == "x y" else {"post": "yes"}
        answer = staff.post(list_of(model), {"action": action, "_selected_action": key} | more)
        assert answer.status_code == 400, (action, key)
        assert b"That choice is not there" in answer.content


@every_list
def test_a_save_of_a_list_with_odd_rows_is_answered(staff, corner, model):
    rows = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "_save": "Save"}
    for key in JUNK:
        answer = staff.post(list_of(model), rows | {"form-0-id": key})
        assert answer.status_code in (200, 302, 400), key


def test_a_choice_that_is_offered_is_carried_out(staff, db):
    where, gone = list_of(Group), Group.objects.create(name="Gone")
    kept = Group.objects.create(name="Kept")
    chosen = {"action": "delete_selected", "_selected_action": [gone.pk]}
    assert "Are you sure" in staff.post(where, chosen | {"index": "0"}).content.decode()
    assert staff.post(where, chosen | {"post": "yes"}).status_code == 302
    assert list(Group.objects.all()) == [kept]


def test_going_without_a_choice_is_answered_kindly(staff, db):
    group = Group.objects.create(name="Kept")
    nothing = {"action": "", "_selected_action": [group.pk], "index": "0"}
    answer = staff.post(list_of(Group), nothing, follow=True)
    assert answer.status_code == 200 and "No action selected" in answer.content.decode()


def test_a_stranger_who_makes_up_a_choice_is_sent_to_the_sign_in(client, db):
    answer = client.post(list_of(Group), {"action": "x", "_selected_action": ["x"]})
    assert answer.status_code == 302 and answer.url.startswith("/admin/login/")
