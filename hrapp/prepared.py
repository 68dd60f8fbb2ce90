"""A queryset written once, compiled once, and asked many times with other values.

Building and compiling a query costs Django several times what the database takes to answer it,
and the nearest list asks four. The sentence stays a queryset, the same on both databases; only
its SQL is kept. Rows come as the database gives them: tuples, no converters. Imports nothing of
ours.
"""

from contextlib import closing
from uuid import UUID

from django.db import connection


class Prepared:
    """`build(**examples)` -> a queryset of values_list; calling with values of the same names asks.

    Each example stands for a value to come, so no two may be equal, nor equal anything constant
    in the queryset. Examples pass through their field's own preparation; later values do not.
    """

    def __init__(self, build, **examples):
        self.build = build
        self.examples = examples
        self.compiled = {}

    def __call__(self, **values):
        if connection.vendor not in self.compiled:
            self.compiled[connection.vendor] = self.compile()
        sql, names = self.compiled[connection.vendor]
        params = [values.get(name, constant) for name, constant in names]
        if connection.queries_logged:
            with connection.cursor() as cursor:
                return cursor.execute(sql, params).fetchall()
        connection.ensure_connection()
        # The driver's own cursor: Django's costs several times what the answer does.
        with connection.wrap_database_errors, closing(connection.connection.cursor()) as cursor:
            cursor.execute(sql if connection.vendor != "sqlite" else self.for_sqlite, params)
            return cursor.fetchall()

    def compile(self):
        sql, params = self.build(**self.examples).query.sql_with_params()
        names = {example: name for name, example in self.examples.items()}
        asked = [(names.get(plain(param)), param) for param in params]
        if lost := set(self.examples) - {name for name, _param in asked}:
            raise ValueError(f"the query lost {sorted(lost)}: it would ask for the examples")
        self.for_sqlite = sql.replace("%s", "?")
        return sql, asked


def plain(param):
    """A uuid as the hex that SQLite keeps: PostgreSQL has made one of the example by now."""
    return param.hex if isinstance(param, UUID) else param
