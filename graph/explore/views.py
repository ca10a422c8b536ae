"""The shapes in which pages, JSON twins and exports receive things: plain, frozen, serialisable.

`kind` is the key used in `style.json`. Dates are ISO text as precise as known. Everything that
rests on words carries its passages.
"""

from dataclasses import dataclass

from graph.explore.judgement_views import JoinView, JudgementView, WithdrawalView
from graph.explore.judgement_views import Ref as Ref  # noqa: PLC0414 - shapes come from here
from graph.model import Confidence, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Verbatim words at their place. `before` and `after` are the words around, for reading."""

    id: str
    document: Ref
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    paragraph: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a thing came to be (`how`: its method in words) and what people said of it.

    `retracted`: it is rejected because whoever published it has withdrawn it, or its document.
    """

    review: Review
    method: str
    confidence: Confidence
    how: str = ""
    retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Who holds a statement, and in which capacity."""

    thing: Ref
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with its words. `outer` is the id of the statement it stands in.

    `outer_speakers` are always given with it: a nested statement is never shown without them.
    `nested` holds the statements that stand in this one, `judged` what people decided about it and
    `withdrawn` what was withdrawn with it, where a page asked for them.
    """

    id: str
    quote: str
    form: str
    types: tuple[str, ...]
    speakers: tuple[SpeakerView, ...]
    reported_by: Ref | None
    date: str | None
    outer: str | None
    outer_speakers: tuple[Ref, ...]
    about: tuple[Ref, ...]
    passages: tuple[PassageView, ...]
    standing: Standing
    nested: "tuple[StatementView, ...]" = ()
    judged: tuple[JudgementView, ...] = ()
    withdrawn: WithdrawalView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """One link between two things, with the words it rests on."""

    id: str
    type: str
    family: str
    source: Ref
    target: Ref
    role: str | None
    date: str | None
    inferred: bool
    passages: tuple[PassageView, ...]
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """Where one document speaks of a thing."""

    document: Ref
    count: int
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTotals:
    """How much leads to or from an entity; `links` by type. Nothing rejected is in it."""

    statements: int
    about: int
    mentions: int
    links: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """One entity with the first of everything that leads to or from it, in order of date.

    `limit` cuts each list and `links_limit` the links of each type; `truncated`: something was
    cut. What has no date comes last.
    """

    thing: Ref
    aliases: tuple[str, ...]
    reference: str | None
    url: str | None
    published: str | None
    links: tuple[LinkView, ...]
    statements: tuple[StatementView, ...]
    about: tuple[StatementView, ...]
    mentions: tuple[MentionView, ...]
    totals: EntityTotals
    limit: int
    links_limit: int
    truncated: bool
    joined: tuple[JoinView, ...] = ()
    judged: tuple[JudgementView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """One source as lists and heads of pages show it.

    `genre_how` says in words what its genre was decided by. `origin` is the id of the first of
    several near-identical documents, null where there is no other.
    `withheld` counts the statements that are shown nowhere, because their words name a protected
    person. `retracted`: whoever published it has withdrawn it, so nothing in it counts in answers.
    """

    id: str
    title: str
    file: str
    sha256: str
    media_type: str
    characters: int
    publisher: str | None
    published: str | None
    url: str | None
    licence: str | None
    statements: int
    proposed: int
    genre: str | None = None
    genre_how: str | None = None
    withheld: int = 0
    retracted: bool = False
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """One stretch of the list of documents, newest first; `total` counts all documents."""

    documents: tuple[DocumentFacts, ...]
    total: int
    limit: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """A mention inside a document's text (code points)."""

    thing: Ref
    start: int
    end: int
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document whole: text with names, statements and links at their places.

    `copies` are the other documents with (nearly) the same text, which count as one origin.
    """

    facts: DocumentFacts
    text: str
    pages: tuple[int, ...]
    mentions: tuple[NamedView, ...]
    statements: tuple[StatementView, ...]
    links: tuple[LinkView, ...]
    copies: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneNode:
    """A thing in a scene; `degree` counts all its links; `outer_speakers` are names."""

    id: str
    kind: str
    label: str
    degree: dict[str, int]
    types: tuple[str, ...] = ()
    date: str | None = None
    review: str | None = None
    anonymous: bool = False
    protected: bool = False
    outer: str | None = None
    outer_speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneEdge:
    """A link in a scene; `spans` counts the passages it rests on."""

    id: str
    type: str
    family: str
    source: str
    target: str
    spans: int
    review: str
    inferred: bool
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A capped part of the graph; `hidden` counts neighbours that are not in it."""

    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    hidden: int
    limit: int
    truncated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts by kind and what is newest. Rejected statements and links are not counted."""

    counts: dict[str, int]
    statements_accepted: int
    statements_proposed: int
    links: int
    people_named: int
    people_unnamed: int
    recent: tuple[DocumentFacts, ...]
    graph_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourCount:
    """How many neighbours of one kind a thing has over one type of link."""

    type: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """One entity in a list: how many statements it made, are about it, and how many links."""

    thing: Ref
    made: int
    about: int
    links: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityList:
    """One stretch of a list of entities; `total` counts all of these kinds."""

    rows: tuple[EntityRow, ...]
    total: int
    limit: int
    offset: int
