"""Links between two entities, resting on words (or said to be inferred)."""

from dataclasses import dataclass
from typing import Literal

from graph.errors import OnRecordError
from graph.model.dates import PartialDate
from graph.model.span import Span
from graph.model.standing import Confidence, Review

LinkType = Literal[
    "RESPONDED_TO",
    "PUBLISHED",
    "HOLDS_ROLE",
    "ABOUT",
    "INSPECTED",
    "CONCERNS",
    "ASSESSED",
    "COMMISSIONED",
    "ADDRESSED_TO",
    "OVERSEES",
    "PART_OF",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`source` –`type`→ `target`, as the words of `spans` say.

    `inferred`: not said in so many words. `role` belongs to `HOLDS_ROLE`. An `ABOUT` link starts
    at a statement; every other link joins two entities. `retracted`: it
    was withdrawn, and is rejected.
    """

    kind: Literal["link"] = "link"
    id: str
    type: LinkType
    source: str
    target: str
    spans: tuple[Span, ...]
    inferred: bool
    date: PartialDate | None = None
    role: str | None = None
    confidence: Confidence
    method: str
    review: Review = "proposed"
    retracted: bool = False

    def __post_init__(self) -> None:
        if not self.spans:
            raise OnRecordError("a link rests on no words", subject=self.id)
        if self.source == self.target:
            raise OnRecordError("a link joins a thing to itself", subject=self.id)
