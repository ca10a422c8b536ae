"""The archive's records across all sources, joined and judged: what is exported and loaded.

Resolution (which entities are one) is passed in. People's judgements come over it: on who is one
before the joining, on what is said after it, so that export and graph see the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from graph.archive import Archive
from graph.archive.removals import standing_removals
from graph.archive.stamps import records_stamp
from graph.assembly.fitting import documents_of, present_id
from graph.assembly.groups import Source
from graph.assembly.identity import identify
from graph.assembly.joining import dangling, joined
from graph.assembly.overlay import lay_over
from graph.assembly.problems import Problem
from graph.assembly.protecting import hidden_names, protected
from graph.assembly.renaming import Names
from graph.hiding import HiddenNames
from graph.ids import document_id
from graph.judgements import Judgement, Log, read, standing
from graph.model import Document, Entity, Join, Record
from graph.records import in_order

_GONE = "its document was removed"
Resolve = Callable[[Sequence[Record]], Iterable[Join]]
"""Which ids are one: entities are merged, documents (near-identical texts) share an origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """The entity `id` of one document, called `name` there, is `into`: by which method, and why."""

    id: str
    name: str
    into: str
    method: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement as it stands now, the `number`th of the log.

    `on` and `other` are the ids that its things have now. `stands`: nobody has undone it. `misfit`
    says why it could not be followed; null: it was.
    """

    judgement: Judgement
    number: int
    on: str
    other: str | None
    stands: bool
    misfit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """Records in order, each kind and id once, what became one, what people said, what is wrong.

    `into` gives for each id that is joined into another that other.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    joins: tuple[Became, ...] = ()
    judged: tuple[Judged, ...] = ()
    into: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The records of an archive by document, and what resolution joined; before any judgement.

    `stamp` of the records as they were read; null where one may have changed meanwhile.
    """

    sources: tuple[Source, ...]
    joins: tuple[Join, ...]
    stamp: str | None


def assemble(archive: Archive, resolve: Resolve) -> list[Record]:
    """Return the records of all sources, joined: exactly what `export --format records` writes."""
    return list(assembly(archive, resolve).records)


def assembly(archive: Archive, resolve: Resolve) -> Assembly:
    """Return the archive's records as they stand. The same archive gives the same result."""
    return settle(archive, gather(archive, resolve))


def gather(archive: Archive, resolve: Resolve) -> Gathered:
    """Return the archive's records by document, and what `resolve` joins of them."""
    stamp = records_stamp(archive)
    sources = tuple(
        (document_id(sha256), tuple(archive.records(sha256))) for sha256 in archive.hashes()
    )
    joins = tuple(resolve([record for _, of_one in sources for record in of_one]))
    return Gathered(sources=sources, joins=joins, stamp=stamp)


def settle(archive: Archive, gathered: Gathered) -> Assembly:
    """Return gathered records joined, with the archive's judgements laid over them."""
    gone = {line.document for line in standing_removals(archive.root).values()}
    return put_together(
        gathered.sources, gathered.joins, read(archive),
        lambda document: archive.text(document.sha256), removed=gone,
    )  # fmt: skip


def put_together(
    sources: Sequence[Source],
    joins: Sequence[Join],
    log: Log,
    text: Callable[[Document], str],
    *,
    removed: Set[str] = frozenset(),
) -> Assembly:
    """Return the records of these sources, joined and judged; `text` gives a stored text.

    A judgement on words of a `removed` document is no problem: its removal explains it.
    """
    stand = standing(log.judgements)
    said = [judgement for judgement in log.judgements if judgement.id in stand]
    who = identify(sources, joins, said)
    one = joined(who.records, who.into)
    names = Names(who.into)
    hidden = hidden_names(entity for found in who.named.values() for entity in found)
    clean = protected(one.records, hidden, frozenset(who.named), text)
    laid = lay_over(clean, said, names, text)
    misfits = {**who.misfits, **laid.misfits, **_removed(said, removed)}
    judged = tuple(_judged(log.judgements, names, stand, misfits, hidden))
    ordered = in_order(laid.records)
    unread = (Problem.of(fault) for fault in log.faults)
    problems = {*one.problems, *dangling(ordered), *_misfits(judged), *unread}
    return Assembly(
        records=tuple(ordered),
        problems=tuple(sorted(problems)),
        joins=tuple(_became(sources, who.joins)),
        judged=judged,
        into=who.into,
    )


def _became(sources: Iterable[Source], joins: Sequence[Join]) -> Iterable[Became]:
    called = {join.id: "" for join in joins}
    for _, records in sources if called else ():
        for record in records:
            if isinstance(record, Entity) and called.get(record.id) == "":
                called[record.id] = record.name
    return (
        Became(id=join.id, name=called[join.id], into=join.into, method=join.method, why=join.why)
        for join in joins
        if called[join.id]
    )


def _removed(judgements: Iterable[Judgement], gone: Set[str]) -> dict[str, str]:
    return {
        judgement.id: _GONE
        for judgement in judgements
        if any(gone & documents_of(saw) for saw in (*judgement.saw, *judgement.added))
    }


def _judged(
    judgements: Iterable[Judgement],
    names: Names,
    stand: frozenset[str],
    misfits: Mapping[str, str],
    hidden: HiddenNames,
) -> Iterable[Judged]:
    for number, judgement in enumerate(judgements, 1):
        ids = [present_id(saw, names.__getitem__) for saw in judgement.saw]
        first = judgement.added[0].id if judgement.added else names[judgement.on]
        yield Judged(
            judgement=replace(judgement, why=hidden.in_title(judgement.why)),
            number=number,
            on=ids[0] if ids else first,
            other=(ids[1] if len(ids) > 1 else judgement.other),
            stands=judgement.id in stand,
            misfit=misfits.get(judgement.id),
        )


def _misfits(judged: Iterable[Judged]) -> Iterable[Problem]:
    for one in judged:
        if one.misfit and one.misfit != _GONE:
            said = one.judgement
            yield Problem(
                subject=said.id,
                happened=f"the judgement “{said.action}” of {said.by} on {one.on} is not followed: "
                f"{one.misfit}",
                remedy="Judge what stands there now, or undo it",
            )
