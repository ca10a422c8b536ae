"""Documents: the list, and one with its text, names, statements and links at their places."""

from graph.archive import Archive
from graph.explore.views import DocumentFacts, DocumentPage
from graph.stores.store import Store


def documents(store: Store) -> tuple[DocumentFacts, ...]:
    """Return every document, newest first; those without a date come last."""
    raise NotImplementedError


def document_page(store: Store, archive: Archive, id_: str) -> DocumentPage:
    """Return one document as the reader shows it; raise NotFound."""
    raise NotImplementedError
