"""A source as records speak of it: what it is called, where it is from, when it was published."""

from dataclasses import dataclass
from typing import Literal

from graph.errors import OnRecordError
from graph.model.dates import PartialDate

Genre = Literal[
    "news",
    "press_release",
    "report",
    "coroner_report",
    "letter",
    "transcript",
    "council_paper",
    "other",
]
Stretch = tuple[int, int]
"""A stretch of a stored text: code points, end exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source of the archive. `characters` counts code points of the stored text.

    `genre` is what kind of text it is, `genre_method` what decided that; null: not decided.
    `masked` are the stretches of the stored text that name protected people, in order and apart:
    nothing shows the words there. `withheld` counts statements left out because of them.
    `origin` is the id of the first of several near-identical documents; null: there is no other.
    `retracted`: whoever published it has withdrawn it, as a person has noted.
    """

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
    genre: Genre | None = None
    genre_method: str | None = None
    masked: tuple[Stretch, ...] = ()
    withheld: int = 0
    origin: str | None = None
    retracted: bool = False

    def __post_init__(self) -> None:
        places = [place for stretch in self.masked for place in stretch]
        if places != sorted(places) or any(start == end for start, end in self.masked):
            raise OnRecordError("the masked stretches are not in order", subject=self.id)
