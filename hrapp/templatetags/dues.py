"""What is due, for staff's first page."""

from django import template

from hrapp import dues

register = template.Library()


@register.simple_tag(takes_context=True)
def what_is_due(context):
    return dues.by_group(context["request"])
