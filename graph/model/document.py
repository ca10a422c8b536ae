"""A source as records speak of it: what it is called, where it is from, when it was published."""

from dataclasses import dataclass
from typing import Literal

from graph.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source of the archive. `characters` counts code points of the stored text."""

    kind: Literal["document"] = "document"
    id: str
    sha256: str
    name: str
    media_type: str
    characters: int
    title: str | None
    url: str | None
    publisher: str | None
    published: PartialDate | None
    licence: str | None
