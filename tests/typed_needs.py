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

# typed | needs | for whom (- is nobody in particular)
FOR_WHOM = """
queer |  | trans_lgbtq
trans |  | trans_lgbtq
hormones |  | trans_lgbtq
trans friendly doctor | doctor | trans_lgbtq
youth shelter | sleep | youth
runaway |  | youth
teen shelter | sleep | youth
women's shelter | sleep | women
women’s detox | detox_rehab | women
shelter for women | sleep | women
sex worker |  | sexwork
condoms for sex workers | condoms | sexwork
refugio para mujeres | sleep | women
tranq wound | wound | -
my mom needs a bed | sleep | -
"""

MEANS_NOTHING = ["zorble", "quux", "東京", "asdf jkl", "xx", "zzzzzzzz"]
