"""Which entities of different documents are one: a mapping that no order of sources changes.

Gazetteer bodies and bodies of one raw name share their ids already. A name alone joins no people:
two of one name may be two, and a wrong join puts words into somebody's mouth.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import Entity, Link, Record

_NAMED_PARTS = 2


def resolve(records: Sequence[Record]) -> dict[str, str]:
    """Return for each entity that joins others the id it is joined into, the smallest of them.

    People join where the full name agrees and a body or the words of a role do; reports where the
    title or reference and the publisher do. Whoever is anonymous or protected joins nobody. Ids
    that stay as they are do not appear.
    """
    entities = {record.id: record for record in records if isinstance(record, Entity)}
    links = [record for record in records if isinstance(record, Link)]
    open_ = {key: entity for key, entity in entities.items() if not _is_hidden(entity)}
    groups = _groups((*_people(open_, links), *_reports(open_, links)))
    return {
        key: min(group) for group in groups for key in sorted(group) if key != min(group)
    }  # fmt: skip


def _is_hidden(entity: Entity) -> bool:
    return entity.anonymous or entity.protected


def fold(name: str) -> str:
    """Return a name without case, accents, dots and typographic differences."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace(".", " ")
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())


def _people(entities: Mapping[str, Entity], links: Iterable[Link]) -> Iterator[tuple[str, ...]]:
    """Yield marks that two records of one person share: name and body, name and role."""
    for link in links:
        person = entities.get(link.source)
        if link.type != "HOLDS_ROLE" or link.review == "rejected" or person is None:
            continue
        name = fold(person.name)
        if person.type != "person" or len(name.split()) < _NAMED_PARTS:
            continue
        yield ("person", name, "body", link.target, person.id)
        if link.role:
            yield ("person", name, "role", fold(link.role), person.id)


def _reports(entities: Mapping[str, Entity], links: Iterable[Link]) -> Iterator[tuple[str, ...]]:
    """Yield marks that two records of one report share: reference or title, and the publisher."""
    for link in links:
        report = entities.get(link.target)
        if link.type != "PUBLISHED" or link.review == "rejected" or report is None:
            continue
        if report.type == "report" and report.reference:
            yield ("report", "reference", fold(report.reference), link.source, report.id)
        if report.type == "report" and _is_title(report.name):
            yield ("report", "title", fold(report.name), link.source, report.id)


def _is_title(name: str) -> bool:
    """Return whether a report's name is a title and not a description in a document's words."""
    words = [word for word in name.split() if len(word) > 3]
    return len(words) >= _NAMED_PARTS and all(word[0].isupper() for word in words)


def _groups(marks: Iterable[tuple[str, ...]]) -> list[set[str]]:
    """Return the ids that share a mark, directly or through others, two or more together."""
    sharing: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *mark, key in marks:
        sharing[tuple(mark)].add(key)
    groups: list[set[str]] = []
    for keys in sharing.values():
        joined = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*joined))
    return [group for group in groups if len(group) > 1]
