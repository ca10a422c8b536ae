"""Bytes to text: byte order marks, UTF-8, a declared encoding, and last a guess that is named.

A byte order mark belongs to the encoding (Unicode Standard 3.10), not to the text, and is removed.
Text that is broken is refused: replacement characters would be stored as if they were its words.
"""

import codecs
import re

from charset_normalizer import from_bytes
from charset_normalizer.constant import IANA_SUPPORTED
from charset_normalizer.utils import iana_name

from ingest.readers.readtext import Unreadable

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-7 is no encoding of pages (WHATWG Encoding Standard, section 4.2).
_DECLARABLE = frozenset(IANA_SUPPORTED) - {"utf_7"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SAVE_AS_UTF8 = "Save the file as UTF-8 and ingest it again"


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text, line ends unchanged, and notes on a guess; raise Unreadable.

    `declared`: the encoding that the document itself names (the `charset` of a web page).
    """
    encoding = _marked(data) or (declared if declared and _is_known(declared) else "utf-8")
    try:
        return _checked(data.decode(encoding)), ()
    except UnicodeDecodeError as fault:
        if encoding != "utf-8" or len(_MULTIBYTE.findall(data)) > _stray(data):
            raise _broken(encoding, fault.start) from fault
    return _guessed(data)


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _is_known(encoding: str) -> bool:
    """Return whether a document may declare this: a character set, and no transformation."""
    return iana_name(encoding, strict=False) in _DECLARABLE


def _stray(data: bytes) -> int:
    return len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", data)))


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("its encoding cannot be told from its bytes", remedy=_SAVE_AS_UTF8)
    # Short Western texts fit many encodings equally well; browsers settle on this one.
    # WHATWG Encoding Standard, section 4.2: the labels of Latin-1 name windows-1252.
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    text = _checked(data.decode(encoding))
    note = f"its encoding is not declared; it was read as {encoding}"
    return text, (f"{note}, so look at its accents and quotes",)


def _checked(text: str) -> str:
    found = _CONTROLS.search(text)
    if found:
        raise Unreadable(
            f"it is not text: character {found.start()} is U+{ord(found.group()):04X}",
            remedy="If it is a text, save it as UTF-8; if not, give it its own extension",
        )
    return text


def _broken(encoding: str, at: int) -> Unreadable:
    name = encoding.removesuffix("-sig")
    return Unreadable(
        f"its encoding is broken: byte {at} does not belong in {name}",
        remedy="Take the file from its source again, or mend it and save it as UTF-8",
    )
