"""Whose words a document's are: “the report says” is the body that issued it, as a document."""

import re
from collections.abc import Sequence
from typing import Protocol

from ingest.field import Field, Heard
from ingest.reading import Extent, Named
from ingest.subjects import subject_body

DOCUMENT = re.compile(
    r"(?i)\b(?:reports?|reviews?|inspections?|inquiry|audit|letter|statements?|foreword|findings|document|"
    r"documents|study|survey|investigation|case stud(?:y|ies)|ruling|judgment|guidance|minutes|"
    r"summary|assessment|evaluation|press release|email|dossier|research|analysis|paper)$"
)
_ISSUED = re.compile(r"\s(?:issued|published|released|wrote|produced|compiled|commissioned)\b")
_BY = re.compile(r",? (?:\w+ ){0,2}?(?:by|from) (?:the )?")
# Kinds of bodies whose work is to report.
ISSUING = frozenset(
    [
        "inspectorate",
        "inquiry",
        "committee",
        "watchdog",
        "regulator",
        "ombudsman",
        "auditor",
        "commissioner",
    ]
)
_OWNED = re.compile(r"(?i)(?:its|his|her|their|our|my|your)\b")
_REACH = 1500
_TITLES = 3
_NEAR = 40


class Spoken(Protocol):
    """A speaker found before."""

    @property
    def key(self) -> str:
        """The entity's key."""

    @property
    def capacity(self) -> str:
        """The capacity in which it spoke."""


def issuer(
    field: Field,
    source: Extent,
    core: Extent,
    before: Sequence[Sequence[Spoken]],
    heard: Sequence[Heard],
) -> Named | None:
    """Return the body whose document speaks, null where the words do not settle it.

    In this order: the body right before the noun, the one that the phrase says issued it, the one
    whose document spoke just before, the only body of the document whose work is to report.
    """
    inside = field.inside(source)
    modifier = [named for named in inside if named.extent.within(core)]
    if modifier and modifier[-1].type in ("organisation", "person"):
        return modifier[-1]
    by = _BY.match(field.reading.text, core.end)
    for named in inside:
        gap = by is not None and Extent(by.end(), named.extent.start)
        if gap and 0 <= gap.end - gap.start < _NEAR and _title_only(field.reading.words(gap)):
            return named
        if _ISSUED.match(field.reading.text, named.extent.end):
            return named
    if (owner := _OWNED.match(field.reading.words(core))) is not None:
        whose = Extent(core.start, core.start + owner.end())
        return subject_body(field, whose, heard) if owner.group().lower() == "its" else None
    introduced = _introduced(field, core)
    if introduced is not None:
        return introduced
    carried = _last_document(field, core, before)
    return carried or _only_issuer(field, core)


def _introduced(field: Field, core: Extent) -> Named | None:
    """Return who made the document of this noun, where the words before named it with one."""
    noun = field.reading.words(core).split()[-1].lower().removesuffix("s")
    text, start = field.reading.text, max(0, core.start - _REACH)
    made = rf"(?i)\b{re.escape(noun)}s?,?{_BY.pattern}"
    ends = [match.end() for match in re.finditer(made, text[start : core.start])]
    for end in reversed(ends):
        for named in field.inside(Extent(start + end, core.start))[:1]:
            if _title_only(text[start + end : named.extent.start]):
                return named
    return None


def _title_only(between: str) -> bool:
    """Whether nothing but “the retired ” stands before the name."""
    few = len(between.split()) <= _TITLES and "," not in between
    return few and (not between.strip() or between.islower())


def _last_document(field: Field, core: Extent, before: Sequence[Sequence[Spoken]]) -> Named | None:
    drafts = before[-1] if before else ()
    if len(drafts) != 1 or drafts[0].capacity != "document":
        return None
    near = [n for n in field.mentions if n.key == drafts[0].key and n.extent.end <= core.start]
    return near[-1] if near and core.start - near[-1].extent.end < _REACH else None


def _only_issuer(field: Field, core: Extent) -> Named | None:
    issuing = [named for named in field.mentions if field.names.kinds.get(named.key) in ISSUING]
    earlier = [named for named in issuing if named.extent.end <= core.start]
    return earlier[-1] if len({named.key for named in issuing}) == 1 and earlier else None
