"""The archive folder: the truth. Everything else is computed from it."""

from graph.archive.archive import Archive
from graph.archive.source import Source

__all__ = ["Archive", "Source"]
