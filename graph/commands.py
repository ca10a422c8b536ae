"""The commands that need the archive and its graph alone: load, explain, judge.

`onrecord.py` puts them beside the others. Imports stand inside, so that `--help` answers at once.
"""
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING

import click

from graph.judge import judge
from graph.search.commands import search
from graph.upkeep import as_of, bring_up_to_date

if TYPE_CHECKING:
    from graph.place import Place


@click.command()
@click.option("--rebuild", is_flag=True, help="Start from an empty graph.")
@click.option("--beside-others", is_flag=True, help="The database may hold other data too.")
@as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def load(place: "Place", /, *, rebuild: bool, beside_others: bool) -> None:
    """Bring the graph up to date with the archive."""
    archive = place.archive()
    with place.store(archive) as store:
        bring_up_to_date(
            place, archive, store, rebuild=rebuild, beside_others=beside_others, doubted=True
        )


@click.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def explain(place: "Place", /, *, id_: str) -> None:
    """Say how a statement, a link or a thing came to be: rule, words, standing, what was joined."""
    from graph.explain import explain_lines

    archive = place.archive()
    click.echo("\n".join(explain_lines(archive, place.resolver(archive), id_)))


COMMANDS = (load, explain, judge, search)
