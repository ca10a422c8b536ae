"""Extraction quality against annotated documents: ingest them, export, score.

The documents and their scorer are shared beside the repository, never in it.
"""

import importlib.util
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import ModuleType

from graph.archive import Archive
from graph.assembly import assemble
from graph.records import encode_lines
from ingest.extract import extractor
from ingest.pipeline import ingest
from ingest.pipeline.details import Details
from ingest.resolution import joins

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
Scores = dict[str, dict[str, float | None]]


def scorer() -> ModuleType:
    """Return the shared scorer as a module."""
    path = SHARED / "tools" / "score_gold.py"
    spec = importlib.util.spec_from_file_location("score_gold", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def export_of(folder: Path, articles: list[Path]) -> Path:
    """Ingest the articles into a new archive in `folder` and return its exported records."""
    archive = Archive.create(folder / "archive", title="Scoring")
    now = partial(datetime.now, UTC)
    summary = ingest(archive, map(str, articles), Details(), extractor=extractor(), now=now)
    assert summary.failures == ()
    output = folder / "records.jsonl"
    output.write_bytes(encode_lines(assemble(archive, joins)))
    return output


def score(folder: Path) -> tuple[Scores, list[str]]:
    """Return the numbers by group of documents, and what could not be verified."""
    gold = SHARED / "gold"
    result = scorer().score(gold, export_of(folder, sorted((gold / "articles").glob("*.txt"))))
    return result["groups"], result["unverifiable"]
