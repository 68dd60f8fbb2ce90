"""A member of staff at a screen, for the tests: fills in a form as the browser would send it.

Fixtures: `staff` (signed in), `screen` (a form of theirs), `corner` (one listed service at
12 Main St) and `boston` (a ZIP).
"""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from resources import nearby
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


@pytest.fixture
def staff(django_user_model):
    browser = Client()
    browser.force_login(django_user_model.objects.create_superuser("ana", password="x"))
    return browser


@pytest.fixture
def screen(staff):
    """`screen(thing)` opens its change form, `screen(Model)` the form to add one.

    `screen(thing, other)` is somebody else's.
    """
    return lambda thing, browser=staff: Screen(browser, thing)


@pytest.fixture
def boston(db):
    return Area.objects.create(
        **{"slug": "02118", "kind": "zip", "name": "02118", "state": "MA", "also": "Boston"},
        **{"latitude": 42.338, "longitude": -71.07, "timezone": "America/New_York"},
        key="02118",
    )


@pytest.fixture
def corner(boston):
    group = NeedGroup.objects.create(slug="safer-use", label="Safer use")
    need = Need.objects.create(id="syringes", group=group, label="New syringes")
    service = Service.objects.create(
        organization=Organization.objects.create(name="Main Org"), name="The Corner"
    )
    service.needs.add(need)
    location = Location.objects.create(
        **{"address_1": "12 Main St", "city": "Boston", "state": "MA", "postal_code": "02118"},
        **{"latitude": 42.34, "longitude": -71.071},
    )
    place = ServiceAtLocation.objects.create(service=service, location=location)
    Phone.objects.create(number="+16175550123", service=service)
    nearby.reindex_all()
    return SimpleNamespace(service=service, location=location, place=place, group=group)


class Screen:
    """The change form of a thing, or the add form of a model."""

    def __init__(self, browser, thing):
        self.browser = browser
        kind = f"admin:{thing._meta.label_lower.replace('.', '_')}"
        adding = isinstance(thing, type)
        self.address = reverse(f"{kind}_add" if adding else f"{kind}_change", args=self.key(thing))
        self.read(browser.get(self.address).content)

    def read(self, html):
        """The form as this page shows it, such as a refusal."""
        page = BeautifulSoup(html, "html.parser")
        self.form = page.select_one("#content-main form")
        return self

    @staticmethod
    def key(thing):
        return [] if isinstance(thing, type) else [thing.pk]

    def shown(self):
        """What the browser would send back, untouched."""
        sent = {}
        for box in self.form.select("input[name], textarea[name], select[name]"):
            kind, name = box.get("type", box.name), box["name"]
            if kind in ("submit", "button") or "__prefix__" in name:
                continue
            if kind in ("checkbox", "radio"):
                values = [box.get("value", "on")] if box.has_attr("checked") else []
            elif kind == "select":
                values = [option["value"] for option in box.select("option[selected]")]
            else:
                values = [
                    box.text.removeprefix("\n") if kind == "textarea" else box.get("value", "")
                ]
            sent.setdefault(name, []).extend(values)
        return sent

    def text_boxes(self):
        """{name: how much it takes} of what people write words in, in the form and first rows."""
        boxes = self.form.select("input[type=text][name], textarea[name]")
        names = {box["name"]: int(box.get("maxlength", 10_000)) for box in boxes}
        return {name: most for name, most in names.items() if "__prefix__" not in name}

    def send(self, **typed):
        return self.browser.post(self.address, self.shown() | typed | {"_save": "Save"})

    def save(self, **typed):
        """The redirect after saving; a refusal fails the test with its reasons."""
        answer = self.send(**typed)
        reasons = BeautifulSoup(answer.content, "html.parser").select(".errorlist")
        assert answer.status_code == 302, [reason.text for reason in reasons]
        return answer
