"""Ingesting sources that are in the archive already, beside reading and hashing their files."""

import hashlib
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from graph.archive import Archive
from ingest.extract import extractor
from ingest.pipeline import ingest
from ingest.pipeline.details import Details
from tests.bench.comparison import Comparison, compare
from tests.bench.invented import article

SOURCES = 300


def run() -> Comparison:
    """Compare a second ingest of the same folder with the least that noticing no change takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = folder / "files"
        files.mkdir()
        for number in range(SOURCES):
            (files / f"{number}.txt").write_text(article(number, 12), "utf-8")
        archive = Archive.create(folder / "archive", title="Benchmark")
        again = partial(
            ingest, archive, [str(files)], Details(),
            extractor=extractor(), now=partial(datetime.now, UTC),
        )  # fmt: skip
        again()
        return compare(
            f"Ingesting {SOURCES} unchanged sources again (other: reading and hashing them)",
            again,
            lambda: [hashlib.sha256(path.read_bytes()) for path in files.iterdir()],
            amount=SOURCES,
            unit="sources",
        )
