"""A graph verified against what the archive says it should hold: every property, both ways."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.assembly import Problem
from graph.loading.rows import Rows
from graph.loading.standing import foreign, loaded_version, version
from graph.schema import EDGES, NODES
from graph.stores.store import EdgeRow, NodeRow, Store

_LOAD = "Run `onrecord load`"
_REBUILD = "Run `onrecord load --rebuild`"
Said = Mapping[str, object]
"""What a node or relationship says: its properties, and the ends of a relationship."""
_NODES = (
    "MATCH (n:`{}`)\nWHERE n.archive = $archive\n"
    "RETURN n.id AS id, properties(n) AS said, null AS source, null AS target"
)
_EDGES = (
    "MATCH (a)-[n:`{}`]->(b)\nWHERE n.archive = $archive\n"
    "RETURN n.id AS id, properties(n) AS said, a.id AS source, b.id AS target"
)
_STRANGE_EDGES = (
    "MATCH (a)-[r]->(b)\n"
    "WHERE (a.archive = $archive OR b.archive = $archive)\n"
    "  AND (r.archive IS NULL OR r.archive <> $archive)\n"
    "RETURN count(r) AS strange"
)


def graph_problems(
    archive: str, store: Store, rows: Rows, tally: Counter[str], *, alone: bool
) -> Iterator[Problem]:
    """Yield where the graph differs from the rows; count into `tally` what was compared.

    `alone`: the database holds this archive and nothing else.
    """
    there, linked = Counter[str](), Counter[str]()
    for label, nodes in _by_name((node.label for node in NODES), rows.nodes).items():
        found = _found(store, _NODES.format(label), archive)
        there.update(found.keys())
        yield from _compared(label, found, nodes)
        tally["nodes in the graph"] += len(found)
    for type_, edges in _by_name((edge.name for edge in EDGES), rows.edges).items():
        found = _found(store, _EDGES.format(type_), archive)
        linked.update(found.keys())
        yield from _compared(type_, found, edges)
        tally["links in the graph"] += len(found)
    for id_, often in (*there.items(), *linked.items()):
        if often > 1:
            what = f"it stands {often} times in the graph"
            yield Problem(subject=id_, happened=what, remedy=_REBUILD)
    if loaded_version(store, archive) != version(rows):
        what = "the graph is not of the archive's present state"
        yield Problem(subject="graph", happened=what, remedy=_LOAD)
    yield from _strange(archive, store, alone=alone)


def _by_name(names: Iterable[str], rows: Iterable[NodeRow | EdgeRow]) -> dict[str, dict[str, Said]]:
    named: dict[str, dict[str, Said]] = {name: {} for name in names}
    for row in rows:
        said = {**row.properties, "id": row.id}
        if isinstance(row, NodeRow):
            named[row.label][row.id] = said
        else:
            named[row.type][row.id] = {**said, "(source)": row.source[1], "(target)": row.target[1]}
    return named


def _found(store: Store, query: str, archive: str) -> dict[str, Said]:
    # The query holds names of the schema alone.
    found: dict[str, Said] = {}
    for id_, said, source, target in store.read(query, {"archive": archive}).rows:
        ends = {} if source is None else {"(source)": source, "(target)": target}
        found[str(id_)] = {**(said if isinstance(said, Mapping) else {}), **ends}
    return found


def _compared(name: str, found: Mapping[str, Said], want: Mapping[str, Said]) -> Iterator[Problem]:
    for id_ in sorted(want.keys() | found.keys()):
        if id_ not in found:
            yield Problem(subject=id_, happened=f"{name} is missing from the graph", remedy=_LOAD)
        elif id_ not in want:
            yield Problem(subject=id_, happened=f"{name} is too much in the graph", remedy=_LOAD)
        elif _plain(found[id_]) != _plain(want[id_]):
            yield _different(name, id_, found[id_], want[id_])


def _different(name: str, id_: str, found: Said, want: Said) -> Problem:
    keys = sorted(found.keys() | want.keys())
    other = [key for key in keys if _plain(found.get(key)) != _plain(want.get(key))]
    # A load compares digests: what was changed by hand under an unchanged digest it cannot see.
    remedy = _LOAD if "digest" in other else _REBUILD
    what = f"{name} is different in the graph ({', '.join(other)})"
    return Problem(subject=id_, happened=what, remedy=remedy)


def _plain(value: object) -> object:
    """Return a value as both sides have it: lists for tuples, also within."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _strange(archive: str, store: Store, *, alone: bool) -> Iterator[Problem]:
    strange = int(str(store.read(_STRANGE_EDGES, {"archive": archive}).rows[0][0]))
    if strange:
        what = f"there are links on things of this archive without its id ({strange})"
        yield Problem(subject="graph", happened=what, remedy=_REBUILD)
    if alone and (others := foreign(store, archive)):
        what = f"there are nodes without this archive's id ({others})"
        yield Problem(
            subject="graph", happened=what, remedy="Delete the folder graph/, then load again"
        )
