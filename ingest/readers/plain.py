"""Plain text: the stored text is the decoded file, unchanged, with its own line ends."""

from ingest.readers.charset import decode
from ingest.readers.readtext import ReadText

_LONGEST_TITLE = 160  # characters: a longer first line is a paragraph
_NO_TITLE = (".", ",", ";", ":")


def read(data: bytes) -> ReadText:
    """Return the decoded file, with the line that stands alone at its top as title.

    Raises Unreadable.
    """
    text, notes = decode(data)
    return ReadText(text=text, title=_title(text), notes=notes)


def _title(text: str) -> str | None:
    lines = [line.strip() for line in text.lstrip("\ufeff\r\n\t ").splitlines()[:2]]
    if len(lines) < 2 or lines[1] or len(lines[0]) > _LONGEST_TITLE:
        return None
    alone = text.strip() == lines[0]
    return None if alone or lines[0].endswith(_NO_TITLE) else lines[0]
