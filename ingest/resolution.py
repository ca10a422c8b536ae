"""Which entities of different documents are one: a mapping that no order of sources changes.

Gazetteer bodies and bodies of one raw name share their ids already. A name alone joins no people:
two of one name may be two, and a wrong join puts words into somebody's mouth.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import Entity, EntityType, Link, LinkType, Record
from ingest.lexicon.tables import table, words

_FULL_NAME = 2
# “Director” is held in many bodies; “police and crime commissioner” with a name hardly twice.
_TELLING_ROLE = 3
_TELLING_TITLE = 2
Versions = Mapping[str, Sequence[Entity]]


def resolve(records: Sequence[Record]) -> dict[str, str]:
    """Return for each entity that joins others the id it is joined into, the smallest of them.

    People join where the full name agrees, and the body or three or more words of the role; reports
    where the publisher agrees, and the reference or a telling title. Whoever is anonymous or
    protected in any document joins nobody. Ids that stay as they are do not appear.
    """
    versions = _versions(records)
    links = [link for link in records if isinstance(link, Link) and link.review != "rejected"]
    people = _joined(_people(versions, links))
    return people | _joined(_reports(versions, links, people))


def fold(name: str) -> str:
    """Return a name without case, accents, full stops and typographic differences."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace(".", " ")
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())


def _versions(records: Iterable[Record]) -> Versions:
    """Return what the documents say of each entity, without whoever one of them hides."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for record in records:
        if isinstance(record, Entity):
            found[record.id].append(record)
    return {
        key: said
        for key, said in found.items()
        if not any(entity.anonymous or entity.protected for entity in said)
    }


def _people(versions: Versions, links: Iterable[Link]) -> Iterator[tuple[str, ...]]:
    """Yield marks that two entities of one person share, each with the entity's id at its end."""
    for link, person in _ends(versions, links, "HOLDS_ROLE", "person"):
        name, role = fold(person.name), fold(link.role or "")
        if len(name.split()) >= _FULL_NAME:
            yield (name, "body", link.target, person.id)
            if len(role.split()) >= _TELLING_ROLE:
                yield (name, "role", role, person.id)


def _reports(
    versions: Versions, links: Iterable[Link], people: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Yield marks that two entities of one report share, each with the entity's id at its end."""
    for link, report in _ends(versions, links, "PUBLISHED", "report"):
        publisher = people.get(link.source, link.source)
        if report.reference:
            yield ("reference", fold(report.reference), publisher, report.id)
        if _is_telling(report.name, versions.get(link.source, ())):
            yield ("title", fold(report.name), publisher, report.id)


def _ends(
    versions: Versions, links: Iterable[Link], type_: LinkType, end: EntityType
) -> Iterator[tuple[Link, Entity]]:
    """Yield each link of a type with what the documents say of the end that is of a kind."""
    for link in links:
        if link.type == type_:
            key = link.source if end == "person" else link.target
            yield from ((link, entity) for entity in versions.get(key, ()) if entity.type == end)


def _is_telling(title: str, publishers: Sequence[Entity]) -> bool:
    """Return whether a title, as capitals show it, says more than a publisher and “report”."""
    common = {word for head in table("reports")["heads"] for word in head.split()}
    common |= words("reports", "bare_modifiers") | {"interim", "final", "volume", "part"}
    common |= {word for publisher in publishers for word in fold(publisher.name).split()}
    said = [word for word in title.split() if len(word) > 3]
    if not all(word[0].isupper() or word[0].isdigit() for word in said):
        return False
    return len([word for word in said if fold(word) not in common]) >= _TELLING_TITLE


def _joined(marks: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Return the smallest id for each that shares a mark with others, directly or through some."""
    sharing: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *mark, key in marks:
        sharing[tuple(mark)].add(key)
    groups: list[set[str]] = []
    for keys in sharing.values():
        touching = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*touching))
    return {key: min(group) for group in groups for key in group if key != min(group)}
