"""Search results by kind, each with where it was found."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, request

from graph.errors import UsageError
from graph.explore.hits import Hit
from graph.explore.search import search
from web.site import site
from web.twins import add_twins

KINDS = ("person", "organisation", "report", "case", "statement", "document", "place", "law",
         "operation")  # fmt: skip
_LIMIT = 100
_EACH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found for `q`, best first; no kinds means all kinds.

    `limit` is how many of one kind are shown at most, `counts` how many match of each kind.
    `notes` say what limits the answer.
    """

    q: str
    kinds: tuple[str, ...]
    results: tuple[Hit, ...]
    total: int
    truncated: bool
    limit: int
    counts: dict[str, int]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The results of one kind that are shown, of how many, and where the others are."""

    hits: tuple[Hit, ...]
    count: int
    address: str


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/search", "search", facts, "search.html", more=by_kind)


def facts() -> SearchPage:
    """Return what is found for the words and kinds of the address."""
    kinds = tuple(dict.fromkeys(request.args.getlist("kind")))
    for kind in kinds:
        require_kind(kind)
    words = request.args.get("q", "").strip()
    # Several kinds share the page; one alone has all of it.
    each = None if len(kinds) == 1 else _EACH
    limit = _LIMIT if each is None else _EACH * len(KINDS)
    hits = search(site().store, site().archive, words, kinds=kinds, limit=limit, each=each)
    return SearchPage(
        q=words,
        kinds=kinds,
        results=hits.results,
        total=hits.total,
        truncated=hits.truncated,
        limit=each or limit,
        counts=hits.counts,
        notes=hits.notes(),
    )


def by_kind(page: SearchPage) -> dict[str, object]:
    """Return the results of each kind that has any; best first within a kind."""
    groups = {}
    for kind in KINDS:
        if hits := tuple(hit for hit in page.results if hit.kind == kind):
            address = f"/search?{urlencode({'q': page.q, 'kind': kind})}"
            groups[kind] = Group(hits=hits, count=page.counts.get(kind, 0), address=address)
    return {"groups": groups, "all_kinds": KINDS}


def require_kind(kind: str) -> None:
    """Raise UsageError for a kind of thing that does not exist."""
    if kind not in KINDS:
        raise UsageError(
            "there is no such kind of thing", subject=kind, remedy=f"Choose from {', '.join(KINDS)}"
        )
