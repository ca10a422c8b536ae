"""The sample archive as `onrecord demo` makes it, and its graph on the embedded engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from graph.archive import Archive
from graph.loading import load
from graph.stores.open import open_store
from graph.stores.store import Store
from ingest.extract import extractor
from ingest.pipeline.demonstration import make_sample
from ingest.resolution import resolver


def sample(root: Path) -> Archive:
    """Return the sample archive, made in this folder."""
    made, summary = make_sample(root, extractor=extractor(), now=partial(datetime.now, UTC))
    assert (summary.new, summary.failures) == (15, ())
    return made


@contextmanager
def loaded(archive: Archive) -> Iterator[Store]:
    """Open the archive's graph on the embedded engine, brought up to date."""
    with open_store(archive, None) as store:
        load(archive, store, resolver(archive))
        yield store
