"""The command that writes the archive, or a part of its graph, in an open format."""
# ruff: noqa: PLC0415

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.upkeep import as_of, bring_up_to_date

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.network.subgraph import Subgraph
    from graph.place import Place
    from graph.stores.store import Store

_FORMATS = ("records", "graphml", "gexf", "csv", "json", "cypher")
_PART = (
    click.option("--seed", "seeds", multiple=True, metavar="ID", help="Begin with this thing."),
    click.option("--radius", default=1, show_default=True, metavar="N",
                 help="How many links to go from the seeds."),
    click.option("--question", metavar="NAME", help="The things that this question's rows name."),
    click.option("-p", "values", multiple=True, metavar="NAME=VALUE",
                 help="A parameter of the question."),
    click.option("--path", "ends", nargs=2, metavar="ID ID", help="The way between two things."),
    click.option("--limit", default=100_000, show_default=True, metavar="N",
                 help="How many things at most."),
)  # fmt: skip


def _part(command: click.decorators.FC) -> click.decorators.FC:
    for option in reversed(_PART):
        command = option(command)
    return command


@click.command()
@click.option("--format", "form", default="records", show_default=True, type=click.Choice(_FORMATS))
@click.option("--output", default="-", show_default=True, metavar="FILE", help="- for the screen.")
@_part
@as_of()
@click.pass_obj
def export(
    place: "Place", /, *, form: str, output: str, as_of: datetime | None, **chosen: Any
) -> None:
    """Write everything the archive holds, or its graph, in an open format.

    `records` are all records as JSON Lines. The other formats hold the whole graph, or the part
    of it that --seed, --question or --path names; csv is a ZIP of two tables and their dictionary.
    Protected people are left out of these, and each says what else is.
    """
    from graph.errors import UsageError

    if sum(bool(chosen[name]) for name in ("seeds", "ends", "question")) > (form != "records"):
        raise UsageError(
            "this cannot be exported at once",
            subject=f"--format {form}",
            remedy="Name one of --seed, --question and --path, and a format other than records",
        )
    archive = place.archive()
    if form == "records":
        data = _records(place, archive)
    else:
        day = as_of.date() if as_of else datetime.now(UTC).astimezone().date()
        with place.store(archive) as store:
            part = _chosen(place, archive, store, **chosen)
            data = _written(archive, store, part, form, day)
    _put(data, output)


def _records(place: "Place", archive: "Archive") -> bytes:
    from graph.assembly import assembly
    from graph.records import encode_lines

    return encode_lines(assembly(archive, place.resolver(archive)).records)


def _chosen(
    place: "Place", archive: "Archive", store: "Store", *, seeds: tuple[str, ...],
    ends: tuple[str, str] | None, question: str | None, radius: int, limit: int,
    values: tuple[str, ...],
) -> "Subgraph":  # fmt: skip
    from graph.loading import loaded_version
    from graph.network.subgraph import around, of_answer, of_path, whole
    from graph.questions import find_question, run_question

    if not loaded_version(store, archive.id):
        bring_up_to_date(place, archive, store)
    if question:
        asked = find_question(question)
        given = dict(pair.partition("=")[::2] for pair in values)
        table = run_question(store, asked, given)
        return of_answer(store, table, title=asked.title, limit=limit)
    if ends:
        return of_path(store, *ends)
    if seeds:
        return around(store, seeds, radius=radius, limit=limit)
    return whole(store, limit=limit)


def _written(archive: "Archive", store: "Store", part: "Subgraph", form: str, day: date) -> bytes:
    from graph.exports.export import exported
    from graph.exports.forms import FORMS

    made = exported(store, archive, part, as_of=day)
    click.echo("\n".join(f"{name}: {said}" for name, said in made.about.lines()), err=True)
    return FORMS[form].write(made)


def _put(data: bytes, output: str) -> None:
    from graph.archive.files import write_whole

    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(output), data)
