"""Records whose references follow the entities that became one."""

from collections.abc import Mapping
from dataclasses import replace

from graph.ids import link_id, mention_id
from graph.model import Document, Entity, Link, Mention, Record, Speaker, Statement


class Names:
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


def renamed(record: Record, names: Names) -> Record | None:
    """Return the record with the entities that its own became; null for a link of one to itself."""
    match record:
        case Entity():
            id_ = names[record.id]
            return record if id_ == record.id else replace(record, id=id_)
        case Mention():
            return renamed_mention(record, names)
        case Statement():
            return renamed_statement(record, names)
        case Link():
            return renamed_link(record, names)
        case Document():
            return record


def renamed_mention(mention: Mention, names: Names) -> Mention:
    """Return the mention of the entity that its own became."""
    entity = names[mention.entity]
    if entity == mention.entity:
        return mention
    return replace(mention, id=mention_id(entity, mention.span), entity=entity)


def renamed_statement(statement: Statement, names: Names) -> Statement:
    """Return the statement with the entities that its own became, each speaker once."""
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


def renamed_link(link: Link, names: Names) -> Link | None:
    """Return the link between the entities that its ends became; null where they are one."""
    source, target = names[link.source], names[link.target]
    if (source, target) == (link.source, link.target):
        return link
    if source == target:
        return None
    id_ = link_id(link.type, source, target, link.spans)
    return replace(link, id=id_, source=source, target=target)
