"""What a check does: it is kept as history, and readers see it at once.

Lives here: the one way to mark listings as checked, for one or for a thousand. How long a check
holds is resources.freshness'; the screens are the admin's.
"""

from django.db import transaction
from django.db.models import Q

from . import nearby
from .models import Check, Service, ServiceAtLocation

ALL = {"hours": True, "phone": True, "still_there": True}


@transaction.atomic
def verify(services, *, by, how, on, hours=True, phone=True, still_there=True):
    """Somebody of staff (`by`) made sure of these services on a day, `how` as Service.VerifiedBy.

    -> how many. Raises IntegrityError when nothing was checked, or no such how. A check older than
    the last one is history alone: what a newer one said goes on to hold.
    """
    told = {"hours": hours, "phone": phone, "still_there": still_there}
    # Locked, so that of two who check at once the later day holds.
    keys = sorted(Service.objects.filter(pk__in=services).values_list("pk", flat=True))
    these = Service.objects.filter(pk__in=keys)
    list(these.select_for_update().order_by("pk").values_list("pk"))
    Check.objects.bulk_create(
        Check(service_id=key, by=by, how=how, checked_on=on, **told) for key in keys
    )
    if still_there:
        older = Q(last_verified=None) | Q(last_verified__lte=on)
        these.filter(older).update(last_verified=on, verified_by=how)
    if hours:
        older = Q(hours_checked_on=None) | Q(hours_checked_on__lte=on)
        these.filter(older).update(hours_checked_on=on)
    show(these)
    return len(keys)


@transaction.atomic
def take_back(services):
    """What the last checks said holds no more, such as for a slip of the pen. History stays."""
    these = Service.objects.filter(pk__in=services)
    these.update(last_verified=None, verified_by="", hours_checked_on=None)
    show(these)


def show(services):
    nearby.reindex(ServiceAtLocation.objects.filter(service__in=services.values("pk")))
