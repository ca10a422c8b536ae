"""What people said must be protected: names masked in every text, records on them left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.hiding import HiddenNames, called, called_after, cleared, elsewhere, name_words, shown
from graph.masking import joined
from graph.model import Document, Entity, Link, Mention, Record, Statement, Stretch

Text = Callable[[Document], str]
"""Gives the stored text of a document."""
# Words before a name that many people share.
_TITLES = frozenset(
    {"Mr", "Mrs", "Miss", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Prof", "Professor", "Cllr",
     "Councillor", "Alderman", "Judge", "Reverend", "Sergeant", "Inspector", "Constable", "Chief",
     "Superintendent", "Detective", "Commissioner", "Mayor", "Minister", "Baroness"}
)  # fmt: skip


def hidden_names(named: Iterable[Entity]) -> HiddenNames:
    """Return the names of entities that are protected, whole and in part."""
    return called((_words(e, name) for e in named for name in (e.name, *e.aliases)), never=_TITLES)


def protected(
    records: Sequence[Record], hidden: HiddenNames, of: frozenset[str], text: Text
) -> list[Record]:
    """Return the joined records without the hidden names, which are those of the entities `of`.

    Every text is searched for whole names, and where it speaks of them for parts of these.
    """
    if not (hidden.whole or hidden.alone):
        return list(records)
    entities = [record for record in records if isinstance(record, Entity)]
    gone = called_after(entities, hidden, named=(entity.id for entity in entities))
    of_document = _by_document(records)
    kept: list[Record] = [entity for entity in entities if entity.id not in gone]
    for document in (record for record in records if isinstance(record, Document)):
        own = of_document[document.id]
        places = _places(text(document), own, hidden, gone, of)
        here = replace(hidden, stretches=joined([*document.masked, *places]))
        clear = cleared(own, here, gone) if places or gone else None
        kept += clear.records if clear else own
        withheld = document.withheld + (clear.withheld if clear else 0)
        kept.append(shown(document, here, withheld))
    return kept


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


def _places(
    text: str, own: Iterable[Record], hidden: HiddenNames, gone: frozenset[str], of: frozenset[str]
) -> list[Stretch]:
    mentions = [record for record in own if isinstance(record, Mention)]
    speaks = any(mention.entity in of for mention in mentions)
    if not speaks and not hidden.whole_names.search(text):
        return []
    others = [
        (mention.span.start, mention.span.end)
        for mention in mentions
        if mention.level == "name" and mention.entity not in gone | of
    ]
    named = [
        (mention.span.start, mention.span.end)
        for mention in mentions
        if mention.level == "name" and mention.entity in of
    ]
    return [*named, *elsewhere(text, hidden, others)]


def _words(entity: Entity, name: str) -> tuple[str, ...]:
    if entity.type == "case":
        return tuple(re.findall(r"\w+", name))
    return tuple(word for word in name_words(name) if word not in _TITLES)
