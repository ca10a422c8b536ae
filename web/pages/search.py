"""Search results by kind, each with where it was found."""

from dataclasses import dataclass

from flask import Flask, request

from graph.errors import UsageError
from graph.explore.search import search
from graph.explore.views import Hit
from web.site import site
from web.twins import add_twins

KINDS = ("person", "organisation", "report", "case", "statement", "document", "place", "law",
         "operation")  # fmt: skip
_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found for `q`, best first; no kinds means all kinds. `limit` is how many at most."""

    q: str
    kinds: tuple[str, ...]
    results: tuple[Hit, ...]
    total: int
    truncated: bool
    limit: int


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/search", "search", facts, "search.html", more=by_kind)


def facts() -> SearchPage:
    """Return what the store finds for the words and kinds of the address."""
    kinds = tuple(dict.fromkeys(request.args.getlist("kind")))
    for kind in kinds:
        require_kind(kind)
    words = request.args.get("q", "").strip()
    hits = search(site().store, site().archive, words, kinds=kinds, limit=_LIMIT)
    return SearchPage(
        q=words,
        kinds=kinds,
        results=hits.results,
        total=hits.total,
        truncated=hits.truncated,
        limit=_LIMIT,
    )


def by_kind(page: SearchPage) -> dict[str, object]:
    """Return the results of each kind that has any; best first within a kind."""
    groups = {kind: [hit for hit in page.results if hit.kind == kind] for kind in KINDS}
    return {"groups": {kind: hits for kind, hits in groups.items() if hits}, "all_kinds": KINDS}


def require_kind(kind: str) -> None:
    """Raise UsageError for a kind of thing that does not exist."""
    if kind not in KINDS:
        raise UsageError(
            "there is no such kind of thing", subject=kind, remedy=f"Choose from {', '.join(KINDS)}"
        )
