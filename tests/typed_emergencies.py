"""What people typed when somebody was dying, and what only looks like it: tables for
test_need_words.py. In doubt a line belongs in the first.
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
my friend is blue
shes blue
no pulse
snoring
he won't stop snoring
friend collapsed
slumped over
lips blue
hes purple
mi amigo está azul
esta morado
se puso morada
ronca mucho
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
he overdosed a week ago and again now
he overdosed last week, now he od'd
lips are purple
purple lips
gray lips
his lips are grey
hes turning purple
turning gray
slow breathing
breathing slow
stopped moving
no puede despertar
se desmayó
mi amigo se desmayo
no se mueve
labios morados
labios grises
tiene los labios morados
tomó demasiado
se metió mucho
convulsiones
tiene convulsiones
ataque al corazón
no responde
sin pulso
no tiene pulso
respira muy lento
esta inconciente
"""

NOT_DYING = """
i overdosed last year, help with detox
i overdosed a year ago
convulsive
greyhound bus
gray blanket
purple hair
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
