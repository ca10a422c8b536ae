"""The commands that ask: `query`, and `completion` for the shells that complete it.

`onrecord.py` puts them beside the others. Imports stand inside, so that `--help` answers at once.
"""
# ruff: noqa: PLC0415

import sys
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from graph.upkeep import as_of, bring_up_to_date

if TYPE_CHECKING:
    from graph.place import Place
    from graph.stores.store import QueryRefused, Store
    from web.answers import Answer

_VARIABLE = "_ONRECORD_COMPLETE"


def _names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from web.choosing import name_completions

    return [CompletionItem(name, help=title) for name, title in name_completions(incomplete)]


def _values(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from web.choosing import value_completions

    # Where the value of `-p` is still to come, click has not sorted the words before it yet.
    named = context.params.get("name") or next(iter(context.args), None)
    found = value_completions(named, incomplete)
    return [CompletionItem(text, help=type_) for text, type_ in found]


@click.command()
@click.argument("name", required=False, shell_complete=_names)
@click.option("-p", "values", multiple=True, metavar="NAME=VALUE", help="A parameter's value.",
              shell_complete=_values)  # fmt: skip
@click.option("--format", "form", default="table", show_default=True,
              type=click.Choice(["table", "json", "csv"]))  # fmt: skip
@click.option("--list", "as_list", is_flag=True, help="List the questions with their parameters.")
@click.option("--cypher", metavar="TEXT", help="Ask this Cypher instead; it may only read.")
@as_of(expose_value=False)  # states of duties will need it
@click.pass_obj
def query(
    place: "Place", /, *, name: str | None, values: tuple[str, ...], form: str, as_list: bool,
    cypher: str | None,
) -> None:  # fmt: skip
    """Ask a question of cypher/<topic>/<name>.cypher, by topic/name or a beginning of it.

    The beginning must be that of one question alone; `topic/` lists the questions of a topic.
    """
    from graph.questions import questions
    from web.choosing import chosen, of_topic
    from web.printed import listed, values_of

    topic = of_topic(name or "")
    if as_list or topic:
        click.echo(listed(topic or questions(), form, _width()), nl=False)
        return
    if (name is None) == (cypher is None):
        raise click.UsageError("Name a question or give --cypher; --list tells the questions.")
    if name is not None and (full := chosen(name).name) != name:
        click.echo(f"{name}: {full}", err=True)
        name = full
    _ask(place, name, cypher, values_of(values), form)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, /, *, shell: str) -> None:
    """Print the script with which a shell completes commands, questions and parameters."""
    known = get_completion_class(shell)
    if known is not None:
        script = known(context.find_root().command, {}, "onrecord", _VARIABLE)
        click.echo(script.source_template % script.source_vars())


def _ask(
    place: "Place", name: str | None, cypher: str | None, values: dict[str, str], form: str
) -> None:
    from graph.loading import up_to_date
    from graph.stores.store import QueryRefused
    from web.printed import ask, printed

    archive = place.archive()
    with place.store(archive) as store:
        if not up_to_date(archive, store):
            bring_up_to_date(place, archive, store)
        try:
            answer = ask(store, name=name, cypher=cypher, values=values)
        except QueryRefused as refused:
            _tell_refused(refused, cypher or "", store)
            sys.exit(2)
    click.echo(printed(answer, form, _width()), nl=False)
    _tell_about(answer, form)


def _tell_refused(refused: "QueryRefused", cypher: str, store: "Store") -> None:
    from web.answers import known_version
    from web.place import marked

    click.echo(refused.sentence(), err=True)
    if refused.position and (line := marked(cypher, *refused.position)):
        click.echo(f"  {line.before}{line.word}{line.after}\n  {line.indent}^ here", err=True)
    if version := known_version(store):
        click.echo(f"Graph version {version}.", err=True)


def _tell_about(answer: "Answer", form: str) -> None:
    """Say on standard error what an answer is of, and whether it was cut."""
    if answer.truncated:
        click.echo(f"Only the first {len(answer.rows)} rows are shown; there are more.", err=True)
    if not answer.graph_version:
        click.echo("The graph is being loaded, so this answer may be in part; ask again.", err=True)
    elif form != "json":
        rows = "1 row" if len(answer.rows) == 1 else f"{len(answer.rows):,} rows"
        click.echo(f"{rows}, graph version {answer.graph_version}.", err=True)


def _width() -> int | None:
    """Return the terminal's width, null where standard output is none."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout.isatty() else None


COMMANDS = (query, completion)
