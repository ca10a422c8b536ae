"""Links that a document's words make between its entities: one family a module."""

from ingest.relations.draft import Draft, to_link
from ingest.relations.find import find_links

__all__ = ["Draft", "find_links", "to_link"]
