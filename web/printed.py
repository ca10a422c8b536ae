"""Answers on a terminal or in a pipe: the same columns and rows as on a page."""

import shutil
from collections.abc import Iterable, Mapping

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from graph.errors import UsageError
from graph.explore.overview import graph_version
from graph.questions import find_question, questions, run_question
from graph.stores.store import Store
from web.answers import Answer, as_csv, cell
from web.pages.console import LIMIT, SECONDS

_PIPE_WIDTH = 160


def ask(store: Store, *, name: str | None, cypher: str | None, values: Mapping[str, str]) -> Answer:
    """Return the answer to ad-hoc Cypher if it is given, else to the question of this name."""
    if cypher is not None:
        table = store.ask(cypher, dict(values), limit=LIMIT, seconds=SECONDS)
    else:
        question = find_question(name or "")
        cypher, table = question.cypher, run_question(store, question, values)
    return Answer(
        columns=table.columns,
        rows=table.rows,
        truncated=table.truncated,
        limit=table.limit,
        cypher=cypher,
        graph_version=graph_version(store),
    )


def values_of(given: Iterable[str]) -> dict[str, str]:
    """Return the values of `name=value` texts; raise UsageError for one of another shape."""
    values: dict[str, str] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not (name and sign):
            raise UsageError("this is no parameter", subject=text, remedy="Write -p name=value")
        values[name] = value
    return values


def list_of_questions() -> str:
    """Return every question with its parameters and their defaults."""
    lines: list[str] = []
    for question in questions():
        lines.append(f"{question.name}: {question.title}")
        for one in question.parameters:
            default = "" if one.default is None else f" = {one.default}"
            lines.append(f"    -p {one.name}: {one.type}{default}")
    return "".join(f"{line}\n" for line in lines)


def printed(answer: Answer, form: str) -> str:
    """Return the answer as `table`, `json` or `csv`."""
    if form == "json":
        return msgspec.json.encode(answer).decode() + "\n"
    return as_csv(answer) if form == "csv" else as_table(answer)


def as_table(answer: Answer) -> str:
    """Return the rows under their column names, wrapped to the terminal's width."""
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for column in answer.columns:
        grid.add_column(column, overflow="fold")
    for row in answer.rows:
        cells = (cell(column, value) for column, value in zip(answer.columns, row, strict=True))
        grid.add_row(*(Text(one.text) for one in cells))
    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines() if line.strip())
