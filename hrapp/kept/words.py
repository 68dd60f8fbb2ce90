"""What is written down of needs, and of where a ZIP is."""

from django.utils.translation import gettext_lazy as _

from .table import table

WORDS = [
    table(
        _("Kinds of needs"),
        _("Such as “Body care”."),
        "resources.NeedGroup",
        "slug label order",
    ),
    table(
        _("Needs"),
        _("Such as “Wound care”."),
        "resources.Need",
        "id group label plain icon order ask_at",
    ),
    table(
        _("Other words for needs"),
        _("So that you can say it your way."),
        "resources.NeedSynonym",
        "id need words key",
    ),
    table(
        _("Search words that came with the site"),
        _("So that a word staff took away stays away."),
        "resources.ShippedWords",
        "slug words",
    ),
    table(
        _("Who a place is for"),
        _("Such as “For youth”."),
        "resources.Audience",
        "slug label order search",
    ),
    table(
        _("ZIP codes, cities, counties, states"),
        _("A list of all of them, the same for everybody. It is how we know where a ZIP is."),
        "resources.Area",
        "id slug kind name state also latitude longitude timezone key population",
    ),
    table(
        _("Which list of ZIP codes"),
        _("Which one is loaded, and when."),
        "resources.GazetteerEdition",
        "id fingerprint loaded_at",
    ),
    table(
        _("What you can search"),
        _("The same pages and places again, by their words. Not what you type."),
        "resources.Document",
        "id kind key language title text url title_key words made_by",
    ),
    table(
        _("Words in them"),
        _("So that a slip in a word can be mended."),
        "resources.Word",
        "word first length letters count",
    ),
    table(
        _("Texts in other languages"),
        _("Our words in Spanish, and who read them over."),
        "hrapp.Phrase",
        "id language english digest said reviewed_by reviewed_on held_back changed_by changed_at"
        " is_of_one_person",
    ),
]
