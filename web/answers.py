"""Answers of questions and of ad-hoc Cypher: one shape for page, JSON, CSV and terminal."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, g

from graph.errors import OnRecordError
from graph.explore.overview import graph_version
from graph.exports.text import guarded
from graph.questions.cypher_text import certain_columns
from graph.stores.store import Store, Table
from web.cells import cell
from web.site import site

__all__ = ["Answer", "answer_of", "answered", "as_csv", "cell", "known_version", "name_version"]

#: The header that names the graph's version beside every answer, also beside a refusal.
HEADER = "Graph-Version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows with the query that gave them; `truncated`: more rows existed than `limit`.

    `graph_version` is the version before and after the asking; "" where a load changed the graph
    meanwhile, so that the rows are of no one version.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool
    limit: int | None
    cypher: str
    graph_version: str


def answered(store: Store, cypher: str, ask: Callable[[], Table]) -> Answer:
    """Return what `ask` gives of one version of the graph; asks again where a load came between."""
    for _ in range(2):
        before, table, after = graph_version(store), ask(), graph_version(store)
        if before == after:
            break
    return Answer(
        # ArcadeDB names no columns where there is no row.
        columns=table.columns or certain_columns(cypher),
        rows=table.rows,
        truncated=table.truncated,
        limit=table.limit,
        cypher=cypher,
        graph_version=after if before == after else "",
    )


def answer_of(cypher: str, ask: Callable[[], Table]) -> Answer:
    """Return the answer that the explorer's graph gives; its version is named in the header too."""
    try:
        answer = answered(site().store, cypher, ask)
    except OnRecordError:
        g.graph_version = known_version(site().store)
        raise
    g.graph_version = answer.graph_version
    return answer


def known_version(store: Store) -> str:
    """Return the graph's version, "" where it cannot be had now."""
    try:
        return graph_version(store)
    except OnRecordError:
        return ""


def name_version(app: Flask) -> None:
    """Put the header on every answer and refusal of a query."""

    @app.after_request
    def add_header(response: Response) -> Response:
        if version := g.get("graph_version"):
            response.headers[HEADER] = version
        return response


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
        return guarded(value)
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value
    )
