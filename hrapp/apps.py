from django.apps import AppConfig


class HrappConfig(AppConfig):
    name = "hrapp"
    verbose_name = "The house"
