"""Sessions, sign-in, form tokens and messages: for staff alone; a reader's request passes by.

Readers have no cookie, so there is nothing here for them to do; passing by also saves each page
the time. A reader's view that ever writes must guard itself: no token is asked for there.
Imports nothing of ours.
"""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.middleware.csrf import CsrfViewMiddleware


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
