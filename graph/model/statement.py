"""Statements: who holds what, in which capacity, as reported by whom, in which words."""

from dataclasses import dataclass
from typing import Literal

from graph.errors import OnRecordError
from graph.model.dates import PartialDate
from graph.model.span import Span
from graph.model.standing import Confidence, Review

Capacity = Literal["self", "spokesperson", "document", "publisher", "anonymous"]
Form = Literal["direct", "indirect", "mixed"]
StatementType = Literal[
    "assertion",
    "denial",
    "admission",
    "apology",
    "commitment",
    "criticism",
    "assessment",
    "finding",
    "allegation",
    "recommendation",
    "question",
    "declined",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who holds the statement; `span` is the words that name the speaker, null if inherited."""

    entity: str
    span: Span | None
    capacity: Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAs:
    """A speech act, with the words of the speaker's cue or main clause it was read from."""

    type: StatementType
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the words limit themselves to; null is "not stated"."""

    term: Span | None = None
    definition: Span | None = None
    period: Span | None = None
    area: Span | None = None
    measure: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words held by someone. Parts lie in one document, in order; `speakers` empty: unresolved.

    `within` is the outer statement of a nested one, which is never shown without it.
    `retracted`: it was withdrawn, as a person has noted; it is rejected then too.
    """

    kind: Literal["statement"] = "statement"
    id: str
    speakers: tuple[Speaker, ...]
    cue: Span | None
    parts: tuple[Span, ...]
    form: Form
    types: tuple[TypedAs, ...]
    about: tuple[str, ...]
    within: str | None
    date: PartialDate | None
    reported_by: str | None
    scope: Scope
    confidence: Confidence
    method: str
    review: Review = "proposed"
    retracted: bool = False

    def __post_init__(self) -> None:
        if not self.parts or len({part.document for part in self.parts}) != 1:
            raise OnRecordError("a statement needs words, all of one document", subject=self.id)
        if any(a.end > b.start for a, b in zip(self.parts, self.parts[1:], strict=False)):
            raise OnRecordError("the parts of a statement overlap", subject=self.id)
        if self.within == self.id:
            raise OnRecordError("a statement stands within itself", subject=self.id)

    @property
    def document(self) -> str:
        """The id of the document the words stand in."""
        return self.parts[0].document

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span the statement carries: parts, cue, speakers, types, scope."""
        scope = (getattr(self.scope, field) for field in Scope.__slots__)
        others = (self.cue, *(s.span for s in self.speakers), *(t.span for t in self.types), *scope)
        return (*self.parts, *(span for span in others if span is not None))
