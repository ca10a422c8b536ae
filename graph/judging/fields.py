"""The fields that people may correct, and what a link they add may join."""

from collections.abc import Callable, Mapping

import msgspec

from graph.errors import UsageError
from graph.model import Document, Entity, Link, PartialDate, Record, Statement
from graph.schema import EDGE_BY_NAME, ENTITY_LABELS

_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Statement: ("speakers", "types", "about", "date", "form", "reported_by"),
    Link: ("type", "source", "target", "date", "role", "inferred"),
    Entity: ("name", "aliases", "type", "reference", "url", "published"),
    Document: ("title", "url", "publisher", "published", "licence", "genre"),
}


def changed_fields(record: Record, changes: Mapping[str, object]) -> dict[str, object]:
    """Return the changes as JSON; raise UsageError for a field that nobody may change."""
    allowed = _FIELDS.get(type(record), ())
    for name in changes:
        if name not in allowed:
            raise UsageError(
                f"a {record.kind} has no field “{name}” that can be corrected",
                subject=record.id,
                remedy=f"Name one of {', '.join(allowed)}",
            )
    if not changes:
        raise UsageError(
            "nothing is to be changed", subject=record.id,
            remedy=f"Give a value to one of {', '.join(allowed)}",
        )  # fmt: skip
    return {name: msgspec.to_builtins(value) for name, value in changes.items()}


def field_value(name: str, text: str) -> object:
    """Return the value of a field written as text; empty: unknown. Raise UsageError.

    Several ids, types or aliases are parted by commas; a speaker may be `ID:capacity`.
    """
    text = text.strip()
    if name in _SEVERAL:
        return [_SEVERAL[name](one.strip()) for one in text.split(",") if one.strip()]
    if not text:
        return None
    if name in {"date", "published"}:
        return msgspec.to_builtins(PartialDate.parse(text))
    if name == "inferred":
        return text.lower() in {"true", "yes", "1"}
    return text.replace(" ", "_") if name == "genre" else text


def _speaker(text: str) -> object:
    entity, _, capacity = text.rpartition(":") if ":" in text else (text, "", "self")
    return {"entity": entity, "span": None, "capacity": capacity}


_SEVERAL: dict[str, Callable[[str], object]] = {
    "speakers": _speaker,
    "types": lambda text: {"type": text, "span": None},
    "about": str,
    "aliases": str,
}


def refuse_unlawful(link: Link, records: Mapping[str, Record]) -> None:
    """Raise UsageError where the schema has no such link between these two kinds of thing."""
    ends = [_label(records.get(id_)) for id_ in (link.source, link.target)]
    edge = EDGE_BY_NAME.get(link.type)
    if edge is None or not edge.allows(*ends):
        raise UsageError(
            f"{link.type} may not lead from {ends[0] or 'nothing'} to {ends[1] or 'nothing'}",
            subject=f"{link.source} → {link.target}",
            remedy="docs/schema.md lists what each link may join",
        )


def _label(record: Record | None) -> str:
    match record:
        case Entity():
            return ENTITY_LABELS[record.type]
        case Statement():
            return "Statement"
        case _:
            return ""
