"""Values of an answer as a table shows them: words for codes, addresses for ids and passages."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ids import PASSAGE
from web.format import short_date
from web.look import Look

_THING = re.compile(r"(?P<kind>doc|st|person|organisation|report|case|place|law|operation)[-.]\S+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Columns of verbatim words, by the last word of their name.
_QUOTES = frozenset({
    "quote", "quotes", "words", "denial", "acknowledgement", "paraphrase", "quotation", "finding",
    "definition",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value: its text, or links (words and address). `quote`: verbatim; `figure`: a number."""

    text: str = ""
    links: tuple[tuple[str, str], ...] = ()
    quote: bool = False
    figure: bool = False
    standing: str = ""


def cells(columns: Sequence[str], row: Sequence[object], look: Look) -> list[Cell]:
    """Return a row as a table shows it. Codes are known by their column's name."""
    named = dict(zip(columns, row, strict=True))
    return [_coded(column, value, named, look) or cell(column, value) for column, value in
            named.items()]  # fmt: skip


def silent(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return the columns that hold nothing in any row: a table names them and leaves them out."""
    held = {column for row in rows for column, value in zip(columns, row, strict=True)
            if value not in (None, "", [], ())}  # fmt: skip
    return [column for column in columns if column not in held] if rows else []


def _coded(column: str, value: object, row: Mapping[str, object], look: Look) -> Cell | None:
    """Return the words of a code of ours, null where the value is none.

    A row with two statements names their columns apart: `first_types` goes with `first_review`.
    """
    before, name = column[: -len(_last(column))], _last(column)
    match name if name in {"review", "types"} else column, value:
        case "review", str() if value in look.standing:
            return Cell(text=value.capitalize(), standing=value)
        case "link", str() if value in look.edges:
            side = "inverse" if row.get("direction") == "to" else "label"
            return Cell(text=look.edges[value][side])
        case "kind", str() if value in look.nodes:
            return Cell(text=look.nodes[value]["label"])
        case "types", list() | tuple() if all(type_ in look.statements for type_ in value):
            mark = "" if row.get(f"{before}review") == "accepted" else "?"
            return Cell(text=", ".join(look.statements[type_]["label"] + mark for type_ in value))
    return None


def cell(column: str, value: object) -> Cell:
    """Return one value, whatever stands beside it; `text` holds it also where it is linked."""
    match value:
        case bool():
            return Cell(text="yes" if value else "no")
        case int() | float():
            return Cell(text=f"{value:,}", figure=True)
        case str():
            return _text(column, [value])
        case list() | tuple() if all(isinstance(item, str) for item in value):
            return _text(column, [str(item) for item in value])
    return Cell(text="" if value is None else json.dumps(value, ensure_ascii=False))


def _text(column: str, values: list[str]) -> Cell:
    of_things = column == "id" or column.endswith((".id", "_id"))
    links = tuple(link for value in values if (link := _link(value, of_things=of_things)))
    if links and len(links) == len(values):
        return Cell(text=" · ".join(values), links=links)
    words = [short_date(value) if _DAY.fullmatch(value) else value for value in values]
    return Cell(text=" · ".join(words), quote=_last(column) in _QUOTES)


def _last(column: str) -> str:
    return column.rpartition("_")[2]


def _link(value: str, *, of_things: bool) -> tuple[str, str] | None:
    """Return words and address of a passage, or of a thing in a column of ids; else null."""
    if place := PASSAGE.fullmatch(value):
        address = f"/document/{place['document']}?words={place['start']}-{place['end']}#words"
        return "Read it", address
    if of_things and (thing := _THING.fullmatch(value)):
        page = {"doc": "document", "st": "statement"}.get(thing["kind"], "entity")
        return value, f"/{page}/{value}"
    return None
