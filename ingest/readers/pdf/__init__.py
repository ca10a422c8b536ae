"""PDF: letters at places, made into paragraphs again."""

from ingest.readers.pdf.reader import read, refuse_pages

__all__ = ["read", "refuse_pages"]
