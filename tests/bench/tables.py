"""Writing a million rows quickly, on either database: past the models, but in their columns.

PostgreSQL takes COPY, SQLite one long `executemany`; indexes are made anew afterwards, as a
restored backup's are. What the rows say is bench.build's.
"""

from contextlib import contextmanager

from django.db import connection

QUICK_FOR_ONCE = {
    "sqlite": [
        "PRAGMA foreign_keys=OFF",
        "PRAGMA journal_mode=OFF",
        "PRAGMA synchronous=OFF",
        "PRAGMA cache_size=-400000",
    ],
    # "replica" leaves out the foreign keys, which are right by the way the rows are made.
    "postgresql": ["SET session_replication_role=replica", "SET maintenance_work_mem='512MB'"],
}

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL"
    " AND tbl_name IN (%s)",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN (%s)"
    " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
}


@contextmanager
def filled_quickly(models):
    """Inside, these tables have no index but their keys; afterwards all, and fresh statistics."""
    names = ", ".join(f"'{model._meta.db_table}'" for model in models)
    with connection.cursor() as cursor:
        for setting in QUICK_FOR_ONCE[connection.vendor]:
            cursor.execute(setting)
        cursor.execute(INDEXES[connection.vendor] % names)
        indexes = cursor.fetchall()
        for name, _sql in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _name, sql in indexes:
            cursor.execute(sql)
    connection.close()  # the settings above end with it


def count_up():
    """Statistics, and PostgreSQL's map of settled pages: its autovacuum makes both in time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def write(model, names, rows):
    """Rows of values for the fields of these names; every other field has its default."""
    columns, fixed = defaults(model, names)
    columns += [model._meta.get_field(name).column for name in names]
    table, listed = model._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({listed}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row((*fixed, *row))
            return
        places = ", ".join(["%s"] * len(columns))
        sql = f'INSERT INTO "{table}" ({listed}) VALUES ({places})'
        cursor.execute("BEGIN")
        cursor.executemany(sql, ((*fixed, *row) for row in rows))
        cursor.execute("COMMIT")


def defaults(model, besides):
    """([column], (value)) of the fields not named, without the key that a database counts up."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if field.name not in besides and field is not model._meta.auto_field
    ]
    values = [field.get_db_prep_save(field.get_default(), connection) for field in fields]
    return [field.column for field in fields], tuple(values)


def key(uuid):
    """A uuid as this database keeps it."""
    return uuid if connection.features.has_native_uuid_field else uuid.hex


def index_megabytes(name="nearby_by_need"):
    """Of the nearest-places index; None where SQLite was built without a way to ask."""
    if connection.vendor == "postgresql":
        sql = "SELECT pg_relation_size(%s)"
    else:
        sql = "SELECT pgsize FROM dbstat WHERE name=%s AND aggregate=TRUE"
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, [name])
            return cursor.fetchone()[0] / 1e6
    except Exception as error:
        if "dbstat" in str(error):
            return None
        raise
