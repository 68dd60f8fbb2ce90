"""What to know, to Django."""

from django.apps import AppConfig


class PrinciplesConfig(AppConfig):
    name = "principles"
    verbose_name = "What to know"

    def ready(self):
        from hrapp import publishing
        from resources.documents import keep_thing

        from .document_kinds import register_all

        register_all()
        publishing.afterwards.append(keep_thing)
