"""Short forms that a document gives its bodies: acronyms in brackets, initials, company names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from ingest.names.found import Found, Taken
from ingest.names.lexicon import patterns, words
from ingest.names.phrases import PhraseIndex
from ingest.names.scan import Scan

_BRACKETED = re.compile(r"\s?\([“‘\"']?(?:the )?(?P<short>[A-Z][\w&]{1,9})[”’\"']?\)")


@cache
def _company() -> re.Pattern[str]:
    """Match a company's name, `short` without what many are called: “Roe” of “Roe Care Ltd”."""
    heads = "|".join(sorted(patterns().spoken))
    general = rf"(?: (?:{heads}|Services|Holdings|International|UK|\(UK\)|Solutions|Europe))"
    return re.compile(
        rf"(?P<short>[A-Z][\w&-]{{2,}}(?: [A-Z&][\w&-]*)*?)"
        rf"(?:{general}* (?:Limited|Ltd|plc|PLC|LLP|Inc)|{general}{{2,}})"
    )


def find_shortened(scan: Scan, found: Iterable[Found], taken: Taken) -> list[Found]:
    """Return the places where a body is named by a short form of this document, and take them."""
    bodies = [item for item in found if item.type == "organisation"]
    shorts = {
        **_repeats(bodies),
        **_initials(scan, bodies),
        **_papers(bodies),
        **_companies(bodies),
        **_bracketed(scan, bodies),
    }
    joined = []
    for first, after, body in PhraseIndex(shorts.items()).find(scan.words):
        extent = scan.extent(first, after)
        if taken.free(extent):
            taken.take(extent)
            joined.append(replace(body, extent=extent, level="name"))
    return joined


def _repeats(bodies: list[Found]) -> dict[str, Found]:
    """Return full names without a row: what stands beside proves them once for all places."""
    return {body.name: body for body in bodies if body.slug is None and " " in body.name}


def _bracketed(scan: Scan, bodies: list[Found]) -> dict[str, Found]:
    shorts: dict[str, Found] = {}
    for body in bodies:
        match = _BRACKETED.match(scan.reading.text, body.extent.end)
        if match is not None and sum(letter.isupper() for letter in match["short"]) > 1:
            shorts.setdefault(match["short"], body)
    return shorts


def _initials(scan: Scan, bodies: list[Found]) -> dict[str, Found]:
    """Capitals that are the initials of one body named in the document."""
    owners: dict[str, dict[tuple[str, str], Found]] = {}
    for body in bodies:
        for short in _initials_of(body.name):
            owners.setdefault(short, {})[body.identity] = body
    wanted = {word.bare for word in scan.words if word.bare.isupper() and len(word.bare) > 2}
    return {s: next(iter(o.values())) for s, o in owners.items() if len(o) == 1 and s in wanted}


def _initials_of(name: str) -> Iterator[str]:
    capital = [word for word in re.split(r"[ \-]", name) if word[:1].isupper()]
    for dropped in ((), ("NHS",), ("NHS", "Foundation")):
        letters = "".join(word[0] for word in capital if word not in dropped)
        if 3 <= len(letters) <= 6:
            yield letters


def _papers(bodies: list[Found]) -> dict[str, Found]:
    """Return “The Courier” for the only newspaper of the document whose name ends so."""
    owners: dict[str, dict[tuple[str, str], Found]] = {}
    for body in bodies:
        if body.kind == "newspaper" and body.slug is None:
            owners.setdefault(f"The {body.name.split()[-1]}", {})[body.identity] = body
    return {short: next(iter(o.values())) for short, o in owners.items() if len(o) == 1}


def _companies(bodies: list[Found]) -> Mapping[str, Found]:
    """“Roe” for “Roe Services Limited”; where two companies share it, a body of its own."""
    shorts: dict[str, dict[tuple[str, str], Found]] = {}
    for body in bodies:
        match = _company().fullmatch(body.name) if body.kind == "company" else None
        if match is not None and _distinct(match["short"]):
            shorts.setdefault(match["short"], {})[body.identity] = body
    return {
        short: next(iter(named.values()))
        if len(named) == 1
        else replace(next(iter(named.values())), name=short)
        for short, named in shorts.items()
    }


def _distinct(short: str) -> bool:
    table = words()
    single = " " not in short
    return not (single and (short in table.never or short in patterns().places.all))
