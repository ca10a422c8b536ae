"""Fuller names for reports that a bare phrase names: whose they are, on whom, and of which day.

“latest report” says nothing away from its document; “Tide Inspectorate’s latest report, 3 May 2021”
does. Dates that a link gives are kept with the report.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model import Entity, PartialDate
from ingest.dates import MONTHS
from ingest.ground import Ground
from ingest.reading import Named
from ingest.relations import Draft
from ingest.report_heads import COUNT

_ON = re.compile(r" (?:on|of|into|about) ")
_COUNT = re.compile(rf"(?i)(?:{COUNT})\b")


def tell_more(ground: Ground, drafts: Sequence[Draft]) -> Mapping[str, Entity]:
    """Return the entities with reports dated and named by what the document's links say of them.

    The document's own report and those called by a title or reference keep their names. No name
    takes in whoever is anonymous or protected.
    """
    told = dict(ground.entities)
    titled = {named.key for named in ground.mentions if _is_title(ground, named)}
    for key, entity in ground.entities.items():
        if entity.type == "report":
            report = entity if entity.published else replace(entity, published=_day(key, drafts))
            kept = key == ground.own or key in titled or report.reference
            told[key] = report if kept else _named(report, ground.entities, drafts)
    return told


def _is_title(ground: Ground, named: Named) -> bool:
    """Return whether a mention is the very name that a report goes by, as names are written."""
    if named.type != "report" or named.level != "name":
        return False
    words = " ".join(ground.reading.words(named.extent).split())
    return words == ground.entities[named.key].name


def _day(key: str, drafts: Sequence[Draft]) -> PartialDate | None:
    """Return the date on which links say that a report came out, if all that say one agree."""
    dates = {draft.date for draft in drafts if draft.type == "PUBLISHED" and draft.target == key}
    said = dates - {None}
    return next(iter(said)) if len(said) == 1 else None


def _named(report: Entity, entities: Mapping[str, Entity], drafts: Sequence[Draft]) -> Entity:
    by = _only(
        entities, [d.source for d in drafts if _is(d, "PUBLISHED") and d.target == report.id]
    )
    on = _only(
        entities,
        [d.target for d in drafts if _is(d, "INSPECTED", "CONCERNS") and d.source == report.id],
    )
    name = report.name
    if on is not None and not _speaks_of(name, on) and not _ON.search(name):
        name = f"{name} on {on.name}"
    if by is not None and not _speaks_of(name, by):
        name = f"{by.name}’s {name[:1].lower() + name[1:] if _COUNT.match(name) else name}"
    day = report.published
    if day is not None and day.precision == "day" and not _speaks_of_day(name, day):
        name = f"{name}, {_in_words(day)}"
    return replace(report, name=name)


def _is(draft: Draft, *types: str) -> bool:
    return draft.type in types and draft.confidence != "low"


def _only(entities: Mapping[str, Entity], keys: Sequence[str]) -> Entity | None:
    """Return the one thing all links name, if it may stand in a name."""
    found = {key for key in keys if key in entities}
    one = entities[next(iter(found))] if len(found) == 1 else None
    if one is None or one.anonymous or one.protected or one.type not in {"organisation", "person"}:
        return None
    return one


def _speaks_of(name: str, body: Entity) -> bool:
    said = name.casefold()
    return any(one.casefold() in said for one in (body.name, *body.aliases))


def _speaks_of_day(name: str, day: PartialDate) -> bool:
    return _in_words(day).rsplit(" ", maxsplit=1)[0] in name


def _in_words(day: PartialDate) -> str:
    year, month, number = day.value.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
