"""Sessions, sign-in, form tokens and messages: for staff alone; a reader's request passes by.

Readers have no cookie, so there is nothing here for them to do; passing by also saves each page
the time. A reader's view that ever writes must guard itself: no token is asked for there.
Imports nothing of ours.
"""

import re

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import BadRequest, ValidationError
from django.middleware.csrf import CsrfViewMiddleware


class NoSuchChoice(BadRequest):
    """A list was asked to do what it does not offer, or with things that cannot be there."""


def is_for_staff(request):
    return request.path.startswith("/admin/")


class ForStaff:
    def __call__(self, request):
        if is_for_staff(request):
            return super().__call__(request)
        return self.get_response(request)


class StaffSession(ForStaff, SessionMiddleware):
    pass


class StaffForms(ForStaff, CsrfViewMiddleware):
    def process_view(self, request, *view):
        # Else a PUT to a page for reading would be refused as a forgery, not as a wrong method.
        return super().process_view(request, *view) if is_for_staff(request) else None


class StaffSignIn(ForStaff, AuthenticationMiddleware):
    pass


class StaffMessages(ForStaff, MessageMiddleware):
    pass


class StaffChoices(ForStaff):
    """Bulk actions are taken as a list offers them; Django breaks on made-up ones."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        admin = getattr(view, "model_admin", None)
        is_a_list = admin and request.resolver_match.url_name.endswith("_changelist")
        # Who is not signed in is sent to do so.
        if is_a_list and request.method == "POST" and request.user.is_staff:
            refuse_made_up(request, admin)


def refuse_made_up(request, admin):
    wanted = [action for action in request.POST.getlist("action") if action]
    offered = admin.get_actions(request) if wanted else {}
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME) if wanted else []
    if admin.list_editable:
        row = re.compile(rf"form-\d+-{admin.model._meta.pk.name}")
        chosen += [request.POST[name] for name in request.POST if row.fullmatch(name)]
    made_up = [action for action in wanted if action not in offered]
    if made_up or not all(can_be_key(admin.model, key) for key in chosen):
        raise NoSuchChoice


def can_be_key(model, sent):
    try:
        model._meta.pk.clean(sent, None)
    except (ValidationError, ValueError):
        return False
    return "\0" not in sent
