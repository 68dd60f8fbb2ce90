"""The privacy page tells all that is written down: a new log or field fails until it is named."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from hrapp import kept, logs

TABLES = {table.model: table for _heading, tables in kept.STORED for table in tables}


def models_by_label():
    stored = {model._meta.label: model for model in apps.get_models()}
    return stored | {"migrations.Migration": MigrationRecorder.Migration}


def fields_of(model):
    every = [*model._meta.local_concrete_fields, *model._meta.local_many_to_many]
    return sorted(field.name for field in every)


def test_every_table_is_named_on_the_privacy_page():
    assert sorted(TABLES) == sorted(models_by_label())


@pytest.mark.parametrize("label", sorted(TABLES))
def test_every_stored_field_is_named_on_the_privacy_page(label):
    assert sorted(TABLES[label].fields) == fields_of(models_by_label()[label])


@pytest.mark.django_db
def test_no_table_is_in_the_database_without_a_model():
    """Whatever makes tables in its own way would pass the test above unseen."""
    through = apps.get_models(include_auto_created=True)
    known = {model._meta.db_table for model in through} | {"django_migrations"}
    # What SQLite's text index is made of; PostgreSQL has an index and no table of it.
    known |= {f"resources_documentindex{end}" for end in ("", "_config", "_data", "_idx")}
    stored = set(connection.introspection.table_names())
    assert {table for table in stored - known if not table.startswith("sqlite_")} == set()


def test_every_log_is_named_on_the_privacy_page():
    named = {logger for log in kept.LOGS for logger in log.loggers}
    written = {
        name
        for name, rules in settings.LOGGING["loggers"].items()
        if rules["handlers"] and not name.endswith(".access")
    }
    retold = {*logs.OF_READERS, *logs.OF_THE_SERVER, logs.LOGGER_OF_WARNINGS}
    assert named >= written | retold


@pytest.mark.django_db
def test_a_reader_can_read_all_that_is_kept(client):
    page = BeautifulSoup(client.get("/privacy/").content, "html.parser")
    told = page.get_text(" ", strip=True)
    for name, words, _loggers in kept.LOGS:
        assert str(name) in told and str(words) in told
    for table in TABLES.values():
        assert str(table.name) in told and str(table.words) in told
        assert table.fields_in_words in told
