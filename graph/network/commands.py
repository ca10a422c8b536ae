"""The command that measures the network, each figure with what it means."""
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING

import click

from graph.upkeep import bring_up_to_date

if TYPE_CHECKING:
    from graph.place import Place


@click.command()
@click.option(
    "--format", "form", default="table", show_default=True, type=click.Choice(["table", "json"])
)
@click.option("--accepted", is_flag=True, help="Count only what a person has accepted.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1),
              help="How many lines of each list are shown.")  # fmt: skip
@click.pass_obj
def measure(place: "Place", /, *, form: str, accepted: bool, limit: int) -> None:
    """Say what joins people, bodies and reports: degrees, ways, bridges and groups, in words."""
    from graph.loading import loaded_version
    from graph.network.told import as_json, as_text, measured

    archive = place.archive()
    with place.store(archive) as store:
        if not loaded_version(store, archive.id):
            bring_up_to_date(place, archive, store)
        told = measured(store, accepted_only=accepted, limit=limit)
    click.echo(as_json(told) if form == "json" else as_text(told), nl=False)
