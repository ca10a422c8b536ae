"""Bringing the index to what the graph says: compared by digest, changed where they differ.

Each batch is a transaction of its own, so that a search never waits long, and whatever a run that
broke off has left, the next one ends at the same index.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from graph.archive import Archive
from graph.batches import batched
from graph.loading import loaded_version
from graph.loading.difference import Touched
from graph.schema import NODES
from graph.search.asking import Digests, Row, digests, things
from graph.search.file import (
    FULL_TEXT,
    Damaged,
    Unfit,
    note_version,
    version_of,
    writing,
)
from graph.search.keeping import listed, put_named, put_text, take_out
from graph.search.places import BANDS, THINGS, number_for
from graph.search.soundness import faults
from graph.stores.store import Store

_BAND_OF = {node.label: node.kind for node in NODES}
_BATCH = 200


class _Thing(NamedTuple):
    """Something to be found: where it stands, and the graph's digest of what it says."""

    band: str
    number: int
    id: str
    digest: str | None


def update(
    archive: Archive,
    store: Store,
    *,
    wait: bool = True,
    anew: bool = False,
    doubted: bool = False,
    touched: Touched | None = None,
) -> None:
    """Bring the index of an archive to its graph, or make it `anew`; one that is damaged too.

    `doubted`: all of it is read first, to see whether it is damaged. Where the index is of the
    version before, only what a load has `touched` is looked at. Raises BlockingIOError where
    another process is at it and `wait` is false.
    """
    try:
        with writing(archive, wait=wait, anew=anew) as index:
            if doubted and (fault := next(faults(index), None)):
                raise Damaged(fault)
            _bring(index, archive, store, touched)
    except Unfit:
        with writing(archive, wait=wait, anew=True) as index:
            _bring(index, archive, store, None)


def _bring(
    index: sqlite3.Connection, archive: Archive, store: Store, touched: Touched | None
) -> None:
    version = loaded_version(store, archive.id)
    if version and version_of(index) == version:
        return
    near = touched.ids if touched and touched.before == version_of(index) else None
    note_version(index, "")
    want = digests(store, archive.id, near)
    stale, kept = _standing(index, want, near)
    _remove(index, stale)
    _add(index, archive, store, _numbered(index, want, kept))
    if any(thing.band == "document" for thing in stale):
        # Words that are masked or removed now must not lie on in the file either.
        for table in FULL_TEXT:
            index.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - a name
        index.commit()
    note_version(index, version)


def _standing(
    index: sqlite3.Connection, want: Digests, near: Collection[str] | None
) -> tuple[list[_Thing], set[str]]:
    """Return what is to be removed, and the ids of what stays; of those that are `near` alone."""
    stale: list[_Thing] = []
    kept: set[str] = set()
    for thing in _kept(index, near):
        _, digest = want.get(thing.id, (None, None))
        if thing.digest is None or thing.digest != digest:
            stale.append(thing)
        else:
            kept.add(thing.id)
    return stale, kept


def _kept(index: sqlite3.Connection, near: Collection[str] | None) -> list[_Thing]:
    every = "SELECT band, number, id, digest FROM things"
    if near is None:
        return [_Thing(*row) for row in index.execute(f"{every} ORDER BY band, number")]
    found = (index.execute(f"{every} WHERE id = ?", (id_,)).fetchone() for id_ in near)
    return sorted(_Thing(*row) for row in found if row)


def _numbered(index: sqlite3.Connection, want: Digests, kept: set[str]) -> list[_Thing]:
    """Return what is to be added, in the order of its places: others are slow to write."""
    taken: set[int] = set()
    new = []
    for id_ in sorted(want.keys() - kept):
        labels, digest = want[id_]
        number = number_for(id_)
        while number in taken or _is_taken(index, number):
            number = (number + 1) % THINGS
        taken.add(number)
        new.append(_Thing(_band(labels), number, id_, None if digest is None else str(digest)))
    return sorted(new, key=lambda thing: (BANDS.index(thing.band), thing.number))


def _is_taken(index: sqlite3.Connection, number: int) -> bool:
    return bool(index.execute("SELECT 1 FROM things WHERE number = ?", (number,)).fetchone())


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
    for some in batched(new, _BATCH):
        rows = {str(row["id"]): row for row in things(store, [thing.id for thing in some])}
        # What a load took away meanwhile is no longer there.
        yield [thing for thing in some if thing.id in rows], rows


def _remove(index: sqlite3.Connection, stale: Iterable[_Thing]) -> None:
    for some in batched(stale, _BATCH):
        with index:
            for thing in some:
                take_out(index, thing.band, thing.number)


def _band(labels: object) -> str:
    return next(_BAND_OF[label] for label in listed(labels) if label in _BAND_OF)
