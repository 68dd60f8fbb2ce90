"""What the case of Jessica is held against: tables for test_case_content.py.

Lives here: how good each source is, which source a number is from, what must not get lost, and
how a hard word is explained. Add a line here when a case says something new.
"""

# A: government, guideline or study. B: a health department or a programme. C: told second hand.
# A source that carries two grades is taken at the lower; one that carries none is a C.
SOURCE_GRADES = {
    **dict.fromkeys(
        "S4 S27 S28 S30 S34 S35 S36 S37 S38 S39 S41 S42 S43 S44 S45 S46 S48 S49 S50 S51 S52 "
        "S74 S94 S97 S99 S102 S104".split(),
        "A",
    ),
    **dict.fromkeys(
        "S5 S6 S7 S10 S21 S23 S29 S31 S40 S53 S54 S61 S62 S69 S72 S79 S81 S96 S100".split(), "B"
    ),
    **dict.fromkeys("S3 S11 S17 S18 S32 S33 S47 S58".split(), "C"),
}

# Each number we say and the source it stands in.
NUMBERS = {
    "137": "S27",  # people who left detox
    "3": "S27",  # of them died by overdose
    "4": "S27",  # months
    "72%": "S7",  # of samples
    "165": "S7",
    "2024": "S7",
    "2025": "S7",
    "50%": "S34",
    "72": "S36",  # hours
    "120": "S42",
    "36%": "S42",
    "2019": "S30",
    "2021": "S30",
    "46.5%": "S30",
    "8.7%": "S30",
    "49": "S48",
    "472": "S51",
    "3.84": "S51",
    "15%": "S54",
    "2": "S10",  # doses of naloxone
}
# Numbers to call, a wait, and a count of what we list ourselves: none is a fact to be proved.
NO_FACT = {"911", "988", "10"}

# What could help against each harm: every thing that the worked case names, by words of ours.
COULD_HELP = {
    "D1": "less than before; test bit; wait; slow; smoke; snort; alcohol; benzos; in reach; "
    "can use it",
    "D2": "going around; checked; strips; no does not mean safe; 2 or more; breathe",
    "D3": "new point; cooker; cotton; water; for days; friends; mark; test for HIV; PEP; 72; hep A",
    "D4": "soap; wipe; new point; licking; another spot; fever; redness; chest; can’t move",
    "D5": "water; warm; tie loose; vein care; right size",
    "D6": "fast heart; throwing up; shaking; confusion; methadone; bupe",
    "S1": "thinking of dying; stay; 988; alone with the bag; peer; drop-in; methadone",
    "S2": "10 minutes; eat; drink water; sit; talk; how much; tell one person",
    "S3": "shame; glad you came in; use less; methadone; break; nothing today",
    "S4": "ask her if she is safe; line; exit; legal",
    "S5": "thank; build on; naloxone; short chat; no forms",
    "E1": "she trusts; same time; neighbor; flap unlocked; before she starts",
    "E2": "kit ready; private; rushes; much less; cap",
    "E3": "wipes; water; lamp; new paper; hand gel; sharps box; sleep; tent; blankets",
    "E4": "card; law; 2 places; locker; mail",
    "E5": "sharps box; laundry bottle; pick them up",
    "E6": "choose who; hide; women; trans",
    "E7": "isn’t breathing; law here covers",
}

# What the text does not say, by words of ours.
NOT_SAID = (
    "in the bag; naloxone; alone; other drugs; alcohol; benzos; HIV; hepatitis C; pregnant; "
    "ex violent; dying; police; want for herself"
)

# Jessica's needs, in the order of the worked case.
NEEDS = (
    "naloxone spot_line syringes works check_drugs talk_now wound hiv_hcv_test moud sharps "
    "hygiene_kit sleep rights"
)

# A hard word, and what stands beside it where a reader meets it first.
EXPLAINED = {
    r"overdos": "too much, and breathing stops",
    r"naloxone": r"Narcan.*bring(s)? breathing back",
    r"methadone": "medicines? for opioid use",
    r"buprenorphine|\bbupe\b": r"buprenorphine \(bupe\).*medicines? for opioid use",
    r"xylazine|tranq\b": r"xylazine \(tranq\).*knock you out",
    r"medetomidine": "knock(s)? you out",
    r"nitazene": "strong opioids?",
    r"hepatitis|\bhep [ABC]\b": "liver",
    r"tolerance": "what (the|your) body is used to",
    r"withdrawal": "sick as the drug wears off",
    r"\bPEP\b": "can stop HIV",
    r"benzos": "pills like Xanax",
    r"abscess": "full of pus",
    r"\bER\b": "emergency room",
    r"Good Samaritan": "protect people who call",
}
