"""The search index verified: that it holds together, and holds what the archive's records say."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing

from graph.archive import Archive
from graph.assembly import Problem
from graph.errors import OnRecordError
from graph.loading.rows import Rows
from graph.loading.standing import version
from graph.schema import NODES
from graph.search.asking import Row
from graph.search.file import Unfit, path_of, reading, version_of
from graph.search.keeping import Kept, keys, named_entry, text_entries
from graph.search.places import BANDS, of_thing, place
from graph.search.soundness import faults
from graph.stores.store import NodeRow

_INDEX = "index/search.sqlite"
_LOAD = "Run `onrecord load`"
_REBUILD = "Run `onrecord load --rebuild`"
_BAND_OF = {node.label: node.kind for node in NODES if node.kind in BANDS}
_ENTRIES = (
    "SELECT place, words, start, paragraph, page FROM entries WHERE place BETWEEN ? AND ? "
    "ORDER BY place"
)
_KEYS = "SELECT key FROM names WHERE place = ?"


def index_problems(
    archive: Archive, rows: Rows, loaded: str | None, tally: Counter[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the index; count into `tally` the entries that were compared.

    `loaded` is the version of the graph, null where none was loaded or it was not asked. The index
    is read in a copy in memory, so that it is of one moment and nothing is changed.
    """
    if not path_of(archive).exists():
        if loaded:
            yield Problem(subject=_INDEX, happened="there is no search index", remedy=_LOAD)
        return
    try:
        with reading(archive) as index, closing(sqlite3.connect(":memory:")) as copy:
            index.backup(copy)
            for fault in faults(copy):
                yield Problem(subject=_INDEX, happened=fault, remedy=_LOAD)
                return
            yield from _standing(copy, archive, rows, loaded, tally)
    except Unfit:
        what = "it is damaged, or of another archive or version of this program"
        yield Problem(subject=_INDEX, happened=what, remedy=_LOAD)
    except OnRecordError as fault:
        yield Problem.of(fault)


def _standing(
    index: sqlite3.Connection, archive: Archive, rows: Rows, loaded: str | None,
    tally: Counter[str],
) -> Iterator[Problem]:  # fmt: skip
    of = version_of(index)
    if not of:
        what = "a change of the search index was broken off"
        yield Problem(subject=_INDEX, happened=what, remedy=_LOAD)
    elif loaded and of != loaded:
        what = "the search index is not of the graph's present state"
        yield Problem(subject=_INDEX, happened=what, remedy=_LOAD)
    elif of == version(rows):
        differ = _compared(index, archive, rows, tally)
        for (what, band), many in sorted(differ.items()):
            said = f"{what} ({many} of kind {band})"
            yield Problem(subject=_INDEX, happened=said, remedy=_REBUILD)


def _compared(
    index: sqlite3.Connection, archive: Archive, rows: Rows, tally: Counter[str]
) -> Counter[tuple[str, str]]:
    """Return how many things are not kept as the rows say, by what is wrong and by kind."""
    want = {node.id: node for node in rows.nodes if node.label in _BAND_OF}
    found = {
        id_: (number, band, digest)
        for id_, number, band, digest in index.execute(
            "SELECT id, number, band, digest FROM things"
        )
    }
    words = _words(rows)
    differ = Counter(
        ("the search index holds what is too much", band)
        for id_, (_, band, _) in found.items()
        if id_ not in want
    )
    for id_, node in want.items():
        band = _BAND_OF[node.label]
        if id_ not in found:
            differ["the search index lacks what the archive holds", band] += 1
            continue
        number, kind, digest = found[id_]
        kept_entries, kept_keys = _kept(index, number, band)
        entries, names = _said(archive, number, band, _row(node, words.get(id_, [])))
        tally["entries of the search index"] += len(kept_entries)
        kept = kept_entries, kept_keys, kind, digest
        if kept != (entries, names, band, node.properties["digest"]):
            differ["the search index says something else than the archive", band] += 1
    return differ


def _kept(index: sqlite3.Connection, number: int, band: str) -> tuple[list[Kept], set[str]]:
    """Return the entries of a thing, and what its names are compared by."""
    bands = (band, "paragraph") if band == "document" else (band,)
    entries = [row for each in bands for row in index.execute(_ENTRIES, of_thing(each, number))]
    return entries, {key for (key,) in index.execute(_KEYS, (place(band, number),))}


def _said(archive: Archive, number: int, band: str, row: Row) -> tuple[list[Kept], set[str]]:
    """Return the same as the records say it."""
    if row["rejected"]:
        return [], set()
    text = text_entries(archive, number, row) if band == "document" else ()
    return [named_entry(band, number, row), *text], keys(band, row)


def _row(node: NodeRow, words: list[object]) -> Row:
    """Return a node as the index asks for it of the graph."""
    said = node.properties
    names = ("name", "reference", "file", "publisher", "quote", "sha256", "aliases", "masked")
    rejected = said.get("review") == "rejected" or bool(said.get("retracted"))
    return {**{name: said.get(name) for name in names}, "words": words, "rejected": rejected}


def _words(rows: Rows) -> Mapping[str, list[object]]:
    """Return the words of each statement's parts, in their order."""
    quotes = {node.id: node.properties["quote"] for node in rows.nodes if node.label == "Passage"}
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for edge in rows.edges:
        if edge.type == "STATED_IN":
            position = int(str(edge.properties["position"]))
            parts[edge.source[1]].append((position, edge.target[1]))
    return {id_: [quotes[part] for _, part in sorted(each)] for id_, each in parts.items()}
