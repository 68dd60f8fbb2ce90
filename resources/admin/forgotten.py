"""An address that is erased is erased from the admin's own log, too.

The log keeps what a thing was called when it was saved, and a place without a name is called by
its street. Who changed what, and when, stays.
"""

import json

from django.contrib.admin.models import LogEntry
from django.db.models import F, Value
from django.db.models.functions import Left, Replace
from django.utils.translation import gettext

from resources.models import Location


def as_it_was(form):
    """What a saved location was called when its form was opened; "" when it is new."""
    if form.instance._state.adding:
        return ""
    names = ("name", "address_1", "city", "state")
    return str(Location(**{name: form.initial.get(name) or "" for name in names}))


def forget(called, location):
    """Writes what `location` is called now wherever the log has `called`."""
    now = str(location) or gettext("(no address)")
    if not called or called == now:
        return
    for column, old, new in (
        ("object_repr", called, now),
        ("change_message", as_json(called), as_json(now)),
    ):
        having = LogEntry.objects.filter(**{f"{column}__contains": old})
        told = Replace(F(column), Value(old), Value(new))
        most = LogEntry._meta.get_field(column).max_length
        having.update(**{column: Left(told, most) if most else told})


def as_json(words):
    return json.dumps(words)[1:-1]
