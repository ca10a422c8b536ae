"""The engine's own configuration files: who may log in, and what the reader may do."""

import base64
import hashlib
import json
import os
import secrets
from pathlib import Path

DATABASE = "kg"
OWNER = "root"
READER = "reader"
_ROUNDS = 65536
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_CONTROL = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


def write_users(root: Path, *, owner: str, reader: str) -> None:
    """Write users and groups with these passwords; the engine reads them as it starts.

    A password given to the engine itself is ignored once a users file exists, so this file is
    written anew each time.
    """
    folder = root / "config"
    folder.mkdir(parents=True, exist_ok=True)
    users = [
        {"name": OWNER, "password": _hashed(owner), "databases": {"*": ["admin"]}},
        {"name": READER, "password": _hashed(reader), "databases": {DATABASE: ["reader"]}},
    ]
    write_private(folder / "server-users.jsonl", "".join(json.dumps(u) + "\n" for u in users))
    groups = {
        "admin": _group(_CONTROL, _ALL),
        "*": _group([], []),
        "reader": _group([], ["readRecord"]),
    }
    about = {"databases": {"*": {"groups": groups}}, "version": 2}
    write_private(folder / "server-groups.json", json.dumps(about))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole, never readable by others in between."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    partial.replace(path)


def _group(control: list[str], access: list[str]) -> dict[str, object]:
    # resultSetLimit cuts every scan before it is counted: it stays off, rows are capped by us.
    return {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": control,
        "types": {"*": {"access": access}},
    }


def _hashed(password: str) -> str:
    # The engine takes the salt as its base64 text, not as the bytes.
    salt = base64.b64encode(os.urandom(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(key).decode()}"
