"""Noun phrases that speak of people not named: counted victims, case studies, investigations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.lexicon.tables import table, words
from ingest.masked import CLOSE, OPEN, Masked, any_of
from ingest.reading import Extent

_LABEL = re.compile(
    r"(?<![\w’'-])(?:Case|Child|Victim|Patient|Survivor|Witness|Resident)"
    r" (?:[A-Z]{1,2}\d?|\d{1,3})(?![\w’'-])(?!\.\d)"
)
_PLACED = re.compile(rf" (?:from|in|of|at) (?:the )?{OPEN}")
_LEAD_LONGEST = 160
_AFTER_LONGEST = 110
_JOINED = frozenset({"child"})
_DEFINITE = frozenset({"the", "these", "those", "this", "all"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePhrase:
    """One phrase. `part`: it counts some of those already spoken of.

    `fresh`: it can open a case; `looks_back`: it can speak of one that is open; `label`: the
    letter or number by which a case is called.
    """

    extent: Extent
    name: str
    head: str = ""
    plural: bool = False
    number: str = ""
    label: str = ""
    modifiers: frozenset[str] = frozenset()
    part: bool = False
    fresh: bool = False
    looks_back: bool = False


def case_phrases(masked: Masked) -> Iterator[CasePhrase]:
    """Yield the phrases about people not named in a masked paragraph."""
    for match in _LABEL.finditer(masked.line):
        yield CasePhrase(
            extent=masked.extent(*match.span()), name=match.group(), label=match.group(),
            fresh=True, looks_back=True,
        )  # fmt: skip
    for match in _heads().finditer(masked.line):
        begin = max(0, match.start() - _LEAD_LONGEST)
        lead = _lead().search(masked.line[begin : match.start()])
        if lead is not None and not _LABEL.match(masked.line, match.start()):
            yield _read(masked, match, lead)


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Return each form of a head with the head it stands for and whether it is plural."""
    heads, plurals = table("cases")["heads"], table("cases")["plurals"]
    found = {head: (head, False) for head in heads}
    found |= {f"{head}s": (head, True) for head in heads}
    return found | {form: (head, True) for form, head in plurals.items()}


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w’'-])(?:{any_of(_forms())})(?![\w’'-])")


@cache
def _lead() -> re.Pattern[str]:
    """Return what may stand before a head: article, limit, number and modifiers, to the end."""
    number = rf"{any_of(words('cases', 'number'))}|\d{{1,3}}(?:,\d{{3}})*"
    limit = r"more than|at least|up to|nearly|almost|over|about|around|(?:[\w-]+ )?number of"
    broken = any_of(words("reports", "breaks"))
    word = rf"(?!(?i:{broken}|{number}|number)(?![\w-]))[\w’'-]+,? "
    return re.compile(
        rf"(?<![\w’'{CLOSE}-])(?:(?P<article>(?i:the|these|those|this|all|an?)) )?"
        rf"(?P<own>(?:(?P<limit>(?i:{limit})) )?"
        rf"(?:(?P<number>(?i:{number})) (?P<part>of (?:the|these|those) )?)?"
        rf"(?P<modifiers>(?:{word}|{OPEN}[A-Z]\d+{CLOSE}(?:[’']s?)? ){{0,6}}))$"
    )


def _read(masked: Masked, match: re.Match[str], lead: re.Match[str]) -> CasePhrase:
    head, plural = _forms()[match.group().lower()]
    after = masked.line[match.end() : match.end() + _AFTER_LONGEST]
    part = bool(lead["part"]) and plural
    return CasePhrase(
        extent=masked.extent(match.start() - _own_length(lead), match.end()),
        name=_name(match.group().lower(), head, lead, after),
        head=head,
        modifiers=frozenset(lead["modifiers"].lower().replace(",", "").split()),
        plural=plural,
        number=(lead["number"] or "").lower(),
        part=part,
        fresh=not part and _opens(head, plural, lead, after),
        looks_back=not part and plural and _looks_back(head, lead, after),
    )


def _own_length(lead: re.Match[str]) -> int:
    """Return how many characters before the head are its own; a bare plural may follow a verb."""
    if lead["article"] or lead["limit"] or lead["number"]:
        return len(lead["own"])
    length = 0
    for word in reversed(re.findall(r"\S+\s*", lead["modifiers"])):
        if word.strip(" ,").lower() not in words("cases", "kept") | _JOINED:
            break
        length += len(word)
    return length


def _name(form: str, head: str, lead: re.Match[str], after: str) -> str:
    """Return a name of words that identify nobody, whatever the document says."""
    said = lead["modifiers"].lower().replace(",", "").split()
    kept = [word for word in said if word in words("cases", "kept")]
    counted = " ".join(filter(None, (lead["limit"], lead["number"], lead["part"]))).lower()
    heads = table("cases")["heads"]
    general = form if head == heads[head] else f"{heads[head]}ren" if form != head else heads[head]
    subject = _subject(after) if form == "case study" else ""
    return " ".join(" ".join((counted, *kept, general, subject)).split())


def _subject(after: str) -> str:
    about = re.match(r" (?:about|of|on|concerning) (?:an?|one) [^.;,]{0,60}", after)
    for subject, pattern in table("cases")["subjects"].items():
        if about and re.search(rf"(?i)\b(?:{pattern})\b", about.group()):
            return f"of {'an' if subject[0] == 'a' else 'a'} {subject}"
    return ""


def _opens(head: str, plural: bool, lead: re.Match[str], after: str) -> bool:
    """Return whether the phrase can be the first to speak of a case."""
    article, number = (lead["article"] or "").lower(), lead["number"]
    said = frozenset(lead["modifiers"].lower().replace(",", "").split())
    if head == "investigation":
        return article in {"", "a", "an"} and bool(said & words("cases", "investigated"))
    if head == "case study":
        return plural or article in {"a", "an"}
    if not plural or article in {"a", "an"}:
        return False
    harmed = bool((said | _words(after)) & words("cases", "harmed"))
    if head == "case":
        return (bool(number) or "number of" in (lead["limit"] or "")) and harmed
    return bool(number) and (harmed or head.replace(" ", "-") in words("cases", "always"))


def _words(after: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", after.split(".", maxsplit=1)[0].lower()))


def _looks_back(head: str, lead: re.Match[str], after: str) -> bool:
    if (lead["article"] or "").lower() in _DEFINITE:
        return not after.startswith(" of ")
    return head == "case study" and not lead["own"] and not _PLACED.match(after)
