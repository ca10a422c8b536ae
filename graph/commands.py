"""The commands that need the archive and its graph alone: load, explain, judge.

`onrecord.py` puts them beside the others. Imports stand inside, so that `--help` answers at once.
"""
# ruff: noqa: PLC0415

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from graph.judge import judge
from graph.search.commands import search

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.assembly import Gathered
    from graph.place import Place
    from graph.stores.store import Store

as_of = partial(
    click.option, "--as-of", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which states are told.  [default: today]",
)  # fmt: skip


def bring_up_to_date(
    place: "Place", archive: "Archive", store: "Store", *, rebuild: bool = False,
    beside_others: bool = False, gathered: "Gathered | None" = None,
) -> None:  # fmt: skip
    """Load the graph under the archive's lock, and tell on standard error what was done.

    `gathered` records are used where they are still those of the archive.
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
        update(archive, store, touched=done.touched)
    click.echo("\n".join(done.lines()), err=True)


@click.command()
@click.option("--rebuild", is_flag=True, help="Start from an empty graph.")
@click.option("--beside-others", is_flag=True, help="The database may hold other data too.")
@as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def load(place: "Place", /, *, rebuild: bool, beside_others: bool) -> None:
    """Bring the graph up to date with the archive."""
    archive = place.archive()
    with place.store(archive) as store:
        bring_up_to_date(place, archive, store, rebuild=rebuild, beside_others=beside_others)


@click.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def explain(place: "Place", /, *, id_: str) -> None:
    """Say how a statement, a link or a thing came to be: rule, words, standing, what was joined."""
    from graph.explain import explain_lines

    archive = place.archive()
    click.echo("\n".join(explain_lines(archive, place.resolver(archive), id_)))


COMMANDS = (load, explain, judge, search)
