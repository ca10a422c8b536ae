"""Every word of a piece of HTML, as a message's body needs it: it has no menus to leave out."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html  # type: ignore[import-untyped]
from lxml.etree import ParserError  # type: ignore[import-untyped]

_PASSED = {"script", "style", "head", "title", "template", "noscript", "object"}
# HTML, 15.3: elements that are no blocks, so that their words stand in the line around them.
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_BREAK = "\x00"  # between two blocks; no page holds it, since text with it is refused


def blocks(page: str) -> list[str]:
    """Return the blocks of a page or a part of one, each with its line breaks; lists with "- ".

    A table's row is one block, its cells parted by " | ", unless a cell holds several.
    """
    if not page.strip():
        return []
    # By default words that lie deep are left out without a sign.
    parser = html.HTMLParser(huge_tree=True)
    try:
        # A string that declares its own encoding is refused by the library.
        root: Any = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page), parser)
    except ParserError:  # it holds nothing but comments
        return []
    return _tidy("".join(_pieces(root)))


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _PASSED:
        return
    if element.tag == "br":
        yield "\n"
    elif element.tag == "tr":
        yield _BREAK + _row(element) + _BREAK
    else:
        edge = "" if element.tag in _INLINE else _BREAK
        yield edge + ("- " if element.tag == "li" else "")
        yield from _inner(element)
        yield edge


def _inner(element: Any) -> Iterator[str]:
    yield line(element.text)
    for child in element:
        yield from _pieces(child)
        yield line(child.tail)


def _row(row: Any) -> str:
    cells = [_tidy("".join(_inner(cell))) for cell in row if cell.tag in ("td", "th")]
    if any(len(cell) > 1 for cell in cells):
        return _BREAK.join(block for cell in cells for block in cell)
    return " | ".join(cell[0].replace("\n", " ") for cell in cells if cell)


def line(words: str | None) -> str:
    """Return the words with every run of blanks and line ends as one blank."""
    return re.sub(r"\s+", " ", words or "")


def _tidy(words: str) -> list[str]:
    lines = re.sub(r" ?\n(?: ?\n)+", _BREAK, re.sub(r"[^\S\n]+", " ", words))
    found, sign = list[str](), ""
    for block in lines.split(_BREAK):
        text = re.sub(r" ?\n ?", "\n", block).strip()
        if text == "-":
            # What stands in an item may be a block of its own, before which the sign belongs.
            sign = "- "
        elif text:
            found.append(sign + text)
            sign = ""
    return found
