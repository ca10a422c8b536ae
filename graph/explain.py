"""How a statement, link, mention or kind of text came to be, in words: `onrecord explain ID`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.archive import Archive
from graph.assembly import Assembly, Resolve, assembly
from graph.assembly.fitting import present_id
from graph.assembly.renaming import Names
from graph.errors import NotFound
from graph.explore.surroundings import Surroundings, paragraphs, surroundings
from graph.masking import masked
from graph.methods import method_sentence
from graph.model import (
    Confidence,
    Document,
    Entity,
    Link,
    Mention,
    Record,
    Review,
    Span,
    Statement,
)
from graph.telling import spans_by_role, what, why

_ONE = "is one for all documents that name it so"
_AROUND = 80  # characters on either side
_REVIEWS: dict[Review, str] = {
    "proposed": "proposed by the machine; no person has judged it yet",
    "accepted": "accepted by a person",
    "rejected": "rejected by a person",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that a thing rests on, with those around them; `role` says what they are for it."""

    role: str
    span: Span
    around: Surroundings
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """`what` a thing is, `how` it was found, how sure and `why`, the words, what was joined.

    `how`, `confidence` and `review` are null for what has none of its own. `judged`: what people
    said of it.
    """

    id: str
    what: str
    how: str | None
    confidence: Confidence | None
    why: str
    review: Review | None
    words: tuple[Words, ...]
    joined: tuple[str, ...]
    judged: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The records as they stand, by id, and all that went into them."""

    archive: Archive
    made: Assembly
    records: Mapping[str, Record]

    def name(self, id_: str) -> str:
        match self.records.get(id_):
            case Entity() as entity:
                return entity.name
            case Statement() as statement:
                return f"the statement “{_line(statement.parts[0].quote)}”"
            case Document() as document:
                return document.title or document.name
            case _:
                return id_


def explain(archive: Archive, resolve: Resolve, id_: str) -> Explanation:
    """Return how the thing of this id came to be; raise NotFound.

    An id that a single document gave is followed to what it was joined into.
    """
    made = assembly(archive, resolve)
    known = _Known(archive=archive, made=made, records={one.id: one for one in made.records})
    record = known.records.get(_followed(archive, made, id_))
    if record is None:
        raise NotFound(
            "the archive holds no such thing",
            subject=id_,
            remedy="Take the id from a page, an answer or the export",
        )
    return _explained(record, known, id_)


def explain_lines(archive: Archive, resolve: Resolve, id_: str) -> list[str]:
    """Return the explanation as lines for a terminal."""
    found = explain(archive, resolve, id_)
    lines = [found.what]
    lines += [f"How: {found.how}"] if found.how else []
    lines += [f"Confidence: {found.confidence}, because {found.why}."] if found.confidence else []
    lines += [f"Standing: {_REVIEWS[found.review]}."] if found.review else []
    for words in found.words:
        place = f"{words.document}, ¶{words.around.paragraph} ({words.span.passage})"
        around = f"{words.around.before}[[{words.span.quote}]]{words.around.after}"
        lines += ["", f"{words.role}, {place}:", f"  {_line(around)}"]
    for told in (found.joined, found.judged):
        lines += ["", *told] if told else []
    return lines


def _followed(archive: Archive, made: Assembly, id_: str) -> str:
    """Return the id that the record of one document has after joining."""
    names = Names(made.into)
    if names[id_] != id_ or not id_.startswith(("ln-", "mn-")):
        return names[id_]
    raw = (record for source in archive.sources() for record in archive.records(source.sha256))
    single = next((record for record in raw if record.id == id_), None)
    return present_id(single, names.__getitem__) if single else id_


def _explained(record: Record, known: _Known, asked: str) -> Explanation:
    judged = record if isinstance(record, Statement | Link) else None
    method = judged.method if judged else _genre_method(record)
    return Explanation(
        id=record.id,
        what=what(record, known.name),
        how=method and method_sentence(method),
        confidence=judged.confidence if judged else None,
        why=why(judged) if judged else "",
        review=judged.review if judged else None,
        words=tuple(_words(record, known)),
        joined=tuple(_joins(record, known, asked)),
        judged=tuple(_judgements(record, known)),
    )


def _genre_method(record: Record) -> str | None:
    return record.genre_method if isinstance(record, Document) else None


def _words(record: Record, known: _Known) -> Iterator[Words]:
    for role, spans in spans_by_role(record).items():
        for span in dict.fromkeys(spans):
            document = known.records[span.document]
            if isinstance(document, Document):
                text = masked(known.archive.text(document.sha256), document.masked)
                around = surroundings(
                    text, span.start, span.end, paragraphs(text), most=_AROUND
                )  # fmt: skip
                yield Words(role=role, span=span, around=around, document=known.name(document.id))


def _joins(record: Record, known: _Known, asked: str) -> Iterator[str]:
    """Yield which entities of single documents were joined into those that it speaks of."""
    if asked != record.id:
        yield f"{asked} was joined into {record.id}."
    for id_ in _entities(record):
        for one in known.made.joins:
            if one.into == id_:
                name = f"“{one.name}” ({one.id})"
                joined = _ONE if one.shared else f"was joined into {known.name(id_)} ({id_})"
                yield f"{name} {joined}: {one.why}."


def _judgements(record: Record, known: _Known) -> Iterator[str]:
    """Yield who judged it, when and why, in the order in which they did."""
    for one in known.made.judged:
        if record.id in {one.on, one.other}:
            said = one.judgement
            verdict = f" ({said.verdict})" if said.verdict else ""
            line = f"{said.at[:10]} {said.by}: {said.action}{verdict}"
            line += f", because {said.why}" if said.why else ""
            line += "; undone since" if not one.stands else ""
            line += f"; not followed: {one.misfit}" if one.misfit else ""
            yield f"{line} ({said.id})."


def _entities(record: Record) -> tuple[str, ...]:
    match record:
        case Statement():
            return tuple(speaker.entity for speaker in record.speakers)
        case Link():
            return (record.source, record.target)
        case Mention():
            return (record.entity,)
        case _:
            return (record.id,)


def _line(text: str) -> str:
    return " ".join(text.split())
