"""People, bodies, reports and cases: the list, and one with everything that leads to it."""

from collections import defaultdict
from dataclasses import dataclass

from flask import Flask, request

from graph.explore.entities import entities, entity_page
from graph.explore.views import EntityPage, EntityRow, LinkView
from graph.questions import CAP
from graph.schema import EDGE_BY_NAME
from web.pages.search import KINDS, require_kind
from web.paging import ROWS, offset
from web.site import site
from web.twins import add_twins

_LISTED = tuple(kind for kind in KINDS if kind not in ("statement", "document"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesPage:
    """One stretch of the list; no kinds means all kinds. `total` counts all of these kinds."""

    kinds: tuple[str, ...]
    rows: tuple[EntityRow, ...]
    total: int
    limit: int
    offset: int


def add(app: Flask) -> None:
    """Add the list and the page of one."""
    add_twins(app, "/entities", "entities", listed, "entities.html", more=kinds_to_choose)
    add_twins(app, "/entity/<id_>", "entity", one, "entity.html", more=grouped)


def listed() -> EntitiesPage:
    """Return the entities that the address asks for."""
    kinds = tuple(dict.fromkeys(request.args.getlist("kind")))
    for kind in kinds:
        require_kind(kind)
    found = entities(site().store, kinds, limit=ROWS, offset=offset())
    return EntitiesPage(
        kinds=kinds, rows=found.rows, total=found.total, limit=found.limit, offset=found.offset
    )


def kinds_to_choose(_page: EntitiesPage) -> dict[str, object]:
    """Return the kinds that the list can be narrowed to."""
    return {"all_kinds": _LISTED}


def one(id_: str) -> EntityPage:
    """Return one entity; raise NotFound."""
    return entity_page(site().store, site().archive, id_)


def grouped(page: EntityPage) -> dict[str, object]:
    """Return roles apart from other links, and links by family in the order of the legend.

    `posts` names each post once, whatever the number of documents that tell of it. `amounts` are
    the numbers of links of a family or of roles, shown or not.
    """
    roles = [link for link in page.links if link.type == "HOLDS_ROLE"]
    held = (_post(link) for link in roles if link.source.id == page.thing.id)
    links: dict[str, list[LinkView]] = {family: [] for family in site().look.families}
    for link in page.links:
        if link.type != "HOLDS_ROLE":
            links[link.family].append(link)
    return {
        "roles": roles,
        "posts": list(dict.fromkeys(held))[:3],
        "families": {family: found for family, found in links.items() if found},
        "amounts": _amounts(page),
        "cap": CAP,
    }


def _amounts(page: EntityPage) -> dict[str, int]:
    amounts: dict[str, int] = defaultdict(int)
    for type_, many in page.totals.links.items():
        amounts["roles" if type_ == "HOLDS_ROLE" else EDGE_BY_NAME[type_].family] += many
    return dict(amounts)


def _post(link: LinkView) -> str:
    role = link.role or "holds a role"
    return role if link.target.name.endswith(role) else f"{role}, {link.target.name}"
