"""Answers of questions and of ad-hoc Cypher: one shape for page, JSON and CSV."""

import csv
import io
import json
from dataclasses import dataclass

from graph.explore.overview import graph_version
from graph.stores.store import Table
from web.cells import cell
from web.site import site

__all__ = ["Answer", "answer_of", "as_csv", "cell"]

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


def answer_of(table: Table, cypher: str) -> Answer:
    """Return a table together with its query and the version of the graph it was asked of."""
    return Answer(
        columns=table.columns,
        rows=table.rows,
        truncated=table.truncated,
        limit=table.limit,
        cypher=cypher,
        graph_version=graph_version(site().store),
    )


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
