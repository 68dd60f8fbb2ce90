"""The site itself, to Django: setup and the pages around the two apps."""

from django.apps import AppConfig


class HrappConfig(AppConfig):
    name = "hrapp"
    verbose_name = "The house"
