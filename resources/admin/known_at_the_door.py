"""How much a listing tells of its door, for staff: in words, and as a way to narrow the list.

What is counted is resources.at_the_door's.
"""

from math import ceil

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from resources.at_the_door import HOW_MANY, told


def in_short(service):
    """ "12 of 19 known. Not known: ID, cost." """
    known, not_known = told(service)
    words = gettext("%(known)d of %(all)d known.") % {"known": len(known), "all": HOW_MANY}
    if not_known:
        words += " " + gettext("Not known: %s.") % ", ".join(map(str, not_known))
    return words


class KnownAtTheDoor(admin.SimpleListFilter):
    """The least complete first: those are the ones to call and ask."""

    title = _("how much is known at the door")
    parameter_name = "known"
    # At least and under so many.
    SHARES = {
        "least": (0, HOW_MANY / 4),
        "less": (HOW_MANY / 4, HOW_MANY / 2),
        "more": (HOW_MANY / 2, HOW_MANY),
        "all": (HOW_MANY, HOW_MANY + 1),
    }

    def lookups(self, request, model_admin):
        return [
            ("least", _("Under a quarter")),
            ("less", _("A quarter to a half")),
            ("more", _("Half or more")),
            ("all", _("All of it")),
        ]

    def queryset(self, request, queryset):
        if self.value() not in self.SHARES:
            return queryset
        least, most = self.SHARES[self.value()]
        return queryset.filter(known_count__gte=ceil(least), known_count__lt=ceil(most))
