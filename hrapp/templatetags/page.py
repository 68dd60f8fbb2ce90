"""Words every template knows: how a page starts, its name, a drawn icon, where Leave goes."""

from functools import cache

from django import template
from django.conf import settings
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from hrapp import languages, phrases, stylesheet

register = template.Library()
ICONS = settings.BASE_DIR / "templates/icons"


@register.simple_tag
def page_start():
    return stylesheet.page_start((get_language() or "en")[:2])


register.filter("said", phrases.said)
register.filter("said_text", phrases.said_text)


@register.simple_tag
def elsewhere():
    """The address of this page in the other language, filled in on the way out."""
    return mark_safe(languages.ELSEWHERE)


@register.simple_tag
def notes():
    """What a page that was translated says of that, filled in on the way out."""
    return mark_safe(languages.NOTES)


@register.simple_tag
def site_name():
    return settings.SITE_NAME


@register.simple_tag
def exit_url():
    return settings.EXIT_URL


@register.simple_tag
@cache
def icon(name):
    """A drawing of templates/icons/, 24 by 24, in the colour of the words beside it."""
    strokes = (ICONS / f"{name}.svg").read_text().strip()
    return mark_safe(f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{strokes}</svg>')


def icon_names():
    """The drawings there are, by name."""
    return sorted(drawing.stem for drawing in ICONS.glob("*.svg"))


@register.simple_tag(takes_context=True)
def quick(context, name):
    """A part that is written in Jinja (templates/quick/), given all that this page knows."""
    return mark_safe(engines["quick"].get_template(name).render(context.flatten()))
