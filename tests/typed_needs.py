"""What people typed, or could have: tables for test_need_words.py, which says what is expected.

Add a line here when somebody was not understood.
"""

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
kit de sobredosis | naloxone
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
prevención de sobredosis | od_help_training
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
my front tooth just fell out | dental
dental emergency | dental
emergencia dental | dental
dentista de emergencia | dental
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
my son died from an overdose | grief
perdí a mi hermano por sobredosis | grief
mi hijo murió de sobredosis | grief
lost my best friend to overdose | grief
lost our son to an OD | grief
grief | grief
shelter | sleep
bed for tonight | sleep
emergency shelter | sleep
somewhere to sleep tonight | sleep
un lugar para dormir | sleep
refugio de emergencia | sleep
emergency bed tonight | sleep
help getting housing | housing
section 8 | housing
food pantry | food
comida | food
comida de emergencia | food
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
911 good samaritan | rights
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
he fell out with a needle in his arm
he fell out with my friend's needle in his arm
he fell out with my boyfriend
we were getting high and he fell out with my mom watching
fell out with blue lips
fell out of the car
he fell out of bed
fell out with my mom, now she's not breathing
emergency room
emergency, my friend fell out
its an emergency
dental emergency and he passed out
narcan emergency
emergency narcan
call 911 now
someone call 911 he od'd
will i get arrested if i call 911
ambulance
my friend just died of an overdose
i think she died from an overdose
he overdosed last night
she overdosed and hasnt moved for 2 minutes
overdose what do i do
signs of an overdose
he has a seizure
my friend is dying
not moving
not moving and blue
no esta respirando
mi amigo no respira
dejo de respirar
no se despierta
labios azules
esta inconsciente
llame una ambulancia
es una emergencia
ayuda sobredosis
mi hermano murio de sobredosis ayuda
fell out with my stuff
emergencia
911
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
i fell out with my mom
emergencia dental
dental emergency
911 good samaritan law
911 good samaritan
good samaritan law 911
911 law
i fell out with my boyfriend
me and my sister fell out with our mom
fell out with my old landlord
fell out of treatment
fell out of touch with my kids
my narcan fell out of my bag
my front tooth just fell out
my hair is falling out
emergency housing
emergency dental
emergency dentist
emergency contact
emergency motel
emergency bed tonight
emergency rental assistance
emergency food stamps
emergency methadone
emergency blanket
non-emergency
not an emergency
ambulance bill
overdose awareness day
overdose alerts
overdose survivors group
seizure meds
my phone is dying
im dying for a smoke
im dying to get clean
not moving to boston yet
took too much time off work
i overdosed last week
she overdosed two years ago
I had a seizure last year
my brother died of an overdose
my son died from an od last year
refugio de emergencia
comida de emergencia
dentista de emergencia
vivienda de emergencia
anticonceptivo de emergencia
contacto de emergencia
no es una emergencia
prevencion de sobredosis
kit de sobredosis
perdi a mi hermano por sobredosis
mi hijo murio de sobredosis
tuve una sobredosis hace dos anos
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
