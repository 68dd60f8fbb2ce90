"""Who sent how many reports today, without knowing who: pure, the day is an argument.

A network is known by a keyed hash, in memory alone; the key is made anew each day and each start,
and nothing of it is ever written down. It is let go a day later, though nobody sends any more.
Not here: what a report is (resources.reporting).

The limits are soft and wide, for a shelter is one network: 40 a day is more than a team of
outreach workers could walk to, and few enough for staff to read. Of one listing 8 are plenty:
those of one network count as one voice that day, whoever they are. Each process counts for itself.
"""

import ipaddress
import secrets
from collections import Counter
from hashlib import blake2b
from threading import RLock, Timer

MOST_A_DAY = 40
MOST_OF_ONE_LISTING = 8
# So many networks are remembered. Past it the day begins anew, so that memory cannot be filled.
MOST_REMEMBERED = 50_000
A_DAY = 24 * 60 * 60  # seconds


class TooMany(Exception):
    """`of_one_listing`: it was sent enough of that one; else of all."""

    def __init__(self, *, of_one_listing):
        self.of_one_listing = of_one_listing


class Senders:
    """Today's. To be used with its `lock` held from the question until what it is asked for."""

    def __init__(self):
        self.lock = RLock()
        self.ends = None
        self.begin(None)

    def begin(self, day):
        self.day, self.key = day, secrets.token_bytes(32)
        self.sent = Counter()  # by mark, and by (mark, listing)
        self.heard = {}  # (listing, kind) -> {report: mark}
        if self.ends:
            self.ends.cancel()
        self.ends = day and self.forget_in(A_DAY)

    def forget_in(self, seconds):
        timer = Timer(seconds, self.forget)
        timer.daemon = True
        timer.start()
        return timer

    def forget(self):
        with self.lock:
            self.begin(None)

    def mark(self, network, today):
        """A network as nobody can read it, the same for one day in one process."""
        if today != self.day or len(self.sent) > MOST_REMEMBERED:
            self.begin(today)
        return blake2b(network.encode(), key=self.key, digest_size=16).digest()

    def count(self, mark, listing):
        """One more of this listing from this network. Raises TooMany, and counts no further."""
        if self.sent[mark] >= MOST_A_DAY:
            raise TooMany(of_one_listing=False)
        if self.sent[mark, listing] >= MOST_OF_ONE_LISTING:
            raise TooMany(of_one_listing=True)
        self.sent.update([mark, (mark, listing)])

    def remember(self, mark, listing, kind, report):
        self.heard.setdefault((listing, kind), {})[report] = mark

    def own(self, mark, listing, kind):
        """Reports of this kind that the same network sent today."""
        heard = self.heard.get((listing, kind), {})
        return [report for report, sent_by in heard.items() if sent_by == mark]

    def are_others(self, mark, listing, kind, reports):
        """True when each of these is known to be from another network than this."""
        heard = self.heard.get((listing, kind), {})
        return all(heard.get(report, mark) != mark for report in reports)


def network_of(address):
    """An address -> what one household or shelter shares: of IPv6 the first half."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((int(parsed), 64), strict=False).network_address)
