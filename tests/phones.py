"""A phone in a person's hand, for the tests: a page of a real Chromium, and a count of taps.

The fixtures that hand these out are in conftest.py.
"""

import time
from urllib.parse import urlsplit

# Long enough for a busy machine, short enough that a wrong name does not hold up the run.
PATIENCE_MS = 10_000
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def until(page, expression):
    """Waits for a JavaScript expression to hold.

    Not Playwright's wait_for_function: it evaluates a string inside the page now and then, and
    our Content-Security-Policy refuses that, as it should.
    """
    wait_for(page, lambda: page.evaluate(f"Boolean({expression})"), expression)


def wait_for(page, holds, what="it"):
    """Waits for a function of ours to hold, while the page goes on living."""
    give_up = time.monotonic() + PATIENCE_MS / 1000
    while not holds():
        assert time.monotonic() < give_up, f"waited in vain for {what}"
        page.wait_for_timeout(20)


class Phones:
    """Opens phones on one site and remembers what they asked the network for."""

    def __init__(self, browser, base_url):
        self.browser, self.base_url = browser, base_url
        self.contexts, self.requested, self.complaints = [], [], []

    def __call__(self, *, js=True, width=360, height=640, dark=False, **more):
        """A fresh page, with no history; `more` goes to Playwright's new_context."""
        context = self.browser.new_context(
            base_url=self.base_url,
            java_script_enabled=js,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **{"has_touch": True, "is_mobile": True} | more,
        )
        context.set_default_timeout(PATIENCE_MS)
        context.on("request", lambda request: self.requested.append(request.url))
        context.on("console", self._listen)
        context.on("weberror", lambda fault: self.complaints.append(str(fault.error)))
        self.contexts.append(context)
        return context.new_page()

    @property
    def strangers(self):
        """Hosts that were asked for anything, other than this machine."""
        hosts = {urlsplit(url).hostname for url in self.requested if url.startswith("http")}
        return sorted(host for host in hosts if host and host not in LOOPBACK)

    def put_away(self):
        for context in self.contexts:
            context.close()

    def _listen(self, message):
        if message.type == "error":
            self.complaints.append(message.text)


class Taps:
    """Taps things by the name a screen reader says, and counts: a life can hang on the number."""

    def __init__(self):
        self.count = 0

    def __call__(self, page, role, name, *, exact=False, nth=0):
        """Tap the first (or nth, from 0) `role` ("link", "button") called `name`."""
        page.get_by_role(role, name=name, exact=exact).nth(nth).click()
        self.count += 1
