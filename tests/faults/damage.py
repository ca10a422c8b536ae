"""Ways in which the embedded graph's folder may be damaged; each must be noticed and rebuilt."""

import json
import os
from collections.abc import Callable
from pathlib import Path


def truncated_bucket(graph: Path) -> None:
    """The largest bucket ends half-way."""
    bucket = _biggest(graph, "*.bucket")
    os.truncate(bucket, bucket.stat().st_size // 2)


def overwritten_bucket(graph: Path) -> None:
    """The largest bucket holds something else."""
    bucket = _biggest(graph, "*.bucket")
    bucket.write_bytes(b"\xff" * bucket.stat().st_size)


def missing_bucket(graph: Path) -> None:
    """The largest bucket is gone."""
    _biggest(graph, "*.bucket").unlink()


def missing_dictionary(graph: Path) -> None:
    """The dictionary of names is gone."""
    _biggest(graph, "*.dict").unlink()


def broken_schema(graph: Path) -> None:
    """The schema ends half-way."""
    schema = _data(graph) / "schema.json"
    os.truncate(schema, schema.stat().st_size // 2)


def broken_settings(graph: Path) -> None:
    """The database's own settings are no JSON."""
    (_data(graph) / "configuration.json").write_text("{ not json")


def truncated_index(graph: Path) -> None:
    """The largest index ends half-way."""
    index = _biggest(graph, "*idx")
    os.truncate(index, index.stat().st_size // 2)


def foreign_stamp(graph: Path) -> None:
    """The folder is of another archive."""
    stamp = graph / "stamp.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "archive": "another"}))


def lost_stamp(graph: Path) -> None:
    """Nothing says whose the folder is."""
    (graph / "stamp.json").unlink()


WAYS: tuple[Callable[[Path], None], ...] = (
    truncated_bucket, overwritten_bucket, missing_bucket, missing_dictionary, broken_schema,
    broken_settings, truncated_index, foreign_stamp, lost_stamp,
)  # fmt: skip


def unseal(graph: Path) -> None:
    """Make it look as an unclean stop leaves it: then no seal tells what its files should be."""
    (graph / "seal.json").unlink()


def _data(graph: Path) -> Path:
    return graph / "databases" / "kg"


def _biggest(graph: Path, pattern: str) -> Path:
    return max(_data(graph).glob(pattern), key=lambda path: path.stat().st_size)
