"""What the driver hands over, as plain values: text, numbers, lists, dicts, null."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

# What the loader and the search need of a node and no reader does.
INTERNAL = frozenset({"digest", "search"})


def plain(value: Any) -> object:
    """Return a value of the driver as JSON can hold it; moments as ISO 8601 text."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Node):
        return {**_properties(value), "labels": sorted(value.labels)}
    if isinstance(value, Relationship):
        return {**_properties(value), "type": value.type}
    if isinstance(value, Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "relationships": [plain(edge) for edge in value.relationships],
        }
    return _other(value)


def _other(value: Any) -> object:
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):  # a Point is a tuple of numbers
        return [plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return str(value)


def _properties(thing: Node | Relationship) -> dict[str, object]:
    return {key: plain(item) for key, item in thing.items() if key not in INTERNAL}
