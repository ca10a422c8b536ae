"""Bringing a graph to what the archive says: make anew what may differ, write what does.

Declarative and idempotent: whatever a run that broke off has left, the next one ends at the same
graph. Everything written carries `archive`; nothing else is ever changed. The caller holds the
archive's lock.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.archive import Archive
from graph.archive.stamps import records_stamp
from graph.assembly import Assembly, Gathered, Resolve, assembly, gather, settle
from graph.errors import UsageError
from graph.loading.difference import Difference, Key, Touched, keyed
from graph.loading.known import Known
from graph.loading.manifest import Given, Lost, Manifest, manifest, plain
from graph.loading.rows import Rows, graph_rows, unit_rows
from graph.loading.stamp import stamp as stamp_of_load
from graph.loading.standing import (
    Noted,
    counted,
    foreign,
    marked,
    note,
    noted,
    standing_edges,
    standing_nodes,
)
from graph.loading.summary import LoadSummary
from graph.loading.telling import Progress
from graph.loading.units import Unit, inputs, units
from graph.loading.writing import Writer
from graph.schema import STATE
from graph.stores.store import Store


def desired(archive: Archive, resolve: Resolve) -> Rows:
    """Return the rows as they should stand for an archive, marked; problems of both steps."""
    made = assembly(archive, resolve)
    rows = marked(graph_rows(made), archive.id)
    problems = tuple(sorted({*made.problems, *rows.problems}))
    return Rows(nodes=rows.nodes, edges=rows.edges, problems=problems)


def load(
    archive: Archive,
    store: Store,
    resolve: Resolve,
    *,
    rebuild: bool = False,
    beside_others: bool = False,
    progress: Progress = lambda what, done, total: None,
    stamp: str | None = None,
    gathered: Gathered | None = None,
) -> LoadSummary:
    """Bring the graph up to date; return what was done.

    `rebuild`: first remove what is of this archive. `beside_others`: go on in a database that
    holds other data, which is refused with UsageError else. `stamp` of the archive and `resolve`:
    where the last load had the same, the archive is not read. `gathered` records are used where
    they still are those of the archive.
    """
    said = noted(store, archive.id)
    if said is None and not beside_others:
        _refuse_foreign(archive, store)
    if rebuild and said is not None:
        remove(archive, store)
        said = None
    if stamp and said and (stands := _stands(archive, store, said, stamp)):
        return stands
    if gathered is None or gathered.stamp is None or gathered.stamp != records_stamp(archive):
        gathered = gather(archive, resolve)
    work = _Work.of(archive, store, settle(archive, gathered), progress)
    for _ in range(2):
        try:
            with manifest(archive.root) as kept:
                return work.done(kept, said, stamp)
        except Lost:  # it is empty now
            continue
    raise AssertionError("an empty manifest cannot be lost")


def _stands(archive: Archive, store: Store, said: Noted, stamp: str) -> LoadSummary | None:
    """Return the summary of a load that has nothing to do; null where something may be to do."""
    with manifest(archive.root) as kept:
        if not _is_of(kept, said, stamp):
            return None
    if counted(store, archive.id) != said.counts:
        return None
    return LoadSummary(version=said.version, counts=kept.counts, problems=kept.found())


def up_to_date(archive: Archive, store: Store) -> bool:
    """Return whether the graph is noted to be of the archive as it is; nothing is counted."""
    said, now = noted(store, archive.id), stamp_of_load(archive)
    with manifest(archive.root) as kept:
        return bool(said and now) and _is_of(kept, said, now)


def _is_of(kept: Manifest, said: Noted | None, stamp: str | None) -> bool:
    return said is not None and (kept.version, kept.stamp) == (said.version, stamp)


def remove(archive: Archive, store: Store) -> None:
    """Take everything of this archive out of the graph, and nothing else."""
    # What breaks off half-way must not pass for the version that was there.
    note(store, archive.id, Noted(version=""))
    for type_, ids in standing_edges(store, archive.id).items():
        store.delete_edges(type_, ids)
    for label, ids in standing_nodes(store, archive.id).items():
        store.delete_nodes(label, ids)
    store.delete_nodes(STATE.label, [archive.id])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """An archive's records as they stand, cut into units with their inputs, and where they go."""

    archive: str
    store: Store
    made: Assembly
    known: Known
    units: Mapping[str, tuple[Unit, bytes]]
    progress: Progress = field(repr=False)

    @classmethod
    def of(cls, archive: Archive, store: Store, made: Assembly, progress: Progress) -> "_Work":
        known = Known.of(made.records, made.joins, made.judged)
        cut = {unit.key: (unit, inputs(unit, known)) for unit in units(made.records, known)}
        return cls(archive=archive.id, store=store, made=made, known=known, units=cut,
                   progress=progress)  # fmt: skip

    def done(self, kept: Manifest, said: Noted | None, stamp: str | None) -> LoadSummary:
        """Bring the graph from what stands in it to what should, and note that in both."""
        fits = bool(said and said.version and said.version == kept.version)
        miscounted = bool(fits and said and counted(self.store, self.archive) != said.counts)
        if fits and not miscounted:
            stale = [key for key, (_, made_of) in self.units.items()
                     if kept.inputs.get(key) != made_of]  # fmt: skip
            gone = kept.inputs.keys() - self.units.keys()
            self._note_made(kept, stamp)
            if not stale and not gone:
                kept.seal(kept.counts)
                return self._summary(kept, Difference())
            there = keyed(row for key in (*stale, *gone) if key in kept.inputs
                          for row in _rows(kept.given(key)))  # fmt: skip
            kept.drop(gone)
        else:
            kept.begin_anew()
            stale, there = list(self.units), _standing(self.store, self.archive)
            kept.counts = _counts(there)
            self._note_made(kept, stamp)
        note(self.store, self.archive, Noted(version=""))
        difference = self._written(kept, stale, there)
        version = kept.seal(_after(kept.counts, difference))
        note(self.store, self.archive, Noted(version=version, counts=kept.counts))
        summary = self._summary(kept, difference, miscounted=miscounted)
        if said and fits and not miscounted:
            return replace(summary, touched=Touched.by(said.version, difference))
        return summary

    def _note_made(self, kept: Manifest, stamp: str | None) -> None:
        kept.stamp = stamp
        kept.problems[""] = list(map(plain, self.made.problems))

    def _written(
        self, kept: Manifest, stale: Sequence[str], there: Mapping[Key, str]
    ) -> Difference:
        """Write what differs between what is `there` and what the stale units give."""
        difference = None
        if there:
            want = {key: digest for unit in stale
                    for key, digest in keyed(_rows(self._given(unit))).items()}  # fmt: skip
            difference = Difference.between(there, want)
        writer = Writer(store=self.store, difference=difference)
        writer.clear()
        new: set[Key] = set()
        steps = _Steps(stale, self.progress)
        for key in stale:
            rows = self._rows(key)
            given = Given.of(rows)
            kept.put(key, self.units[key][1], given)
            if difference is None:
                new.update(keyed(_rows(given)))
            writer.put(rows)
            steps.done(key)
        writer.send(last=True)
        return difference or Difference(new=frozenset(new))

    def _rows(self, key: str) -> Rows:
        return marked(unit_rows(self.units[key][0], self.known), self.archive)

    def _given(self, key: str) -> Given:
        return Given.of(self._rows(key))

    def _summary(
        self, kept: Manifest, difference: Difference, *, miscounted: bool = False
    ) -> LoadSummary:
        return LoadSummary(
            version=str(kept.version),
            counts=kept.counts,
            added=_counts(difference.new),
            changed=_counts(difference.other),
            removed=_counts(difference.gone),
            problems=kept.found(),
            miscounted=miscounted,
        )


class _Steps:
    """Tells how far a load has come, kind by kind."""

    def __init__(self, keys: Iterable[str], progress: Progress) -> None:
        self._progress = progress
        self._totals = Counter(map(_kind, keys))
        self._done: Counter[str] = Counter()

    def done(self, key: str) -> None:
        """Count one more; every hundredth and the last is told."""
        kind = _kind(key)
        self._done[kind] += 1
        if self._done[kind] % 100 == 0 or self._done[kind] == self._totals[kind]:
            self._progress(kind, self._done[kind], self._totals[kind])


def _kind(key: str) -> str:
    shelf, parted, _ = key.partition("/")
    return {"entities": "things"}.get(shelf, shelf) if parted else "documents"


def _standing(store: Store, archive: str) -> dict[Key, str]:
    found = (*standing_nodes(store, archive).items(), *standing_edges(store, archive).items())
    return {(name, id_): digest for name, ids in found for id_, digest in ids.items()}


def _rows(given: Given) -> Iterable[tuple[str, str, str]]:
    return (*given.nodes, *given.edges)


def _after(before: Mapping[str, int], difference: Difference) -> dict[str, int]:
    now = Counter(before)
    now.update(_counts(difference.new))
    now.subtract(_counts(difference.gone))
    return {name: count for name, count in sorted(now.items()) if count}


def _counts(keys: Iterable[Key]) -> dict[str, int]:
    return dict(sorted(Counter(name for name, _ in keys).items()))


def _refuse_foreign(archive: Archive, store: Store) -> None:
    if others := foreign(store, archive.id):
        raise UsageError(
            f"the graph database holds {others} nodes that are not of this archive",
            subject=str(archive.root),
            remedy="Name an empty database, or say that this archive may be loaded beside them",
        )
