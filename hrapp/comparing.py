"""What is different between two versions, in words that staff know: no keys, no ids.

Imports nothing of ours but how a version is kept (hrapp.publishing).
"""

import difflib

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.dateformat import format as day
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .publishing import label, relations

DAY, MOMENT = "j M Y", "j M Y, H:i"
# A row is named by its first words: enough to find it, short enough for a heading.
NAMED = 50


def differences(before, after):
    """[(what, text before, text after)] between two contents; "" where there was none."""
    old, new = rows_of(before), rows_of(after)
    return [
        said
        for key in [*old, *(key for key in new if key not in old)]
        for said in of_a_row(old.get(key), new.get(key))
    ]


def of_a_row(old, new):
    """What of one row is different: some of its fields, or all of it when it came or went."""
    if not (old and new):
        yield (old or new)["called"], all_of(old), all_of(new)
        return
    for name in dict.fromkeys([*old["said"], *new["said"]]):
        before, after = old["said"].get(name, ""), new["said"].get(name, "")
        if before != after:
            yield f"{old['called']}: {label_of(name)}", before, after


def all_of(row):
    said = row["said"].items() if row else ()
    return "; ".join(f"{label_of(name)}: {text}" for name, text in said if text)


def label_of(field):
    model, name = field
    return str(apps.get_model(model)._meta.get_field(name).verbose_name)


def in_words(what, before, after):
    """The heading over a difference."""
    if before and after:
        return what
    return (_("%s, taken out") if before else _("%s, added")) % what


def rows_of(content):
    """{a row: {"called": what staff know it by, "said": {field: text}}}"""
    called = names_in(content)
    return {
        (row["model"], str(row["pk"])): {
            "called": heading(row, content, called),
            "said": said_in(row, content, called),
        }
        for row in in_place(content)
    }


def in_place(content):
    """Its rows as a page has them: kind by kind, each in its place. Kept, they stand by key."""
    kinds = list(dict.fromkeys(row["model"] for row in content))
    in_order = sorted(content, key=lambda row: row["fields"].get("order", 0))
    return sorted(in_order, key=lambda row: kinds.index(row["model"]))


def heading(row, content, called):
    """A fact by its words; the thing itself needs none, for the page is about it."""
    kind = str(apps.get_model(row["model"])._meta.verbose_name)
    words = "" if row is content[0] else called.get((row["model"], str(row["pk"])), "")
    return f"{kind} “{Truncator(words).chars(NAMED)}”" if words else kind


def said_in(row, content, called):
    model, told = apps.get_model(row["model"]), {}
    for name, value in row["fields"].items():
        field = model._meta.get_field(name)
        if field.many_to_one and label(field.related_model) == content[0]["model"]:
            continue  # whose row it is goes without saying
        told[row["model"], name] = text_of(field, value, called)
    return told


def text_of(field, value, called):
    if value is None or value == []:
        return ""
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        named = (called.get((label(field.related_model), str(key)), str(key)) for key in keys)
        return ", ".join(sorted(named))
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, models.DateField):
        is_moment = isinstance(field, models.DateTimeField)
        return day(field.to_python(value), MOMENT if is_moment else DAY)
    return str(dict(field.flatchoices).get(value, value))


def names_in(content):
    """{(model, key as text): what it is called} of its rows and of all that they point to."""
    asked = {}
    for row in content:
        for field, keys in relations(row):
            asked.setdefault(field.related_model, set()).update(keys)
    called = {
        (label(model), str(one.pk)): str(one)
        for model, keys in asked.items()
        for one in model._base_manager.filter(pk__in=keys)
    }
    # Rows of its own may be no table's yet, or say other words there.
    for row in serializers.deserialize("python", content):
        called[label(type(row.object)), str(row.object.pk)] = name_of(row.object)
    return called


def name_of(row):
    try:
        return str(row)
    except ObjectDoesNotExist:  # it is called by what was deleted meanwhile
        return ""


def by_words(before, after):
    """[(kind, words)] with kind "same", "out" or "in": what changed inside a text."""
    old, new = ([word for word in text.split(" ") if word] for text in (before, after))
    pieces = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(old[a:b])))
            continue
        pieces += [("out", " ".join(old[a:b]))] if b > a else []
        pieces += [("in", " ".join(new[c:d]))] if d > c else []
    return pieces
