"""Records as JSON Lines: one typed encoder and decoder for archive, export and loader.

msgspec checks every field against the dataclasses of `graph.model`; a line that does not fit is
named with its place.
"""

from collections.abc import Iterable, Iterator

import msgspec

from graph.errors import OnRecordError
from graph.model import Document, Entity, Link, Mention, Record, Statement

_TYPES: dict[str, type[Record]] = {
    "document": Document,
    "entity": Entity,
    "link": Link,
    "mention": Mention,
    "statement": Statement,
}


class _Kind(msgspec.Struct):
    kind: str


_encoder = msgspec.json.Encoder()
_kind = msgspec.json.Decoder(_Kind)
_decoders = {kind: msgspec.json.Decoder(type_) for kind, type_ in _TYPES.items()}


def encode(record: Record) -> bytes:
    """Return one record as a line of UTF-8 JSON without its line end."""
    return _encoder.encode(record)


def decode(line: bytes, *, where: str) -> Record:
    """Return the record of one line; `where` names the line in an error."""
    try:
        return _decoders[_kind.decode(line).kind].decode(line)
    except (msgspec.MsgspecError, KeyError, OnRecordError) as fault:
        raise OnRecordError(
            f"this is not a record: {fault}",
            subject=where,
            remedy="Ingest the source again to write its records anew",
        ) from fault


def in_order(records: Iterable[Record]) -> list[Record]:
    """Return the records sorted by kind, then id: the order of every file and export."""
    return sorted(records, key=lambda record: (record.kind, record.id))


def encode_lines(records: Iterable[Record]) -> bytes:
    """Return the records as JSON Lines in order."""
    return b"".join(encode(record) + b"\n" for record in in_order(records))


def decode_lines(data: bytes, *, where: str) -> Iterator[Record]:
    """Yield the records of a JSON Lines file; raise OnRecordError naming file and line."""
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            yield decode(line, where=f"{where}, line {number}")
