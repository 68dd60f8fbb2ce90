"""What is different between two versions, in words that staff know: no keys, no ids.

Imports nothing of ours but how a version is kept (hrapp.publishing).
"""

import difflib

from django.apps import apps
from django.core import serializers

from .publishing import label, relations


def differences(before, after):
    """[(what, text before, text after)] between two contents; "" where there was none."""
    old, new = texts_of(before), texts_of(after)
    names = [*old, *(name for name in new if name not in old)]
    return [
        (name[1], old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    ]


def texts_of(content):
    """{(row and field, its label): text} of everything a version says."""
    told, called = {}, names_in(content)
    for row in content:
        model = apps.get_model(row["model"])
        for name, value in row["fields"].items():
            field = model._meta.get_field(name)
            if field.many_to_one and label(field.related_model) == content[0]["model"]:
                continue  # whose row it is goes without saying
            what = f"{model._meta.verbose_name}: {field.verbose_name}"
            told[(row["pk"], name), what] = text_of(field, value, called)
    return told


def text_of(field, value, called):
    if value is None or value == []:
        return ""
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        named = (called.get((label(field.related_model), str(key)), str(key)) for key in keys)
        return ", ".join(sorted(named))
    return str(dict(field.flatchoices).get(value, value))


def names_in(content):
    """{(model, key as text): what it is called} of all that a version points to."""
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
    pointed_to = {label(model) for model in asked}
    own = [row for row in content if row["model"] in pointed_to]
    for row in serializers.deserialize("python", own):
        called[label(type(row.object)), str(row.object.pk)] = str(row.object)
    return called


def by_words(before, after):
    """[(kind, words)] with kind "same", "out" or "in": what changed inside a text."""
    old, new = before.split(" "), after.split(" ")
    pieces = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(old[a:b])))
            continue
        pieces += [("out", " ".join(old[a:b]))] if b > a else []
        pieces += [("in", " ".join(new[c:d]))] if d > c else []
    return pieces
