"""What can be made anew from the archive, and still holds its words: the graph's files, caches."""

import shutil

from graph.archive import Archive
from graph.archive.cache import forget
from graph.archive.layout import DISPOSABLE
from graph.stores import endpoint


def forget_graph(archive: Archive) -> bool:
    """Delete the graph's files unless somebody uses them; return whether they are gone.

    Deleting what stands in the graph is not enough: its index of words keeps words of what is
    no longer there.
    """
    forget(archive.root)
    if not any((archive.root / name).exists() for name in DISPOSABLE):
        return True
    with endpoint.starting(endpoint.place(archive.root, archive.id)):
        if endpoint.in_use(archive.root, archive.id):
            return False
        for name in DISPOSABLE:
            shutil.rmtree(archive.root / name, ignore_errors=True)
    return True
