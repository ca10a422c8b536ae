"""Who a source phrase means: entities of the document, and in which capacity they speak.

What is not clear stays unresolved: no speaker is better than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Capacity, Level
from ingest.authors import PLURAL, SINGULAR, author, issuer_of_all, speaks_as_we
from ingest.documents_speak import DOCUMENT, issuer
from ingest.names import Names
from ingest.names.lexicon import anonymous
from ingest.pronouns import PRONOUNS, Field, Heard, antecedents
from ingest.reading import Attribution, Extent, Named, Reading
from ingest.source_phrases import appositions, cores
from ingest.subjects import subject_body

_OWN = frozenset(["own-voice", "own-recommendation", "own-concern", "own-beside"])
_STAFF = frozenset(["inspectors", "auditors", "investigators", "the inspectors", "its inspectors"])
_FROM = re.compile(r" (?:from|at|for|of) (?:the )?")
_BODILY = re.compile(
    r"(?i)\b(?:trust|firm|company|charity|force|council|contractor|agency|hospital|school|regulator"
    r"|watchdog|inspectorate|board|committee|panel|union|association|authority|landlord|operator)$"
)
_LABEL_NOISE = re.compile(r"^(?:q?\d+\s+)?(?:the )?")
_THINGS = frozenset(["it", "its"])
_RECENT = 8
_OFFICE = re.compile(r"(?P<whose>his|her|their|its)(?: own)? office$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerDraft:
    """One speaker of an attribution: an entity's key, the words that name it, the capacity.

    `extent` is null where the speaker is carried over from elsewhere or must not be named.
    """

    key: str
    extent: Extent | None
    capacity: Capacity
    level: Level


def speakers(
    reading: Reading, names: Names, attributions: Sequence[Attribution]
) -> tuple[tuple[SpeakerDraft, ...], ...]:
    """Return the speakers of each attribution, in the order given; empty where unresolved."""
    field = _field(reading, names, attributions)
    found: list[tuple[SpeakerDraft, ...]] = []
    memory: dict[Extent, tuple[SpeakerDraft, ...]] = {}
    heard: list[Heard] = []
    for attribution in attributions:
        outer = attributions[attribution.outer] if attribution.outer is not None else None
        drafts = _issued(field, attribution) if attribution.source is None else ()
        if attribution.source is not None:
            source = attribution.source
            asked = Asked(
                field=field, attribution=attribution, source=source, before=found, heard=heard,
                outer=outer,
            )  # fmt: skip
            drafts = memory.get(source) or _resolve(asked)
            memory[source] = drafts
            if outer is None:
                keys = tuple(draft.key for draft in drafts)
                written = any(draft.capacity == "document" for draft in drafts)
                heard.append(Heard(source, keys, written))
        found.append(_carried(drafts) if attribution.inherited else drafts)
    return tuple(found)


def pronoun_mentions(names: Names, spoken: Sequence[Sequence[SpeakerDraft]]) -> tuple[Named, ...]:
    """Return the pronouns that name a speaker as mentions, in order, each place once."""
    types = {entity.id: entity.type for entity in names.entities}
    found = {
        draft.extent: Named(
            key=draft.key, type=types[draft.key], extent=draft.extent, level="pronoun"
        )
        for drafts in spoken
        for draft in drafts
        if draft.extent is not None and draft.level == "pronoun" and len(drafts) == 1
    }
    return tuple(found[extent] for extent in sorted(found))


def _field(reading: Reading, names: Names, attributions: Sequence[Attribution]) -> Field:
    quoted = [part for a in attributions if a.form == "direct" for part in a.parts]
    mentions = sorted((*names.mentions, *names.masked), key=lambda named: named.extent)
    return Field(
        reading=reading,
        names=names,
        mentions=tuple(mentions),
        quoted=tuple(sorted(quoted)),
        starts=tuple(paragraph.extent.start for paragraph in reading.paragraphs),
    )


def _carried(drafts: tuple[SpeakerDraft, ...]) -> tuple[SpeakerDraft, ...]:
    return tuple(
        SpeakerDraft(key=d.key, extent=None, capacity=d.capacity, level=d.level) for d in drafts
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A source phrase to be resolved, with what it stands in and who was found before it."""

    field: Field
    attribution: Attribution
    source: Extent
    outer: Attribution | None
    before: Sequence[tuple[SpeakerDraft, ...]]
    heard: Sequence[Heard]


def _resolve(asked: Asked) -> tuple[SpeakerDraft, ...]:
    field, source, outer = asked.field, asked.source, asked.outer
    words = field.reading.words(source).lower()
    if words in SINGULAR | PLURAL:
        return _first_person(asked, words)
    if words in _THINGS and outer is None:
        recent = asked.heard[-_RECENT:]
        body = subject_body(field, source, recent)
        drafts = _from_pronoun(field, source, [body] if body is not None else [])
        written = any(one.document and one.keys == tuple(d.key for d in drafts) for one in recent)
        return tuple(replace(d, capacity="document") for d in drafts) if written else drafts
    if words in PRONOUNS - _THINGS:
        inside = Extent(outer.parts[0].start, outer.parts[-1].end) if outer else None
        return _from_pronoun(
            field, source, antecedents(field, source, inside, asked.heard[-_RECENT:])
        )
    return tuple(_from_phrase(asked))


def _from_pronoun(
    field: Field, pronoun: Extent, meant: Sequence[Named]
) -> tuple[SpeakerDraft, ...]:
    return tuple(
        SpeakerDraft(
            key=named.key,
            extent=pronoun,
            capacity=_capacity(field, named),
            level="pronoun",
        )
        for named in meant
    )


def _first_person(asked: Asked, words: str) -> tuple[SpeakerDraft, ...]:
    """Return who “I” or “we” is: who speaks the words around it, else whose the document is."""
    field, source = asked.field, asked.source
    if asked.outer is not None:
        return (
            _carried(asked.before[asked.attribution.outer or 0])
            if asked.outer.form == "direct"
            else ()
        )
    meant = author(field, source) if words in SINGULAR else speaks_as_we(field, source)
    if meant is None:
        return ()
    drafts = _from_pronoun(field, source, [meant])
    if meant.type == "organisation":
        return tuple(replace(draft, capacity="document") for draft in drafts)
    return drafts


def _issued(field: Field, attribution: Attribution) -> tuple[SpeakerDraft, ...]:
    """Return whose document it is, for what it says without “I” or “we”."""
    if attribution.rule not in _OWN:
        return ()
    meant = issuer_of_all(field) or author(field, attribution.parts[0])
    if meant is None:
        return ()
    return (SpeakerDraft(key=meant.key, extent=None, capacity="document", level=meant.level),)


def _from_phrase(asked: Asked) -> Iterator[SpeakerDraft]:
    field, source = asked.field, asked.source
    text = field.reading.text
    inside = field.inside(source)
    document = False
    for core in cores(text, source, _blocks(field, inside)):
        named = _holder(field, source, core) or _head(field, core)
        if named is not None:
            draft = _draft(field, named)
            yield replace(draft, capacity="document") if document else draft
        elif (office := _OFFICE.search(field.reading.words(core))) is not None:
            yield from _office(field, core, office)
        elif DOCUMENT.search(field.reading.words(core)):
            body = issuer(field, source, core, asked.before, asked.heard[-_RECENT:])
            document = body is not None
            if body is not None:
                yield SpeakerDraft(
                    key=body.key,
                    extent=body.extent if body.extent.within(source) else core,
                    capacity=_document_capacity(field, body),
                    level=body.level if body.extent.within(source) else "nominal",
                )
        elif (body := _staffed(field, source, core)) is not None:
            yield _draft(field, body)
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
            yield _draft(field, inside[0])
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


def _draft(field: Field, named: Named) -> SpeakerDraft:
    hidden = named in field.names.masked
    return SpeakerDraft(
        key=named.key,
        extent=None if hidden else named.extent,
        capacity=_capacity(field, named),
        level=named.level,
    )


def _capacity(field: Field, named: Named) -> Capacity:
    entity = field.names.entity(named.key)
    if named.type == "organisation":
        itself = field.reading.publisher in (entity.name, *entity.aliases)
        return "publisher" if itself else "self"
    roles = [role for role in field.names.roles if role.person == named.key]
    if any(field.reading.words(role.extent).lower() in anonymous().spokes for role in roles):
        return "spokesperson"
    if not entity.anonymous or roles:
        return "self"
    spoken = field.reading.words(named.extent).lower() in anonymous().spokes
    return "spokesperson" if spoken else "anonymous"
