"""All that the site writes down: every log, every table and every field of it.

The privacy page shows these lists, and a test compares them with the code and the models, so that
a new log or field fails until it is named here in a reader's words. Imports nothing of ours.
"""

from typing import NamedTuple


class Log(NamedTuple):
    name: str  # plain, as the privacy page shows it
    words: str
    loggers: tuple  # whose lines these are; "" is whatever has no line of its own


class Table(NamedTuple):
    name: str
    words: str
    model: str  # Django's label of it
    fields: tuple

    @property
    def fields_in_words(self):
        return ", ".join(self.fields).replace("_", " ")


def table(name, words, model, fields):
    return Table(name, words, model, tuple(fields.split()))


LOGS = [
    Log(
        "Pages that broke",
        "What kind of error it was, and the line of our code.",
        ("django", "hrapp.lost", ""),
    ),
    Log(
        "Requests we turned down",
        "A number that says why, such as 404. Not who asked, or for what.",
        ("django.request", "django.security", "django.server", "asyncio"),
    ),
    Log("The server", "When it starts and stops.", ("granian", "_granian")),
    Log("Warnings", "The line of our code that may need work.", ("py.warnings",)),
]

PLACES = [
    table(
        "Groups that run places",
        "Their name and website.",
        "resources.Organization",
        "id name description website upstream upstream_key",
    ),
    table(
        "What they offer",
        "What you can get, what is asked at the door, and when it was last checked.",
        "resources.Service",
        "id organization name description website status needs audiences cost cost_note"
        " id_required insurance intake delivery by_mail mail_states syringe_model names_asked"
        " police sobriety languages accessibility allows contact_by min_age max_age minors_note"
        " last_verified verified_by do_not_list upstream upstream_key upstream_year",
    ),
    table(
        "Where they are",
        "The address, or only the area.",
        "resources.Location",
        "id name address_1 address_2 city state postal_code country latitude longitude timezone"
        " visibility area upstream upstream_key",
    ),
    table(
        "What is where",
        "Which place offers what.",
        "resources.ServiceAtLocation",
        "id service location",
    ),
    table(
        "Hours",
        "When a place is open.",
        "resources.Schedule",
        "id service_at_location opening_hours note",
    ),
    table(
        "Phones",
        "The numbers of places.",
        "resources.Phone",
        "id number extension type description order organization service location "
        "service_at_location",
    ),
    table(
        "Help lines",
        "Their numbers, and who checked them.",
        "resources.HelpLine",
        "id name tel sms sms_words website what_it_does spots_while_using sends_help languages"
        " hours source source_date tested_on tested_by is_down order needs",
    ),
    table(
        "Lists we took places from",
        "Who made each list, and when.",
        "resources.Upstream",
        "slug name publisher licence year url note fingerprint",
    ),
    table(
        "Index of places",
        "The same places again, in an order that is quick to search.",
        "resources.NearbyPlace",
        "id need band x y z place",
    ),
    table(
        "Cards of places",
        "The same places again, as the lists show them.",
        "resources.PlaceCard",
        "place parts needs hours zone checked how moves has_phone made_by",
    ),
]

WORDS = [
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
        "The handout",
        "Its words, and our plain lines.",
        "principles.Passage",
        "id part number text plain checked_on review_due edition sources",
    ),
    table(
        "The 8 principles",
        "Their words, and our plain lines.",
        "principles.Principle",
        "number text plain practice needs guides checked_on review_due edition sources",
    ),
    table(
        "Where our facts come from",
        "Who said it, and when.",
        "principles.Source",
        "key title publisher dated url grade checked_on",
    ),
    table(
        "Guides",
        "What each is for, and when it was checked.",
        "principles.Guide",
        "id slug order title purpose is_emergency card_title card_warn needs see checked_on"
        " review_due edition signed_off_by signed_off_on",
    ),
    table("Guides: what to do now", "The steps.", "principles.Step", "id guide order do how"),
    table(
        "Guides: facts",
        "Each with its sources.",
        "principles.Fact",
        "id guide order kind text sources",
    ),
    table(
        "Guides: more parts",
        "Such as “No phone?”.",
        "principles.Fold",
        "id guide order summary text is_open sources",
    ),
    table(
        "Guides: strips",
        "How each brand is used and read.",
        "principles.Strip",
        "id guide order brand tests_for how reads sources",
    ),
]

STAFF = [
    table(
        "Versions",
        "Every text that staff saved, who saved it and when.",
        "hrapp.Version",
        "id kind key number content made_by made_at why published_by published_at",
    ),
    table(
        "Staff",
        "Their names, email and a scrambled password.",
        "auth.User",
        "id password last_login is_superuser username first_name last_name email is_staff"
        " is_active date_joined groups user_permissions",
    ),
    table("Staff groups", "Who may do what.", "auth.Group", "id name permissions"),
    table(
        "What staff may do",
        "A list of acts, such as “change a place”.",
        "auth.Permission",
        "id name content_type codename",
    ),
    table(
        "Staff signed in",
        "Who of the staff is signed in now, and until when.",
        "sessions.Session",
        "session_key session_data expire_date",
    ),
    table(
        "What staff changed",
        "Who changed what, and when.",
        "admin.LogEntry",
        "id action_time user content_type object_id object_repr action_flag change_message",
    ),
    table(
        "Names of these tables",
        "The database’s own list of them.",
        "contenttypes.ContentType",
        "id app_label model",
    ),
    table(
        "Steps that built these tables",
        "Which have been done, and when.",
        "migrations.Migration",
        "id app name applied",
    ),
]

# In the order the privacy page tells them.
STORED = [
    ("Places", PLACES),
    ("Words", WORDS),
    ("Staff", STAFF),
]
