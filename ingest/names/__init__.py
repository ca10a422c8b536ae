"""Who and what a document names: people, bodies, places, laws and operations, with mentions."""

from ingest.names.find import find_names
from ingest.names.result import Names, Role

__all__ = ["Names", "Role", "find_names"]
