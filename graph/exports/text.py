"""Texts made fit for what they are written into: UTF-8, XML, a spreadsheet."""

import re

LOST = "\N{REPLACEMENT CHARACTER}"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: A spreadsheet runs what begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def storable(text: str) -> str:
    """Return the text with a � for each half of a character, which no file can hold."""
    return _SURROGATE.sub(LOST, text)


def xml_text(text: str) -> str:
    """Return the text with a � for each control character that XML forbids."""
    return _NOT_XML.sub(LOST, text)


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe stands before it.

    A cell that begins with apostrophes and then such a sign gets one more, so that `unguarded`
    always gives back what was written.
    """
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made this cell of."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
