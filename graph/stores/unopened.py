"""Whether the embedded graph of an archive can be opened as it is, without making it anew."""

import os

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.stores import arcadedb, endpoint, folder

_LOAD = "Run `onrecord load`"
_WHY = {
    "new": "nothing was loaded yet",
    "foreign": "it was made by another version, or for another archive",
    "damaged": "its files are not those that were there when it was closed",
}


def why_not_opened(archive: Archive) -> OnRecordError | None:
    """Return why the graph's folder cannot be opened as it is; null where it can, or is open."""
    if endpoint.in_use(archive.root, archive.id):
        return None
    graph = archive.root / "graph"
    if not os.access(graph if graph.exists() else archive.root, os.W_OK):
        return OnRecordError(
            "the embedded engine writes into its folder, and this one cannot be written",
            subject="graph",
            remedy="Copy the archive to a place where you may write, or name a Neo4j server",
        )
    made_by = folder.fingerprint(archive.id, [*arcadedb.settings(), *arcadedb.types()])
    why = _WHY.get(folder.state(graph, made_by))
    return OnRecordError(why, subject="graph", remedy=_LOAD) if why else None
