"""What every command imports once it begins to work."""

import graph.check
import graph.explain
import graph.judging.asked
import graph.loading
import ingest.extract
import ingest.pipeline
import ingest.resolution
import web.printed

__all__ = ["graph", "ingest", "web"]
