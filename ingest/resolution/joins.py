"""What resolution says: that two entities are one, or that they might be, and why."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from graph.model import Join

Mark = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Proposal:
    """Two entities, the smaller id first, that agree in part and stay apart until judged."""

    first: str
    second: str
    method: str
    why: str

    @classmethod
    def of(cls, one: str, other: str, method: str, why: str) -> "Proposal":
        """Return the proposal for two ids in either order."""
        return cls(first=min(one, other), second=max(one, other), method=method, why=why)


def join_by_marks(
    marks: Iterable[tuple[Mark, str]],
    kind: str,
    called: Callable[[str], str],
    preferred: Collection[str] = (),
) -> list[Join]:
    """Return the joins of those that share a mark with others, directly or through some.

    A mark is its name and what agrees: words, or ids, which are `called` so in the reason. They
    join into the smallest of the preferred, else of all.
    """
    sharing: dict[Mark, set[str]] = defaultdict(set)
    for mark, key in marks:
        sharing[mark].add(key)
    group_of: dict[str, set[str]] = {}
    for keys in sharing.values():
        merged = keys.union(*(group_of[key] for key in keys if key in group_of))
        group_of.update(dict.fromkeys(merged, merged))
    groups = {id(group): group for group in group_of.values()}
    agreed: dict[str, Mark] = {}
    for mark in sorted(sharing, reverse=True):
        if len(sharing[mark]) > 1:
            agreed.update(dict.fromkeys(sharing[mark], mark))
    made: list[Join] = []
    for group in groups.values():
        into = min(group & set(preferred) or group)
        made += [_join(key, into, kind, agreed[key], called) for key in sorted(group - {into})]
    return made


def _join(key: str, into: str, kind: str, mark: Mark, called: Callable[[str], str]) -> Join:
    why = f"They agree in {mark[0]}: {', '.join(map(called, mark[1:]))}"
    return Join(id=key, into=into, method=f"{kind}/{mark[0].replace(' ', '-')}", why=why)
