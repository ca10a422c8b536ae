"""What a statement is about: those its own words speak of, and what it answers."""

import re
from collections.abc import Sequence

from ingest.ground import Ground, Said
from ingest.lexicon.tables import words
from ingest.reading import Extent, Named
from ingest.relations.draft import Draft

_EDITORIAL = re.compile(r"\[[^\]\n]{0,120}\]")
_BETWEEN_OWNER_AND_REPORT = re.compile(r"(?:[’']s?)?(?: \([^)]{1,20}\))?((?: [\w-]+){0,4}) ")
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?|Baroness)\b")
_TO_SOMEBODY = re.compile(r"\?|\b[Yy]ou(?:rs?)?\b")
_BEFORE_ADDRESS = re.compile(r"(?:^|\n|[.?!:,] )[“‘\"']?$")
_AFTER_ADDRESS = re.compile(r"\?|, (?!and\b|or\b|who\b|the\b|an?\b|whose\b|[A-Z])|\.(?:\s|$)")
_FIRST_PERSON = re.compile(r"(?i)(?<!\w)(?:we|our|us)(?!\w)")
_LEAD_IN = 80
_SENTENCE_END = re.compile(r"[.!?:]\s|\n")
_HOLDERS = frozenset({"person", "organisation"})
_LEFT_OUT = frozenset({"place", "law"})


def find_about(ground: Ground, said: Said, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return the keys of what one statement is about, in order of mention, without its speakers.

    Left out: places and laws, words that an editor put in brackets, and the owner of a report that
    is itself spoken of. `drafts` are the document's links: they say what was answered, and whom an
    inspector's report examined.
    """
    named = [each for part in said.parts for each in _spoken_of(ground, part)]
    keys = [each.key for each in named if each.key not in said.speakers]
    keys += _introduced(ground, said) + _answered(ground, said, drafts)
    if not any(_type(ground, key) in _HOLDERS for key in keys):
        keys += _own_body(ground, said, drafts) or _examined(said, drafts)
    return tuple(dict.fromkeys(keys))


def _type(ground: Ground, key: str) -> str:
    entity = ground.entities.get(key)
    return entity.type if entity is not None else ""


def _spoken_of(ground: Ground, part: Extent) -> list[Named]:
    inside = [named for named in ground.within(part) if named.type not in _LEFT_OUT]
    reports = [named for named in inside if named.type == "report"]
    edits = [
        Extent(part.start + match.start(), part.start + match.end())
        for match in _EDITORIAL.finditer(ground.reading.words(part))
    ]
    return [
        named
        for named in inside
        if not any(named.extent.within(edit) for edit in edits)
        and not _is_addressed(ground, named, part)
        and not any(_owns(ground, named, report) for report in reports)
    ]


def _is_addressed(ground: Ground, named: Named, part: Extent) -> bool:
    """Return whether somebody is spoken to: “Is that so, Ms Roe?” is not about her."""
    text, (start, end) = ground.reading.text, named.extent
    return (
        named.type == "person"
        and _TO_SOMEBODY.search(text, part.start, part.end) is not None
        and _COURTESY.match(ground.reading.words(named.extent)) is not None
        and _BEFORE_ADDRESS.search(text[max(0, start - 12) : start]) is not None
        and _AFTER_ADDRESS.match(text[end : end + 12]) is not None
    )


def _owns(ground: Ground, named: Named, report: Named) -> bool:
    """Return whether a name only says whose report it is: “the Home Office's review”."""
    between = Extent(named.extent.end, report.extent.start)
    if named.type not in _HOLDERS or not 0 < between.end - between.start <= 60:
        return False
    match = _BETWEEN_OWNER_AND_REPORT.fullmatch(ground.reading.words(between))
    return match is not None and not set(match[1].lower().split()) & words("reports", "breaks")


def _introduced(ground: Ground, said: Said) -> list[str]:
    """Return what stands between the words of saying and the words said: “says the report has”.

    A case that is itself the source (“case studies describe …”) is what the words are about.
    """
    keys: list[str] = []
    if said.source is not None:
        keys += [each.key for each in ground.within(said.source) if each.type == "case"]
    if said.cue is not None and 0 < said.parts[0].start - said.cue.end <= _LEAD_IN:
        between = Extent(said.cue.end, said.parts[0].start)
        if not _SENTENCE_END.search(ground.reading.words(between)):
            found = _spoken_of(ground, between)
            keys += [each.key for each in found if each.key not in said.speakers]
    return keys


def _answered(ground: Ground, said: Said, drafts: Sequence[Draft]) -> list[str]:
    """Return the report or case that the words introducing the statement say it answers."""
    if said.source is None:
        return []
    return [
        draft.target
        for draft in drafts
        if draft.type in {"RESPONDED_TO", "ASSESSED"}
        and not draft.inferred
        and draft.source in said.speakers
        and any(said.source.touches(extent) for extent in draft.extents)
        and draft.target != ground.own
    ]


def _own_body(ground: Ground, said: Said, drafts: Sequence[Draft]) -> list[str]:
    """Return the body that speaks of itself in a spokesperson's “we” and “our”."""
    if not any(_FIRST_PERSON.search(ground.reading.words(part)) for part in said.parts):
        return []
    roles = {draft.source: draft for draft in drafts if draft.type == "HOLDS_ROLE"}
    spokes = [
        roles[speaker].target
        for speaker in said.speakers
        if speaker in roles and (roles[speaker].role or "").lower().startswith("spokes")
    ]
    return [*spokes, *(body for body in said.bodies if body not in spokes)]


def _examined(said: Said, drafts: Sequence[Draft]) -> list[str]:
    """Return the body inspected, for what an inspectorate or its inspector says of nobody."""
    speakers = {*said.speakers}
    speakers |= {d.target for d in drafts if d.type == "HOLDS_ROLE" and d.source in speakers}
    reports = {d.target for d in drafts if d.type == "PUBLISHED" and d.source in speakers}
    examined = [
        d.target for d in drafts if d.type == "INSPECTED" and d.source in reports | speakers
    ]
    return list(dict.fromkeys(examined))[:1]
