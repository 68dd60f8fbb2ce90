"""What is asked at the door, as choices. "Unknown" is a value of each and never counts as no."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cost(models.TextChoices):
    UNKNOWN = "unknown", _("Cost not known. Ask.")
    FREE = "free", _("Free")
    SLIDING = "sliding", _("You pay what you can")
    INSURANCE = "insurance", _("Takes insurance")
    PAY = "pay", _("You pay")


class IdRequired(models.TextChoices):
    UNKNOWN = "unknown", _("ID: not known. Ask.")
    NO = "no", _("No ID needed")
    ASKS = "asks", _("Asks for ID. You can say no.")
    YES = "yes", _("ID needed")


class Insurance(models.TextChoices):
    UNKNOWN = "unknown", _("Insurance: not known. Ask.")
    NOT_NEEDED = "not_needed", _("No insurance needed")
    MEDICAID = "medicaid", _("Takes Medicaid")
    PRIVATE = "private", _("Private insurance")


class Intake(models.TextChoices):
    UNKNOWN = "unknown", _("Not known if you can walk in. Call.")
    WALK_IN = "walk_in", _("Walk in")
    CALL_FIRST = "call_first", _("Call first")
    APPOINTMENT = "appointment", _("Make an appointment")
    REFERRAL = "referral", _("Somebody has to send you")


class Delivery(models.TextChoices):
    UNKNOWN = "unknown", _("Not known if they come to you")
    FIXED = "fixed", _("You go there")
    MOBILE = "mobile", _("A van that moves")
    OUTREACH = "outreach", _("Workers on the street")
    HOME = "home", _("Comes to your door")


# A van, street workers or delivery all answer "comes to me".
COMES_TO_ME = (Delivery.MOBILE, Delivery.OUTREACH, Delivery.HOME)


class ByMail(models.TextChoices):
    UNKNOWN = "unknown", _("By mail: not known")
    NO = "no", _("Does not mail")
    YES = "yes", _("Sends by mail")


class SyringeModel(models.TextChoices):
    UNKNOWN = "unknown", _("How many: not known. Ask.")
    NEEDS_BASED = "needs_based", _("As many as you need")
    ONE_FOR_ONE_PLUS = "one_for_one_plus", _("One for one, and some more")
    ONE_FOR_ONE = "one_for_one", _("One for one")
    PHARMACY_SALE = "pharmacy_sale", _("For sale at a pharmacy")


class NamesAsked(models.TextChoices):
    UNKNOWN = "unknown", _("Names: not known. Ask.")
    NO = "no", _("No names asked")
    CODE = "code", _("A code, not your name")
    NAME = "name", _("Your name is asked")


class Police(models.TextChoices):
    UNKNOWN = "unknown", _("Police: not known")
    NO = "no", _("No police on site")
    YES = "yes", _("Police may be on site")


class Sobriety(models.TextChoices):
    UNKNOWN = "unknown", _("Active use: not known. Ask.")
    NOT_REQUIRED = "not_required", _("Active use is OK")
    REQUIRED = "required", _("You must not be using")


class Wait(models.TextChoices):
    UNKNOWN = "unknown", _("Wait: not known. Ask.")
    NONE = "none", _("Most days no wait")
    SHORT = "short", _("Most days under 30 minutes")
    LONG = "long", _("Most days over 30 minutes")
    WAIT_LIST = "wait_list", _("There is a wait list")


class ForOthers(models.TextChoices):
    """Taking for friends who do not come themselves: secondary exchange."""

    UNKNOWN = "unknown", _("For friends: not known. Ask.")
    YES = "yes", _("You can take some for friends")
    NO = "no", _("Only for you")


class Bags(models.TextChoices):
    UNKNOWN = "unknown", _("Bags: not known. Ask.")
    OK = "ok", _("Bags OK")
    SMALL = "small", _("Small bags only")
    SEARCHED = "searched", _("Bags are searched")
    NO = "no", _("No bags inside")


class Gender(models.TextChoices):
    UNKNOWN = "unknown", _("Gender: not known. Ask.")
    ALL = "all", _("All genders")
    WOMEN = "women", _("Women only")
    WOMEN_TRANS = "women_trans", _("Women, trans and nonbinary people")
    MEN = "men", _("Men only")
    APART = "apart", _("Women and men apart")


# Each field of a service that holds a choice, in the order somebody at the door is asked.
CHOICES = {
    "id_required": IdRequired,
    "names_asked": NamesAsked,
    "cost": Cost,
    "intake": Intake,
    "wait": Wait,
    "syringe_model": SyringeModel,
    "for_others": ForOthers,
    "insurance": Insurance,
    "sobriety": Sobriety,
    "police": Police,
    "gender": Gender,
    "bags": Bags,
    "delivery": Delivery,
    "by_mail": ByMail,
}


def every_choice_is_ours():
    """For a constraint: the table takes no other word, whoever writes it."""
    ours = models.Q()
    for name, choices in CHOICES.items():
        ours &= models.Q(**{f"{name}__in": choices.values})
    return ours


# The rest are lists: any number of these, kept as words with spaces between; none is "unknown".
LANGUAGES = [
    ("en", _("English")),
    ("es", _("Spanish-speaking staff")),
    ("pt", _("Portuguese-speaking staff")),
    ("ht", _("Haitian Creole-speaking staff")),
    ("phone", _("Interpreter by phone")),
]
ACCESSIBILITY = [
    ("step_free", _("Step-free")),
    ("restroom", _("Restroom you can use in a wheelchair")),
    ("asl", _("Sign language (ASL)")),
]
ALLOWS = [("pets", _("Pets OK")), ("kids", _("Kids OK")), ("couples", _("Couples OK"))]
CONTACT_BY = [
    ("call", _("Call")),
    ("text", _("Text")),
    ("web", _("Website")),
    ("walk", _("Just walk over")),
]
