"""The scene, as its filters leave it, and the whole graph as files for other programs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from flask import Flask, Response

from graph.exports.export import exported
from graph.exports.forms import FORMS, Form
from graph.network.subgraph import Left, Subgraph, of_things, only, whole
from web.files import ending
from web.pages.scene import shown_scene
from web.scene_filters import Filters
from web.site import site

#: The explorer waits for no more things; the command writes more.
MOST = 20_000
HIDDEN = "hidden by the filters of the scene"


def add(app: Flask) -> None:
    """Add the addresses of the files, one for each format."""
    for name, form in FORMS.items():
        app.add_url_rule(f"/scene.{ending(name)}", f"scene_{name}_file", _scene_file(form))
        app.add_url_rule(f"/graph.{ending(name)}", f"graph_{name}_file", _graph_file(form))


def _scene_file(form: Form) -> Callable[[], Response]:
    return lambda: _file(_scene(), form, "scene")


def _graph_file(form: Form) -> Callable[[], Response]:
    return lambda: _file(_whole(), form, "graph")


def _whole() -> tuple[Subgraph, str]:
    return whole(site().store, limit=MOST), ""


def _scene() -> tuple[Subgraph, str]:
    found, filters = shown_scene(), Filters.read()
    shown = [node.id for node in found.nodes if filters.shows(node)]
    links = {edge.id for edge in found.edges if filters.shows_link(edge, {*shown})}
    hidden = Left(
        why=HIDDEN, things=len(found.nodes) - len(shown), links=len(found.edges) - len(links)
    )
    part = only(
        of_things(
            site().store, shown, begun=f"the scene “{found.title}”",
            limit=max(found.limit, len(shown)), truncated=found.truncated,
        ),
        links,
    )  # fmt: skip
    return replace(part, left=(hidden, *part.left)) if filters.words() else part, filters.words()


def _file(chosen: tuple[Subgraph, str], form: Form, name: str) -> Response:
    part, filters = chosen
    made = exported(site().store, site().archive, part, as_of=_day(), filters=filters)
    head = f'attachment; filename="on-record-{name}-{_day()}.{form.ending}"'
    return Response(
        form.write(made), mimetype=form.media_type, headers={"Content-Disposition": head}
    )


def _day() -> date:
    return site().as_of or datetime.now(UTC).astimezone().date()
