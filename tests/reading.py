"""A page as a person reads it, for the tests: its words, its list of places, its buttons.

Lives here: reading answers. What is in the database is given.py's; a real browser is phones.py's.
"""

from uuid import UUID

from bs4 import BeautifulSoup


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def words(thing):
    """The words of a response or of a part of a page, with single spaces."""
    part = thing if hasattr(thing, "get_text") else page(thing).main or page(thing)
    return " ".join(part.get_text(" ").split())


def cards(response):
    """The places of the list, in order: the `li` of each."""
    return page(response).select("#results-list > li")


def names(response):
    return [card.select_one("h2").get_text() for card in cards(response)]


def maybe_names(response):
    """Places shown apart, that may match."""
    return [one.get_text() for one in page(response).select("ol:not(#results-list) > li h2")]


def ids(response):
    """The ids of the places in the list. Each is a whole uuid, or this raises."""
    return [UUID(card["id"].removeprefix("place-")) for card in cards(response)]


def button(response, says):
    """The (name, value) of a button, as the form would post them; None when there is no such."""
    for one in page(response).select("button"):
        if words(one) == says:
            return one.get("name"), one.get("value")
    return None


def box(response, name):
    """What stands in a box of the form."""
    return page(response).select_one(f"input[name={name}]").get("value", "")


def ticked(response):
    """(name, value) of all that is ticked."""
    return [
        (one["name"], one.get("value", "on")) for one in page(response).select("input[checked]")
    ]


def says_the_way_on(response):
    """A page nobody is left alone on: one heading, what to do now, Find, Leave; on one that
    refuses, 911 too, and either the form to ask again or the help lines."""
    shown = page(response)
    links = {link.get("href") for link in shown.select("a")}
    asks_again = shown.select_one("form[action='/find/']") is not None
    return (
        len(shown.select("h1")) == 1
        and shown.h1.get_text(strip=True) != ""
        and {"/now/", "/find/", "/exit/"} <= links
        and (response.status_code == 200 or "tel:911" in links)
        and (response.status_code == 200 or asks_again or "/lines/" in links)
    )


def links(response):
    """Addresses of the links in the page itself, in order."""
    return [link.get("href") for link in page(response).main.select("a")]
