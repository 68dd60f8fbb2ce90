"""What can be searched: one row for each thing that readers may see, in the words it is found by.

Kept by resources.documents, asked by resources.searching only. Migration 0005 adds an index of
`words` that no model knows: on SQLite an FTS5 table that triggers keep, on PostgreSQL a column.
A migration that makes this table anew on SQLite has to make its triggers anew, too.
"""

from django.db import models


class Document(models.Model):
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    language = models.CharField(max_length=10, default="en")
    title = models.CharField(max_length=300)
    text = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=200)
    # The title as it is compared; and all words, folded, passages parted by "|".
    title_key = models.CharField(max_length=300, db_index=True)
    words = models.TextField(blank=True)
    # By which edition of our code: after an upgrade all are made anew.
    made_by = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="document_once")
        ]


class Word(models.Model):
    """A word that stands in a document, for who misspells it. Gone with the last document."""

    word = models.CharField(max_length=40, primary_key=True)
    first = models.CharField(max_length=1)
    length = models.PositiveSmallIntegerField()
    # A bit for each letter in it: words that share too few are not compared.
    letters = models.IntegerField()
    count = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["first", "length", "letters", "word", "count"], name="word_by_shape"
            )
        ]
