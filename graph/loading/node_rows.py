"""Nodes as they should stand: entities, documents, statements and the passages they rest on."""

from collections.abc import Iterable, Sequence, Set

from graph.assembly import Became, Judged
from graph.loading.known import Known
from graph.model import Document, Entity, Span, Statement
from graph.schema import ENTITY_LABELS, SCOPE
from graph.search.folding import searchable
from graph.stores.store import NodeRow

_NAME_LENGTH = 80
# Rule 6: a speaker nobody could name is shown as such, never left out.
UNKNOWN_SPEAKER = "unknown speaker"


def entity_node(entity: Entity, joins: Sequence[Became] = ()) -> NodeRow:
    """Return an entity's node. A protected one is found by its role phrase alone.

    `joins`: the entities of single documents that became this one.
    """
    aliases = () if entity.protected else entity.aliases
    return _node(
        ENTITY_LABELS[entity.type],
        entity.id,
        name=entity.name,
        search=searchable(entity.name, *aliases, entity.reference or ""),
        aliases=list(aliases),
        anonymous=entity.anonymous,
        protected=entity.protected,
        reference=entity.reference,
        url=entity.url,
        published=entity.published and entity.published.value,
        joined_names=[join.name for join in joins] or None,
        joined_methods=[join.method for join in joins] or None,
        joined_why=[join.why for join in joins] or None,
    )


def document_node(document: Document, said: Sequence[Statement], held: Set[str]) -> NodeRow:
    """Return a document's node, named by its title or else its file.

    `masked` holds the beginnings and ends of its masked stretches in turn. Of the statements `said`
    in it that nobody rejected it counts all, those not in `held` by a speaker, and those proposed.
    """
    standing = [statement for statement in said if statement.review != "rejected"]
    title = document.title or document.name
    return _node(
        "Document",
        document.id,
        name=title,
        search=searchable(title, document.name, document.publisher or ""),
        sha256=document.sha256,
        title=document.title,
        file=document.name,
        url=document.url,
        publisher=document.publisher,
        published=document.published and document.published.value,
        licence=document.licence,
        media_type=document.media_type,
        characters=document.characters,
        genre=document.genre,
        genre_method=document.genre_method,
        masked=[place for stretch in document.masked for place in stretch],
        withheld=document.withheld,
        origin=document.origin,
        retracted=document.retracted or None,
        statements=len(standing),
        unresolved=sum(statement.id not in held for statement in standing),
        proposed=sum(statement.review == "proposed" for statement in standing),
    )


def statement_node(statement: Statement, known: Known) -> NodeRow:
    """Return a statement's node.

    `quote` holds its parts, one a line, each verbatim. `anonymous_speaker` is absent where no
    speaker is known. A nested one carries `outer` and `outer_speakers` (names, nearest first), so
    that no answer can show it without them. Where it begins, and the day and origin of its
    document, let thousands be put in order and counted without a look at each document.
    """
    parts = [part.quote for part in statement.parts]
    outer = known.outer(statement)
    source = known.documents.get(statement.document)
    return _node(
        "Statement",
        statement.id,
        name=opening(parts[0]),
        search=searchable(*parts),
        quote="\n".join(parts),
        types=[typed.type for typed in statement.types],
        form=statement.form,
        date=statement.date and statement.date.value,
        document=statement.document,
        document_published=source and source.published and source.published.value,
        document_origin=source and source.origin,
        start=statement.parts[0].start,
        anonymous_speaker=_anonymous(statement, known),
        outer=statement.within,
        outer_speakers=[name for each in outer for name in speaker_names(each, known)] or None,
        review=statement.review,
        method=statement.method,
        confidence=statement.confidence,
        retracted=statement.retracted or None,
        **{name: span.quote for name in SCOPE if (span := getattr(statement.scope, name))},
    )


def judgement_node(judged: Judged, known: Known) -> NodeRow:
    """Return a judgement's node. `on` is the id that what it judged has now.

    No engine finds a link by its id without reading all: `link_from` says where one begins.
    """
    said = judged.judgement
    return _node(
        "Judgement",
        said.id,
        name=f"{said.action}, {said.by}",
        number=judged.number,
        action=said.action,
        verdict=said.verdict,
        by=said.by,
        at=said.at,
        why=said.why or None,
        on=judged.on,
        link_from=known.judged_links.get(judged.on),
        standing=judged.stands,
        fits=judged.misfit is None,
        misfit=judged.misfit,
    )


def passage_nodes(spans: Iterable[Span]) -> list[NodeRow]:
    """Return a node for each passage, once."""
    return [
        _node("Passage", span.passage, document=span.document, start=span.start, end=span.end,
              quote=span.quote)
        for span in sorted(set(spans))
    ]  # fmt: skip


def speaker_names(statement: Statement, known: Known) -> list[str]:
    """Return the names of who holds a statement, or that nobody is known to."""
    entities = (known.entities.get(speaker.entity) for speaker in statement.speakers)
    return [entity.name for entity in entities if entity] or [UNKNOWN_SPEAKER]


def opening(words: str) -> str:
    """Return the opening words, at most 80 characters, cut between words."""
    words = " ".join(words.split())
    if len(words) <= _NAME_LENGTH:
        return words
    cut = words[:_NAME_LENGTH].rpartition(" ")[0] or words[: _NAME_LENGTH - 1]
    return f"{cut} …"


def _anonymous(statement: Statement, known: Known) -> bool | None:
    if not statement.speakers:
        return None
    return any(
        speaker.capacity == "anonymous"
        or (speaker.entity in known.entities and known.entities[speaker.entity].anonymous)
        for speaker in statement.speakers
    )


def _node(label: str, id_: str, **properties: object) -> NodeRow:
    known = {key: value for key, value in properties.items() if value is not None}
    return NodeRow(label=label, id=id_, properties=known)
