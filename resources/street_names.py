"""What drugs are called in the street -> the word that our own texts use for them. Pure.

Read before a slip is guessed at: "fetty" is one letter from "betty", and means neither a name nor a
slip. Only names that are hardly ever anything else; where two drugs share one, none is taken, and
no slip is guessed either. Words that lead to a need are kept with the need (content/needs.tsv).
Sources: DEA, "Slang Terms and Code Words" (2018); NIDA, "Commonly Used Drugs Charts".
"""

from .search_words import stem

NAMES = """
fentanyl: fetty fetti fenty fent fenta fettywap m30 m30s
heroin: chiva manteca smack
meth: crank tina shards
coke: perico yayo
crack: rocks
xanax: xannies xanny xans xannys xanies footballs
opioid: lean oxy oxys oxycontin percs percocet roxy roxies norcos vicodin dilaudid dillies
xylazine: tranq tranqs
"""
# Known in the street, and not for one thing: better found nowhere than taken for another word.
NOT_FOR_ONE_THING = (
    "speedball benny bennies bars dones goofball goofballs molly boy girl rhino gabbies blues"
)


def read(lines):
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {stem(name): meant for meant, names in pairs for name in names.split()}


MEANT = read(NAMES)
ALONE = frozenset(map(stem, NOT_FOR_ONE_THING.split()))


def meant(words):
    """{street name: our word for it} of stems that are one; the rest are no business of ours."""
    return {word: MEANT[word] for word in words if word in MEANT}


def no_slips(words):
    """Those of the words that may be a slip of the finger."""
    return [word for word in words if word not in MEANT and word not in ALONE]
