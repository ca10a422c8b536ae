"""Which edition of some files this is: a hash that any change of them changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from graph.ids import digest


def edition(home: Path, files: Iterable[Path]) -> str:
    """Return 16 hexadecimal digits over the bytes of files, and their names within `home`."""
    ordered = sorted(files)
    hashes = (hashlib.sha256(path.read_bytes()).hexdigest() for path in ordered)
    return digest(*(str(path.relative_to(home)) for path in ordered), *hashes)
