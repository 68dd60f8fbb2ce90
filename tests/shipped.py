"""The overdose page as it comes with the site: a fixture for the files that publish it."""

import pytest
from django.core.management import call_command

from principles import overdose
from principles.models import Guide


@pytest.fixture
def guide(monkeypatch):
    """The overdose page as it ships; this process has made nothing yet."""
    call_command("load_content", verbosity=0)
    call_command("load_principles", verbosity=0)
    monkeypatch.setattr(overdose, "last_made", {})
    monkeypatch.setattr(overdose, "left_alone_until", 0)
    overdose.made.cache_clear()
    yield Guide.objects.get(slug="overdose")
    overdose.made.cache_clear()
