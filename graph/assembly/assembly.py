"""The archive's records across all sources, joined and judged: what is exported and loaded.

Resolution (which entities are one) is passed in. People's judgements come over it: on who is one
before the joining, on what is said after it, so that export and graph see the same.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from graph.archive import Archive
from graph.archive.removals import standing_removals
from graph.archive.stamps import records_stamp
from graph.assembly.additions import with_additions
from graph.assembly.fitting import documents_of, present_id
from graph.assembly.grounds import Became, as_told
from graph.assembly.groups import Source
from graph.assembly.identity import identify
from graph.assembly.joining import dangling, joined
from graph.assembly.overlay import lay_over
from graph.assembly.problems import Problem
from graph.assembly.protecting import Text, masked_names, protected, protection
from graph.assembly.renaming import Names
from graph.hiding import HiddenNames
from graph.ids import document_id
from graph.judgements import Judgement, Log, read, standing
from graph.model import Document, Join, Link, Record
from graph.records import in_order

_GONE = "its document was removed"
# The fields in which people write words of their own.
_WRITTEN = frozenset(
    {"name", "aliases", "reference", "url", "role", "title", "publisher", "licence"}
)
Resolve = Callable[[Sequence[Record]], Iterable[Join]]
"""Which ids are one: entities are merged, documents (near-identical texts) share an origin."""


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


def settle(archive: Archive, gathered: Gathered, *more: Judgement) -> Assembly:
    """Return gathered records joined, with the archive's judgements and `more` laid over them."""
    gone = {line.document for line in standing_removals(archive.root).values()}
    log = read(archive)
    return put_together(
        gathered.sources, gathered.joins,
        replace(log, judgements=(*log.judgements, *more)),
        lambda document: archive.text(document.sha256), removed=gone,
    )  # fmt: skip


def put_together(
    sources: Sequence[Source],
    joins: Sequence[Join],
    log: Log,
    text: Text,
    *,
    removed: Set[str] = frozenset(),
) -> Assembly:
    """Return the records of these sources, joined and judged; `text` gives a stored text.

    A judgement on words of a `removed` document is no problem: its removal explains it.
    """
    stand = standing(log.judgements)
    tell = _telling(sources, log, text)
    said = [_told(one, tell) for one in log.judgements if one.id in stand]
    undone = [judgement for judgement in log.judgements if judgement.id not in stand]
    given = with_additions(sources, said, text)
    who = identify(given.sources, joins, said, undone)
    one = joined(who.records, who.into)
    names = Names(who.into)
    protect = protection(who.named, said, who.misfits.keys())
    tell = tell | protect.hidden
    laid = lay_over(one.records, [_told(each, tell) for each in said], names,
                    protect.gone(one.records))  # fmt: skip
    # Last of all: whatever a person added or corrected is searched for the names too.
    ordered = in_order(protected(laid.records, protect, text))
    misfits = {**given.misfits, **_ends_are_one(said, names), **who.misfits, **laid.misfits,
               **_removed(said, removed)}  # fmt: skip
    replay = _Replay(stand=stand, names=names, became=laid.became, misfits=misfits, tell=tell)
    judged = tuple(replay.judged(log.judgements))
    unread = (Problem.of(fault) for fault in log.faults)
    problems = {*one.problems, *dangling(ordered), *_misfits(judged), *unread}
    return Assembly(
        records=tuple(ordered),
        problems=tuple(sorted(problems)),
        joins=tuple(as_told(who.joins, ordered, tell)),
        judged=judged,
        into=who.into,
    )


def _telling(sources: Iterable[Source], log: Log, text: Text) -> HiddenNames:
    """Return the names that documents mask; none where nobody wrote anything."""
    documents = (one for _, records in sources for one in records[:1]) if log.judgements else ()
    return masked_names((one for one in documents if isinstance(one, Document)), text)


def _told(judgement: Judgement, tell: HiddenNames) -> Judgement:
    """Return a judgement with the names of protected people masked in what it corrects."""
    if not judgement.changes or not tell.given:
        return judgement
    clear = {name: _masked(value, tell) if name in _WRITTEN else value
             for name, value in judgement.changes.items()}  # fmt: skip
    return replace(judgement, changes=clear)


def _masked(value: object, tell: HiddenNames) -> object:
    if isinstance(value, list | tuple):
        return [_masked(one, tell) for one in value]
    return tell.in_title(value) if isinstance(value, str) else value


def _ends_are_one(judgements: Iterable[Judgement], names: Names) -> dict[str, str]:
    return {
        judgement.id: "both ends of the link are one thing now"
        for judgement in judgements
        for added in judgement.added
        if isinstance(added, Link) and names[added.source] == names[added.target]
    }


def _removed(judgements: Iterable[Judgement], gone: Set[str]) -> dict[str, str]:
    return {
        judgement.id: _GONE
        for judgement in judgements
        if any(gone & documents_of(saw) for saw in (*judgement.saw, *judgement.added))
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Replay:
    """What the replay of the log left: which judgements stand, what became of what they judged."""

    stand: frozenset[str]
    names: Names
    became: Mapping[str, str]
    misfits: Mapping[str, str]
    tell: HiddenNames

    def judged(self, judgements: Iterable[Judgement]) -> Iterable[Judged]:
        """Yield each judgement as it stands now, without names that must not be told."""
        for number, judgement in enumerate(judgements, 1):
            on, other = self._ids(judgement)
            misfit = self.misfits.get(judgement.id)
            yield Judged(
                judgement=replace(judgement, why=self.tell.in_title(judgement.why)),
                number=number,
                on=on,
                other=other,
                stands=judgement.id in self.stand,
                misfit=misfit and self.tell.in_title(misfit),
            )

    def _ids(self, judgement: Judgement) -> tuple[str, str | None]:
        ids = [self._now(saw) for saw in (*judgement.saw, *judgement.added)]
        if not judgement.saw:
            return (ids[0] if ids else self.names[judgement.on]), judgement.other
        if judgement.action == "protect" and judgement.id in self.misfits:
            # The id of whom nobody finds any more may derive from the name.
            return judgement.id, None
        return ids[0], (ids[1] if len(judgement.saw) > 1 else judgement.other)

    def _now(self, saw: Record) -> str:
        id_, seen = present_id(saw, self.names.__getitem__), {""}
        while id_ not in seen and id_ in self.became:
            seen.add(id_)
            id_ = self.became[id_]
        return id_


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
