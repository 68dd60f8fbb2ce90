"""A box to pick one thing, or several, by typing first letters: Django's, made to bear any value.

Django looks up whatever was sent, and breaks when it is no key at all; here it picks nothing, and
the field says so.
"""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

from .tick_fields import TickedRows


class BearsAnything:
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


class Picker(BearsAnything, AutocompleteSelect):
    pass


class ManyPicker(BearsAnything, AutocompleteSelectMultiple):
    pass


class PicksByTyping:
    """For an admin or an inline with `autocomplete_fields`."""

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = Picker(db_field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            using = options.get("using")
            options["widget"] = ManyPicker(db_field, self.admin_site, using=using)
            options["form_class"] = TickedRows
        return super().formfield_for_manytomany(db_field, request, **options)
