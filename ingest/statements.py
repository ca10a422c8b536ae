"""Statements as records: attributed words with their speakers, types, subjects and outer words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ids import link_id, statement_id
from graph.model import Confidence, Genre, Link, Span, Speaker, Statement, TypedAs
from ingest.ground import Ground, Said
from ingest.names import Names
from ingest.reading import Attribution, Extent, Reading
from ingest.said_on import said_on
from ingest.scope import find_scope
from ingest.speakers import SpeakerDraft
from ingest.speech_acts import types


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution with who holds it, what it is about and who passes it on (entities' keys)."""

    attribution: Attribution
    speakers: tuple[SpeakerDraft, ...]
    about: tuple[str, ...]
    reporter: str | None = None


def said_by(
    names: Names,
    attributed: Sequence[Attribution],
    spoken: Sequence[tuple[SpeakerDraft, ...]],
) -> tuple[Said, ...]:
    """Return the attributed words as links see them: with speakers and whom they speak for."""
    bodies: dict[str, list[str]] = {}
    for role in names.roles:
        if role.body is not None:
            bodies.setdefault(role.person, []).append(role.body)
    return tuple(
        Said(
            parts=one.parts,
            speakers=tuple(draft.key for draft in who),
            source=one.source,
            cue=one.cue,
            reported=one.outer is not None,
            bodies=tuple(
                body
                for draft in who
                if draft.capacity == "spokesperson"
                for body in bodies.get(draft.key, ())
            ),
        )
        for one, who in zip(attributed, spoken, strict=True)
    )


def to_statements(
    ground: Ground, told: Sequence[Told], genre: Genre = "other"
) -> tuple[Statement, ...]:
    """Return the records, outer before inner; words that two rules found are one statement.

    A nested statement whose outer one is missing is left out: it is never shown alone.
    """
    reading = ground.reading
    ids = [statement_id(reading.span(part) for part in one.attribution.parts) for one in told]
    kept: dict[str, Statement] = {}
    for one, id_ in zip(told, ids, strict=True):
        outer = one.attribution.outer
        within = None if outer is None else ids[outer]
        if id_ not in kept and within != id_ and (within is None or within in kept):
            kept[id_] = _statement(ground, one, id_, kept[within] if within else None, genre)
    return tuple(kept.values())


def about_links(ground: Ground, statements: Sequence[Statement]) -> Iterator[Link]:
    """Yield the link from each statement to each thing it is about, on the words that name it.

    What its own words do not name is inferred, and rests on the statement's first words.
    """
    for statement in statements:
        parts = [Extent(part.start, part.end) for part in statement.parts]
        for key in statement.about:
            named = [n.extent for part in parts for n in ground.within(part) if n.key == key]
            spans = tuple(ground.reading.span(extent) for extent in named or parts[:1])
            yield Link(
                id=link_id("ABOUT", statement.id, key, spans),
                type="ABOUT",
                source=statement.id,
                target=key,
                spans=spans,
                inferred=not named,
                confidence="medium" if named else "low",
                method="rules/about",
            )


def _statement(
    ground: Ground, one: Told, id_: str, outer: Statement | None, genre: Genre
) -> Statement:
    reading, attribution = ground.reading, one.attribution
    speakers = tuple(
        Speaker(entity=draft.key, span=_span(reading, draft.extent), capacity=draft.capacity)
        for draft in one.speakers
        if draft.key in ground.entities
    )
    return Statement(
        id=id_,
        speakers=speakers,
        cue=_span(reading, attribution.cue),
        parts=tuple(reading.span(part) for part in attribution.parts),
        form=attribution.form,
        types=tuple(
            TypedAs(type=act, span=_span(reading, where))
            for act, where in types(reading, attribution)
        ),
        about=tuple(key for key in one.about if key in ground.entities),
        within=outer.id if outer else None,
        date=said_on(reading, attribution, genre),
        reported_by=_reporter(ground, one, outer),
        scope=find_scope(ground, attribution),
        confidence=_confidence(attribution, one.speakers, known=bool(speakers)),
        method=f"rules/{attribution.rule}",
    )


def _reporter(ground: Ground, one: Told, outer: Statement | None) -> str | None:
    """Return who reports a statement: the one speaker of the outer words, else the document's."""
    if outer is not None:
        return outer.speakers[0].entity if len(outer.speakers) == 1 else None
    return one.reporter if one.reporter in ground.entities else None


def _confidence(
    attribution: Attribution, drafts: Sequence[SpeakerDraft], *, known: bool
) -> Confidence:
    """Return high for quoted words with their source beside them, low without a speaker."""
    if not known:
        return "low"
    beside = not attribution.inherited and all(draft.beside for draft in drafts)
    quoted = attribution.form == "direct" and attribution.outer is None
    return "high" if quoted and beside else "medium"


def _span(reading: Reading, extent: Extent | None) -> Span | None:
    return None if extent is None else reading.span(extent)
