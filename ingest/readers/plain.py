"""Plain text: the stored text is the decoded file, unchanged, with its own line ends."""

from ingest.readers.charset import decode
from ingest.readers.readtext import ReadText


def read(data: bytes) -> ReadText:
    """Return the decoded file; raise Unreadable."""
    text, notes = decode(data)
    return ReadText(text=text, notes=notes)
