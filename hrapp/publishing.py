"""Draft, preview, publish, bring back: for every kind of content.

What readers see are rows of tables. A draft is no row: it is a Version, the thing with all that
belongs to it as one text, and publishing writes it over the rows. So a draft cannot show, and an
edit changes nothing for readers. To show or edit a draft, the rows are made to stand as in it
inside a transaction that is rolled back. Imports nothing of ours but models.
"""

from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Version

# What else has to agree with what readers see: each is called with the thing, in the transaction
# that published it or took it off. An app adds its own when it is ready.
afterwards = []


class NotYet(Exception):
    """Why something cannot be published, as sentences to show."""

    def __init__(self, reasons):
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


def content_of(thing):
    """A thing and its belongings -> rows as Django's serializer writes them, the thing first."""
    belongings = [row for name in thing.belongings for row in getattr(thing, name).order_by("pk")]
    rows = serializers.serialize("python", [thing, *belongings])
    for row in rows:
        row["fields"].pop("edition", None)
    return rows


def put_back(content, *, edition=None):
    """Makes the tables stand as in this content -> the thing, read anew.

    `edition`: which version readers then see, 0 for none; None leaves that as it is.
    """
    whole, *belongings = without_the_gone(content)
    model, key = apps.get_model(whole["model"]), whole["pk"]
    if edition is None:
        before = model.objects.filter(pk=key).first()
        edition = before.edition if before else 0
    whole = {**whole, "fields": {**whole["fields"], "edition": edition}}
    for item in serializers.deserialize("python", [whole, *belongings]):
        item.save()
    thing = model.objects.get(pk=key)
    take_out_the_rest(thing, {(row["model"], str(row["pk"])) for row in belongings})
    return thing


def take_out_the_rest(thing, kept):
    for name in thing.belongings:
        for row in getattr(thing, name).all():
            if (row._meta.label_lower, str(row.pk)) not in kept:
                row.delete()


@contextmanager
def as_if(version, *, published=True):
    """Inside, the rows stand as in this version -> the thing. Nothing of it stays.

    `published`: as if it were; else whether readers see the thing is left as it is.
    """
    with transaction.atomic():
        yield put_back(version.content, edition=version.number if published else None)
        transaction.set_rollback(True)


def latest(thing):
    """The newest version, published or not; None for what was never saved through here."""
    return Version.objects.of(thing).newest_first().first()


def was_ever_public(thing):
    return Version.objects.of(thing).published().exists()


def draft_of(thing):
    """The version that waits to be published, or None."""
    newest = latest(thing)
    return newest if newest and not newest.published_at else None


@transaction.atomic
def keep(content, *, by, why=""):
    """A new version -> Version. `by` None: it came with the site."""
    name, key = content[0]["model"], str(content[0]["pk"])
    highest = Version.objects.filter(kind=name, key=key).aggregate(n=Max("number"))["n"] or 0
    return Version.objects.create(
        kind=name, key=key, number=highest + 1, content=content, made_by=by, why=why
    )


@transaction.atomic
def publish(version, *, by):
    """Readers see this version from now on. Raises NotYet."""
    if reasons := why_not(version, by=by):
        raise NotYet(reasons)
    thing = put_back(version.content, edition=version.number)
    version.published_by, version.published_at = by, timezone.now()
    version.save(update_fields=["published_by", "published_at"])
    tell_the_others(thing)
    return thing


def tell_the_others(thing):
    for agree in afterwards:
        agree(thing)


@transaction.atomic
def came_with_the_site(thing):
    """What a fresh database starts with: public as version 1, and nobody's."""
    first = keep(content_of(thing), by=None, why=_("Came with the site"))
    first.published_at = timezone.now()
    first.save(update_fields=["published_at"])
    type(thing).objects.filter(pk=thing.pk).update(edition=first.number)
    tell_the_others(thing)


@transaction.atomic
def take_off(thing):
    """Hidden from readers at once: that takes one person, showing it again takes publishing.

    Raises NotYet for a page that must stay.
    """
    if thing.must_stay:
        raise NotYet([_("This page stays: readers would get an older one. Publish a change.")])
    type(thing).objects.filter(pk=thing.pk).update(edition=0)
    tell_the_others(thing)


def why_not(version, *, by):
    """What keeps a version from being published, in words; an empty list when nothing does."""
    reasons = []
    if version.published_at:
        reasons.append(_("This version was published before. Bring it back first."))
    if latest_of(version).pk != version.pk:
        reasons.append(_("There is a newer version. Look at it first."))
    if gone := what_is_gone(version.content):
        reasons.append(_("It names what is no longer there: %s.") % ", ".join(gone))
        return reasons
    with as_if(version) as thing:
        reasons += lacking(thing, timezone.localdate())
    if of_one_person(version, by) and not settings.ONE_PERSON:
        reasons.append(_("This is an emergency page: somebody who did not write it publishes it."))
    return reasons


def of_one_person(version, by):
    """Would nobody else have seen it, though an emergency page asks for two?

    `by` None: it came with the site.
    """
    asks_for_two = version.says_emergency or is_emergency_now(version)
    return asks_for_two and by is not None and by.pk in version.writers()


def lacking(thing, today):
    said = []
    if not thing.names_a_source():
        said.append(_("Name at least one source."))
    if not thing.checked_on:
        said.append(_("Say on which day it was checked against its sources."))
    elif thing.checked_on > today:
        said.append(_("The day it was checked has not come yet."))
    if not thing.review_due:
        said.append(_("Say by which day it has to be checked again."))
    elif thing.review_due <= today:
        said.append(_("The day to check it again has passed. Check it, then set a new day."))
    return [*said, *thing.lacks()]


def latest_of(version):
    return Version.objects.filter(kind=version.kind, key=version.key).newest_first()[0]


def is_emergency_now(version):
    """Also of one taken off the site: else its row could be made an ordinary page meanwhile."""
    live = apps.get_model(version.kind).objects.public().filter(pk=version.key).first()
    same = Version.objects.filter(kind=version.kind, key=version.key)
    last = same.published().newest_first().first()
    said = bool(last) and last.says_emergency
    return said or (bool(live) and live.is_emergency)


def what_is_gone(content):
    """What a version points to outside itself that was deleted meanwhile, in words."""
    return sorted(f"{other._meta.verbose_name} “{key}”" for other, key in gone(content))


def gone(content):
    """{(model, key as text)} of what a version points to and is no longer there."""
    inside = {(row["model"], str(row["pk"])) for row in content}
    asked = {}
    for row in content:
        for field, keys in relations(row):
            other = field.related_model
            outside = {str(key) for key in keys} - {k for m, k in inside if m == label(other)}
            asked.setdefault(other, set()).update(outside)
    return {
        (other, key)
        for other, keys in asked.items()
        for key in keys
        - {str(k) for k in other.objects.filter(pk__in=keys).values_list("pk", flat=True)}
    }


def without_the_gone(content):
    """The same content, pointing to nothing that was deleted: so that it can still be edited."""
    lost = gone(content)
    if not lost:
        return content
    rows = []
    for row in content:
        fields, stands = dict(row["fields"]), True
        for field, keys in relations(row):
            left = [key for key in keys if (field.related_model, str(key)) not in lost]
            if field.many_to_many:
                fields[field.name] = left
            elif not left:
                fields[field.name], stands = None, stands and field.null
        rows += [{**row, "fields": fields}] if stands else []
    return rows


def label(model):
    return model._meta.label_lower


def is_named(thing, *, by_apps_but=""):
    """Does content name it, so that deleting it would change what readers see?

    `by_apps_but`: an app whose own naming does not count.
    """
    fields = thing._meta.get_fields(include_hidden=True)
    named_by = [one.field for one in fields if one.auto_created and one.many_to_many]
    return any(
        field.model._base_manager.filter(**{field.name: thing}).exists()
        for field in named_by
        if field.model._meta.app_label != by_apps_but
    )


def relations(row):
    """(field, keys) of every relation of a serialized row that is set."""
    model = apps.get_model(row["model"])
    for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
        value = row["fields"].get(field.name)
        if field.is_relation and value:
            yield field, value if isinstance(value, list) else [value]
