"""All that the site writes down: every log, every table and every field of it.

The privacy page shows these lists, and a test compares them with the code and the models, so that
a new log or field fails until it is named here in a reader's words. Imports nothing of ours.
"""

from django.utils.translation import gettext_lazy as _

from .kept_kinds import Log, table

LOGS = [
    Log(
        _("Pages that broke"),
        _("What kind of error it was, and the line of our code."),
        ("django", "hrapp.lost", ""),
    ),
    Log(
        _("Requests we turned down"),
        _("A number that says why, such as 404. Not who asked, or for what."),
        ("django.request", "django.security", "django.server", "asyncio"),
    ),
    Log(_("The server"), _("When it starts and stops."), ("granian", "_granian")),
    Log(_("Warnings"), _("The line of our code that may need work."), ("py.warnings",)),
]

PLACES = [
    table(
        _("Groups that run places"),
        _("Their name and website."),
        "resources.Organization",
        "id name description website upstream upstream_key",
    ),
    table(
        _("What they offer"),
        _("What you can get, what is asked at the door, and when it was last checked."),
        "resources.Service",
        "id organization name description website status needs audiences cost cost_note"
        " id_required insurance intake delivery by_mail mail_states syringe_model names_asked"
        " police sobriety languages accessibility allows contact_by min_age max_age minors_note"
        " last_verified verified_by do_not_list upstream upstream_key upstream_year",
    ),
    table(
        _("Where they are"),
        _("The address, or only the area."),
        "resources.Location",
        "id name address_1 address_2 city state postal_code country latitude longitude timezone"
        " visibility area upstream upstream_key",
    ),
    table(
        _("What is where"),
        _("Which place offers what."),
        "resources.ServiceAtLocation",
        "id service location",
    ),
    table(
        _("Hours"),
        _("When a place is open."),
        "resources.Schedule",
        "id service_at_location opening_hours note",
    ),
    table(
        _("Phones"),
        _("The numbers of places."),
        "resources.Phone",
        "id number extension type description order organization service location "
        "service_at_location",
    ),
    table(
        _("Help lines"),
        _("Their numbers, and who checked them."),
        "resources.HelpLine",
        "id name tel sms sms_words website what_it_does spots_while_using sends_help languages"
        " hours source source_date tested_on tested_by is_down order needs",
    ),
    table(
        _("Lists we took places from"),
        _("Who made each list, and when."),
        "resources.Upstream",
        "slug name publisher licence year url note fingerprint",
    ),
    table(
        _("Index of places"),
        _("The same places again, in an order that is quick to search."),
        "resources.NearbyPlace",
        "id need band x y z place",
    ),
    table(
        _("Cards of places"),
        _("The same places again, as the lists show them."),
        "resources.PlaceCard",
        "place parts needs hours zone checked how moves has_phone made_by",
    ),
]

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
        _("The handout"),
        _("Its words, and our plain lines."),
        "principles.Passage",
        "id part number text plain checked_on review_due edition sources",
    ),
    table(
        _("The 8 principles"),
        _("Their words, and our plain lines."),
        "principles.Principle",
        "number text plain practice needs guides cases checked_on review_due edition sources",
    ),
    table(
        _("Where our facts come from"),
        _("Who said it, and when."),
        "principles.Source",
        "key title publisher dated url grade checked_on",
    ),
    table(
        _("Guides"),
        _("What each is for, and when it was checked."),
        "principles.Guide",
        "id slug order title purpose is_emergency card_title card_warn needs see checked_on"
        " review_due edition signed_off_by signed_off_on",
    ),
    table(
        _("Alerts"),
        _("What was found in drugs, where and when, and what to do."),
        "principles.Alert",
        "id found area is_everywhere found_on what_to_do expires_on sources checked_on"
        " review_due edition",
    ),
    table(
        _("Laws of states"),
        _("Which states, and when they were checked."),
        "principles.StateLaw",
        "code name checked_on review_due edition",
    ),
    table(
        _("Laws of states: what they say"),
        _("Each with its sources and its day."),
        "principles.LawClaim",
        "id law topic text sources as_of review_due",
    ),
    table(_("Guides: what to do now"), _("The steps."), "principles.Step", "id guide order do how"),
    table(
        _("Guides: facts"),
        _("Each with its sources."),
        "principles.Fact",
        "id guide order kind text sources",
    ),
    table(
        _("Guides: more parts"),
        _("Such as “No phone?”."),
        "principles.Fold",
        "id guide order summary text is_open sources",
    ),
    table(
        _("Guides: strips"),
        _("How each brand is used and read."),
        "principles.Strip",
        "id guide order brand tests_for how reads sources",
    ),
    table(
        _("Cases"),
        _("Such as Jessica’s story."),
        "principles.CaseStudy",
        "id slug order title person story credit prompt note last_words checked_on review_due"
        " edition",
    ),
    table(
        _("Cases: clues"),
        _("What a story says, and what it does not."),
        "principles.Clue",
        "id case order lens kind text quote",
    ),
    table(
        _("Cases: what could go wrong"),
        _("Each with its sources."),
        "principles.Harm",
        "id case order lens title plain severity is_strength sources helps",
    ),
    table(
        _("Cases: what could help"),
        _("Who can do it, and when."),
        "principles.Intervention",
        "id case order text when who grade sources needs",
    ),
    table(_("Cases: needs"), _("In which order."), "principles.CaseNeed", "id case order need"),
    table(
        _("Cases: first words"),
        _("What a peer can say in a minute."),
        "principles.FirstWord",
        "id case order say why needs",
    ),
]

WORDS += [
    table(
        _("Texts in other languages"),
        _("Our words in Spanish, and who read them over."),
        "hrapp.Phrase",
        "id language english digest said reviewed_by reviewed_on held_back changed_by changed_at",
    ),
]

STAFF = [
    table(
        _("Versions"),
        _("Every text that staff saved, who saved it and when."),
        "hrapp.Version",
        "id kind key number content made_by made_at why published_by published_at",
    ),
    table(
        _("Staff"),
        _("Their names, email and a scrambled password."),
        "auth.User",
        "id password last_login is_superuser username first_name last_name email is_staff"
        " is_active date_joined groups user_permissions",
    ),
    table(_("Staff groups"), _("Who may do what."), "auth.Group", "id name permissions"),
    table(
        _("What staff may do"),
        _("A list of acts, such as “change a place”."),
        "auth.Permission",
        "id name content_type codename",
    ),
    table(
        _("Staff signed in"),
        _("Who of the staff is signed in now, and until when."),
        "sessions.Session",
        "session_key session_data expire_date",
    ),
    table(
        _("What staff changed"),
        _("Who changed what, and when."),
        "admin.LogEntry",
        "id action_time user content_type object_id object_repr action_flag change_message",
    ),
    table(
        _("Names of these tables"),
        _("The database’s own list of them."),
        "contenttypes.ContentType",
        "id app_label model",
    ),
    table(
        _("Steps that built these tables"),
        _("Which have been done, and when."),
        "migrations.Migration",
        "id app name applied",
    ),
]

# In the order the privacy page tells them.
STORED = [
    (_("Places"), PLACES),
    (_("Words"), WORDS),
    (_("Staff"), STAFF),
]
