"""INSPECTED and CONCERNS: which report examined whom, and what reports and operations are on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.reading import Named
from ingest.relations.draft import Draft
from ingest.relations.rules import apply_rules

_INSPECTORATE = re.compile(r"(?i)\binspector(?:ate|s)?\b|\bHMIC|\bOfsted\b|\bCare Quality\b")
_WE_INSPECTED = r'(?<![“"])\b[Ww]e (?:have )?(?:re-?)?(?:inspected|visited) {target:O}'
_NAMES_ANOTHER = re.compile(r"\b(?:of|into|at|in) (?:the )?[A-Z]")
_INSPECTS = re.compile(r"(?i)inspection|revisit")


def find_inspections(ground: Ground, publications: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the words say, then what an inspectorate's report without an object is on."""
    drafts = (*apply_rules(ground, "inspections"), *_we_inspected(ground))
    yield from drafts
    done = {draft.source for draft in drafts if draft.type == "INSPECTED"}
    published = {draft.target: draft.source for draft in publications if draft.type == "PUBLISHED"}
    for key, entity in ground.entities.items():
        if entity.type == "report" and key not in done:
            yield from _by_prominence(ground, key, published.get(key))
    yield from _addressed(ground, publications)


def _we_inspected(ground: Ground) -> Iterator[Draft]:
    """Yield the body that the authors of a report say they inspected."""
    for masked in ground.paragraphs if ground.own is not None else ():
        for match in compile_rule(_WE_INSPECTED).finditer(masked.line):
            for named in masked.named(match["target"]):
                yield Draft(
                    type="INSPECTED", source=str(ground.own), target=named.key,
                    extents=(masked.extent(*match.span()),), rule="we-inspected",
                )  # fmt: skip


def _by_prominence(ground: Ground, report: str, publisher: str | None) -> Iterator[Draft]:
    """Yield the body that the document speaks of most, if twice or more, as the one inspected."""
    mentions = [named for named in ground.mentions if named.key == report]
    if not mentions or not _is_inspection(ground, mentions):
        return
    bodies = Counter(
        named.key
        for named in ground.mentions
        if named.type == "organisation" and not is_inspectorate(ground, named.key)
    )
    for body, count in bodies.most_common(1):
        if count > 1 and body != publisher and _fits_title(ground, report, body):
            first = next(named.extent for named in ground.mentions if named.key == body)
            yield Draft(
                type="INSPECTED", source=report, target=body, inferred=True, confidence="low",
                extents=tuple(sorted((mentions[0].extent, first))), rule="body-spoken-of-most",
            )  # fmt: skip


def _fits_title(ground: Ground, report: str, body: str) -> bool:
    """Return whether a title that says what was inspected does not say another than this body."""
    title = ground.entities[report].name
    if report != ground.own or not _NAMES_ANOTHER.search(title):
        return True
    said, entity = title.casefold(), ground.entities[body]
    return any(name.casefold() in said for name in (entity.name, *entity.aliases))


def is_inspectorate(ground: Ground, key: str) -> bool:
    """Return whether a body inspects others, by its name."""
    entity = ground.entities.get(key)
    return entity is not None and any(
        _INSPECTORATE.search(name) for name in (entity.name, *entity.aliases)
    )


def _is_inspection(ground: Ground, mentions: Sequence[Named]) -> bool:
    return any(_INSPECTS.search(ground.reading.words(named.extent)) for named in mentions)


def _addressed(ground: Ground, publications: Sequence[Draft]) -> Iterator[Draft]:
    """Yield that a coroner's report concerns those it is sent to, who have power to act.

    Source: Coroners and Justice Act 2009, schedule 5, paragraph 7.
    """
    for draft in publications:
        if draft.type == "ADDRESSED_TO" and draft.source == ground.own:
            yield Draft(
                type="CONCERNS", source=draft.source, target=draft.target, extents=draft.extents,
                rule="sent-to-those-who-can-act", inferred=True, confidence="medium",
            )  # fmt: skip
