"""Two tables, `nodes.csv` and `links.csv`, in one ZIP with a data dictionary and a README."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

from graph.exports.columns import LINK, THING, Column
from graph.exports.export import Export, Fields
from graph.exports.graph import plain
from graph.exports.text import guarded

# The earliest moment that a ZIP can name: the same export gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# Spreadsheets take UTF-8 for another encoding unless this mark stands before it.
_MARK = "\ufeff"
_READING = """
nodes.csv    one thing a line: people, organisations, reports, cases, statements, documents
links.csv    one link a line, from the thing `source` to the thing `target`
columns.csv  what each column means

An empty cell: not known, or does not apply. A list is written as a JSON array: ["a", "b"].
An apostrophe stands before a cell that a spreadsheet would run as a formula; it is no part of
the words.
"""


def zipped_tables(export: Export) -> bytes:
    """Return the ZIP; texts are UTF-8 with a mark, lines end in CRLF."""
    parts = {
        "README.txt": _readme(export),
        "nodes.csv": _table(THING, export.things),
        "links.csv": _table(LINK, export.links),
        "columns.csv": _dictionary(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, text.encode())
    return out.getvalue()


def _readme(export: Export) -> str:
    told = (f"{name}: {sentence}" for name, sentence in export.about.lines())
    return _MARK + "\n".join(told) + "\n" + _READING


def _table(columns: Sequence[Column], rows: Iterable[Fields]) -> str:
    names = [column.name for column in columns]
    return _csv(names, ([_cell(row, name) for name in names] for row in rows))


def _cell(row: Fields, name: str) -> str | int:
    value = plain(row[name]) if name in row else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guarded(value) if isinstance(value, str) else value


def _dictionary() -> str:
    rows = [
        [table, column.name, column.kind, column.meaning]
        for table, columns in (("nodes.csv", THING), ("links.csv", LINK))
        for column in columns
    ]
    return _csv(["table", "column", "kind", "meaning"], rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return _MARK + out.getvalue()
