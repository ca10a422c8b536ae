"""Link rules as data: a pattern over masked paragraphs, what it says, and how sure it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from graph.errors import OnRecordError
from graph.model import Confidence, LinkType
from ingest.dates import read_date
from ingest.ground import Ground
from ingest.lexicon.tables import table
from ingest.masked import Masked, compile_rule, kinds_of
from ingest.reading import Extent, Named
from ingest.relations.draft import Draft

_END = re.compile(r"\{(?:source|target):([A-Z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of `relations.yaml`; the pattern keeps `source`, `target`, perhaps `role`, `date`."""

    name: str
    link: LinkType
    pattern: str
    inferred: bool = False
    confidence: Confidence = "high"


@cache
def rules(family: str) -> tuple[Rule, ...]:
    """Return the rules of a family; raise OnRecordError where a row is not a rule."""
    made = tuple(Rule(**row) for row in table("relations")[family])
    for rule in made:
        if rule.link not in get_args(LinkType) or not {"source", "target"} <= set(_groups(rule)):
            raise OnRecordError("the rule names no link, source or target", subject=rule.name)
    return made


def _groups(rule: Rule) -> dict[str, int]:
    return dict(compile_rule(rule.pattern).groupindex)


@cache
def _ends(rule: Rule) -> tuple[frozenset[str], ...]:
    """Return the letters of the kinds that may stand at each end: a paragraph without is passed."""
    return tuple(kinds_of(kinds) for kinds in _END.findall(rule.pattern))


def apply_rules(ground: Ground, family: str) -> Iterator[Draft]:
    """Yield what the rules of a family find: every source with every target of a match."""
    for masked in ground.paragraphs:
        letters = masked.letters
        for rule in rules(family) if len(masked.mentions) > 1 else ():
            if all(kinds & letters for kinds in _ends(rule)):
                yield from _apply(masked, rule)


def _apply(masked: Masked, rule: Rule) -> Iterator[Draft]:
    for match in compile_rule(rule.pattern).finditer(masked.line):
        said = match.groupdict()
        extents = _shown(masked, match)
        role = masked.said(*match.span("role")) if said.get("role") else None
        for source in _each(masked.named(said["source"])):
            for target in _each(masked.named(said["target"])):
                yield Draft(
                    type=rule.link,
                    source=source.key,
                    target=target.key,
                    extents=extents,
                    rule=rule.name,
                    inferred=rule.inferred,
                    role=role,
                    date=read_date(said.get("date") or "", masked.reading.published),
                    confidence=rule.confidence,
                )


def _shown(masked: Masked, match: re.Match[str]) -> tuple[Extent, ...]:
    """Return the stretches that show the link: the whole match, or its `first` and `last`."""
    if "first" in match.re.groupindex:
        return masked.extent(*match.span("first")), masked.extent(*match.span("last"))
    return (masked.extent(*match.span()),)


def _each(named: Sequence[Named]) -> Sequence[Named]:
    """Return the mentions without a second one of the same thing: “the Inspectorate (HMIC)”."""
    return tuple({each.key: each for each in named}.values())
