"""People: one where the full name agrees, and the body, office, a telling role or the text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, pairwise

from graph.model import Join
from ingest.gazetteer import shipped
from ingest.resolution.evidence import Evidence, fold
from ingest.resolution.joins import Mark, Proposal, join_by_marks

_FULL_NAME = 2
# “Director” is held in many bodies; “police and crime commissioner” with a name hardly twice.
_TELLING_ROLE = 3


def join_people(evidence: Evidence) -> list[Join]:
    """Return the joins of people.

    They agree in the full name, and in the body, an office of the gazetteer, a telling role or the
    text: a copy of a text names the same people.
    """
    marks = chain(_marks(evidence), _in_copies(evidence))
    return join_by_marks(marks, "person", evidence.called)


def _marks(evidence: Evidence) -> Iterator[tuple[Mark, str]]:
    for link, person in evidence.ends("HOLDS_ROLE", "person"):
        name, role = fold(person.name), fold(link.role or "")
        if len(name.split()) < _FULL_NAME:
            continue
        yield ("name and body", name, link.target), person.id
        if role in _offices():
            yield ("name and office", name, role), person.id
        elif len(role.split()) >= _TELLING_ROLE:
            yield ("name and role", name, role), person.id


def _in_copies(evidence: Evidence) -> Iterator[tuple[Mark, str]]:
    for person in evidence.of_type("person") if evidence.origins else ():
        name = fold(person.name)
        if len(name.split()) < _FULL_NAME:
            continue
        for mention in evidence.mentions.get(person.id, ()):
            origin = evidence.origins.get(mention.span.document)
            if origin is not None:
                yield ("name and text", name, origin), person.id


@cache
def _offices() -> frozenset[str]:
    """Return the titles of offices of which there is one, folded."""
    offices = (office for office in shipped().offices if not office.many and office.body)
    return frozenset(fold(title) for office in offices for title in (office.title, *office.short))


def propose_people(evidence: Evidence, into: Mapping[str, str]) -> Iterator[Proposal]:
    """Yield the pairs of one full name that neither body nor office joins, neighbours by id."""
    called: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for person in evidence.of_type("person"):
        name = fold(person.name)
        if len(name.split()) >= _FULL_NAME:
            called[name].add(into.get(person.id, person.id))
            names.setdefault(name, person.name)
    for name, keys in called.items():
        ordered = sorted(keys)
        for one, other in pairwise(ordered):
            why = f"Both are called {names[name]}, and no body or office in common joins them"
            yield Proposal.of(one, other, "person/name", why)
