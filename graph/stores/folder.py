"""The embedded engine's folder: whose it is, whether it is whole, and setting it aside.

The engine opens most damaged folders without an error and then counts wrongly, so a folder that
was stopped cleanly is sealed with the hashes of its files, and a seal that does not fit is damage.
"""

import hashlib
import json
import secrets
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from graph.stores.engine_files import DATABASE, write_private

State = Literal["new", "sealed", "unclean", "foreign", "damaged"]
_STAMP = "stamp.json"
_BIRTH = "birth"
_SEAL = "seal.json"
_LASTING = "lasting.json"


def fingerprint(archive: str, schema: list[str]) -> dict[str, str]:
    """Return what a folder must have been made by to be used: archive, schema, engine."""
    text = "\n".join(schema)
    return {
        "archive": archive,
        "schema": hashlib.sha256(text.encode()).hexdigest()[:16],
        "engine": _engine_version(),
    }


def state(folder: Path, made_by: dict[str, str]) -> State:
    """Return in which state the folder is. Reads every file of a sealed one."""
    if not folder.exists() or not any(folder.iterdir()):
        return "new"
    stamped = _read(folder / _STAMP)
    if not isinstance(stamped, dict) or {**stamped, _BIRTH: None} != {**made_by, _BIRTH: None}:
        return "foreign"
    sealed = _read(folder / _SEAL)
    if sealed is None:
        return "unclean" if _lasting(folder) >= _noted(folder) else "damaged"
    return "sealed" if sealed == _hashes(folder) else "damaged"


def stamp(folder: Path, made_by: dict[str, str]) -> None:
    """Note what the folder is made by, and break its seal: an engine is about to open it."""
    birth = born(folder) or secrets.token_hex(8)
    write_private(folder / _STAMP, json.dumps({**made_by, _BIRTH: birth}))
    (folder / _SEAL).unlink(missing_ok=True)


def born(folder: Path) -> str | None:
    """Return what tells this folder from one that was made anew in its place; null if unknown."""
    stamped = _read(folder / _STAMP)
    birth = stamped.get(_BIRTH) if isinstance(stamped, dict) else None
    return birth if isinstance(birth, str) else None


def seal(folder: Path) -> None:
    """Note the hashes of all files; only after the engine has stopped."""
    write_private(folder / _SEAL, json.dumps(_hashes(folder)))


def note_lasting_files(folder: Path) -> None:
    """Note the files that last from now on: after an unclean stop, one that lacks is damage.

    The engine itself opens without them, and without a word.
    """
    write_private(folder / _LASTING, json.dumps(sorted(_lasting(folder))))


def set_aside(folder: Path) -> Path:
    """Move the folder away, in place of an earlier one set aside; return where it is now."""
    aside = folder.with_name(f"{folder.name}.set-aside")
    shutil.rmtree(aside, ignore_errors=True)
    folder.rename(aside)
    return aside


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in (folder / "databases" / DATABASE).glob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _lasting(folder: Path) -> set[str]:
    # Indexes are rewritten into other files as they grow; buckets and dictionary stay.
    names = (path.name for path in (folder / "databases" / DATABASE).glob("*"))
    return {name for name in names if name.endswith((".bucket", ".dict"))}


def _noted(folder: Path) -> set[str]:
    names = _read(folder / _LASTING)
    return set(names) if isinstance(names, list) else set()


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _engine_version() -> str:
    for name in ("arcadedb", "arcadedb-embedded"):
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    return "none"
