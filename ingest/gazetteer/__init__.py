"""Public bodies and offices that public-record stories need: data, and its checked loader."""

from ingest.gazetteer.archived import fingerprint, gazetteer_for
from ingest.gazetteer.checking import check_report, report
from ingest.gazetteer.loader import check_gazetteer, load_gazetteer, shipped
from ingest.gazetteer.model import Body, DatedName, Gazetteer, Holder, Kind, Office

__all__ = [
    "Body",
    "DatedName",
    "Gazetteer",
    "Holder",
    "Kind",
    "Office",
    "check_gazetteer",
    "check_report",
    "fingerprint",
    "gazetteer_for",
    "load_gazetteer",
    "report",
    "shipped",
]
