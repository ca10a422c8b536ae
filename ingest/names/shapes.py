"""Names that are in no table but have the shape of one: bodies, laws, operations."""

import re
from collections.abc import Iterator
from functools import cache

from graph.hiding import titles
from ingest.names.found import Found
from ingest.names.lexicon import Patterns, Shape, patterns, words
from ingest.reading import Extent

_SPACE = r"[ \u00a0]"
# “Surfers' Alliance”: only the first word may own the rest, or “Roe's father Jones' Trust” is one.
_MANY = r"(?:(?<=s)['’])?"


@cache
def capital() -> str:
    """One capitalised word that does not merely open a sentence."""
    openers = "|".join(sorted(words().openers))
    return rf"(?!(?:{openers})\b)[A-Z][\w&]*(?:['’-][A-Za-z]\w*)*"


def alternatives(texts: Iterator[str] | tuple[str, ...]) -> str:
    """Return a pattern of these texts, the longest first."""
    ordered = sorted(texts, key=len, reverse=True)
    return "|".join(re.escape(text).replace(r"\ ", _SPACE) for text in ordered)


def _headed(shapes: list[Shape], *, inner: bool) -> re.Pattern[str]:
    small = rf"(?:(?:and|of|for|&|in){_SPACE})?" if inner else ""
    heads = alternatives(tuple(head for shape in shapes for head in shape.heads))
    return re.compile(
        rf"\b{capital()}{_MANY}{_SPACE}(?:{small}{capital()}{_SPACE}){{0,6}}?(?:{small})"
        rf"(?P<head>{heads})\b(?!{_SPACE}and{_SPACE}Crime)"
        rf"(?:(?:{_SPACE}{capital()}){{0,3}}{_SPACE}(?P<later>{heads})\b)?"
    )


@cache
def _organisations() -> tuple[re.Pattern[str], ...]:
    table = patterns()
    plain = [shape for shape in table.organisations if not shape.inner]
    inner = [shape for shape in table.organisations if shape.inner]
    return _headed(plain, inner=False), _headed(inner, inner=True), _led(table)


def _led(table: Patterns) -> re.Pattern[str]:
    heads = alternatives(tuple(head for shape in table.led for head in shape.heads))
    lead = rf"(?:{capital()}{_SPACE}){{0,3}}?"
    tail = rf"(?:{_SPACE}(?:(?:and|of|for|the|&|in|to){_SPACE}){{0,2}}{capital()}){{0,8}}"
    return re.compile(rf"\b{lead}(?P<head>{heads}){_SPACE}(?:the{_SPACE})?{capital()}{tail}")


@cache
def _kinds() -> dict[str, str]:
    shapes = (*patterns().organisations, *patterns().led)
    return {head: shape.kind for shape in shapes for head in shape.heads}


@cache
def _laws() -> re.Pattern[str]:
    heads = alternatives(patterns().laws.heads)
    inner = rf"(?:(?:and|of|for|the|to|in|on|etc\.?){_SPACE}){{0,2}}"
    part = rf"(?:{capital()}|\([A-Z][\w ,&]*\)),?{_SPACE}"
    return re.compile(
        rf"\b{capital()}{_SPACE}(?:{inner}{part}){{0,8}}?(?:{heads})(?:{_SPACE}\d{{4}}\b|\b)"
        rf"|\bCode{_SPACE}of{_SPACE}Practice{_SPACE}(?:for|on){_SPACE}{capital()}"
        rf"(?:{_SPACE}(?:of{_SPACE}|and{_SPACE})?{capital()}){{0,5}}"
    )


@cache
def _known_laws() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {short: name for name, shorts in patterns().laws.known.items() for short in shorts}
    known |= {name: name for name in patterns().laws.known}
    return re.compile(rf"\b(?:{alternatives(tuple(known))})\b"), known


_OPERATION = re.compile(r"\bOperation[ \u00a0](?P<name>[A-Z][a-z]+|[A-Z]{3,})\b")
_PRISON = re.compile(r"\bHM(?:P|YOI|P/YOI)[ \u00a0][A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+)?\b")
_COMMISSIONER = re.compile(
    r"\b[A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+)?[’']s Police(?:, Fire)? and Crime Commissioner\b"
)
# “Saltmere Police and Wexcombe Council” are two; “… Police and Crime …” is one.
_JOINT = re.compile(
    r"\b(?:Police|Constabulary|Council|Trust|Authority|Board|Commission|Agency|Inspectorate|Hospital"
    r"|University|Ombudsman|Panel|Committee|Office) and (?!Crime)"
)
_MANY_OWNS = re.compile(r"\w+s['’] ")
_TITLED_OWNER = re.compile(r"(?P<title>[A-Z]\w*)\.? (?:[A-Z][\w.-]* )*?[A-Z][\w-]*['’]s ")
_NAMED = re.compile(r"\b(?P<name>[A-Z][\w.]*) $")
_POSSESSIVE = re.compile(r"[’']s\b")
_SAINT = re.compile(
    r"\bSt\.?[ \u00a0][A-Z][a-z]+(?:[’']s\b|[’']?(?=[ \u00a0](?:Hospital|Hospice|School)))"
    r"(?:[ \u00a0](?:Hospital|Hospice|School))?\b"
)


def find_shapes(text: str) -> list[Found]:
    """Return what has the shape of a name of a body, law, operation or hospital, overlaps too."""
    return [*_bodies(text), *_laws_in(text), *_operations(text), *_hospitals(text)]


def _bodies(text: str) -> Iterator[Found]:
    for pattern in _organisations():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            kind = _kinds()[plain(groups.get("later") or groups["head"])]
            yield _found(match, kind)
    for pattern, kind in ((_PRISON, "prison"), (_COMMISSIONER, "policing body")):
        for match in pattern.finditer(text):
            yield _found(match, kind)


def _found(match: re.Match[str], kind: str) -> Found:
    """Return the find without what a possessive adds: “Office for Canals’s director” is not one."""
    head = match.end("head") if "head" in match.groupdict() else match.end()
    owner = _POSSESSIVE.search(match.string, head, match.end())
    start = _after_owner(match)
    extent = Extent(start, owner.start() if owner is not None else match.end())
    name = plain(match.string[extent.start : extent.end])
    return Found(extent=extent, type="organisation", name=name, kind=kind)


def _after_owner(match: re.Match[str]) -> int:
    """Return the start without whose it is: “Quay Inquiry” in “Sir Ivo Jones' Quay Inquiry”."""
    text, start = match.string, match.start()
    head = match.start("head") if "head" in match.groupdict() else match.end()
    joints = [joint.end() for joint in _JOINT.finditer(text, start, head)]
    if joints:
        return joints[-1]
    titled = _TITLED_OWNER.match(text, start, match.end())
    if titled is not None and titled["title"] in titles():
        return titled.end()
    owner = _MANY_OWNS.match(text, start)
    named = _NAMED.search(text[max(0, start - 30) : start])
    whose = owner is not None and named is not None and named["name"] not in words().openers
    return owner.end() if owner is not None and whose else start


def _laws_in(text: str) -> Iterator[Found]:
    known, full = _known_laws()
    for match in known.finditer(text):
        yield Found(extent=Extent(*match.span()), type="law", name=full[plain(match.group())])
    for match in _laws().finditer(text):
        if match.group()[-1].isdigit() or match.group().count(" ") > 1:
            yield Found(extent=Extent(*match.span()), type="law", name=plain(match.group()))


def _operations(text: str) -> Iterator[Found]:
    for match in _OPERATION.finditer(text):
        name = f"Operation {match['name'].title()}"
        yield Found(extent=Extent(*match.span()), type="operation", name=name)


def _hospitals(text: str) -> Iterator[Found]:
    for match in _SAINT.finditer(text):
        yield Found(extent=Extent(*match.span()), type="place", name=plain(match.group()))


def plain(name: str) -> str:
    """Return a name with plain apostrophes and single spaces: raw enough to identify it."""
    return " ".join(name.replace("’", "'").split())
