"""PUBLISHED, COMMISSIONED and ADDRESSED_TO: where a report or an operation comes from."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.reading import Extent
from ingest.relations.draft import Draft
from ingest.relations.inspections import is_inspectorate
from ingest.relations.own_report import find_own_publications
from ingest.relations.rules import apply_rules

# “The board rejected recommendation 3.1” names who answers; “the board’s findings”, who wrote.
_PART = re.compile(r"(?i)\b(?:recommendations?|findings?|conclusions|foreword)(?: [\dR.]+)?$")
_POSSESSIVE = re.compile(r"[’']s?\s")
_ITS = "(?:Its|Their) (?:{word}){0,2}{target:R!}"
_WE_BEGAN = re.compile(
    r"(?i)\bwe(?: have|[’']ve)? (?:initiated|launched|set up|established|commissioned)\b"
    r"[^.;!?]{0,60}?(?P<target>\ue000[XRI]\d+\ue001)"
)


def find_publications(ground: Ground, roles: Sequence[Draft]) -> Iterator[Draft]:
    """Yield who published, commissioned or was sent what; `roles` say for whom somebody speaks."""
    for draft in apply_rules(ground, "publications"):
        if draft.rule != "report-of-owner" or _is_publisher(ground, draft):
            yield draft
    yield from _we_began(ground, roles)
    yield from _its_report(ground)
    yield from find_own_publications(ground)


def _is_publisher(ground: Ground, draft: Draft) -> bool:
    """Return whether an owner wrote the report: “the force's inspection” is of the force."""
    words = " ".join(ground.reading.words(extent) for extent in draft.extents)
    if _PART.search(words) and not _POSSESSIVE.search(words):
        return False
    if re.search(r"(?i)inspection|revisit", words):
        return is_inspectorate(ground, draft.source)
    return True


def _we_began(ground: Ground, roles: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what a body began: “we have launched …” in its own statement speaks of it."""
    for masked in ground.paragraphs:
        for match in _WE_BEGAN.finditer(masked.line):
            extent = masked.extent(*match.span())
            for body in _speaking_for(ground, roles, extent):
                for target in masked.named(match["target"]):
                    yield Draft(
                        type="COMMISSIONED", source=body, target=target.key, extents=(extent,),
                        rule="we-began",
                    )  # fmt: skip


def _speaking_for(ground: Ground, roles: Sequence[Draft], extent: Extent) -> Iterator[str]:
    """Yield the bodies for which the words of a statement speak."""
    for said in ground.said:
        if any(extent.within(part) for part in said.parts):
            for speaker in said.speakers:
                entity = ground.entities.get(speaker)
                if entity is not None and entity.type == "organisation":
                    yield speaker
                yield from (role.target for role in roles if role.source == speaker)
            yield from said.bodies


def _its_report(ground: Ground) -> Iterator[Draft]:
    """Yield whose “Its report” at the head of a paragraph is: of the only body named above it."""
    for above, masked in pairwise(ground.paragraphs):
        match = compile_rule(_ITS).match(masked.line)
        bodies = {named.key for named in above.mentions if named.type == "organisation"}
        for named in masked.named(match["target"]) if match and len(bodies) == 1 else ():
            draft = Draft(
                type="PUBLISHED", source=next(iter(bodies)), target=named.key,
                rule="its-own-report", extents=(masked.extent(0, match.end() if match else 0),),
                inferred=True, confidence="medium",
            )  # fmt: skip
            if _is_publisher(ground, draft):
                yield draft
