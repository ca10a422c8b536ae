"""The gazetteer of an archive: the shipped rows, and those its `gazetteer.yaml` changes or adds."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from graph.errors import OnRecordError
from ingest.gazetteer.loader import check_gazetteer, read_yaml, rows_of, shipped
from ingest.gazetteer.model import Body, Gazetteer, Kind, Office

FILE = "gazetteer.yaml"
_TABLES = ("bodies", "offices", "kinds")
_FIX = "Give `bodies:`, `offices:` or `kinds:`, each a list of rows; docs/gazetteer.md shows one"
Row = TypeVar("Row", Body, Office, Kind)


def gazetteer_for(archive_root: Path | None) -> Gazetteer:
    """Return the shipped gazetteer, changed by the archive's own file where there is one.

    A row of a known slug (office: title; kind: kind) changes the fields it gives; any other is new.
    Raises OnRecordError that names the file and the row.
    """
    own = fingerprint(archive_root)
    return shipped() if archive_root is None or not own else _read(archive_root / FILE, own)


def fingerprint(archive_root: Path | None) -> str:
    """Return a hash of the archive's own rows, empty where it has none: records depend on them."""
    path = archive_root / FILE if archive_root is not None else None
    if path is None or not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@lru_cache(maxsize=4)
def _read(path: Path, own: str) -> Gazetteer:
    """Return the gazetteer of a file; `own` tells one state of the file from the next."""
    del own
    data = read_yaml(path) or {}
    if not isinstance(data, dict) or not set(data) <= set(_TABLES):
        raise OnRecordError("it holds something else than rows", subject=path.name, remedy=_FIX)
    base = shipped()
    gazetteer = Gazetteer(
        bodies=_laid(base.bodies, data.get("bodies"), Body, "slug"),
        offices=_laid(base.offices, data.get("offices"), Office, "title"),
        kinds=_laid(base.kinds, data.get("kinds"), Kind, "kind"),
    )
    check_gazetteer(gazetteer)
    return gazetteer


def _laid(base: tuple[Row, ...], rows: object, kind: type[Row], key: str) -> tuple[Row, ...]:
    """Return the rows with the archive's laid over them; changed ones keep their place."""
    known = {str(getattr(row, key)): row for row in base}
    merged = [_over(known, row, key) for row in rows] if isinstance(rows, list) else rows or []
    changed = {str(getattr(row, key)): row for row in rows_of(FILE, merged, kind, key)}
    return tuple((known | changed).values())


def _over(known: dict[str, Row], row: object, key: str) -> object:
    old = known.get(str(row.get(key))) if isinstance(row, dict) else None
    return {**msgspec.to_builtins(old), **row} if old is not None and isinstance(row, dict) else row
