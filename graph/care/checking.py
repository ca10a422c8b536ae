"""`check` where a command works: with the graph where it can be opened as it is, else without."""

from dataclasses import replace

from graph.assembly import Problem
from graph.check import Checked, checked
from graph.errors import OnRecordError
from graph.place import Place
from graph.stores.unopened import why_not_opened


def check_place(place: Place, *, no_graph: bool) -> Checked:
    """Verify the archive, and the graph unless `no_graph`; one that cannot be opened is named."""
    archive = place.archive()
    resolve = place.resolver(archive)
    if no_graph:
        return checked(archive, None, resolve)
    why_not = why_not_opened(archive) if place.embedded else None
    try:
        if why_not is not None:
            raise why_not
        with place.store(archive) as store:
            return checked(archive, store, resolve)
    except OnRecordError as fault:
        done = checked(archive, None, resolve)
        return replace(done, problems=(*done.problems, Problem.of(fault)))
