"""What search finds of where to go: needs, help lines and listed places, each as a document."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .documents import Kind, Told, register
from .mailing import where_words, without_a_place
from .models import HelpLine, Need, ServiceAtLocation


def needs():
    return Need.objects.prefetch_related("synonyms")


def tell_need(need):
    words = [synonym.words for synonym in need.synonyms.all()]
    passages = [need.pk.replace("_", " "), *words]
    return Told(need.label, need.get_absolute_url(), need.plain, passages, [need.pk])


def lines():
    return HelpLine.objects.up().prefetch_related("needs")


def tell_line(line):
    passages = [line.tel, line.tel_words, line.hours, line.languages]
    needs = [need.pk for need in line.needs.all()]
    return Told(line.name, "/lines/", line.what_it_does, passages, needs)


def places():
    """Through the one gate: what is not listed has no document at all."""
    return ServiceAtLocation.objects.listed().select_related(
        "service__organization", "location__area"
    )


def tell_place(place):
    service = place.service
    where = place.location.town
    runs_it = service.organization.name
    line = ", ".join(dict.fromkeys(some for some in (runs_it, where) if some != service.name))
    return Told(service.name, place.get_absolute_url(), line.strip(", "), [where])


def senders_without_a_place():
    return without_a_place().select_related("organization").prefetch_related("needs")


def tell_sender(service):
    runs_it = service.organization.name
    line = where_words(service.mail_states)
    about = [gettext("By mail"), *([runs_it] if runs_it != service.name else [])]
    needs = [need.pk for need in service.needs.all()]
    return Told(service.name, service.get_absolute_url(), line, about, needs)


def register_all():
    register(Kind("need", _("Need"), 20, needs, tell_need))
    register(Kind("line", _("Help line"), 30, lines, tell_line))
    register(Kind("mail", _("By mail"), 80, senders_without_a_place, tell_sender))
    register(Kind("place", _("Place"), 90, places, tell_place))
