"""What every page may ask of the running explorer: its store, archive, look, and addresses."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from flask import current_app, request

from graph.archive import Archive
from graph.explore.views import Ref
from graph.stores.store import Store
from web.look import Look

#: The main menu: endpoint, words, the key after `g`, and further pages that stand under it.
_NAV = (
    ("overview", "Overview", "o", ()),
    ("scene", "Scene", "s", ()),
    ("documents", "Documents", "d", ("document", "statement")),
    ("entities", "People & bodies", "p", ("entity",)),
    ("reports", "Reports", "a", ()),
    ("network", "Network", "n", ()),
    ("queries", "Queries", "q", ("question", "cypher")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NavEntry:
    """One entry of the main menu."""

    endpoint: str
    words: str
    key: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One explorer over one archive. `as_of` is the day for which states are told, null today."""

    store: Store
    archive: Archive
    look: Look
    as_of: date | None
    invented_sample: bool


def site() -> Site:
    """Return the explorer whose request is being answered."""
    found: Site = current_app.extensions["onrecord"]
    return found


def nav() -> list[NavEntry]:
    """Return the entries of the main menu that exist."""
    here = request.endpoint
    return [
        NavEntry(endpoint=page, words=words, key=key, current=here == page or here in under)
        for page, words, key, under in _NAV
        if has_page(page)
    ]


def has_page(endpoint: str) -> bool:
    """Return whether a page of this name is there to be linked to."""
    return endpoint in current_app.view_functions


def thing_url(thing: Ref) -> str:
    """Return the address of a thing's own page."""
    page = thing.kind if thing.kind in ("document", "statement") else "entity"
    return f"/{page}/{quote(thing.id, safe='.:-')}"


def scene_url(*ids: str) -> str:
    """Return the address of the scene that begins with these things."""
    return "/scene?" + "&".join(f"seed={quote(id_, safe='.:-')}" for id_ in ids)


def words_url(document: str, statement: str) -> str:
    """Return the address of a statement's words in their document, marked even without script."""
    return f"/document/{document}?s={statement}#{statement}"
