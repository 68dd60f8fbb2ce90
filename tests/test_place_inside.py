"""A need and a place typed in one box: which words are the place. One long table.

The places are a few of ours, and towns whose names are also what people need.
"""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources.management.commands.load_content import load_needs
from resources.models import Area
from resources.need_words import vocabulary
from resources.place_inside import apart, beside_the_place, in_their_boxes
from resources.place_words import area_key
from tests import given

pytestmark = pytest.mark.django_db

# slug, kind, name, state, population
MORE_AREAS = """
ca|state|California|CA|36000000
la|state|Louisiana|LA|4400000
ok|state|Oklahoma|OK|3700000
me|state|Maine|ME|1300000
va|state|Virginia|VA|8000000
worcester-ma|city|Worcester|MA|184815
roxbury-ma|city|Roxbury|MA|0
east-boston-ma|city|East Boston|MA|0
los-angeles-ca|city|Los Angeles|CA|3971883
new-york-ny|city|New York|NY|8175133
the-bronx-ny|city|The Bronx|NY|1385108
winston-salem-nc|city|Winston-Salem|NC|241218
truth-or-consequences-nm|city|Truth or Consequences|NM|6000
port-washington-ny|city|Port Washington|NY|15846
portland-me|city|Portland|ME|66000
portland-or|city|Portland|OR|609000
needles-ca|city|Needles|CA|4984
points-wv|city|Points|WV|0
rest-va|city|Rest|VA|0
shelter-island-ny|city|Shelter Island|NY|1300
bath-me|city|Bath|ME|8305
reading-pa|city|Reading|PA|87879
mobile-al|city|Mobile|AL|194288
hope-ar|city|Hope|AR|9891
gloves-tn|city|Gloves|TN|0
crystal-mn|city|Crystal|MN|22943
house-nm|city|House|NM|0
river-ky|city|River|KY|0
downtown-wi|city|Downtown|WI|0
home-wa|city|Home|WA|1377
tyler-tx|city|Tyler|TX|103700
queen-pa|city|Queen|PA|0
near-me|city|Near|ME|0
water-valley-ms|city|Water Valley|MS|3300
post-tx|city|Post|TX|5376
cook-county-il|county|Cook County|IL|5000000
suffolk-county-ny|county|Suffolk County|NY|1500000
"""


def what_there_is():
    given.areas()
    for line in MORE_AREAS.strip().splitlines():
        slug, kind, name, state, people = line.split("|")
        Area.objects.create(
            slug=slug, kind=kind, name=name, state=state, latitude=40, longitude=-90,
            timezone="America/New_York", key=area_key(kind, name), population=int(people),
        )  # fmt: skip
    load_needs()
    return vocabulary()


known = given.for_the_file(what_there_is)

# typed | what is left | the place
TWO_THINGS = """
points in boston | points | boston
points in Boston, MA | points | Boston, MA
narcan near worcester ma | narcan | worcester ma
syringes boston | syringes | boston
Syringes, Boston | Syringes | Boston
fent strips 02118 | fent strips | 02118
points near 02118 | points near | 02118
02118 points | points | 02118
fent strips boston ma 02118 | fent strips | boston ma 02118
points near 02118 or 02119 | points near   or | 02118 02119
points boston ma | points | boston ma
clean needles boston massachusetts | clean needles | boston massachusetts
narcan st. louis mo | narcan | st. louis mo
narcan in St. Louis, MO | narcan | St. Louis, MO
detox suffolk county ma | detox | suffolk county ma
detox in suffolk county | detox | suffolk county
points winston-salem | points | winston-salem
points in winston salem nc | points | winston salem nc
wound care around worcester | wound care | worcester
a bed by worcester | a bed | worcester
points at roxbury | points | roxbury
points close to worcester | points | worcester
narcan roxbury | narcan | roxbury
narcan eastie | narcan | eastie
points in springfield | points | springfield
points springfield | points | springfield
points springfield il | points | springfield il
points nyc | points | nyc
narcan in the bronx | narcan | the bronx
narcan the bronx | narcan | the bronx
fent strips in la | fent strips | la
points los angeles california | points | los angeles california
points in massachusetts | points | massachusetts
narcan massachusetts | narcan | massachusetts
narcan ma | narcan | ma
points portland me | points | portland me
points portland or | points | portland or
points truth or consequences nm | points | truth or consequences nm
points in port washington | points | port washington
points in boston please | points please | boston
points in boston near me | points near me | boston
i need points in boston now | i need points now | boston
where can i get narcan in boston | where can i get narcan | boston
i'm in boston and need points | i'm and need points | boston
in worcester ma need a detox bed | need a detox bed | worcester ma
points in boston area | points area | boston
points near downtown boston | points | boston
points downtown boston | points downtown | boston
narcan in roxbury boston | narcan in roxbury | boston
boston need points | need points | boston
points/boston | points | boston
someone to stay on the line while i use roxbury | someone to stay on the line while i use | roxbury
in boston 10 points | 10 points | boston
points - boston? | points | boston
boston needle exchange | needle exchange | boston
worcester ma narcan | narcan | worcester ma
women's shelter boston | women's shelter | boston
youth shelter in nome | youth shelter | nome
jeringas en boston | jeringas | boston
naloxona cerca de worcester | naloxona | worcester
shelter in needles | shelter | needles
needles in needles ca | needles | needles ca
points in reading | points | reading
points reading pa | points | reading pa
a shower in bath me | a shower | bath me
points mobile al | points | mobile al
narcan in mobile | narcan | mobile
narcan in crystal | narcan | crystal
water water valley ms | water | water valley ms
narcan shelter island ny | narcan | shelter island ny
food home wa | food | home wa
points in hope | points | hope
boston |  | boston
Boston MA |  | Boston MA
zorble in boston | zorble | boston
zorble boston | zorble | boston
someone to check my stuff boston | someone to check my stuff | boston
points 10 boston | points 10 | boston
"""

# Nothing here is a place, though there are towns of these names.
ONE_THING = """
points
needles
clean needles
new points
needles points
i need a place to rest
place to rest
bath
shelter
a bath
gloves
hats and gloves
emergency shelter
point me to a shelter
points please help me
help me
narcan near me
shelter near me
points or needles
where can i get an id
pets ok
is it ok
walk in
safe house
house
i lost hope
hope
reading
reading glasses
mobile needle exchange
needle exchange mobile
crystal
speed
queen
trams
a bed for tyler
for tyler
stay at home
i live at home
shelter in home
help around the house
in the house
near the river
river
narcan near worcester square
narcan downtown
narcan near downtown
tyler needs a bed
narcan by post
doctor va
doctor at va
whats in my dope
someone to stay on the line while i use
test strips in the mail
narcan in bostn
points in atlantis
points bostn
jeringas en la calle
points near
in
near near near
10 points
zorble
東京 in 東京
in 02
"""


def rows(table):
    return [[part.strip() for part in line.split(" | ")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("typed", "left", "place"), rows(TWO_THINGS))
def test_a_need_and_a_place_in_one_breath_are_two_things(known, typed, left, place):
    assert in_their_boxes(typed, known) == (left, place)


@pytest.mark.parametrize("typed", ONE_THING.strip().splitlines())
def test_words_that_are_a_need_are_no_town(known, typed):
    assert in_their_boxes(typed, known) is None


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", "😀", "';--", ",,, in ,,,", "x" * 200, "in " * 60]
)
def test_whatever_is_typed_is_read_without_harm(known, typed):
    assert in_their_boxes(typed, known) is None


def test_no_search_word_that_ships_is_a_town(known):
    """The table above holds the towns that could be taken for one."""
    assert [words for words in known if apart(words, known)] == []


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("points near boston", ("points", "boston")),
        ("narcan worcester ma", ("narcan", "worcester ma")),
        ("points 02118", ("points", "02118")),
        ("774 Albany St, Boston", None),
        ("774 Albany St 02118", None),
        ("zorble near boston", None),
        ("Boston 02118", None),
        ("Boston", None),
        ("points", None),
    ],
)
def test_beside_a_place_only_what_is_a_need_is_one(known, typed, parts):
    assert beside_the_place(typed, known) == parts


@pytest.mark.parametrize("typed", ["points in boston ma near worcester", "a b c d e " * 20])
def test_to_tell_them_apart_asks_the_database_once_at_most(known, typed):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        apart(typed, known)
    assert len(asked) <= 1


@pytest.mark.parametrize("noise", ["zorbleqq boston ", "salem dover quincy lowell ", "a b c "])
def test_a_wall_of_towns_and_noise_is_read_in_no_time(known, noise):
    began = time.process_time()
    in_their_boxes((noise * 50)[:200], known)
    assert time.process_time() - began < 0.2
