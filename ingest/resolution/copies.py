"""Which documents of an archive are copies: near-identical texts, known by the earliest of them."""

import contextlib
import sqlite3
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

import msgspec

from graph.archive import Archive
from graph.archive.cache import cache
from graph.model import Document
from ingest.origins import Outline, origins

# The names change with the way in which outlines are made and compared.
_OUTLINES = "CREATE TABLE outlines_1 (text BLOB PRIMARY KEY, words BLOB, size INTEGER, kept BLOB)"
_FOUND = "CREATE TABLE found_1 (texts BLOB, origins BLOB)"


def copies(archive: Archive, documents: Iterable[Document]) -> dict[str, str]:
    """Return for each copy the document it is a copy of: the one published first, then by id.

    What texts were found to be one is kept in the archive's cache until a text comes or goes.
    """
    known = {document.id: document for document in documents}
    groups: dict[str, list[Document]] = defaultdict(list)
    for document, origin in _origins(archive, known).items():
        groups[origin].append(known[document])
    copied: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=_age)
        copied.update({document.id: first.id for document in group if document != first})
    return copied


def _origins(archive: Archive, known: Mapping[str, Document]) -> dict[str, str]:
    """Return the origin of each document that has copies.

    A text is known by a hash of its bytes as they are now, so that no change of it goes unseen.
    """
    texts = {
        id_: blake2b(archive.text(document.sha256).encode(), digest_size=16).digest()
        for id_, document in sorted(known.items())
    }
    key = blake2b(b"".join(id_.encode() + text for id_, text in texts.items())).digest()
    with cache(archive.root, "copies", _FOUND) as kept:
        if (there := _found(kept, key)) is not None:
            return there
        found = origins(
            _outlines(archive, known, texts), lambda id_: archive.text(known[id_].sha256)
        )
        often = Counter(found.values())
        found = {id_: origin for id_, origin in found.items() if often[origin] > 1}
        with contextlib.suppress(sqlite3.Error):
            kept.execute("DELETE FROM found_1")
            kept.execute("INSERT INTO found_1 VALUES (?, ?)", (key, msgspec.json.encode(found)))
    return found


def _found(kept: sqlite3.Connection, key: bytes) -> dict[str, str] | None:
    try:
        row = kept.execute("SELECT origins FROM found_1 WHERE texts = ?", (key,)).fetchone()
        return msgspec.json.decode(row[0], type=dict[str, str]) if row else None
    except (sqlite3.Error, msgspec.MsgspecError):
        return None


def _age(document: Document) -> tuple[bool, str, str]:
    published = document.published
    return published is None, published.value if published else "", document.id


def _outlines(
    archive: Archive, known: Mapping[str, Document], texts: Mapping[str, bytes]
) -> dict[str, Outline]:
    """Return the outline of each document's text; the cache drops what no document has."""
    with cache(archive.root, f"outlines-{sys.byteorder}", _OUTLINES) as kept:
        there = _remembered(kept)
        new: dict[bytes, Outline] = {}
        for id_, text in texts.items():
            if text not in there and text not in new:
                new[text] = Outline.of(archive.text(known[id_].sha256))
        _remember(kept, new, there.keys() - texts.values())
    there.update(new)
    return {id_: there[text] for id_, text in texts.items()}


def _remembered(kept: sqlite3.Connection) -> dict[bytes, Outline]:
    try:
        rows = kept.execute("SELECT text, words, size, kept FROM outlines_1").fetchall()
    except sqlite3.Error:
        return {}
    return {
        text: Outline(words=words, size=size, kept=array("Q", numbers))
        for text, words, size, numbers in rows
    }


def _remember(
    kept: sqlite3.Connection, new: Mapping[bytes, Outline], gone: Iterable[bytes]
) -> None:
    rows = ((text, one.words, one.size, one.kept.tobytes()) for text, one in new.items())
    with contextlib.suppress(sqlite3.Error):
        kept.executemany("INSERT INTO outlines_1 VALUES (?, ?, ?, ?)", rows)
        kept.executemany("DELETE FROM outlines_1 WHERE text = ?", ((text,) for text in gone))
