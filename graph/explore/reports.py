"""Reports with whom they are addressed to and who answered."""

from graph.archive import Archive
from graph.explore.views import ReportView
from graph.stores.store import Store


def reports(store: Store, archive: Archive) -> tuple[ReportView, ...]:
    """Return every report by name; the status of a duty to respond is unknown, with the reason."""
    raise NotImplementedError
