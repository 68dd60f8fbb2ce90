"""Places as a text message: the nearest few of a list, or one, to be sent from the reader's phone.

Read from the cards as the reader sees them, so that a text says no more of a place than its card
does, and in the same language. Pure but for the site's own address and the day.
Nothing is sent from here.
"""

import re
from html import unescape
from urllib.parse import quote

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from hrapp.languages import in_spanish_address
from hrapp.phrases import translates

from .cards import GAP, sure_words
from .clock_words import date_words, short_day_name

LONGEST = 480  # letters: three to four texts of the old kind; more than that is not read
PLACES = 3
LONGEST_NAME, LONGEST_WHERE, LONGEST_STATE = 60, 70, 60
NAME, NUMBER = (
    re.compile(r"<h2[^>]*><a[^>]*>(.*?)</a>"),
    re.compile(r"<bdi>(.*?)</bdi>(.*?)</span>"),
)
PARAGRAPH = re.compile(r"<p[^>]*>(.*?)</p>")
WARNING = re.compile(r'<p class="warn">(.*?)</p>')
# Letters outside the old alphabet of texts make each part half as long; these have a plain twin.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\xa0": " "})


def sms(body):
    """A link that opens the phone's messages with this written, to nobody yet.

    "?&" is read by both: Android takes what stands after "?", an iPhone what stands after "&".
    """
    return f"sms:?&body={quote(body, safe='')}"


def list_link(cards, address):
    """Cards told to a reader (telling.Told), nearest first, and the list's address -> a link."""
    return sms(written([of_card(card) for card in cards[:PLACES]], address))


def place_link(name, places, address, sure, doubt=""):
    """A service's name, its places (cards.whole), how sure we are, and who told us otherwise."""
    told = [
        lines(
            name,
            number_of(place["phone"]),
            place["state"],
            ["" if sure.level == "fresh" else sure_words(sure, bool(place["phone"])), doubt],
            place["where"],
        )
        for place in places[:PLACES]
    ]
    return sms(written(told, address))


def of_card(card):
    _start, heading, where, rest = card.parts.split(GAP)
    number = NUMBER.search(rest)
    return lines(
        text_of(NAME.search(heading)[1]),
        text_of(" ".join(number.groups())) if number else "",
        text_of(PARAGRAPH.search(card.line)[1]),
        [text_of(said) for said in WARNING.findall(card.sure)],
        text_of(PARAGRAPH.search(where)[1]),
    )


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def number_of(phone):
    if not phone:
        return ""
    return f"{phone[1]} {gettext('ext.')} {phone[2]}" if phone[2] else phone[1]


def lines(name, number, state, warnings, where):
    """One place: who and how to call, whether it is open, how sure that is, where."""
    call = f"{shortened(name, LONGEST_NAME)}: {number}" if number else shortened(name, LONGEST_NAME)
    known = " ".join(shortened(said, LONGEST_STATE) for said in (full(state), *warnings) if said)
    return "\n".join(filter(None, [call, known, shortened(where, LONGEST_WHERE)]))


def full(words):
    """ "Open until 5 pm" -> a sentence, for another may follow."""
    return words if not words or words.endswith((".", "?", "!")) else f"{words}."


def shortened(text, most):
    return text if len(text) <= most else f"{text[: most - 3].rsplit(' ', 1)[0]}..."


def written(places, address):
    """As many whole places as fit, the first at least; the day, since "open" is true of that day
    alone; then where there is more, if that fits."""
    today = timezone.localdate()
    day = f"{short_day_name(today.weekday())} {date_words(today, today=today)}"
    as_of = gettext("As of %s.") % day
    body, link = "", settings.SITE_URL + (in_spanish_address(address) if translates() else address)
    for place in places:
        longer = f"{body}\n\n{place}".strip().translate(PLAIN)
        if body and len(longer) + len(as_of) + 2 > LONGEST:
            break
        body = longer
    body = f"{body}\n\n{as_of}"
    whole = f"{body}\n{link}"
    return whole if len(whole) <= LONGEST else body
