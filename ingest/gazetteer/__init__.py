"""Public bodies and offices that public-record stories need: data, and its checked loader."""

from ingest.gazetteer.loader import check_gazetteer, load_gazetteer, shipped
from ingest.gazetteer.model import Body, DatedName, Gazetteer, Kind, Office

__all__ = [
    "Body",
    "DatedName",
    "Gazetteer",
    "Kind",
    "Office",
    "check_gazetteer",
    "load_gazetteer",
    "shipped",
]
