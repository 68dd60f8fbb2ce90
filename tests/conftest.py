"""What every test stands on: the quick settings, a closed network, a Chromium, phones.

`make test` (tests/engines) runs all of it on both databases; `python -m pytest` alone runs on
whatever DATABASE_URL names, else on SQLite in memory. Fixtures that make places are not here.
"""

import os
import socket

import pytest

from tests.engines import EngineMissing, chromium
from tests.phones import LOOPBACK, Phones, Taps


def pytest_configure(config):
    """Settings that only make tests quicker, or that need no `collectstatic`."""
    from django.conf import settings

    # Playwright runs a loop in the test's own thread, and Django would refuse the database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_kept():
    """Pages of content are kept by their edition; each test begins with editions of its own.
    Who sent reports is known for a day; each test begins a day."""
    from hrapp import pages
    from resources.reporting import senders

    pages.rendered.forget()
    senders.begin(None)


class NetworkUsed(AssertionError):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Nothing leaves this machine: a test that needs the world proves nothing on a bad day."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, only_loopback(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", only_known_names(socket.getaddrinfo))
        yield


def only_loopback(real):
    def guarded(self, address):
        if self.family != socket.AF_UNIX:
            refuse_unless_loopback(address[0])
        return real(self, address)

    return guarded


def only_known_names(real):
    def guarded(host, *args, **kwargs):
        refuse_unless_loopback(host.decode() if isinstance(host, bytes) else host)
        return real(host, *args, **kwargs)

    return guarded


def refuse_unless_loopback(host):
    if host not in LOOPBACK | {None, "", "0.0.0.0", "::", socket.gethostname()}:
        raise NetworkUsed(f"A test tried to reach {host}. Tests use no network.")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for a whole worker. A missing one fails: it is never a reason to skip."""
    from playwright.sync_api import sync_playwright

    try:
        path, _ = chromium.find_or_install()
    except EngineMissing as missing:
        pytest.fail(str(missing))
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield running
        running.close()


@pytest.fixture
def phone(browser, live_server):
    """`phone(js=True, width=360, height=640, dark=False)`: a page on a person's phone.

    `phone.requested` is every address asked for, `phone.strangers` the hosts that are not ours,
    `phone.complaints` what the console called an error (a blocked script, a broken style).
    """
    phones = Phones(browser, live_server.url)
    yield phones
    phones.put_away()


@pytest.fixture
def page(phone):
    """One phone with JavaScript on."""
    return phone()


@pytest.fixture
def tap():
    """`tap(page, "link", "Find help")` taps it; `tap.count` is how often so far."""
    return Taps()


@pytest.fixture
def taps(tap):
    """The same counter by its other name, for reading: `assert taps.count <= 4`."""
    return tap
