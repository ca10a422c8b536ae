"""Answers of questions and of ad-hoc Cypher: one shape for page, JSON and CSV."""

import csv
import io
import json
import re
from dataclasses import dataclass

from graph.explore.overview import overview
from graph.stores.store import Table
from web.site import site

_THING = re.compile(
    r"(?P<kind>doc|st|person|organisation|report|case|place|law|operation)"
    r"(-[0-9a-f]{16}|\.[a-z0-9-]+)"
)
_QUOTES = frozenset({"quote", "words", "answer_quote"})
#: A spreadsheet runs what begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows with the query that gave them; `truncated`: more rows existed than `limit`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool
    limit: int | None
    cypher: str
    graph_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value as a table shows it: text, with an address where it is a thing of the archive."""

    text: str
    url: str = ""
    quote: bool = False
    figure: bool = False


def answer_of(table: Table, cypher: str) -> Answer:
    """Return a table together with its query and the version of the graph it was asked of."""
    return Answer(
        columns=table.columns,
        rows=table.rows,
        truncated=table.truncated,
        limit=table.limit,
        cypher=cypher,
        graph_version=overview(site().store).graph_version,
    )


def cell(column: str, value: object) -> Cell:
    """Return one value as a table shows it; verbatim words are known by their column's name."""
    quote = column in _QUOTES
    match value:
        case bool():
            found = Cell(text="yes" if value else "no")
        case int() | float():
            found = Cell(text=f"{value:,}", figure=True)
        case str() if thing := _THING.fullmatch(value):
            found = Cell(text=value, url=_address(thing))
        case str():
            found = Cell(text=value, quote=quote)
        case list() | tuple() if all(isinstance(item, str) for item in value):
            found = Cell(text=" · ".join(map(str, value)), quote=quote)
        case _:
            found = Cell(text="" if value is None else json.dumps(value, ensure_ascii=False))
    return found


def as_csv(answer: Answer) -> str:
    """Return the rows as CSV with a head; text that a spreadsheet would run gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([_plain(value) for value in row])
    return out.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value
    )


def _address(found: re.Match[str]) -> str:
    page = {"doc": "document", "st": "statement"}.get(found["kind"], "entity")
    return f"/{page}/{found.string}"
