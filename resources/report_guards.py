"""May this have been sent from our own page, by a person? Asked without a cookie or a name.

Lives here: where it came from, how old the page is, the trap for machines, and the network that a
limit is for. The limit itself is resources.senders'.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, Signer

from .senders import network_of

# A person needs longer to read the page; nobody leaves it open for more than a day.
LEAST_SECONDS, MOST_SECONDS = 3, 24 * 60 * 60
FROM_HERE = {"same-origin", "none"}
# A field that nobody sees and no phone fills in by itself.
TRAP = "more"

signer = Signer(salt="resources.report")


def came_from_here(request):
    """As the browser says. Old ones do not say "Sec-Fetch-Site", and the oldest no "Origin"."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said in FROM_HERE
    page = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(page).netloc.lower() == request.get_host().lower()
    except ValueError:
        return False


def token(service_id, now):
    """What the page about this listing carries: when it was made, and nothing of who reads it."""
    return signer.sign(f"{service_id.hex} {now.timestamp():.1f}")


def age(sent, service_id, now):
    """Seconds since the page was made; None when it is not a token of ours for this listing."""
    try:
        listing, made = signer.unsign(sent).split(" ")
        return now.timestamp() - float(made) if listing == service_id.hex else None
    except (BadSignature, ValueError):
        return None


def network(request):
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # The last is what the proxy saw; those before it anybody can make up.
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
        address = forwarded or address
    return network_of(address)
