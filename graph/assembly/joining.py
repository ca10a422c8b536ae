"""The archive's records across all sources, joined: what is exported and what is loaded.

Resolution (which entities are one) is passed in. Judgements will be laid over its result here,
between `joined` and what is returned, so that export and graph see the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.archive import Archive
from graph.assembly.merging import merged
from graph.assembly.problems import Problem
from graph.ids import link_id, mention_id
from graph.model import Document, Entity, Link, Mention, Record, Span, Speaker, Statement
from graph.records import in_order

Resolve = Callable[[Sequence[Record]], Mapping[str, str]]
"""Which ids are one: entities are merged, documents (near-identical texts) share an origin."""

_LEVELS = ("name", "nominal", "pronoun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """Records in order, each kind and id once, and what did not fit together."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def assemble(archive: Archive, resolve: Resolve) -> list[Record]:
    """Return the records of all sources, joined: exactly what `export --format records` writes."""
    return list(assembly(archive, resolve).records)


def assembly(archive: Archive, resolve: Resolve) -> Assembly:
    """Return the joined records with what did not fit. The same archive gives the same result."""
    records = [record for source in archive.sources() for record in archive.records(source.sha256)]
    return joined(records, resolve(records))


def joined(records: Sequence[Record], into: Mapping[str, str]) -> Assembly:
    """Return the records with each entity id replaced by the one it is joined into.

    References in mentions, statements and links follow. A link whose ends fall together is left
    out and reported; a reference to nothing stays and is reported.
    """
    names = _Names(into)
    problems: list[Problem] = []
    kept: dict[tuple[str, str], Record] = {}
    for record in (*_entities(records, names), *_others(records, names, problems)):
        _keep(record, kept, problems)
    ordered = in_order(kept.values())
    return Assembly(records=tuple(ordered), problems=tuple(sorted({*problems, *dangling(ordered)})))


class _Names:
    """The id each id is joined into in the end, along chains; a ring joins into its smallest."""

    def __init__(self, into: Mapping[str, str]) -> None:
        self._into = into
        self._shared = frozenset(into.values())

    def origin(self, document: str) -> str | None:
        """Return the document that this one shares an origin with, itself if it is the first."""
        first = self[document]
        return first if first != document or document in self._shared else None

    def __getitem__(self, id_: str) -> str:
        seen = [id_]
        while (next_ := self._into.get(seen[-1], seen[-1])) != seen[-1]:
            if next_ in seen:
                return min(seen[seen.index(next_) :])
            seen.append(next_)
        return seen[-1]


def _entities(records: Iterable[Record], names: _Names) -> Iterator[Entity]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for record in records:
        if isinstance(record, Entity):
            groups[names[record.id]].append(record)
    for id_, group in groups.items():
        yield merged(id_, group)


def _others(records: Iterable[Record], names: _Names, problems: list[Problem]) -> Iterator[Record]:
    for record in records:
        if isinstance(record, Document):
            yield replace(record, origin=names.origin(record.id))
        elif isinstance(record, Mention):
            yield _mention(record, names)
        elif isinstance(record, Statement):
            yield _statement(record, names)
        elif isinstance(record, Link):
            link = _link(record, names)
            if link is None:
                what = f"a link {record.type} was left out, because both its ends are now one thing"
                problems.append(Problem(subject=record.id, happened=what))
            else:
                yield link


def _mention(mention: Mention, names: _Names) -> Mention:
    entity = names[mention.entity]
    if entity == mention.entity:
        return mention
    return replace(mention, id=mention_id(entity, mention.span), entity=entity)


def _statement(statement: Statement, names: _Names) -> Statement:
    speakers: dict[str, Speaker] = {}
    for speaker in statement.speakers:
        entity = names[speaker.entity]
        speakers.setdefault(entity, replace(speaker, entity=entity))
    return replace(
        statement,
        speakers=tuple(speakers.values()),
        about=tuple(dict.fromkeys(names[id_] for id_ in statement.about)),
        reported_by=statement.reported_by and names[statement.reported_by],
    )


def _link(link: Link, names: _Names) -> Link | None:
    source, target = names[link.source], names[link.target]
    if (source, target) == (link.source, link.target):
        return link
    if source == target:
        return None
    id_ = link_id(link.type, source, target, link.spans)
    return replace(link, id=id_, source=source, target=target)


def _keep(record: Record, kept: dict[tuple[str, str], Record], problems: list[Problem]) -> None:
    key = (record.kind, record.id)
    known = kept.setdefault(key, record)
    if known == record:
        return
    if isinstance(known, Mention) and isinstance(record, Mention):
        kept[key] = min(known, record, key=lambda mention: _LEVELS.index(mention.level))
        return
    problems.append(
        Problem(subject=record.id, happened=f"two records of this {record.kind} differ")
    )


def dangling(records: Iterable[Record]) -> list[Problem]:
    """Return a problem for each reference to an id that no record has."""
    records = list(records)
    known = {record.id for record in records}
    return [
        Problem(
            subject=record.id,
            happened=f"this {record.kind} refers to {id_}, which no record describes",
            remedy="Ingest its source again",
        )
        for record in records
        for id_ in sorted(_references(record) - known)
    ]


def _references(record: Record) -> set[str]:
    if isinstance(record, Mention):
        return {record.entity, record.span.document}
    if isinstance(record, Link):
        return {record.source, record.target, *_documents(record.spans)}
    if isinstance(record, Statement):
        named = {*(speaker.entity for speaker in record.speakers), *record.about}
        named |= {id_ for id_ in (record.within, record.reported_by) if id_}
        return named | _documents(record.spans)
    return set()


def _documents(spans: Iterable[Span]) -> set[str]:
    return {span.document for span in spans}
