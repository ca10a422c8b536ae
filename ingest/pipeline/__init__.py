"""Documents in: what the user names is collected, stored, extracted and told, in one order."""

from ingest.pipeline.run import IngestSummary, ingest, ingest_described

__all__ = ["IngestSummary", "ingest", "ingest_described"]
