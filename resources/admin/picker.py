"""A box to pick one thing by typing its first letters: Django's own, made to bear any value.

Django looks up whatever was sent, and breaks when it is no key at all; here it picks nothing, and
the field says so.
"""

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError


class Picker(AutocompleteSelect):
    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [one for one in value if self.is_key(one)], attr)

    def is_key(self, sent):
        if "\0" in str(sent):
            return False
        try:
            self.field.target_field.clean(sent, None)
        except ValidationError:
            return False
        return True


class PicksByTyping:
    """For an admin or an inline with `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = Picker(db_field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **options)
