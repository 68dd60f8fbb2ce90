"""What a list may tell of a place, made ready when it is saved: public facts and nothing else.

A list of twenty places reads twenty of these rows and no other table. Made by resources.cards.
"""

from django.db import models

from .service_at_location import ServiceAtLocation


class PlaceCard(models.Model):
    place = models.OneToOneField(
        ServiceAtLocation, on_delete=models.CASCADE, primary_key=True, related_name="card"
    )
    facts = models.JSONField()
