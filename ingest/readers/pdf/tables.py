"""Rows of tables in PDFs: told from lines of prose by cells that stand under one another."""

from dataclasses import replace
from itertools import pairwise

from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.pages import Row

_UNDER = 3  # points: two cells begin at one place
_ROWS = {2: 3}  # rows that make a table of so many cells; of more cells, two are enough


def in_rows(rows: list[Row]) -> list[Line]:
    """Return a line for each row; of those that are a table's, the cells are parted by " | "."""
    tabled = _tabled(rows)
    return [_line(row, table=at in tabled) for at, row in enumerate(rows)]


def _tabled(rows: list[Row]) -> set[int]:
    """Return the indexes of the rows that belong to tables."""
    runs, found = [[0]] if rows else [], set[int]()
    for at, (above, below) in enumerate(pairwise(rows), 1):
        if _under(above, below):
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        cells = max(len(rows[at]) for at in run)
        if cells > 1 and len(run) >= _ROWS.get(cells, 2):
            found.update(run)
    return found


def _under(above: Row, below: Row) -> bool:
    """Return whether two rows have as many cells, each pair with one left, middle or right edge."""
    return len(above) == len(below) > 1 and all(
        min(
            abs(one.left - other.left),
            abs(one.right - other.right),
            abs(one.left + one.right - other.left - other.right) / 2,
        )
        <= _UNDER
        for one, other in zip(above, below, strict=True)
    )


def _line(row: Row, *, table: bool) -> Line:
    words = row[0].words
    for before, piece in pairwise(row):
        # A label and its value ("Date: 4 March") are read as one.
        words += f" | {piece.words}" if table and before.words[-1] != ":" else f" {piece.words}"
    return replace(
        row[0], words=words, right=row[-1].right, hyphenated=row[-1].hyphenated, alone=table
    )
