"""Who a source phrase means: entities of the document, and in which capacity they speak.

What is not clear stays unresolved: no speaker is better than a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.authors import PLURAL, SINGULAR, author, issuer_of_all, speaks_as_we
from ingest.field import Field, Heard, field_of
from ingest.names import Names
from ingest.phrase_speakers import from_phrase
from ingest.pronouns import PRONOUNS, antecedents, is_beside
from ingest.reading import Attribution, Extent, Named, Reading
from ingest.speaker_drafts import Asked, SpeakerDraft, from_pronoun
from ingest.subjects import subject_body

__all__ = ["SpeakerDraft", "pronoun_mentions", "speakers"]

# What a speaker's “our data” shows, the speaker says.
_OURS = re.compile(
    r"(?:my|our)(?: \w+){0,2} (?:data|figures|records|research|evidence|reports?|analysis"
    r"|position|view|reviews?|inspections?|investigations?|inquiries|findings)$"
)
_THINGS = frozenset(["it", "its"])


def speakers(
    reading: Reading, names: Names, attributions: Sequence[Attribution]
) -> tuple[tuple[SpeakerDraft, ...], ...]:
    """Return the speakers of each attribution, in the order given; empty where unresolved."""
    field = field_of(reading, names, attributions)
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


def _carried(drafts: tuple[SpeakerDraft, ...]) -> tuple[SpeakerDraft, ...]:
    return tuple(
        SpeakerDraft(key=d.key, extent=None, capacity=d.capacity, level=d.level) for d in drafts
    )


def _resolve(asked: Asked) -> tuple[SpeakerDraft, ...]:
    field, source, outer = asked.field, asked.source, asked.outer
    words = field.reading.words(source).lower()
    if words in SINGULAR | PLURAL:
        return _first_person(asked, words)
    if outer is not None and _OURS.match(words.split(",")[0]) and outer.form == "direct":
        return _carried(asked.before[asked.attribution.outer or 0])
    if words in _THINGS and outer is None:
        recent = asked.recent
        body = subject_body(field, source, recent)
        drafts = _on_pronoun(asked, [body] if body is not None else [])
        written = any(one.document and one.keys == tuple(d.key for d in drafts) for one in recent)
        return tuple(replace(d, capacity="document") for d in drafts) if written else drafts
    if words in PRONOUNS - _THINGS:
        inside = Extent(outer.parts[0].start, outer.parts[-1].end) if outer else None
        return _on_pronoun(asked, antecedents(field, source, inside, asked.recent))
    return tuple(from_phrase(asked))


def _on_pronoun(asked: Asked, meant: Sequence[Named]) -> tuple[SpeakerDraft, ...]:
    beside = is_beside(asked.field, asked.source, meant, asked.recent)
    return from_pronoun(asked.field, asked.source, meant, beside=beside)


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
    drafts = from_pronoun(field, source, [meant])
    if meant.type == "organisation":
        return tuple(replace(draft, capacity="document") for draft in drafts)
    return drafts


def _issued(field: Field, attribution: Attribution) -> tuple[SpeakerDraft, ...]:
    """Return whose document it is, for what it says without “I” or “we”."""
    if not attribution.is_own:
        return ()
    meant = issuer_of_all(field) or author(field, attribution.parts[0])
    if meant is None:
        return ()
    return (SpeakerDraft(key=meant.key, extent=None, capacity="document", level=meant.level),)
