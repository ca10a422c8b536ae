"""A speaker of an attribution before records are made, and the question who that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Capacity, Level
from ingest.field import Field, Heard
from ingest.names.lexicon import anonymous
from ingest.reading import Attribution, Extent, Named

# Who acts for a body speaks for it; “counsel to the inquiry” does not.
_COUNSEL = re.compile(r"(?i)\b(?:counsel|solicitor|barrister|lawyer) for\b")
_RECENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerDraft:
    """One speaker of an attribution: an entity's key, the words that name it, the capacity.

    `extent` is null where the speaker is carried over from elsewhere or must not be named.
    `beside` is false of a pronoun that may mean somebody else, or goes back over a paragraph.
    """

    key: str
    extent: Extent | None
    capacity: Capacity
    level: Level
    beside: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A source phrase to be resolved, with what it stands in and who was found before it."""

    field: Field
    attribution: Attribution
    source: Extent
    outer: Attribution | None
    before: Sequence[tuple[SpeakerDraft, ...]]
    heard: Sequence[Heard]

    @property
    def recent(self) -> Sequence[Heard]:
        """Who was found behind the few sources before this one."""
        return self.heard[-_RECENT:]


def draft_of(field: Field, named: Named) -> SpeakerDraft:
    """Return a mention as a speaker; the words of a hidden one are left out."""
    hidden = named in field.names.masked
    return SpeakerDraft(
        key=named.key,
        extent=None if hidden else named.extent,
        capacity=capacity_of(field, named),
        level=named.level,
    )


def capacity_of(field: Field, named: Named) -> Capacity:
    """Return in which capacity somebody speaks who is mentioned so."""
    entity = field.names.entity(named.key)
    if named.type == "organisation":
        itself = field.reading.publisher in (entity.name, *entity.aliases)
        return "publisher" if itself else "self"
    roles = [role for role in field.names.roles if role.person == named.key]
    if any(field.reading.words(role.extent).lower() in anonymous().spokes for role in roles):
        return "spokesperson"
    if any(r.body and _COUNSEL.search(field.reading.words(r.extent)) for r in roles):
        return "spokesperson"
    if not entity.anonymous or roles:
        return "self"
    spoken = field.reading.words(named.extent).lower() in anonymous().spokes
    return "spokesperson" if spoken else "anonymous"


def from_pronoun(
    field: Field, pronoun: Extent, meant: Sequence[Named], *, beside: bool = True
) -> tuple[SpeakerDraft, ...]:
    """Return those whom a pronoun means as speakers on the words of the pronoun."""
    return tuple(
        SpeakerDraft(
            key=named.key,
            extent=pronoun,
            capacity=capacity_of(field, named),
            level="pronoun",
            beside=beside,
        )
        for named in meant
    )
