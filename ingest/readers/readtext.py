"""What a reader gives back, and how it says that a file cannot be read."""

from dataclasses import dataclass

from graph.errors import OnRecordError
from graph.model import PartialDate


class Unreadable(OnRecordError):
    """A file that cannot be read: the cause, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """The text that spans will point into, and what the file declares of itself.

    `pages` are the code-point offsets at which pages begin, empty where the medium has none.
    `notes` are sentences for the user on what was guessed or left out.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
