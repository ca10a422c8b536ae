"""The rows of a running query, cut at a number of rows, and for a stranger's at a size too."""

from collections.abc import Mapping

from neo4j import Result

from graph.stores.store import QueryRefused, Table
from graph.stores.values import plain

#: How many rows of a stranger's answer come at a time: what is refused half-way comes no further.
FETCHED = 20
#: How many signs a stranger's answer may have.
SIZE = 10_000_000


def table(result: Result, limit: int | None) -> Table:
    """Return the rows of a running query, at most `limit`, with an honest `truncated`."""
    columns = tuple(result.keys())
    records = list(result) if limit is None else result.fetch(limit + 1)
    rows = tuple(tuple(plain(value) for value in record) for record in records)
    truncated = limit is not None and len(rows) > limit
    return Table(columns=columns, rows=rows[:limit], truncated=truncated, limit=limit)


def bounded_table(result: Result, limit: int) -> Table:
    """Return at most `limit` rows of a stranger's query; raise QueryRefused beyond `SIZE`."""
    try:
        return _bounded(result, limit)
    except RecursionError:
        raise QueryRefused("its answer is nested too deeply to be read") from None


def _bounded(result: Result, limit: int) -> Table:
    columns = tuple(result.keys())
    rows: list[tuple[object, ...]] = []
    size = 0
    for record in result:
        if len(rows) == limit:
            return Table(columns=columns, rows=tuple(rows), truncated=True, limit=limit)
        row = tuple(plain(value) for value in record)
        size += _size(row)
        if size > SIZE:
            raise QueryRefused(
                f"its answer is larger than {SIZE // 1_000_000} MB",
                remedy="Return fewer rows or shorter values",
            )
        rows.append(row)
    return Table(columns=columns, rows=tuple(rows), limit=limit)


def _size(value: object) -> int:
    match value:
        case str():
            return len(value)
        case list() | tuple():
            return len(value) + sum(map(_size, value))
        case Mapping():
            return sum(len(key) + _size(item) for key, item in value.items())
        case _:
            return 8
