"""What a reader gives back, and how it says that a file cannot be read."""

from dataclasses import dataclass
from typing import Protocol

from graph.errors import OnRecordError
from graph.model import PartialDate


class Unreadable(OnRecordError):
    """A file that cannot be read: the cause, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """The text that spans will point into, and what the file declares of itself.

    `pages` are the code-point offsets at which pages begin, empty where the medium has none.
    `author` is who the file says wrote it, `modified` the day on which it says that it was last
    changed. `left_out` holds words that are on its pages and not in the text: running headers,
    footers, page numbers. `method` names what recognised its words, null where they were letters
    already. `notes` are sentences for the user on what was guessed or left out.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    pages: tuple[int, ...] = ()
    author: str | None = None
    modified: str | None = None
    left_out: tuple[str, ...] = ()
    method: str | None = None
    notes: tuple[str, ...] = ()


class Recognise(Protocol):
    """What reads words in the picture of a page; `name` says what it is, with its version."""

    @property
    def name(self) -> str: ...

    def __call__(self, picture: bytes) -> str:
        """Return the words of a picture in PNM format; raise Unreadable where it fails."""
