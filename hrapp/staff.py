"""Sessions, sign-in and messages: for staff alone. A reader's request passes them all by.

Readers have no cookie, so there is nothing here for them to do; passing by also saves each page
the time. Form tokens are checked everywhere, by Django's own. Imports nothing of ours.
"""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware


class ForStaff:
    def __call__(self, request):
        if request.path.startswith("/admin/"):
            return super().__call__(request)
        return self.get_response(request)


class StaffSession(ForStaff, SessionMiddleware):
    pass


class StaffSignIn(ForStaff, AuthenticationMiddleware):
    pass


class StaffMessages(ForStaff, MessageMiddleware):
    pass
