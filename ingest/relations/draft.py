"""A link before it is a record: who, whom, and the stretches of words that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.ids import link_id
from graph.model import Confidence, Link, LinkType, PartialDate
from graph.schema import lawful
from ingest.ground import Ground
from ingest.reading import Extent, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`source` and `target` are entity keys; `inferred`: not said in so many words."""

    type: LinkType
    source: str
    target: str
    extents: tuple[Extent, ...]
    rule: str
    inferred: bool = False
    role: str | None = None
    date: PartialDate | None = None
    confidence: Confidence = "high"


def to_link(draft: Draft, reading: Reading) -> Link:
    """Return the record of a draft, with verified spans."""
    spans = tuple(reading.span(extent) for extent in draft.extents)
    return Link(
        id=link_id(draft.type, draft.source, draft.target, spans),
        type=draft.type,
        source=draft.source,
        target=draft.target,
        spans=spans,
        inferred=draft.inferred,
        date=draft.date,
        role=draft.role,
        confidence=draft.confidence,
        method=f"rules/{draft.rule}",
    )


def keep_lawful(drafts: Iterable[Draft], ground: Ground) -> Iterator[Draft]:
    """Yield the drafts that the schema allows, each pair and its words once.

    An expert's view of a case is given in public: whoever is anonymous or protected gives none.
    A post would tell who somebody protected is.
    """
    seen: set[tuple[LinkType, str, str, tuple[Extent, ...]]] = set()
    for draft in drafts:
        source, target = ground.entities.get(draft.source), ground.entities.get(draft.target)
        if source is None or target is None or draft.source == draft.target:
            continue
        if not lawful(source.type, draft.type, target.type):
            continue
        if draft.type == "HOLDS_ROLE" and source.protected:
            continue
        hidden = source.anonymous or source.protected
        if draft.type == "ASSESSED" and target.type == "case" and hidden:
            continue
        mark = (draft.type, draft.source, draft.target, draft.extents)
        if mark not in seen:
            seen.add(mark)
            yield draft
