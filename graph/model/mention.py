"""A place in a document where an entity is named, described or referred to."""

from dataclasses import dataclass
from typing import Literal

from graph.model.span import Span

Level = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """`entity` is spoken of in `span`: by name, by a description, or by a pronoun."""

    kind: Literal["mention"] = "mention"
    id: str
    entity: str
    span: Span
    level: Level
