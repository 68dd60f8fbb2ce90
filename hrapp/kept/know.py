"""What is written down of what to know: the handout, guides, cases, alerts and laws."""

from django.utils.translation import gettext_lazy as _

from .table import table

KNOW = [
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
