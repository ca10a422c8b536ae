"""Answers and questions on a terminal or in a pipe: the same columns and rows as on a page.

On a terminal a table keeps to its width; in a pipe a row is a line, however long.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from graph.errors import UsageError
from graph.questions import Question, run_question
from graph.stores.store import Store
from web.answers import Answer, answered, as_csv, cell
from web.cells import silent
from web.choosing import chosen
from web.pages.console import LIMIT, SECONDS

# Narrower columns part words; then each row is shown as a list.
_NARROWEST = 14
_UNBOUND = 1_000_000
# Blanks at the end of a line, also before the signs that end a colour.
_TAIL = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$")


def ask(store: Store, *, name: str | None, cypher: str | None, values: Mapping[str, str]) -> Answer:
    """Return the answer to ad-hoc Cypher if it is given, else to the question of this name."""
    if cypher is not None:
        return answered(store, cypher, lambda: store.ask(
            cypher, dict(values), limit=LIMIT, seconds=SECONDS))  # fmt: skip
    question = chosen(name or "")
    return answered(store, question.cypher, lambda: run_question(store, question, values))


def values_of(given: Iterable[str]) -> dict[str, str]:
    """Return the values of `name=value` texts; raise UsageError for one of another shape."""
    values: dict[str, str] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not (name and sign):
            raise UsageError("this is no parameter", subject=text, remedy="Write -p name=value")
        if name in values:
            raise UsageError("this parameter is given twice", subject=name, remedy="Give it once")
        values[name] = value
    return values


def printed(answer: Answer, form: str, width: int | None = None) -> str:
    """Return the answer as `table`, `json` or `csv`; `width` null: not on a terminal."""
    if form == "json":
        return msgspec.json.encode(answer).decode() + "\n"
    return as_csv(answer) if form == "csv" else as_table(answer, width)


def as_table(answer: Answer, width: int | None) -> str:
    """Return the rows under their column names, or as lists where they would be too narrow."""
    empty = set(silent(answer.columns, answer.rows))
    columns = [column for column in answer.columns if column not in empty]
    rows = [
        [cell(column, value).text for column, value in zip(answer.columns, row, strict=True)
         if column not in empty]
        for row in answer.rows
    ]  # fmt: skip
    if width is None:
        rows = [[" ".join(text.split()) for text in row] for row in rows]
        return _drawn(_grid(columns, rows, no_wrap=True), None)
    wanted = (max(map(len, texts)) for texts in zip(columns, *rows, strict=True))
    needed = sum(min(length, _NARROWEST) + 2 for length in wanted)
    if needed <= width or not rows:
        return _drawn(_grid(columns, rows), width)
    return "\n".join(_drawn(_list(columns, row, n), width) for n, row in enumerate(rows, 1))


def listed(questions: Sequence[Question], form: str, width: int | None = None) -> str:
    """Return the questions with their parameters, as `table` (by topic), `json` or `csv`."""
    if form == "json":
        about = [{"name": each.name, "title": each.title, "why": each.why,
                  "parameters": each.parameters} for each in questions]  # fmt: skip
        return msgspec.json.encode(about).decode() + "\n"
    if form == "csv":
        out = io.StringIO()
        rows = [[q.name, q.title, q.why, " ".join(_parameters(q))] for q in questions]
        csv.writer(out).writerows([["name", "title", "why", "parameters"], *rows])
        return out.getvalue()
    if width is None:
        lines = (line for question in questions for line in _lines(question))
        return "".join(f"{line}\n" for line in lines)
    topics = groupby(questions, lambda question: question.name.split("/")[0])
    return "\n".join(_drawn(_topic(topic, list(found)), width) for topic, found in topics)


def _lines(question: Question) -> list[str]:
    return [f"{question.name}: {question.title}",
            *(f"    -p {text}" for text in _parameters(question))]  # fmt: skip


def _parameters(question: Question) -> list[str]:
    return [f"{one.name}: {one.type}" + ("" if one.default is None else f" = {one.default}")
            for one in question.parameters]  # fmt: skip


def _topic(topic: str, questions: Sequence[Question]) -> Group:
    lines: list[RenderableType] = [Text(topic.replace("_", " ").capitalize(), style="bold")]
    for question in questions:
        names = ", ".join(one.name for one in question.parameters)
        about = Text.assemble(question.title, "\n", (names, "dim"))
        lines += [Text(question.name, style="cyan"), Padding(about, (0, 0, 0, 4))]
    return Group(*lines)


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]], *, no_wrap: bool = False) -> Grid:
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold", no_wrap=no_wrap,
                        min_width=None if no_wrap else min(len(column), _NARROWEST))  # fmt: skip
    for row in rows:
        grid.add_row(*map(Text, row))
    return grid


def _list(columns: Sequence[str], row: Sequence[str], number: int) -> Group:
    grid = Grid(box=None, pad_edge=False, show_header=False)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for column, text in zip(columns, row, strict=True):
        if text:
            grid.add_row(Text(column, style="dim"), Text(text))
    return Group(Text(f"{number}.", style="bold"), grid)


def _drawn(what: RenderableType, width: int | None) -> str:
    """Return it as text; with colour on a terminal, unless NO_COLOR says otherwise."""
    console = Console(width=width or _UNBOUND, force_terminal=width is not None,
                      color_system=None if width is None else "standard")  # fmt: skip
    with console.capture() as captured:
        console.print(what)
    lines = (_TAIL.sub(r"\1", line) for line in captured.get().splitlines())
    return "".join(f"{line}\n" for line in lines if line)
