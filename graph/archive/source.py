"""What is known about a source beside its bytes: `source.toml`, read and written here."""

import tomllib
from dataclasses import dataclass, field

import msgspec
import tomli_w

from graph.errors import OnRecordError
from graph.model import Genre, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source's `source.toml`.

    `name` is the file name it came with, `retrieved` an ISO 8601 moment in UTC, `reader` the
    reader's name and version, `pages` the code-point offsets in `text.txt` at which pages begin
    (empty where the medium has none), `text_sha256` the hash of `text.txt`, set when it is stored.
    `author` is who the file says wrote it and `modified` the day of its last change, as it says.
    `attached_to` is the hash of the message that it came with, `found_in` its place in a container
    ("letters.zip/2026/a.txt"), `left_out` the words on its pages that `text.txt` leaves out.
    `genre` is the user's word, which goes before what the text looks like.
    Unknown values are null and left out of the file.
    """

    sha256: str
    name: str
    media_type: str
    reader: str
    retrieved: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    licence: str | None = None
    genre: Genre | None = None
    text_sha256: str | None = None
    author: str | None = None
    modified: str | None = None
    attached_to: str | None = None
    found_in: str | None = None
    pages: tuple[int, ...] = field(default=())
    left_out: tuple[str, ...] = field(default=())

    def to_toml(self) -> bytes:
        """Return the file's bytes; unknown values are left out."""
        values = msgspec.to_builtins(self)
        if self.published:
            values["published"] = self.published.value
        known = {name: value for name, value in values.items() if value is not None}
        for name in ("pages", "left_out"):
            if not known[name]:
                del known[name]
        return tomli_w.dumps(known).encode()

    @classmethod
    def from_toml(cls, data: bytes, *, where: str) -> "Source":
        """Return the source; raise OnRecordError naming the file and what does not fit."""
        try:
            values = tomllib.loads(data.decode())
            if "published" in values:
                values["published"] = msgspec.to_builtins(PartialDate.parse(values["published"]))
            return msgspec.convert(values, cls)
        except (ValueError, TypeError, OnRecordError) as fault:
            raise OnRecordError(
                f"this description of a source cannot be read: {fault}",
                subject=where,
                remedy="Mend the named line, or remove and ingest the source again",
            ) from fault
