"""What each report is known by: its days, years, publishers, subjects and the heads of its words.

A report that the archive holds is known by its own document alone. A description that gives no
publisher or subject borrows the only one of the reports of its kind in the same document.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.model import Document, Entity
from ingest.report_heads import families
from ingest.resolution.evidence import Evidence
from ingest.resolution.view import View

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """One report as its documents draw it. `days` and `months` are dates on which it came out.

    `years` are those in its words as well. `families` are the heads it is spoken of by.
    """

    id: str
    name: str
    days: frozenset[str]
    months: frozenset[str]
    years: frozenset[str]
    publishers: frozenset[str]
    subjects: frozenset[str]
    families: frozenset[str]


def portraits(
    evidence: Evidence, people: Mapping[str, str]
) -> tuple[tuple[Portrait, ...], tuple[Portrait, ...]]:
    """Return the reports described and those held, each in order; collectives are neither."""
    view = View(evidence, people)
    held = {key: document for document in evidence.documents for key in view.own(document)}
    reports = {entity.id: entity for entity in evidence.of_type("report")}
    drawn = tuple(
        _described(view, entity, held)
        for key, entity in reports.items()
        if key not in held and not view.is_collective(key)
    )
    kept = tuple(_held(view, reports[key], held[key]) for key in sorted(held.keys() & reports))
    return drawn, kept


def _held(view: View, entity: Entity, document: Document) -> Portrait:
    """Return the portrait of a report held, from its own document; its title says what it is on."""
    published = entity.published or document.published
    given = published.value if published else ""
    publishers = view.publishers(entity.id, document.id)
    if document.publisher:
        publishers |= view.called(document.publisher)
    subjects = view.named_in(entity.name) - publishers
    return Portrait(
        id=entity.id,
        name=entity.name,
        days=frozenset({given} if len(given) == len("2025-01-01") else ()),
        months=frozenset({given[:7]} if len(given) >= len("2025-01") else ()),
        years=frozenset({*_YEAR.findall(given), *_YEAR.findall(entity.name)}),
        publishers=publishers,
        subjects=subjects or view.subjects(entity.id, document.id) - publishers,
        families=families(entity.name),
    )


def _described(view: View, entity: Entity, held: Mapping[str, Document]) -> Portrait:
    given = view.dates(entity.id)
    words = [*view.quotes(entity.id), entity.name]
    own = Portrait(
        id=entity.id,
        name=entity.name,
        days=frozenset(value for value in given if len(value) == len("2025-01-01")),
        months=frozenset(value[:7] for value in given if len(value) >= len("2025-01")),
        years=frozenset(year for text in (*given, *words) for year in _YEAR.findall(text)),
        publishers=view.publishers(entity.id),
        subjects=view.subjects(entity.id),
        families=frozenset(family for text in words for family in families(text)),
    )
    return _in_context(view, own, held)


def _in_context(view: View, own: Portrait, held: Mapping[str, Document]) -> Portrait:
    """Return a portrait with the publisher and subject of its neighbours, where they have one."""
    publishers: set[frozenset[str]] = set()
    subjects: set[frozenset[str]] = set()
    for other, document in view.neighbours(own.id):
        entity = view.evidence.versions[other][0]
        if other in held and held[other].id == document:
            portrait = _held(view, entity, held[other])
            publishers.add(portrait.publishers)
            subjects.add(portrait.subjects)
        elif not own.families or own.families & _heads(view, other):
            publishers.add(view.publishers(other, document))
            subjects.add(view.subjects(other, document))
    return replace(
        own,
        publishers=own.publishers or _only(publishers),
        subjects=own.subjects or _only(subjects),
    )


def _heads(view: View, key: str) -> frozenset[str]:
    return frozenset(family for text in view.quotes(key) for family in families(text))


def _only(sets: set[frozenset[str]]) -> frozenset[str]:
    """Return what all that are not empty agree on, or nothing."""
    said = {one for one in sets if one}
    return next(iter(said)) if len(said) == 1 else frozenset()
