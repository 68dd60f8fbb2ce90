"""What people type for what they need, and what we make of it: one long table.

Each row was typed, or could be, by somebody in a hurry. The vocabulary is the one that ships.
"""

import time

import pytest

from resources.folding import fold
from resources.management.commands.load_content import load_needs, rows_of
from resources.models import Need
from resources.need_words import EMERGENCY, SMALL_WORDS, understand, vocabulary
from tests import given

pytestmark = pytest.mark.django_db

NOT_A_NEED = {"youth", "women", "trans_lgbtq", "sexwork"}  # who a service is for: filters

# typed | needs, the first first
TYPED = """
points | syringes
Points | syringes
10 points | syringes
works | syringes
rigs | syringes
a rig | syringes
needles | syringes
clean needles | syringes
clean neeedles | syringes
NEEDLES!!! | syringes
where can i get clean needles? | syringes
insulin syringes | syringes
needle exchange | syringes
needle exchnage | syringes
SSP | syringes
sharps | syringes
syringes | syringes
syrnges | syringes
syringe | syringes
jeringas | syringes
necesito jeringas | syringes
dónde puedo conseguir jeringas | syringes
new syringes (points, works) | syringes
sharps container | sharps
get rid of needles | sharps
where do i put used needles | sharps
needle drop box | sharps
cookers | works
cookers and cottons | works
ties | works
alcohol pads | works
alcohol wipes | works
sterile water | works
water | food
drinking water | food
agua | food
wipes | hygiene_kit
tampons | hygiene_kit
stems | smoking
crack pipe | smoking
a new meth pipe | smoking
foil | smoking
chore | smoking
booty bump | snort_boof
condoms and lube | condoms
rubbers | condoms
narcan | naloxone
Narcan! | naloxone
narcn | naloxone
naloxne | naloxone
naloxone | naloxone
naloxona | naloxone
nasal spray | naloxone
overdose kit | naloxone
overdose kits | naloxone
free narcan near me | naloxone
narcan and points | naloxone syringes
points and narcan | syringes naloxone
narcan & fent strips | naloxone check_drugs
points, narcan, tent | syringes naloxone clothes
never use alone | spot_line
someone to stay on the line | spot_line
someone to stay on the line while i use | spot_line
stay on the line | spot_line
using alone | spot_line
fent strips | check_drugs
fent stirps | check_drugs
fentanyl test strips | check_drugs
test strips | check_drugs
xylazine strips | check_drugs
whats in my dope | check_drugs
what's in my dope? | check_drugs
check my drugs | check_drugs
xylazine | wound
tranq | wound
tranq wound | wound
abscess | wound
abcess | wound
wounds | wound
bad batch | alerts
hot batch | alerts
safe place to use | opc
safe injection site | opc
narcan training | od_help_training
overdose training | od_help_training
overdose prevention | od_help_training
OD training | od_help_training
cpr | od_help_training
collapsed vein | vein
can't hit | vein
hiv test | hiv_hcv_test
hep c test | hiv_hcv_test
hep c treatment | hcv_cure
prep | prep_pep
shared a needle | prep_pep
flu shot | vaccines
doctor | doctor
docter | doctor
no insurance | doctor
plan b | pregnancy
emergency contraception | pregnancy
pregnant | pregnancy
dentist | dental
my tooth fell out | dental
abscess tooth | dental
subs | moud
suboxone | moud
suboxne | moud
methadone | moud
methdone | moud
bupe | moud
the clinic | moud
start methadone | moud
metadona | moud
withdrawal | moud
dope sick | moud
I'm dopesick | moud
alcohol withdrawal | alcohol
DTs | alcohol
stop drinking | alcohol
detox | detox_rehab
rehab bed | detox_rehab sleep
quit using | detox_rehab
contingency management | stimulant_help
ice | stimulant_help
quit meth | stimulant_help
NA meeting | peer
support group | peer
988 | talk_now
suicidal | talk_now
someone to talk to | talk_now
therapy | counseling
domestic violence | dv
my partner hits me | dv
lost someone to overdose | grief
I lost my brother to an overdose | grief
lost my best friend to overdose | grief
lost our son to an OD | grief
grief | grief
shelter | sleep
bed for tonight | sleep
emergency shelter | sleep
somewhere to sleep tonight | sleep
un lugar para dormir | sleep
help getting housing | housing
section 8 | housing
food pantry | food
comida | food
shower | shower
where can i get a tent | clothes
sleeping bag | clothes
I'm looking for a tent | clothes
im cold, need a blanket | clothes
locker | storage_mail
charger | phone
free phone | phone
bus pass | ride
ride | ride
dog food | pet
id | id
ID | id
birth certificate | id
cops | rights
lawyer | legal
medicaid | insurance
cash | money_work
just got out | reentry
jail | reentry
"""

SOMEBODY_IS_DYING = """
od
OD
o.d.
od'd
he od’d
my boyfriend od'ed
ODing
overdose
Overdose!!
overdoes
overdsoe
ovrdose
overdosed
she overdosed
my friend is overdosing
over dose
overdose help
overdose near 02118
narcan overdose
not breathing
he's not breathing
he’s not breathing
hes nto breathing
not breahting
she isn't breathing
stopped breathing
barely breathing
can't breathe
fell out
my man fell out
fell uot
passed out
won't wake up
wont wake up
she wont wkae up
can't wake him
not waking up
unresponsive
unconscious
blue lips
turning blue
no pulse
took too much
call 911
911
sobredosis
no respira
no despierta
lost, he fell out
"""

NOT_DYING = """
odd
id
i'd like an id
mod
rod
doing
what am i doing
overdose training
overdose kit
overdose prevention center
safe place
safe place to use
emergency shelter
emergency food
emergency contraception
my tooth fell out
lost someone to overdose
over there
call out
overnight
collapsed vein
training
dose
breathing
"""

MEANS_NOTHING = ["zorble", "quux", "東京", "asdf jkl", "xx", "zzzzzzzz"]


def rows(table):
    return [line.split(" | ") for line in table.strip().splitlines()]


def read_what_ships():
    load_needs()
    return vocabulary()


known = given.for_the_file(read_what_ships)


@pytest.mark.parametrize(("typed", "needs"), rows(TYPED))
def test_a_need_is_understood_as_people_say_it(known, typed, needs):
    said = understand(typed, known)
    assert (said.needs, said.emergency) == (needs.split(), False)


@pytest.mark.parametrize("typed", SOMEBODY_IS_DYING.strip().splitlines())
def test_words_that_mean_an_overdose_are_an_emergency(known, typed):
    assert understand(typed, known).emergency


@pytest.mark.parametrize("typed", NOT_DYING.strip().splitlines())
def test_words_that_only_look_like_an_overdose_are_not(known, typed):
    assert not understand(typed, known).emergency


@pytest.mark.parametrize("typed", MEANS_NOTHING)
def test_unknown_words_are_said_to_be_unknown(known, typed):
    said = understand(typed, known)
    assert (said.needs, said.emergency) == ([], False)
    assert said.unknown == fold(typed).split()


def test_what_was_not_understood_is_told_beside_what_was(known):
    said = understand("points and a zorble, zorble", known)
    assert (said.needs, said.unknown) == (["syringes"], ["zorble"])


@pytest.mark.parametrize("typed", ["", "   ", "😀", "';--", "\0", "10", "near me please"])
def test_words_around_a_need_are_not_held_against_anybody(known, typed):
    said = understand(typed, known)
    assert (said.needs, said.unknown, said.emergency) == ([], [], False)


def synonyms():
    for row in rows_of("needs.tsv"):
        if row["id"] not in NOT_A_NEED:
            for words in row["search"].split("; "):
                yield words, row["id"]


@pytest.mark.parametrize(("words", "need"), [*synonyms()])
def test_every_search_word_leads_to_the_need_that_holds_it(known, words, need):
    said = understand(words, known)
    assert (said.needs, said.unknown, said.emergency) == ([need], [], False)


def test_no_search_word_belongs_to_two_needs():
    """Which of two should win is settled where the words are kept, not by their order."""
    pairs = {(fold(words), need) for words, need in synonyms()}
    keys = [key for key, _need in pairs]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_every_label_leads_to_its_own_need(known):
    for need in Need.objects.all():
        for words in (need.label, need.label.upper(), f"I need {need.label}, please"):
            assert understand(words, known).needs == [need.pk], words


def test_every_need_in_the_file_is_told_in_a_plain_line():
    for row in rows_of("needs.tsv"):
        assert row["id"] in NOT_A_NEED or (row["label"] and row["plain"])


def test_no_emergency_word_is_kept_as_a_search_word():
    """Staff may edit search words; they cannot edit these away, nor by a slip take one over."""
    assert not EMERGENCY & {fold(words) for words, _need in synonyms()}


@pytest.mark.parametrize("word", sorted(SMALL_WORDS))
def test_a_small_word_is_never_taken_for_a_slip_in_a_need(known, word):
    said = understand(word, known)
    assert (said.emergency, said.unknown) == (False, [])
    assert not said.needs or word in known


@pytest.mark.parametrize("noise", ["a b " * 50, "qwxz " * 40, "x" * 10_000, "not not " * 60])
def test_a_wall_of_noise_is_read_in_no_time(known, noise):
    began = time.process_time()
    understand(noise, known)
    assert time.process_time() - began < 0.5


def test_the_file_of_needs_has_no_stray_column():
    assert all(set(row) == EXPECTED and None not in row.values() for row in rows_of("needs.tsv"))


EXPECTED = {"group", "group_label", "id", "label", "plain", "icon", "search"}
