"""The nouns of the field, in HSDS's own terms, and the needs and areas they are found by."""

from .area import Area, GazetteerEdition
from .check import Check
from .document import Document, Word
from .help_line import HelpLine
from .location import Location
from .nearby_place import NearbyPlace
from .need import Need, NeedGroup, NeedSynonym, ShippedWords
from .organization import Organization, Upstream
from .phone import Phone
from .place_card import PlaceCard
from .report import Report
from .schedule import Schedule
from .service import Audience, Service
from .service_at_location import ServiceAtLocation

__all__ = [
    "Area",
    "Audience",
    "Check",
    "Document",
    "GazetteerEdition",
    "HelpLine",
    "Location",
    "NearbyPlace",
    "Need",
    "NeedGroup",
    "NeedSynonym",
    "Organization",
    "Phone",
    "PlaceCard",
    "Report",
    "Schedule",
    "Service",
    "ServiceAtLocation",
    "ShippedWords",
    "Word",
    "Upstream",
]
