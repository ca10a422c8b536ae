"""Bringing graph and search up to date before a command answers, and the day it answers for."""
# ruff: noqa: PLC0415

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.assembly import Gathered
    from graph.place import Place
    from graph.stores.store import Store

as_of = partial(
    click.option, "--as-of", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which states are told.  [default: today]",
)  # fmt: skip


_NO_SEARCH = (
    "note: the search index lies in the archive, which cannot be written: it stays as it is."
)


def bring_up_to_date(
    place: "Place", archive: "Archive", store: "Store", *, rebuild: bool = False,
    beside_others: bool = False, doubted: bool = False, gathered: "Gathered | None" = None,
) -> None:  # fmt: skip
    """Load the graph under the archive's lock, and tell on standard error what was done.

    `doubted`: the search index is read through too, and made anew where it is damaged. `gathered`
    records are used where they are still those of the archive.
    """
    from graph.loading import load as load_graph
    from graph.loading.stamp import stamp
    from graph.loading.telling import telling
    from graph.search.updating import update

    # A server's graph can be loaded from a read-only folder too.
    with archive.still(), telling(sys.stderr) as progress:
        done = load_graph(
            archive, store, place.resolver(archive),
            rebuild=rebuild, beside_others=beside_others, progress=progress, stamp=stamp(archive),
            gathered=gathered,
        )  # fmt: skip
        if archive.writable:
            update(archive, store, anew=rebuild, doubted=doubted, touched=done.touched)
        else:
            click.echo(_NO_SEARCH, err=True)
    click.echo("\n".join(done.lines()), err=True)
