"""Statements with their words, speakers and the statements they stand in."""

from graph.archive import Archive
from graph.explore.views import StatementView
from graph.stores.store import Store


def statement_page(store: Store, archive: Archive, id_: str) -> StatementView:
    """Return one statement with the statements nested in it; raise NotFound."""
    raise NotImplementedError
