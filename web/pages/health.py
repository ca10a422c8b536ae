"""`/healthz`: whether the explorer can ask its graph."""

from flask import Flask, Response

from graph.explore.overview import graph_version
from web.site import site
from web.twins import as_json


def add(app: Flask) -> None:
    """Add the page."""
    app.add_url_rule("/healthz", "health", health)


def health() -> Response:
    """Answer that all is well, or fail as the store fails."""
    return as_json(
        {
            "status": "ok",
            "engine": site().store.engine,
            "graph_version": graph_version(site().store),
        }
    )
