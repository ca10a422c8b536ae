"""`check` where a command works: with the graph where it can be opened as it is, else without."""

from dataclasses import replace

from graph.assembly import Problem
from graph.check import Checked, checked
from graph.place import Place
from graph.stores.unopened import why_not_opened


def check_place(place: Place, *, no_graph: bool) -> Checked:
    """Verify the archive, and the graph unless `no_graph`; one that cannot be opened is named."""
    archive = place.archive()
    resolve = place.resolver(archive)
    embedded = place.graph in {None, "embedded"}
    why_not = None if no_graph or not embedded else why_not_opened(archive)
    if no_graph or why_not:
        done = checked(archive, None, resolve)
        unopened = (Problem.of(why_not),) if why_not else ()
        return replace(done, problems=(*done.problems, *unopened))
    with place.store(archive) as store:
        return checked(archive, store, resolve)
