"""Word documents: what Word would show of them."""

from ingest.readers.word.reader import read

__all__ = ["read"]
