"""Where to go, to Django."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = "Where to go"

    def ready(self):
        from .document_kinds import register_all

        register_all()
