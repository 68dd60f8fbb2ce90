"""What staff do with a draft besides writing it: see it in the real page, publish it, compare
versions, bring one back, take a page off the site. One function each, given the admin's screen.
"""

from copy import copy
from functools import wraps

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from . import publishing
from .comparing import by_words, differences, in_words
from .languages import PREFIX, with_the_way_across
from .models import Version
from .pages import keeping_nothing


def urls_for(screen):
    """The addresses under one thing's screen, each asking who may."""
    views = {
        "preview": preview,
        "preview/<slug:which>": preview,
        "publish": publish,
        "take-off": take_off,
        "history": history,
        "version/<int:number>": version,
        "version/<int:number>/preview": preview,
        "version/<int:number>/preview/<slug:which>": preview,
        "version/<int:number>/bring-back": bring_back,
    }
    return [
        path(f"<str:key>/{end}/", screen.admin_site.admin_view(for_thing(screen, view)))
        for end, view in views.items()
    ]


def for_thing(screen, view):
    """Gives the view its thing: 404 when there is none, 403 for who may not change it."""

    @wraps(view)
    def found(request, key, **named):
        thing = screen.get_object(request, key)
        if thing is None:
            raise Http404
        if not screen.has_change_permission(request, thing):
            raise PermissionDenied
        return view(request, screen, thing, **named)

    return found


def numbered(thing, number):
    return get_object_or_404(Version.objects.of(thing), number=number)


@require_safe
def preview(request, screen, thing, number=None, which="all"):
    """The reader's own page, made while the rows stand as in the draft, and kept nowhere."""
    shown = numbered(thing, number) if number else publishing.latest(thing)
    if shown is None:
        raise Http404
    with publishing.as_if(shown) as drafted, keeping_nothing():
        pages, called = drafted.reader_pages(), str(drafted)
        if which not in pages:
            raise Http404
        page = as_a_reader_gets_it(request, pages[which])
    told = {"version": shown, "called": called, "address": pages[which]}
    told |= {"is_seen": thing.edition == shown.number, "here": screen.address_of(thing, ends="")}
    others = {name: address for name, address in pages.items() if name != which}
    strip = render_to_string("admin/drafts/_strip.html", {**told, "others": others})
    body = page.content.decode().replace("</header>", f"</header>{strip}", 1)
    return HttpResponse(body, headers={"Cache-Control": "no-store"})


def as_a_reader_gets_it(request, address):
    found = resolve(address)
    reader = copy(request)
    reader.method, reader.user = "GET", AnonymousUser()
    reader.path = reader.path_info = address
    page = found.func(reader, *found.args, **found.kwargs)
    page = page.render() if hasattr(page, "render") else page
    return with_the_way_across(reader, page, PREFIX)


@require_POST
def publish(request, screen, thing):
    draft = version_looked_at(request, thing)
    if not request.user.has_perm("hrapp.publish"):
        raise PermissionDenied
    try:
        if draft is None:
            raise publishing.NotYet([_("There is no draft to publish.")])
        publishing.publish(draft, by=request.user)
    except publishing.NotYet as not_yet:
        for reason in not_yet.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("Published. Readers see it now."))
    return HttpResponseRedirect(screen.address_of(thing))


def version_looked_at(request, thing):
    """The one that the button named: what somebody saved meanwhile, nobody else has seen."""
    if (number := request.POST.get("number")) is None:
        return publishing.draft_of(thing)
    return Version.objects.of(thing).numbered(number).first()


@require_POST
def take_off(request, screen, thing):
    try:
        publishing.take_off(thing)
    except publishing.NotYet as not_yet:
        for reason in not_yet.reasons:
            messages.error(request, reason)
    else:
        words = _("Readers do not see it any more. To show it again, publish it.")
        messages.success(request, words)
    return HttpResponseRedirect(screen.address_of(thing))


@require_safe
def history(request, screen, thing):
    versions = Version.objects.of(thing).newest_first().select_related("made_by", "published_by")
    return page(request, screen, thing, "history", {"versions": versions})


@require_safe
def version(request, screen, thing, number):
    """One version beside the one before it, word by word."""
    shown = numbered(thing, number)
    before = Version.objects.of(thing).filter(number__lt=number).newest_first().first()
    changed = differences(before.content if before else [], shown.content)
    told = [(in_words(*one), by_words(*one[1:])) for one in changed]
    told = {"version": shown, "changed": told, "pages": thing.reader_pages()}
    return page(request, screen, thing, "version", told)


@require_POST
def bring_back(request, screen, thing, number):
    old = numbered(thing, number)
    why = _("Version %d, brought back") % old.number
    publishing.keep(old.content, by=request.user, why=why)
    messages.success(request, _("It is the draft now. Look at it, then publish it."))
    return HttpResponseRedirect(screen.address_of(thing))


def page(request, screen, thing, name, told):
    context = {
        **screen.admin_site.each_context(request),
        "opts": screen.opts,
        "thing": thing,
        "title": str(thing),
        "here": screen.address_of(thing, ends=""),
        **told,
    }
    return TemplateResponse(request, f"admin/drafts/{name}.html", context)
