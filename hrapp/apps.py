"""The site itself, to Django: setup and the pages around the two apps."""

from django.apps import AppConfig


class HrappConfig(AppConfig):
    name = "hrapp"
    verbose_name = "The house"

    def ready(self):
        from . import phrases, publishing

        publishing.afterwards.append(lambda thing: phrases.hold_back_what_one_person_knows())
