"""A queryset written once, compiled once, and asked many times with other values.

Building and compiling a query costs Django several times what the database takes to answer it,
and the nearest list asks four. The sentence stays a queryset, the same on both databases; only
its SQL is kept. Rows come as the database gives them: tuples, no converters. Imports nothing of
ours.
"""

from contextlib import closing
from datetime import date
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections


class Prepared:
    """`build(**examples)` -> a queryset of values_list; calling with values of the same names asks.

    Each example stands for a value to come, so no two may be equal, nor equal anything constant
    in the queryset. Examples pass through their field's own preparation; later values do not.
    `around`: SQL that asks more of the few rows the queryset finds, which stand in it as `{}`.
    """

    def __init__(self, build, around="{}", **examples):
        self.build = build
        self.around = around
        self.examples = examples
        self.compiled = {}

    def __call__(self, **values):
        database = connections[DEFAULT_DB_ALIAS]
        if database.vendor not in self.compiled:
            self.compiled[database.vendor] = self.compile(database)
        sql, own_sql, names = self.compiled[database.vendor]
        params = [values.get(name, constant) for name, constant in names]
        if database.queries_logged:
            with database.cursor() as cursor:
                return cursor.execute(sql, params).fetchall()
        if database.connection is None:
            database.ensure_connection()
        with database.wrap_database_errors, closing(own_cursor(database)) as cursor:
            cursor.execute(own_sql, params)
            return cursor.fetchall()

    def compile(self, database):
        """The SQL as Django writes it and as the driver does, and what each parameter is."""
        sql, params = self.build(**self.examples).query.sql_with_params()
        names = {example: name for name, example in self.examples.items()}
        asked = [(names.get(plain(param)), param) for param in params]
        if lost := set(self.examples) - {name for name, _param in asked}:
            raise ValueError(f"the query lost {sorted(lost)}: it would ask for the examples")
        sql = self.around.format(sql)
        own_sql = sql.replace("%s", "?") if database.vendor == "sqlite" else sql
        return sql, own_sql, asked


def own_cursor(database):
    """The driver's own cursor: Django's costs several times what the answer does.

    PostgreSQL's sends values apart from the question, so that the server reads and plans it a few
    times and then keeps it (`prepare_threshold` in settings). Django's writes them into it.
    """
    if database.vendor == "postgresql":
        from psycopg import Cursor

        return Cursor(database.connection)
    return database.connection.cursor()


def plain(param):
    """A uuid as the hex, a day as the text that SQLite keeps: both are examples written so.

    PostgreSQL has made a uuid or a date of them by now.
    """
    if isinstance(param, date):
        return param.isoformat()
    return param.hex if isinstance(param, UUID) else param
