"""What is written down of places."""

from django.utils.translation import gettext_lazy as _

from .table import table

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
        " police sobriety wait for_others bags gender languages accessibility allows contact_by"
        " min_age max_age minors_note last_verified verified_by hours_checked_on do_not_list"
        " upstream upstream_key upstream_year",
    ),
    table(
        _("Checks of what they offer"),
        _("When one of us made sure of it, how, and who that was. Only staff see who."),
        "resources.Check",
        "id service checked_on how by hours phone still_there",
    ),
    table(
        _("Where they are"),
        _("The address, or only the area."),
        "resources.Location",
        "id name address_1 address_2 city state postal_code country latitude longitude timezone"
        " visibility area keeps_address upstream upstream_key",
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
        "id need band x y z leaves_on place",
    ),
    table(
        _("Cards of places"),
        _("The same places again, as the lists show them."),
        "resources.PlaceCard",
        "place parts needs hours zone checked hours_checked how moves has_phone doubted made_by",
    ),
    table(
        _("Reports"),
        _(
            "What is wrong with a place, the day we were told, and a note. Not who told us. "
            "We delete the note 90 days after we close the report. The rest stays."
        ),
        "resources.Report",
        "id service place kind note received_on own_voice outcome closed_at closed_by",
    ),
]
