"""Whom a source phrase means: “the chair of X, Ann Roe”, “its report”, “inspectors from X”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Capacity
from ingest.documents_speak import DOCUMENT, issuer
from ingest.field import Field
from ingest.pronouns import antecedents
from ingest.reading import Extent, Named
from ingest.source_phrases import appositions, cores
from ingest.speaker_drafts import Asked, SpeakerDraft, draft_of

_OFFICE = re.compile(r"(?P<whose>his|her|their|its)(?: own)? office$", re.IGNORECASE)
_STAFF = frozenset(["inspectors", "auditors", "investigators", "the inspectors", "its inspectors"])
_FROM = re.compile(r" (?:from|at|for|of) (?:the )?")
_BODILY = re.compile(
    r"(?i)\b(?:trust|firm|company|charity|force|council|contractor|agency|hospital|school|regulator"
    r"|watchdog|inspectorate|board|committee|panel|union|association|authority|landlord|operator)$"
)
_LABEL_NOISE = re.compile(r"^(?:q?\d+\s+)?(?:the )?")


def from_phrase(asked: Asked) -> Iterator[SpeakerDraft]:
    """Yield the speakers that a source phrase names at its top level; nobody where in doubt."""
    field, source = asked.field, asked.source
    text = field.reading.text
    inside = field.inside(source)
    document = False
    for core in cores(text, source, _blocks(field, inside)):
        named = _holder(field, source, core) or _head(field, core)
        if named is not None:
            draft = draft_of(field, named)
            yield replace(draft, capacity="document") if document else draft
        elif (office := _OFFICE.search(field.reading.words(core))) is not None:
            yield from _office(field, core, office)
        elif DOCUMENT.search(field.reading.words(core)):
            body = issuer(field, source, core, asked.before, asked.recent)
            document = body is not None
            if body is not None:
                yield SpeakerDraft(
                    key=body.key,
                    extent=body.extent if body.extent.within(source) else core,
                    capacity=_document_capacity(field, body),
                    level=body.level if body.extent.within(source) else "nominal",
                )
        elif (body := _staffed(field, source, core)) is not None:
            yield draft_of(field, body)
        else:
            yield from _apposed(asked, core)


def _blocks(field: Field, inside: Sequence[Named]) -> list[Extent]:
    """Return the names in the phrase, each with the role right before it."""
    starts = {role.extent.end: role.extent.start for role in field.names.roles}
    blocks = []
    for named in inside:
        start = named.extent.start
        role = starts.get(start - 1) if named.type == "person" else None
        blocks.append(Extent(start if role is None else role, named.extent.end))
    return blocks


def _head(field: Field, core: Extent) -> Named | None:
    """Return the mention with which the core ends, so that it is the head and no modifier."""
    inside = field.inside(core)
    if not inside:
        return None
    last = inside[-1]
    after = field.reading.words(Extent(last.extent.end, core.end)).strip()
    return (
        last
        if after in ("", "'s", "’s", "’", "'") and last.type in ("person", "organisation")
        else None
    )


def _holder(field: Field, source: Extent, core: Extent) -> Named | None:
    """Return the person named after a role and a comma: “The Mayor of X, Ann Roe”."""
    for aside in appositions(field.reading.text, source, core):
        inside = field.inside(aside)
        if inside and inside[0].extent.start == aside.start and inside[0].type == "person":
            held = [r.extent for r in field.names.roles if r.person == inside[0].key]
            start, end = source.start, aside.start
            return next((inside[0] for e in held if start <= e.start and e.end <= end), None)
        break
    return None


def _apposed(asked: Asked, core: Extent) -> Iterator[SpeakerDraft]:
    """Yield who is named after a comma (“the chair of X, Ann Roe”), or whose post a label is."""
    field = asked.field
    wanted = ["person", "organisation"] if _BODILY.search(field.reading.words(core)) else ["person"]
    for aside in appositions(field.reading.text, asked.source, core):
        inside = field.inside(aside)
        if inside and inside[0].extent.start == aside.start and inside[0].type in wanted:
            yield draft_of(field, inside[0])
            return
    if asked.attribution.rule == "turn":
        yield from _by_post(field, core)


def _by_post(field: Field, label: Extent) -> Iterator[SpeakerDraft]:
    """Yield who holds the post that labels a turn (“Chair:”), if one person does."""
    post = _LABEL_NOISE.sub("", field.reading.words(label).lower())
    roles = field.names.roles
    held = {r.person for r in roles if field.reading.words(r.extent).lower() == post}
    if len(held) == 1:
        yield SpeakerDraft(key=held.pop(), extent=label, capacity="self", level="nominal")


def _staffed(field: Field, source: Extent, core: Extent) -> Named | None:
    """Return the body whose inspectors speak: “Inspectors from the Canal Board”."""
    if field.reading.words(core).lower() not in _STAFF:
        return None
    after = Extent(core.end, source.end)
    linked = _FROM.match(field.reading.words(after))
    inside = [n for n in field.inside(after) if n.type == "organisation"]
    if linked is None or not inside or inside[0].extent.start != after.start + linked.end():
        return None
    return inside[0]


def _document_capacity(field: Field, issuer: Named) -> Capacity:
    hidden = issuer.type == "person" and field.names.entity(issuer.key).anonymous
    return "anonymous" if hidden else "document"


def _office(field: Field, core: Extent, office: re.Match[str]) -> Iterator[SpeakerDraft]:
    """Yield the body of “his office”: that of the role which the person it means was given."""
    pronoun = Extent(core.start + office.start("whose"), core.start + office.end("whose"))
    people = {named.key for named in antecedents(field, pronoun)}
    bodies = {r.body for r in field.names.roles if r.person in people and r.body is not None}
    if len(bodies) == 1:
        yield SpeakerDraft(key=bodies.pop(), extent=core, capacity="self", level="nominal")
