"""The shapes in which search results go to pages, JSON twins and the command line."""

from dataclasses import dataclass, field

from graph.explore.views import Ref
from graph.search.finding import WEIGHED
from graph.search.query import MOST_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPassage:
    """A place in a document's text that matches; `marks` are stretches of `snippet`."""

    id: str
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    paragraph: int
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One search result. `marks` are the stretches of `snippet` that match (code points).

    A document has `passages`, its best, of `places` paragraphs that match, and a `genre`.
    """

    id: str
    kind: str
    name: str
    snippet: str
    document: Ref | None = None
    marks: tuple[tuple[int, int], ...] = ()
    outer_speakers: tuple[Ref, ...] = ()
    genre: str | None = None
    passages: tuple[HitPassage, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Search results, best first; `total` counts all that match in the kinds asked for.

    `counts` are all that match by kind. `weighed`: null, or how many paragraphs were put in order
    where more match. `cut`: words beyond the most were left out. `behind`: the index is older than
    the graph, so that what is new or has changed may be missing.
    """

    results: tuple[Hit, ...]
    total: int
    truncated: bool
    counts: dict[str, int] = field(default_factory=dict)
    weighed: int | None = None
    cut: bool = False
    behind: bool = False

    def notes(self) -> tuple[str, ...]:
        """Return what limits the answer, a sentence each."""
        said = {
            "The graph has changed since the search index was made: what is new may be missing. "
            "Search again in a moment.": self.behind,
            f"Only the first {MOST_WORDS} words were searched for.": self.cut,
            f"More than {WEIGHED:,} places match, and {WEIGHED:,} of them were put in order. "
            "Add a word for a better order.": self.weighed is not None,
        }
        return tuple(note for note, true in said.items() if true)
