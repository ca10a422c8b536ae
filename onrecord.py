"""The command line: the only place where graph, ingest and web meet.

Imports stand inside the commands, so that `--version` and `--help` answer at once.
"""
# ruff: noqa: PLC0415

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.care.commands import CARE
from graph.commands import COMMANDS
from graph.errors import OnRecordError, UsageError
from graph.exports.commands import export
from graph.network.commands import measure
from graph.upkeep import as_of, bring_up_to_date
from graph.who import who
from web.commands import COMMANDS as ASKING

if TYPE_CHECKING:
    from graph.archive import Archive
    from graph.assembly import Resolve
    from graph.place import Place
    from graph.stores.store import Store

_EXAMPLES = """
\b
Examples:
  onrecord demo                            an invented archive to look at
  onrecord ingest report.pdf letters/      your documents, into ./archive
  onrecord serve                           look at them in the browser
  onrecord query --list                    what can be asked
  onrecord query responses/who_responded --format csv
  onrecord search "exact words"            find them anywhere in the documents
  onrecord judge ID accept --why TEXT      vouch for a statement or link
  onrecord check                           verify every word again
  onrecord export --output records.jsonl   take everything with you
  onrecord backup ../archive.backup        keep the whole archive safe

\b
--archive or ONRECORD_ARCHIVE names the archive's folder; --graph or ONRECORD_GRAPH a
Neo4j server, with ONRECORD_GRAPH_USER and ONRECORD_GRAPH_PASSWORD.
Exit status: 0 all done, 1 something failed and is named, 2 wrong usage.
"""


_now = partial(datetime.now, UTC)
_LISTENING = (
    click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen."),
    click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535)),
    click.option("--behind-login", is_flag=True, help="A proxy in front asks for a login."),
)
_DETAILS = {
    "title": "Title of the source.",
    "publisher": "Who published it.",
    "published": "When: YYYY-MM-DD; also YYYY-MM or YYYY.",
    "url": "Where it was published.",
    "licence": "Under which terms it may be used.",
    "genre": "What it is, say “press release”.  [default: decided from its words]",
}


def _described(command: Callable[..., None]) -> Callable[..., None]:
    for name, words in reversed(_DETAILS.items()):
        command = click.option(f"--{name}", help=words)(command)
    return command


def _listening(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_LISTENING):
        command = option(command)
    return command


def _resolver(archive: "Archive") -> "Resolve":
    from ingest.resolution import resolver

    return resolver(archive)


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", prog_name="onrecord")
@click.option(
    "--archive", envvar="ONRECORD_ARCHIVE", type=click.Path(path_type=Path),
    help="The archive's folder.  [default: ./archive]",
)  # fmt: skip
@click.option(
    "--graph", envvar="ONRECORD_GRAPH", metavar="URL",
    help="A Neo4j server: bolt://…, neo4j://… or neo4j+s://…  [default: embedded]",
)  # fmt: skip
@click.pass_context
def cli(context: click.Context, /, *, archive: Path | None, graph: str | None) -> None:
    """Turn documents into a graph of who said what, on which evidence, and who responded."""
    from graph.place import Place

    tell = partial(click.echo, err=True)
    context.obj = Place.of(archive, graph, os.environ, resolver=_resolver, tell=tell)


@cli.command()
@_listening
@click.option("--no-serve", is_flag=True, help="Stop before serving.")
@click.pass_obj
def demo(place: "Place", /, *, host: str, port: int, behind_login: bool, no_serve: bool) -> None:
    """Make an archive of invented documents and serve it."""
    from ingest.extract import extractor
    from ingest.pipeline.demonstration import make_sample, sample_folder
    from ingest.pipeline.progress import telling
    from web.serving import check_listening

    check_listening(host, behind_login=behind_login)
    root = place.named or sample_folder()
    with telling(sys.stderr) as report:
        archive, summary = make_sample(root, extractor=extractor(), now=_now, report=report)
    click.echo(f"The sample archive is in {root}.", err=True)
    with place.store(archive) as store:
        bring_up_to_date(place, archive, store)
        if not no_serve:
            _serve(archive, store, host, port, None)
    sys.exit(bool(summary.failures))


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@_described
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--ocr", is_flag=True, help="Read scanned PDFs with Tesseract, if installed.")
@click.option("--again", is_flag=True, help="Also what was removed from this archive before.")
@click.option("--no-load", is_flag=True, help="Stop before the graph.")
@click.pass_obj
def ingest(
    place: "Place", /, *, sources: tuple[str, ...], workers: int, ocr: bool, again: bool,
    no_load: bool, published: str | None, genre: str | None, **described: str | None,
) -> None:  # fmt: skip
    """Read files, folders and web addresses into the archive, and load the graph.

    Plain text, Markdown, HTML, PDF, Word, e-mail and ZIP are read. What is in the archive already
    is not read again; title, publisher, date, address, licence and genre describe a single source,
    also one that is there. Only addresses named here are fetched, and only public ones. What was
    removed from the archive is not taken in again, unless --again says so.
    """
    from graph.archive import Archive
    from graph.model import PartialDate
    from ingest.extract import extractor
    from ingest.pipeline import ingest as read_in
    from ingest.pipeline.details import Details, genre_of
    from ingest.pipeline.progress import telling
    from ingest.readers.tesseract import tesseract

    day, kind = published and PartialDate.parse(published), genre and genre_of(genre)
    details = Details(published=day or None, genre=kind or None, **described)
    archive = Archive.create(place.root, title=place.root.resolve().name)
    with telling(sys.stderr) as report:
        summary = read_in(
            archive, sources, details,
            extractor=extractor(archive.root), now=_now, workers=workers,
            recognise=tesseract() if ocr else None, report=report,
            again=who(None) or "unknown" if again else None,
        )  # fmt: skip
    click.echo(summary.sentence(), err=True)
    if not no_load:
        with place.store(archive) as store:
            bring_up_to_date(place, archive, store)
    sys.exit(bool(summary.failures))


@cli.command()
@_listening
@as_of()
@click.pass_obj
def serve(
    place: "Place", /, *, host: str, port: int, behind_login: bool, as_of: datetime | None
) -> None:
    """Serve the explorer, on this computer alone."""
    from web.serving import check_listening

    check_listening(host, behind_login=behind_login)
    archive = place.archive()
    with place.store(archive) as store:
        bring_up_to_date(place, archive, store)
        _serve(archive, store, host, port, as_of)


@cli.command()
@click.argument("action", type=click.Choice(["check"]))
@click.pass_obj
def gazetteer(place: "Place", /, *, action: str) -> None:
    """Check the bodies and offices that are known, the archive's own gazetteer.yaml included."""
    del action  # checking is the one action yet
    from ingest.gazetteer import check_report

    click.echo("\n".join(check_report(place.root)))


def _serve(
    archive: "Archive", store: "Store", host: str, port: int, as_of: datetime | None
) -> None:
    from ingest.pipeline.demonstration import is_sample
    from web.app import create_app
    from web.serving import serve as serve_app

    day, sample = as_of and as_of.date(), is_sample(archive)
    app = create_app(store, archive, host=host, as_of=day, invented_sample=sample)
    serve_app(app, host=host, port=port, announce=click.echo)


for _command in (*COMMANDS, *CARE, *ASKING, export, measure):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; what fails is said in one line on standard error."""
    try:
        cli()
    except OnRecordError as fault:
        click.echo(fault.sentence(), err=True)
        sys.exit(2 if isinstance(fault, UsageError) else 1)


if __name__ == "__main__":
    main()
