"""What staff save shows at once: lists and search are kept in the transaction of the save itself.

Django's admin saves in one transaction, so when the index cannot be kept nothing is saved. What
the index holds is resources.nearby's; what search finds is resources.documents'.
"""

from resources import documents, nearby
from resources.models import ServiceAtLocation


class KeepsTheIndex:
    """For the admin of a thing that readers' lists tell of.

    `touched(thing)` is a sentence of `ServiceAtLocation`: the places that tell of it.
    """

    actions = None  # things are taken away one at a time, and looked at first

    def touched(self, thing):
        raise NotImplementedError

    def save_related(self, request, form, formsets, change):
        before = set(self.touched(form.instance).values_list("pk", flat=True))
        super().save_related(request, form, formsets, change)
        nearby.reindex(self.touched(form.instance))
        # A place taken off on this screen is touched no more, and search still has its words.
        if gone := before.difference(self.touched(form.instance).values_list("pk", flat=True)):
            documents.keep("place", gone)

    def delete_model(self, request, obj):
        # Afterwards nobody could say which places it touched.
        touched = list(self.touched(obj).values_list("pk", flat=True))
        services = set(self.touched(obj).values_list("service", flat=True))
        super().delete_model(request, obj)
        nearby.reindex(ServiceAtLocation.objects.filter(pk__in=touched))
        there = ServiceAtLocation.objects.filter(pk__in=touched).values_list("pk", flat=True)
        documents.forget("place", set(touched) - set(there))
        documents.keep("mail", services)


class KeepsItsDocument:
    """For the admin of a thing that search finds as it is. `kind`: the name of its documents."""

    kind = None

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        documents.keep(self.kind, [form.instance.pk])

    def delete_model(self, request, obj):
        key = obj.pk
        super().delete_model(request, obj)
        documents.forget(self.kind, [key])
