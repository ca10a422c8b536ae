"""What people said must be protected: names masked in every text, records on them left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from graph.hiding import (
    HiddenNames,
    called,
    called_after,
    cleared,
    kind_of_setting,
    name_words,
    settings,
    shown,
)
from graph.judgements import Judgement
from graph.masking import joined, masked
from graph.model import Document, Entity, Link, Mention, Record, Statement, Stretch

Text = Callable[[Document], str]
"""Gives the stored text of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Whom people protected: `of` by the ids they have now, their names, `hidden` in every text.

    `unfound` are the names of those whom no record holds any more; they stay hidden.
    """

    of: frozenset[str]
    hidden: HiddenNames
    unfound: frozenset[tuple[str, ...]] = frozenset()

    def gone(self, records: Iterable[Record]) -> frozenset[str]:
        """Return the ids of the entities among these records that bear a hidden name."""
        if not self.hidden.given:
            return frozenset()
        entities = [record for record in records if isinstance(record, Entity)]
        bearing = called_after(entities, self.hidden, named=(entity.id for entity in entities))
        return bearing | {
            entity.id for entity in entities
            if self.unfound and entity.type == "person"
            and any(_words(entity, name) in self.unfound for name in _names(entity))
        }  # fmt: skip


def protection(
    named: Mapping[str, Iterable[Entity]], judgements: Iterable[Judgement], misfits: Set[str]
) -> Protection:
    """Return whom people protected, by their names in records and in what was judged.

    A protection that finds nobody any more hides the names that it was made on all the same: a
    newer version that names somebody otherwise must not bring the name back.
    """
    protect = [judgement for judgement in judgements if judgement.action == "protect"]
    entities = {one for found in named.values() for one in found}
    saw = {(one, judgement.id in misfits) for judgement in protect for one in judgement.saw
           if isinstance(one, Entity) and not one.anonymous}  # fmt: skip
    words = {_words(one, name) for one in (*entities, *(one for one, _ in saw))
             for name in _names(one)}  # fmt: skip
    return Protection(
        of=frozenset(named),
        hidden=called(words),
        unfound=frozenset(_words(one, name) for one, lost in saw if lost for name in _names(one)),
    )


def protected(records: Sequence[Record], protection: Protection, text: Text) -> list[Record]:
    """Return the joined records without the hidden names.

    Every text is searched for whole names, and where it speaks of them for parts of these: also a
    near-identical copy of such a text, and one whose title, file name or address has the name.
    """
    hidden = protection.hidden
    if not hidden.given:
        return list(records)
    gone = protection.gone(records)
    of_document = _by_document(records)
    documents = [record for record in records if isinstance(record, Document)]
    speaking = _speaking(documents, of_document, protection, gone, text)
    kept: list[Record] = [
        replace(record, url=record.url and hidden.in_address(record.url))
        for record in records
        if isinstance(record, Entity) and record.id not in gone
    ]
    for document in documents:
        own = of_document[document.id]
        places = _places(text(document), own, protection, gone) if document.id in speaking else ()
        here = replace(hidden, stretches=joined([*document.masked, *places]))
        clear = cleared(own, here, gone) if places or gone else None
        kept += clear.records if clear else own
        withheld = document.withheld + (clear.withheld if clear else 0)
        kept.append(shown(document, here, withheld))
    return kept


def masked_names(documents: Iterable[Document], text: Text) -> HiddenNames:
    """Return the names that extraction masked in these documents: no reason may tell them."""
    people: list[tuple[str, ...]] = []
    hidden = HiddenNames()
    for document in documents:
        stored = text(document) if document.masked else ""
        left = masked(stored, document.masked)
        told = [stored[start:end] for start, end in document.masked]
        people += [name_words(said) for said in told if kind_of_setting(said) is None]
        # What still stands may be named: a school where it acts in public, a town.
        places = [said for said in told if kind_of_setting(said) is not None and said not in left]
        hidden |= settings(places, never=frozenset(re.findall(r"\w+", left)) if places else ())
    return called(people) | hidden


def _by_document(records: Iterable[Record]) -> Mapping[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        match record:
            case Statement():
                found[record.document].append(record)
            case Mention():
                found[record.span.document].append(record)
            case Link():
                found[record.spans[0].document].append(record)
    return found


def _speaking(
    documents: Iterable[Document], of_document: Mapping[str, list[Record]],
    protection: Protection, gone: Set[str], text: Text,
) -> set[str]:  # fmt: skip
    """Return the ids of the documents that speak of them, and of near-identical copies."""
    origins = {
        document.origin or document.id
        for document in documents
        if _mentions(of_document[document.id], protection.of | gone)
        or any(map(protection.hidden.is_whole_in, _heads(document)))
        or protection.hidden.is_whole_in(text(document))
    }
    return {document.id for document in documents
            if document.id in origins or document.origin in origins}  # fmt: skip


def _mentions(own: Iterable[Record], of: Set[str]) -> bool:
    return any(isinstance(record, Mention) and record.entity in of for record in own)


def _heads(document: Document) -> list[str]:
    return [document.name, document.title or "", document.url or ""]


def _places(
    text: str, own: Iterable[Record], protection: Protection, gone: Set[str]
) -> list[Stretch]:  # fmt: skip
    mentions = [record for record in own if isinstance(record, Mention) and record.level == "name"]
    others = [
        (mention.span.start, mention.span.end)
        for mention in mentions
        if mention.entity not in gone | protection.of
    ]
    named = [
        (mention.span.start, mention.span.end)
        for mention in mentions
        if mention.entity in protection.of
    ]
    return [*named, *protection.hidden.places(text, others)]


def _names(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.aliases


def _words(entity: Entity, name: str) -> tuple[str, ...]:
    if entity.type == "case":
        return tuple(re.findall(r"\w+", name))
    return name_words(name)
