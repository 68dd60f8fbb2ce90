"""Jinja for the one part whose speed matters: the form and its list of places.

Twenty cards take Django's templates several times as long as finding the places does.
Imports nothing of ours but the drawings; pages stay Django's.
"""

from functools import cache

from django.templatetags.static import static
from django.utils.translation import gettext
from jinja2 import Environment

from . import phrases
from .templatetags.page import icon


def environment(**options):
    env = Environment(trim_blocks=True, lstrip_blocks=True, **options)
    env.globals.update(_=gettext, static=cache(static), icon=icon)
    env.filters.update(said=phrases.said, said_text=phrases.said_text)
    return env
