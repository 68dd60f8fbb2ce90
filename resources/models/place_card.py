"""What a list tells of a place, made ready when it is saved: public facts and nothing else.

A list of twenty places reads twenty of these rows and no other table. Made and read by
resources.cards.
"""

from django.db import models

from .service_at_location import ServiceAtLocation


class PlaceCard(models.Model):
    place = models.OneToOneField(
        ServiceAtLocation, on_delete=models.CASCADE, primary_key=True, related_name="card"
    )
    # The card's HTML in parts: between them goes what depends on the reader and the moment.
    parts = models.TextField()
    needs = models.TextField(blank=True)  # "syringes=New syringes", a need a line; HTML-safe
    hours = models.TextField(blank=True)
    zone = models.CharField(max_length=40)
    checked = models.CharField(max_length=10, blank=True)  # ISO date
    hours_checked = models.CharField(max_length=10, blank=True)  # ISO date
    how = models.CharField(max_length=10, blank=True)
    moves = models.BooleanField(default=False)
    has_phone = models.BooleanField(default=True)
    # Enough readers say that it has changed. Kept by resources.reporting.
    doubted = models.BooleanField(default=False)
    # By which edition of the card's template and code: after an upgrade all are made anew.
    made_by = models.CharField(max_length=8)
