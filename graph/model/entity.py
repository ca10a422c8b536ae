"""People, organisations, reports, cases, places, laws and operations."""

from dataclasses import dataclass
from typing import Literal

from graph.errors import OnRecordError
from graph.model.dates import PartialDate

EntityType = Literal["person", "organisation", "report", "case", "place", "law", "operation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing of the world, as far as the documents name it.

    `anonymous`: no name is given, `name` is a role phrase. `protected`: must never be identified.
    `reference`, `url` and `published` belong to reports and are null elsewhere.
    """

    kind: Literal["entity"] = "entity"
    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    anonymous: bool = False
    protected: bool = False
    reference: str | None = None
    url: str | None = None
    published: PartialDate | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise OnRecordError("an entity has no name", subject=self.id)
        if self.protected and self.aliases:
            raise OnRecordError("a protected person or case has aliases", subject=self.id)
