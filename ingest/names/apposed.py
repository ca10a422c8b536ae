"""Bodies whose names have no shape, proved by what stands beside them: “the contractor, X,”."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.names.found import Found
from ingest.names.lexicon import given_names, patterns, words
from ingest.names.shapes import alternatives, capital, plain
from ingest.reading import Extent

_ENDS = r"(?=[,.;:\n)]|\Z)"
_OPEN = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|[Oo]ne)"
# Of a name that ends so, the first word must not be general: “Social Services”, “Children's Homes”.
_GENERAL = (
    "Adult|Social|Children|Children's|Children’s|Emergency|Public|Legal|Mental|Health|Family|Youth"
    "|Probation|Housing|Prison|Police|Head|Director|Cabinet|Strategic|Corporate|National|Community"
    "|Care|Human|Civil|Criminal|Private|Primary|Secondary|Professional|Executive|Chief|Support"
    "|Victim|Victims"
)


def find_apposed(text: str) -> Iterator[Found]:
    """Yield bodies that a noun beside the name makes bodies, and companies that speak."""
    for pattern in (_before(), _after()):
        for match in pattern.finditer(text):
            if match["name"].split()[0] not in given_names():
                yield _found(match, _kinds()[match["noun"].lower()])
    for pattern in _spoken():
        for match in pattern.finditer(text):
            yield _found(match, "company")


def _found(match: re.Match[str], kind: str) -> Found:
    extent = Extent(*match.span("name"))
    return Found(extent=extent, type="organisation", name=plain(match["name"]), kind=kind)


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in patterns().apposed.items() for noun in nouns}


def _name(fewest: int) -> str:
    later = rf"(?: (?:(?:and|of|for|&) )?{capital()})"
    return rf"(?P<name>{capital()}{later}{{{fewest},5}})"


@cache
def _before() -> re.Pattern[str]:
    """Match “the contractor, Tolland Quay,”."""
    nouns = alternatives(tuple(_kinds()))
    described = r"(?:[a-z][\w’'-]* ){0,4}?"
    return re.compile(rf"\b{_OPEN} {described}(?P<noun>{nouns}), {_name(0)}{_ENDS}")


@cache
def _after() -> re.Pattern[str]:
    """Match “Tolland Quay, a housing charity,”."""
    nouns = alternatives(tuple(_kinds()))
    described = r"(?:[\w’'-]+ ){0,4}?"
    ends = r"(?=[,.;:\n)]|\Z| (?:of|for|that|which|run|based|set)\b)"
    return re.compile(rf"\b{_name(1)}, (?:the|an?) {described}(?P<noun>{nouns}){ends}")


@cache
def _spoken() -> tuple[re.Pattern[str], ...]:
    """Match “Saltmere Water said”, “chair, Saltmere Water” and “run by Saltmere Water”."""
    heads = "|".join(sorted(patterns().spoken))
    speech = "|".join(sorted(words().speech | {"informed", "runs", "ran"}))
    roles = "|".join(sorted(words().roles))
    name = rf"(?P<name>(?!(?:{_GENERAL})\b){capital()}(?: {capital()}){{0,2}}? (?:{heads}))\b"
    held = (
        rf"(?i:\b(?:{roles})(?:,| of| at| for)|\brun by|\bworks for|\b(?:led|owned) by) (?:the )?"
    )
    return (
        re.compile(rf"\b{name}(?=,? (?:has |have |had )?(?:{speech})\b)"),
        re.compile(rf"{held}{name}{_ENDS}"),
    )
