"""Roles right before or after a name: “Chief Constable Ann Roe”, “Roe, a director of X”."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.gazetteer import Gazetteer, Office
from ingest.names.beside import apposed_role, signed_role
from ingest.names.found import Bodies, Found
from ingest.names.lexicon import words
from ingest.names.owners import owner_of
from ingest.names.people import FullName
from ingest.names.phrases import PhraseIndex
from ingest.names.scan import Scan
from ingest.names.shapes import plain
from ingest.reading import Extent

OfficeHit = tuple[int, int, Office]
_AFTER = re.compile(r",\s+(?P<role>(?:[^,.;:()\n“”\"]|\.(?=\w)){3,140})")
_BRACKETED = re.compile(r" \((?P<role>[A-Z][\w-]+(?: [\w-]+){0,3})\)")
_CUT = re.compile(r"\s(?:who|which|that|whose|and (?:said|told)|said|says|told|has|had|was|is)\b")
_LEADS = frozenset(["the", "a", "an", "one", "its", "his", "her", "their", "our", "then", "now"])
_OF = re.compile(r"\s(?:of|from|at|for)\s(?:the\s)?")
_SMALL = frozenset(["of", "and", "for", "the", "to"])
_POSSESSIVES = frozenset(["its", "their", "whose", "his", "her", "our", "my"])
_FARTHEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role beside a name: its words, the body named with it, and the office, if it is one."""

    extent: Extent
    body: Found | None
    office: Office | None


@lru_cache(maxsize=4)
def _office_index(gazetteer: Gazetteer) -> PhraseIndex[Office]:
    return PhraseIndex((title, office) for office in gazetteer.offices for title in office.titles)


def find_offices(scan: Scan, gazetteer: Gazetteer) -> list[OfficeHit]:
    """Return the titles of offices: first word, word after, office.

    One word (“Mayor”) is a title of many places: it counts only beside the office's longer title.
    """
    hits = list(_office_index(gazetteer).find(scan.words))
    full = {office.title for first, after, office in hits if after - first > 1}
    return [hit for hit in hits if hit[2].title in full]


def roles_of(
    scan: Scan, name: FullName, bodies: Bodies, offices: Iterable[OfficeHit]
) -> Iterator[Held]:
    """Yield the roles that stand beside one full name."""
    before = (
        _office_before(scan, name, offices)
        or _before(scan, name, bodies)
        or _of_a_place(scan, name, bodies)
    )
    for held in (before, _after(scan, name, bodies, offices)):
        if held is not None:
            yield _in_its_body(scan, held, name, bodies)


def _in_its_body(scan: Scan, held: Held, name: FullName, bodies: Bodies) -> Held:
    """Return the role with the body that owns it, or the only one in which such a post exists."""
    if held.body is not None or held.office is not None:
        return held
    role = scan.reading.words(held.extent)
    if role.startswith("Mayor of "):
        # The office of the place, whether the document names it or not.
        office = plain(f"Office of the {role}")
        body = Found(extent=held.extent, type="organisation", name=office, kind="mayor's office")
        return replace(held, body=body)
    owner = owner_of(scan.reading.text, held.extent, name.extent, bodies)
    if owner is not None:
        return replace(held, body=owner)
    kind = next((kind for post, kind in words().kinds.items() if post in role.lower()), None)
    return replace(held, body=bodies.only(kind)) if kind is not None else held


def _office_before(scan: Scan, name: FullName, offices: Iterable[OfficeHit]) -> Held | None:
    for first, after, office in offices:
        gap = scan.words[name.first].joined
        if (
            after == name.first
            and after - first > 1
            and (gap == " " or (gap == ", " and _definite(scan, first)))
        ):
            return Held(extent=scan.extent(first, after), body=None, office=office)
    return None


def _definite(scan: Scan, first: int, more: frozenset[str] = frozenset()) -> bool:
    return first > 0 and scan.words[first - 1].text.lower() in {"the", *more}


def _before(scan: Scan, name: FullName, bodies: Bodies) -> Held | None:
    first, body, roles = name.first, None, 0
    comma = scan.words[name.first].joined == ", "
    if not comma and scan.words[name.first].joined not in (" ", "\u00a0"):
        return None
    while first and name.first - first < _FARTHEST:
        word = scan.words[first - 1]
        named = bodies.covering(word.start)
        lower = word.bare.lower()
        if named is not None:
            body = body or named
            roles += named.kind == "policing body"
        elif lower in words().roles:
            roles += 1
        elif lower not in words().role_parts and (lower not in _SMALL or (not roles and not body)):
            break
        first -= 1
        if scan.words[first].joined not in (" ", "-", "\u00a0") or scan.words[first].opens:
            break
    while first < name.first and scan.words[first].text.lower() in _SMALL:
        first += 1
    owned = body is not None and scan.words[first].start == body.extent.start
    if not roles or (comma and not owned and not _definite(scan, first, _POSSESSIVES)):
        return None
    return Held(extent=scan.extent(first, name.first), body=body, office=None)


def _of_a_place(scan: Scan, name: FullName, bodies: Bodies) -> Held | None:
    """Return “Mayor of Wexcombe” before the name, or below one that signs a letter."""
    text = scan.reading.text
    extent = apposed_role(text, name.extent) or signed_role(text, name.extent)
    if extent is None:
        return None
    return Held(extent=extent, body=bodies.first_in(extent), office=None)


def _after(scan: Scan, name: FullName, bodies: Bodies, offices: Iterable[OfficeHit]) -> Held | None:
    text = scan.reading.text
    of = _OF.match(text, name.extent.end)
    if of is not None:
        body = bodies.starting(of.end())
        return Held(extent=body.extent, body=body, office=None) if body else None
    bracketed = _BRACKETED.match(text, name.extent.end)
    if bracketed is not None and bracketed["role"].split()[-1].lower() in words().roles:
        return Held(extent=Extent(*bracketed.span("role")), body=None, office=None)
    match = _AFTER.match(text, name.extent.end)
    if match is None or not _leads(scan, scan.first(match.start("role"))):
        return None
    cut = _CUT.search(match["role"])
    extent = Extent(
        match.start("role"), match.start("role") + (cut.start() if cut else len(match["role"]))
    )
    return _described(scan, extent, bodies, offices)


def _leads(scan: Scan, number: int) -> bool:
    """Whether the word may open a description of the person named before."""
    word = scan.words[number] if number < len(scan.words) else None
    if word is None:
        return False
    lower = word.bare.lower()
    known = lower in _LEADS or lower in words().roles or lower in words().role_parts
    return known or (word.capital and word.possessive)


def _described(
    scan: Scan, extent: Extent, bodies: Bodies, offices: Iterable[OfficeHit]
) -> Held | None:
    first, after = scan.first(extent.start), scan.first(extent.end)
    inside = [office for a, b, office in offices if first <= a and b <= after]
    stretch = scan.words[first:after]
    if not stretch:
        return None
    if not inside and not any(word.bare.lower() in words().roles for word in stretch[:14]):
        return None
    if stretch[0].text.lower() in ("the", "a", "an", "one", "its") and len(stretch) > 1:
        extent = Extent(stretch[1].start, extent.end)
    return Held(
        extent=extent,
        body=bodies.first_in(Extent(extent.start, extent.end + 1)),
        office=inside[0] if inside else None,
    )
