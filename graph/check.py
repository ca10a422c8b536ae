"""Verifying the whole archive, and graph and search index against it. Nothing is mended here."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.archive import Archive
from graph.archive.files import held_still
from graph.assembly import Problem, Resolve
from graph.checks.folder import folder_problems
from graph.checks.index import index_problems
from graph.checks.sources import source_problems
from graph.checks.standing import graph_problems
from graph.errors import OnRecordError
from graph.judgements import read
from graph.loading import desired, loaded_version
from graph.stores.store import Store

_ALWAYS = {"sources": "source", "spans": "span", "statements": "statement", "links": "link"}
_WHERE_ANY = {
    "judgements": "judgement",
    "removals": "removal",
    "nodes in the graph": "node in the graph",
    "links in the graph": "link in the graph",
    "entries of the search index": "entry of the search index",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What does not fit, in order (empty: everything fits), and how much was verified, by name."""

    archive: str
    title: str
    problems: tuple[Problem, ...]
    verified: Mapping[str, int]

    def lines(self) -> list[str]:
        """Return each problem on a line, then what was verified."""
        many = len(self.problems)
        head = f"{many} do{'es' if many == 1 else ''} not fit" if many else "Everything fits"
        last = f"{head} in “{self.title}” ({self.archive}): {', '.join(self._counts())} verified."
        return [*(problem.sentence() for problem in self.problems), last]

    def _counts(self) -> Iterator[str]:
        for name, one in (_ALWAYS | _WHERE_ANY).items():
            count = self.verified.get(name, 0)
            if count or name in _ALWAYS:
                yield f"{count} {one if count == 1 else name}"


def check(archive: Archive, store: Store | None, resolve: Resolve) -> list[Problem]:
    """Return everything that does not fit, in order; an empty list is a clean archive."""
    return list(checked(archive, store, resolve).problems)


def checked(archive: Archive, store: Store | None, resolve: Resolve) -> Checked:
    """Verify an archive: hashes, every span, references, schema, judgements, removals, the folder.

    The search index, if it is of the present state; with a store also where it is not, and the
    graph against what the archive says it should hold. Writers are waited for;
    nothing in the archive is changed.
    """
    tally: Counter[str] = Counter()
    with held_still(archive.root / ".lock"):
        problems = set(_archive_problems(archive, tally))
        try:
            rows = desired(archive, resolve)
        except OnRecordError as fault:
            # Something cannot be read; the parts have named where.
            problems.add(Problem.of(fault))
        else:
            problems.update(rows.problems)
            loaded = None
            if store is not None:
                alone = store.engine != "neo4j"  # a server may hold other data too
                problems.update(graph_problems(archive.id, store, rows, tally, alone=alone))
                loaded = loaded_version(store, archive.id)
            problems.update(index_problems(archive, rows, loaded, tally))
    return Checked(
        archive=archive.id,
        title=archive.title,
        problems=tuple(sorted(problems)),
        verified=dict(tally),
    )


def _archive_problems(archive: Archive, tally: Counter[str]) -> list[Problem]:
    problems = list(folder_problems(archive, tally))
    for sha256 in archive.hashes():
        problems.extend(source_problems(archive, sha256, tally))
    try:
        tally["judgements"] = len(read(archive).judgements)
    except OnRecordError as fault:
        problems.append(Problem.of(fault))
    return problems
