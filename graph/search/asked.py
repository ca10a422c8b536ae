"""Asking the index, made right first: one that is old never answers without saying so."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.loading import loaded_version
from graph.search.file import Unfit, reading, version_of
from graph.search.updating import update
from graph.stores.store import Store

T = TypeVar("T")


def asked(
    archive: Archive, store: Store, work: Callable[[sqlite3.Connection], T]
) -> tuple[T, bool]:
    """Return what `work` gets from the index, and whether the index is of the graph's version.

    One that is missing, old or damaged is brought up to date first. While the graph or the index is
    being changed by another process, what there is answers, and false says so.
    """
    version = loaded_version(store, archive.id)
    try:
        with reading(archive) as index:
            # "" is a graph that is being loaded: whoever loads it brings the index after it.
            if version in {"", version_of(index)}:
                return work(index), version != ""
    except Unfit:
        update(archive, store)
    else:
        # Where it cannot be changed now (another does, the disk is full), the old one answers.
        with suppress(BlockingIOError, OnRecordError):
            update(archive, store, wait=False)
    try:
        with reading(archive) as index:
            return work(index), version_of(index) == version
    except Unfit:
        # Damage that only showed when it was read.
        update(archive, store, anew=True)
    with reading(archive) as index:
        return work(index), version_of(index) == version
