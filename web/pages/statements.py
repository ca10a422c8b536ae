"""One statement: who said it, in which words, as told by whom."""

from flask import Flask

from graph.explore.statements import statement_page
from graph.explore.views import StatementView
from web.site import site
from web.twins import add_twins


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/statement/<id_>", "statement", one, "statement.html")


def one(id_: str) -> StatementView:
    """Return one statement; raise NotFound."""
    return statement_page(site().store, site().archive, id_)
