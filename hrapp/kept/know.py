"""What is written down of what to know: the handout, guides, cases, alerts and laws."""

from .table import table

KNOW = [
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
        "number text plain practice needs guides cases checked_on review_due edition sources",
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
    table(
        "Alerts",
        "What was found in drugs, where and when, and what to do.",
        "principles.Alert",
        "id found area is_everywhere found_on what_to_do expires_on sources checked_on"
        " review_due edition",
    ),
    table(
        "Laws of states",
        "Which states, and when they were checked.",
        "principles.StateLaw",
        "code name checked_on review_due edition",
    ),
    table(
        "Laws of states: what they say",
        "Each with its sources and its day.",
        "principles.LawClaim",
        "id law topic text sources as_of review_due",
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
    table(
        "Cases",
        "Such as Jessica’s story.",
        "principles.CaseStudy",
        "id slug order title person story credit prompt note last_words checked_on review_due"
        " edition",
    ),
    table(
        "Cases: clues",
        "What a story says, and what it does not.",
        "principles.Clue",
        "id case order lens kind text quote",
    ),
    table(
        "Cases: what could go wrong",
        "Each with its sources.",
        "principles.Harm",
        "id case order lens title plain severity is_strength sources helps",
    ),
    table(
        "Cases: what could help",
        "Who can do it, and when.",
        "principles.Intervention",
        "id case order text when who grade sources needs",
    ),
    table("Cases: needs", "In which order.", "principles.CaseNeed", "id case order need"),
    table(
        "Cases: first words",
        "What a peer can say in a minute.",
        "principles.FirstWord",
        "id case order say why needs",
    ),
]
