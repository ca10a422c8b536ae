"""Bringing the index to what the graph says: compared by digest, changed where they differ.

Each batch is a transaction of its own, so that a search never waits long, and whatever a run that
broke off has left, the next one ends at the same index.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from graph.archive import Archive
from graph.loading import loaded_version
from graph.schema import NODES
from graph.search.asking import Digests, Row, digests, things
from graph.search.file import note_version, version_of, writing
from graph.search.keeping import listed, put_named, put_text, take_out
from graph.search.places import BANDS, THINGS, number_for
from graph.stores.store import Store

_BAND_OF = {node.label: node.kind for node in NODES}
_BATCH = 200


class _Thing(NamedTuple):
    """Something to be found: where it stands, and the graph's digest of what it says."""

    band: str
    number: int
    id: str
    digest: str | None


def update(archive: Archive, store: Store, *, wait: bool = True, anew: bool = False) -> None:
    """Bring the index of an archive to its graph, or make it `anew`.

    Raises BlockingIOError where another process is at it and `wait` is false.
    """
    with writing(archive, wait=wait, anew=anew) as index:
        version = loaded_version(store, archive.id)
        if version and version_of(index) == version:
            return
        note_version(index, "")
        want = digests(store, archive.id)
        stale, kept = _standing(index, want)
        _remove(index, stale)
        _add(index, archive, store, _numbered(want, kept))
        if any(thing.band == "document" for thing in stale):
            # Words that are masked or removed now must not lie on in the file either.
            index.execute("INSERT INTO folded (folded) VALUES ('optimize')")
            index.commit()
        note_version(index, version)


def _standing(index: sqlite3.Connection, want: Digests) -> tuple[list[_Thing], dict[str, int]]:
    """Return what is to be removed, and the numbers of what stays by id."""
    stale: list[_Thing] = []
    kept: dict[str, int] = {}
    for row in index.execute("SELECT band, number, id, digest FROM things ORDER BY band, number"):
        thing = _Thing(*row)
        _, digest = want.get(thing.id, (None, None))
        if thing.digest is None or thing.digest != digest:
            stale.append(thing)
        else:
            kept[thing.id] = thing.number
    return stale, kept


def _numbered(want: Digests, kept: Mapping[str, int]) -> list[_Thing]:
    """Return what is to be added, in the order of its places: others are slow to write."""
    taken = set(kept.values())
    new = []
    for id_ in sorted(want.keys() - kept.keys()):
        labels, digest = want[id_]
        number = number_for(id_)
        while number in taken:
            number = (number + 1) % THINGS
        taken.add(number)
        new.append(_Thing(_band(labels), number, id_, None if digest is None else str(digest)))
    return sorted(new, key=lambda thing: (BANDS.index(thing.band), thing.number))


def _add(index: sqlite3.Connection, archive: Archive, store: Store, new: list[_Thing]) -> None:
    for some, rows in _with_rows(store, new):
        with index:
            for thing in some:
                # A document is whole only with its paragraphs, which come last.
                digest = None if thing.band == "document" else thing.digest
                index.execute(
                    "INSERT INTO things VALUES (?, ?, ?, ?)",
                    (thing.number, thing.id, thing.band, digest),
                )
                if not rows[thing.id]["rejected"]:
                    put_named(index, thing.band, thing.number, rows[thing.id])
    for some, rows in _with_rows(store, [one for one in new if one.band == "document"]):
        with index:
            for thing in some:
                if not rows[thing.id]["rejected"]:
                    put_text(index, archive, thing.number, rows[thing.id])
                index.execute(
                    "UPDATE things SET digest = ? WHERE number = ?", (thing.digest, thing.number)
                )


def _with_rows(
    store: Store, new: Iterable[_Thing]
) -> Iterator[tuple[list[_Thing], dict[str, Row]]]:
    remaining = iter(new)
    while some := list(islice(remaining, _BATCH)):
        rows = {str(row["id"]): row for row in things(store, [thing.id for thing in some])}
        # What a load took away meanwhile is no longer there.
        yield [thing for thing in some if thing.id in rows], rows


def _remove(index: sqlite3.Connection, stale: Iterable[_Thing]) -> None:
    remaining = iter(stale)
    while some := list(islice(remaining, _BATCH)):
        with index:
            for thing in some:
                take_out(index, thing.band, thing.number)


def _band(labels: object) -> str:
    return next(_BAND_OF[label] for label in listed(labels) if label in _BAND_OF)
