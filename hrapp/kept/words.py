"""What is written down of needs, and of where a ZIP is."""

from .table import table

WORDS = [
    table(
        "Kinds of needs",
        "Such as “Body care”.",
        "resources.NeedGroup",
        "slug label order",
    ),
    table(
        "Needs", "Such as “Wound care”.", "resources.Need", "id group label plain icon order ask_at"
    ),
    table(
        "Other words for needs",
        "So that you can say it your way.",
        "resources.NeedSynonym",
        "id need words key",
    ),
    table(
        "Search words that came with the site",
        "So that a word staff took away stays away.",
        "resources.ShippedWords",
        "slug words",
    ),
    table(
        "Who a place is for",
        "Such as “For youth”.",
        "resources.Audience",
        "slug label order search",
    ),
    table(
        "ZIP codes, cities, counties, states",
        "A list of all of them, the same for everybody. It is how we know where a ZIP is.",
        "resources.Area",
        "id slug kind name state also latitude longitude timezone key population",
    ),
    table(
        "Which list of ZIP codes",
        "Which one is loaded, and when.",
        "resources.GazetteerEdition",
        "id fingerprint loaded_at",
    ),
    table(
        "What you can search",
        "The same pages and places again, by their words. Not what you type.",
        "resources.Document",
        "id kind key language title text url title_key words made_by",
    ),
    table(
        "Words in them",
        "So that a slip in a word can be mended.",
        "resources.Word",
        "word first length letters count",
    ),
]
