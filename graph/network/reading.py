"""Things and links read out of the store as rows: of the whole graph, or by id.

Rows, never the driver's graph objects: things are keyed by our own id, links by their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.batches import batched
from graph.explore.asking import Row, ask, ask_some
from graph.explore.refs import kind_of
from graph.stores.store import Store

BATCH = 1000
#: How many links are read at most for each thing that may be shown.
LINKS_A_THING = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A node with its kind and everything that is stored of it."""

    id: str
    kind: str
    properties: Mapping[str, object]

    @property
    def rejected(self) -> bool:
        """Whether a person has rejected it."""
        return self.properties.get("review") == "rejected"

    @property
    def protected(self) -> bool:
        """Whether it must never be identified."""
        return bool(self.properties.get("protected"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relationship with its own id, its type and everything that is stored of it."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, object]

    @property
    def rejected(self) -> bool:
        """Whether a person has rejected it."""
        return self.properties.get("review") == "rejected"


def every_thing(store: Store, limit: int) -> tuple[list[Thing], bool]:
    """Return at most `limit` things in the order of their ids, and whether there are more."""
    rows, cut = ask_some(store, "whole_things", limit=limit)
    return [_thing(row) for row in rows], cut


def every_link(store: Store, limit: int) -> tuple[list[Link], bool]:
    """Return at most `limit` links in the order of their ids, and whether there are more."""
    rows, cut = ask_some(store, "whole_links", limit=limit)
    return [_link(row) for row in rows], cut


def things_by_id(store: Store, ids: Sequence[str]) -> list[Thing]:
    """Return the things of these ids that the graph holds, in their order."""
    found = {str(row["id"]): _thing(row) for row in _batched(store, "some_things", ids)}
    return [found[id_] for id_ in dict.fromkeys(ids) if id_ in found]


def links_among(store: Store, ids: Sequence[str]) -> list[Link]:
    """Return every link that leads from one of these things to another, by id."""
    inside = set(ids)
    found = (_link(row) for row in _batched(store, "links_from", ids))
    return sorted((link for link in found if link.target in inside), key=lambda link: link.id)


def words_of(store: Store, passages: Iterable[str]) -> dict[str, str]:
    """Return the words of each passage."""
    rows = _batched(store, "words_of", sorted(set(passages)))
    return {str(row["id"]): str(row["quote"]) for row in rows}


def _batched(store: Store, name: str, ids: Sequence[str]) -> Iterator[Row]:
    for some in batched(dict.fromkeys(ids), BATCH):
        yield from ask(store, name, ids=some)


def holders_of(store: Store, statements: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Return for each holder of a statement its id, the holder's name, whether it is protected."""
    rows = _batched(store, "holders", statements)
    return [(str(row["id"]), str(row["name"]), bool(row["protected"])) for row in rows]


def protected_phrases(store: Store) -> frozenset[str]:
    """Return the phrases that stand for protected people."""
    return frozenset(str(row["name"]) for row in ask(store, "protected_phrases"))


def _thing(row: Row) -> Thing:
    return Thing(id=str(row["id"]), kind=kind_of(row["labels"]), properties=_known(row))


def _link(row: Row) -> Link:
    return Link(
        id=str(row["id"]), type=str(row["type"]), source=str(row["source"]),
        target=str(row["target"]), properties=_known(row),
    )  # fmt: skip


def _known(row: Row) -> Mapping[str, object]:
    known = row["properties"]
    return known if isinstance(known, dict) else {}
