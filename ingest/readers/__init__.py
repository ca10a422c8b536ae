"""Files to stored text, one reader a kind of file: a new kind is a new file and a line in READERS.

`read` tells the kind from the bytes first, then from the extension. Nothing here asks another host.
"""

from ingest.readers.readtext import ReadText, Recognise, Unreadable
from ingest.readers.registry import FAULTS, READERS, Reader, read, reader_name

__all__ = [
    "FAULTS", "READERS", "ReadText", "Reader", "Recognise", "Unreadable", "read", "reader_name",
]  # fmt: skip
