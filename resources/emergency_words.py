"""Words that mean somebody may be dying, and those that only look like it. Pure; no database.

Lives here: the words themselves, in English and Spanish, and which of them, in what was typed,
mean something else. Not here: reading the rest (need_words.py). Staff cannot edit these away.
When in doubt it is an emergency: the page it leads to costs a moment, the other way a life.
"""

import re


def phrases_of(text):
    """One idea a line, its spellings between commas."""
    return frozenset(" ".join(some.split()) for some in re.split("[,\n]", text) if some.strip())


EMERGENCY = phrases_of(
    """
    overdose, overdosed, overdosing
    od, o d, oding, ods, oded, od d
    took too much, did too much
    overamping, overamped, overamp, heat stroke

    not breathing, isnt breathing, no breathing
    stopped breathing, stops breathing, quit breathing
    cant breathe, wont breathe, doesnt breathe, barely breathing
    slow breathing, breathing slow, breathing slowly
    gurgling, death rattle, snoring
    no pulse

    fell out, falling out
    passed out, unresponsive, unconscious, collapsed, slumped
    wont wake, cant wake, doesnt wake
    not waking, isnt waking, wasnt waking
    wont respond, not responding, isnt responding
    wont come to, not moving, stopped moving

    blue lips, lips are blue, lips blue
    turning blue, turned blue, going blue
    he is blue, hes blue, she is blue, shes blue, friend is blue
    he is purple, hes purple, she is purple, shes purple
    he is gray, hes gray, she is gray, shes gray, hes grey, shes grey
    gray lips, grey lips, purple lips, lips are gray, lips are grey, lips are purple
    turning gray, turning grey, turning purple, turned gray, turned grey, turned purple

    seizure, seizing, having a fit
    chest pain, heart attack, having a stroke
    is dying, im dying, hes dying, shes dying

    911, ambulance, emergency

    sobredosis, tomo demasiado, se metio mucho, se metio demasiado
    no respira, no esta respirando, dejo de respirar, no puede respirar
    respira lento, respira muy lento
    no despierta, no se despierta, no reacciona, inconsciente
    no puede despertar, no responde, no se mueve, se desmayo
    no tiene pulso, sin pulso
    labios azules, labios morados, labios grises
    esta azul, esta morado, esta morada, esta gris
    se puso azul, se puso morado, se puso morada, se pone azul, se pone morado, se pone morada
    ronca, roncando
    convulsion, convulsiones, ataque al corazon
    se esta muriendo
    ambulancia, emergencia
    """
)

# "I fell out with my mom": a quarrel, told by who had it. Of somebody else it may be a fall.
PEOPLE = (
    "mom|mother|mum|dad|father|family|folks|parents|brother|sister|son|daughter|kids|aunt|uncle"
    "|grandma|grandmother|friend|boyfriend|girlfriend|partner|wife|husband|ex|roommate"
    "|landlord|boss|sponsor|case ?worker|counselor"
)
I_MYSELF = r"(?:^|\b(?:i|we|ive|weve|im|me and (?:\w+ )?\w+) (?:(?:just|really|had|kinda|am) )?)"
OR_SO = "$| and | but | so | again| over | about | because | last "
# What people ask for by the name of emergency: help with it is no ambulance.
KEPT_FOR_EMERGENCIES = (
    "shelters?|beds?|motel|hotel|housing|rent|rental|food|pantry|meals?|groceries|water|snap"
    "|clothes|clothing|blankets?|tents?|contraception|contraceptives?|birth control|plan b"
    "|dental|dentists?|tooth|teeth|cash|money|funds?|loans?|grants?|assistance|phones?|contacts?"
    "|methadone|suboxone|subs|bupe|detox|rehab|refills?|prescriptions?|medicaid|ids?|custody"
    "|vets?|pets?|kits?"
)
KEPT_FOR_EMERGENCIES_ES = (
    "refugios?|albergues?|vivienda|comida|ropa|cobijas?|dental|dentistas?|dinero|contactos?"
    "|anticonceptiv[oa]s?|anticoncepcion|pastillas?"
)
LONG_AGO = (
    r"(?:last (?:week|month|year|summer|winter|spring|fall)"
    r"|\w+ (?:weeks|months|years) ago|an? (?:week|month|year) ago"
    r"|hace (?:un|una|\w+) (?:semanas?|mes|meses|anos?)"
    r"|l[ao] (?:semana|mes|ano) pasad[ao]|el (?:mes|ano) pasado)"
)
PAST = (
    "overdosed?|od d|oded|od|sobredosis|passed out|fell out|seizures?|heart attack"
    "|(?:had|having) a stroke"
)
AGAIN = r"\b(?:again|now|otra vez|ahora|de nuevo)\b"
# Matched in folded words. Nothing in a match is an emergency; what only follows it still may be.
ONLY_LOOKS_LIKE_IT = re.compile(
    "|".join(
        [
            rf"{I_MYSELF}(?:fell|falling) out(?= with (?:my|our) (?:\w+ )?(?:{PEOPLE})(?:{OR_SO}))",
            r"\b(?:fell|falling) out(?= of (?:love|touch|contact|treatment|care|favor|housing)\b)",
            r"\b(?:fell|falling) out(?= of (?:my|his|her) (?:\w+ )?(?:bag|pack|pocket|purse)\b)",
            r"\b(?:tooth|teeth|filling|crown|hair)(?: \w+){0,2}? (?:fell|falling) out\b",
            rf"\bemergency(?= (?:{KEPT_FOR_EMERGENCIES})\b)",
            r"\b(?:dental|tooth|housing|food|pet) emergency\b",
            r"\b(?:non ?|not an |isnt an |no )emergency\b",
            rf"\bemergencia(?= (?:{KEPT_FOR_EMERGENCIES_ES}|de (?:vivienda|comida))\b)",
            rf"\b(?:{KEPT_FOR_EMERGENCIES_ES}) (?:de|por) emergencia\b",
            r"\bno es (?:una )?emergencia\b",
            r"\b911(?= (?:kits?|laws?|good samaritan)\b)",
            r"\bgood samaritan(?: law)?(?: \w+)? 911\b",
            r"\bambulance(?= (?:bills?|costs?|debts?|fees?)\b)",
            r"\boverdose(?= (?:awareness|survivors?|memorial|vigil|data|numbers|stats|statistics"
            r"|maps?|alerts?|spikes?|grants?|laws?)\b)",
            r"\b(?:prevencion|alertas?|kits?|entrenamiento|clases?) de sobredosis\b",
            r"\bseizure(?= (?:meds|medicine|medication|disorder)\b)",
            r"\b(?:phone|cell|battery|laptop|car|plant) is dying\b",
            r"\bim dying(?= (?:for|to)\b)",
            r"\bnot moving(?= (?:to|in|into|out|away|until) )",
            r"\btook too much(?= (?:time|money|space|work)\b)",
            rf"\b(?:{PAST})(?=(?: (?!and |y )\w+){{0,2}} {LONG_AGO}\b(?!.*{AGAIN}))",
        ]
    )
)
# What is past is grief. Said before all else, or "overdose" would lead away from it.
AN_OVERDOSE = r"(?:an? |una |la )?(?:overdose|od|sobredosis)\b"
LOST_TO = r"lost (?:\w+ ){1,4}(?:to|from)|perd(?:i|imos) (?:\w+ ){1,4}(?:por|a|de)"
LOST = re.compile(rf"\b(?:{LOST_TO}) {AN_OVERDOSE}")
DIED = re.compile(rf"\b(?:died|passed away|murio|fallecio) (?:of|from|to|by|de|por) {AN_OVERDOSE}")
# Said a moment ago, or not sure of: there may still be time.
MAYBE_NOW = re.compile(
    r"\b(?:just|now|think|thinks|might|maybe|help|right here|ahora|acaba|creo|ayuda|ayudenme)\b"
)
GRIEF = "lost someone to overdose"


def as_grief(text):
    """Folded words, with a death that is past said in the one way that every need knows."""
    text = LOST.sub(GRIEF, text)
    return text if MAYBE_NOW.search(text) else DIED.sub(GRIEF, text)


def calm_words(text):
    """Which of these folded words (by number) belong to what only looks like an emergency."""
    calm = set()
    for match in ONLY_LOOKS_LIKE_IT.finditer(text):
        first = text.count(" ", 0, match.start())
        calm |= set(range(first, first + match.group().count(" ") + 1))
    return calm
