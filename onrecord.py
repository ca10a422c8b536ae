"""The command line: the only place where graph, ingest and web meet.

Imports stand inside the commands, so that `--version` and `--help` answer at once.
"""
# ruff: noqa: PLC0415

import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import OnRecordError, UsageError

if TYPE_CHECKING:
    from graph.archive import Archive
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
  onrecord check                           verify every word again
  onrecord export --output records.jsonl   take everything with you

\b
--archive or ONRECORD_ARCHIVE names the archive's folder; --graph or ONRECORD_GRAPH a
Neo4j server, with ONRECORD_GRAPH_USER and ONRECORD_GRAPH_PASSWORD.
Exit status: 0 all done, 1 something failed and is named, 2 wrong usage.
"""


_as_of = partial(
    click.option, "--as-of", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which states are told.  [default: today]",
)  # fmt: skip
_now = partial(datetime.now, UTC)
_host = click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
_port = click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
_behind_login = click.option(
    "--behind-login", is_flag=True,
    help="A proxy in front asks for a login: only then may others reach --host.",
)  # fmt: skip


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

    context.obj = Place.of(archive, graph, os.environ)


@cli.command()
@_host
@_port
@_behind_login
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
        _load(archive, store)
        if not no_serve:
            _serve(archive, store, host, port, None)
    sys.exit(bool(summary.failures))


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--title", help="Title of the source.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", metavar="YYYY-MM-DD", help="When; also YYYY-MM or YYYY.")
@click.option("--url", help="Where it was published.")
@click.option("--licence", help="Under which terms it may be used.")
@click.option(
    "--genre", metavar="GENRE",
    help="What it is: news, press_release, report, coroner_report, letter, transcript, "
    "council_paper or other.  [default: decided from its words]",
)  # fmt: skip
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--ocr", is_flag=True, help="Read scanned PDFs with Tesseract, if installed.")
@click.option("--no-load", is_flag=True, help="Stop before the graph.")
@click.pass_obj
def ingest(
    place: "Place", /, *, sources: tuple[str, ...], workers: int, ocr: bool, no_load: bool,
    published: str | None, genre: str | None, **described: str | None,
) -> None:  # fmt: skip
    """Read files, folders and web addresses into the archive, and load the graph.

    Plain text, Markdown, HTML, PDF, Word, e-mail and ZIP are read. What is in the archive already
    is not read again; title, publisher, date, address, licence and genre describe a single source,
    also one that is there. Only addresses named here are fetched, and only public ones.
    """
    from graph.archive import Archive
    from graph.model import PartialDate
    from ingest.extract import extractor
    from ingest.pipeline import ingest as read_in
    from ingest.pipeline.details import Details, genre_of
    from ingest.pipeline.progress import telling
    from ingest.readers.tesseract import tesseract

    recognise = tesseract() if ocr else None
    day, kind = published and PartialDate.parse(published), genre and genre_of(genre)
    details = Details(published=day or None, genre=kind or None, **described)
    archive = Archive.create(place.root, title=place.root.resolve().name)
    with telling(sys.stderr) as report:
        summary = read_in(
            archive, sources, details,
            extractor=extractor(), now=_now, workers=workers, recognise=recognise, report=report,
        )  # fmt: skip
    click.echo(summary.sentence(), err=True)
    if not no_load:
        with place.store(archive) as store:
            _load(archive, store)
    sys.exit(bool(summary.failures))


@cli.command()
@click.option("--rebuild", is_flag=True, help="Start from an empty graph.")
@click.option("--beside-others", is_flag=True, help="The database may hold other data too.")
@_as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def load(place: "Place", /, *, rebuild: bool, beside_others: bool) -> None:
    """Bring the graph up to date with the archive."""
    archive = place.archive()
    with place.store(archive) as store:
        _load(archive, store, rebuild=rebuild, beside_others=beside_others)


@cli.command()
@_host
@_port
@_behind_login
@_as_of()
@click.pass_obj
def serve(
    place: "Place", /, *, host: str, port: int, behind_login: bool, as_of: datetime | None
) -> None:
    """Serve the explorer, on this computer alone."""
    from web.serving import check_listening

    check_listening(host, behind_login=behind_login)
    archive = place.archive()
    with place.store(archive) as store:
        _load(archive, store)
        _serve(archive, store, host, port, as_of)


@cli.command()
@click.argument("name", required=False)
@click.option("-p", "values", multiple=True, metavar="NAME=VALUE", help="A parameter's value.")
@click.option("--format", "form", default="table", type=click.Choice(["table", "json", "csv"]))
@click.option("--list", "listed", is_flag=True, help="List the questions with their parameters.")
@click.option("--cypher", metavar="TEXT", help="Ask this Cypher instead; it may only read.")
@_as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def query(
    place: "Place", /, *, name: str | None, values: tuple[str, ...], form: str, listed: bool,
    cypher: str | None,
) -> None:  # fmt: skip
    """Ask a question of cypher/<topic>/<name>.cypher, by topic/name or a name that is unique."""
    from graph.loading import loaded_version
    from web.printed import ask, list_of_questions, printed, values_of

    if listed:
        click.echo(list_of_questions(), nl=False)
        return
    if (name is None) == (cypher is None):
        raise click.UsageError("Name a question or give --cypher; --list tells the questions.")
    archive = place.archive()
    with place.store(archive) as store:
        if not loaded_version(store, archive.id):
            _load(archive, store)
        answer = ask(store, name=name, cypher=cypher, values=values_of(values))
    click.echo(printed(answer, form), nl=False)
    if answer.truncated:
        click.echo(f"Only the first {len(answer.rows)} rows are shown; there are more.", err=True)


@cli.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def explain(place: "Place", /, *, id_: str) -> None:
    """Say how a statement, a link or a thing came to be: rule, words, standing, what was joined."""
    from graph.explain import explain_lines
    from ingest.resolution import resolve

    click.echo("\n".join(explain_lines(place.archive(), resolve, id_)))


@cli.command()
@click.pass_obj
def check(place: "Place", /) -> None:
    """Verify the whole archive and the graph against it: hashes, spans, references, schema."""
    from graph.check import check as check_all
    from ingest.resolution import resolve

    archive = place.archive()
    with place.store(archive) as store:
        problems = check_all(archive, store, resolve)
    count = f"{len(problems)} do not fit." if problems else "Everything fits."
    click.echo("\n".join([*(problem.sentence() for problem in problems), count]), err=True)
    sys.exit(bool(problems))


@cli.command()
@click.option(
    "--format", "form", default="records", show_default=True, type=click.Choice(["records"])
)
@click.option("--output", default="-", show_default=True, metavar="FILE", help="- for the screen.")
@_as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def export(place: "Place", /, *, form: str, output: str) -> None:
    """Write everything the archive holds, in an open format."""
    del form  # records are the one format yet
    from graph.archive.files import write_whole
    from graph.assembly import assembly
    from graph.records import encode_lines
    from ingest.resolution import resolve

    data = encode_lines(assembly(place.archive(), resolve).records)
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(output), data)


def _load(
    archive: "Archive", store: "Store", *, rebuild: bool = False, beside_others: bool = False
) -> None:
    from graph.loading import load as load_graph
    from ingest.resolution import resolve
    from web.printed import load_told

    with archive.lock():
        done = load_graph(
            archive, store, resolve,
            rebuild=rebuild, beside_others=beside_others,
            progress=lambda what, n, total: click.echo(f"{n} of {total} {what} loaded", err=True),
        )  # fmt: skip
    click.echo(load_told(done), nl=False, err=True)


def _serve(
    archive: "Archive", store: "Store", host: str, port: int, as_of: datetime | None
) -> None:
    from ingest.pipeline.demonstration import is_sample
    from web.app import create_app
    from web.serving import serve as serve_app

    day, sample = as_of and as_of.date(), is_sample(archive)
    app = create_app(store, archive, host=host, as_of=day, invented_sample=sample)
    serve_app(app, host=host, port=port, announce=click.echo)


def main() -> None:
    """Run the command line; what fails is said in one line on standard error."""
    try:
        cli()
    except OnRecordError as fault:
        click.echo(fault.sentence(), err=True)
        sys.exit(2 if isinstance(fault, UsageError) else 1)


if __name__ == "__main__":
    main()
