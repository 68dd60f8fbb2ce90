"""Documents, and the index of their words that each database does in its own way."""

from django.db import migrations, models

# External content: the words are kept once. No positions and no sizes: the order of an answer is
# made in Python, the same on both. The tokenizer "ascii" parts at what `fold` leaves: spaces.
INDEX = "resources_documentindex"
SQLITE = [
    f"""CREATE VIRTUAL TABLE {INDEX} USING fts5(words, content='resources_document',
        content_rowid='id', tokenize='ascii', detail='none', columnsize=0)""",
    f"""CREATE TRIGGER {INDEX}_in AFTER INSERT ON resources_document BEGIN
        INSERT INTO {INDEX}(rowid, words) VALUES (new.id, new.words); END""",
    f"""CREATE TRIGGER {INDEX}_out AFTER DELETE ON resources_document BEGIN
        INSERT INTO {INDEX}({INDEX}, rowid, words) VALUES ('delete', old.id, old.words); END""",
    f"""CREATE TRIGGER {INDEX}_over AFTER UPDATE ON resources_document BEGIN
        INSERT INTO {INDEX}({INDEX}, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO {INDEX}(rowid, words) VALUES (new.id, new.words); END""",
]
# Without a parser: the words are folded already, and its idea of a letter depends on the locale.
POSTGRESQL = [
    """ALTER TABLE resources_document ADD COLUMN found_by tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED""",
    f"CREATE INDEX {INDEX} ON resources_document USING gin(found_by) WITH (fastupdate = off)",
]


def make_the_index(apps, schema_editor):
    for sql in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(sql, params=None)


def take_the_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":  # else it goes with its table
        schema_editor.execute(f"DROP TABLE {INDEX}", params=None)


class Migration(migrations.Migration):
    dependencies = [("resources", "0004_shipped_words")]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=60)),
                ("language", models.CharField(default="en", max_length=10)),
                ("title", models.CharField(max_length=300)),
                ("text", models.CharField(blank=True, max_length=400)),
                ("url", models.CharField(max_length=200)),
                ("title_key", models.CharField(db_index=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                ("made_by", models.CharField(max_length=8)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "key", "language"), name="document_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("first", models.CharField(max_length=1)),
                ("length", models.PositiveSmallIntegerField()),
                ("letters", models.IntegerField()),
                ("count", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["first", "length", "letters", "word", "count"],
                        name="word_by_shape",
                    )
                ],
            },
        ),
        migrations.RunPython(make_the_index, take_the_index),
    ]
