"""Web pages: the main text as trafilatura finds it, and what the page declares of itself."""

import re
from collections.abc import Iterator
from typing import Any

from graph.errors import UsageError
from graph.model import PartialDate
from ingest.readers.charset import decode
from ingest.readers.htmlwords import line
from ingest.readers.readtext import ReadText, Unreadable

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I)
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
# Elements of trafilatura's tree that stand for a paragraph of their own.
_BLOCKS = {"head", "p", "item", "quote", "row", "code", "ab"}


def read(data: bytes) -> ReadText:
    """Return title and main text, blocks separated by a blank line; raise Unreadable.

    Only dates that the page declares are taken: one found in running text may be any date.
    """
    # Half a second to import, and not wanted where no page is read.
    from trafilatura import bare_extraction  # noqa: PLC0415

    page, notes = decode(data, declared=declared_charset(data))
    found: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    blocks = list(_blocks(found.body)) if found and found.body is not None else []
    if not blocks:
        raise Unreadable(
            "no text was found on this page",
            remedy="Open it in a browser: if it shows its text there, save it from there complete, "
            "or copy the text into a .txt file",
        )
    title = found.title or None
    if title and _plain(title) not in map(_plain, blocks[:3]):
        blocks.insert(0, title)
    return ReadText(
        text="\n\n".join(blocks),
        title=title,
        url=found.url or None,
        publisher=found.sitename or None,
        published=_date(found.date),
        notes=notes,
    )


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page declares, null where it declares none that it can have."""
    found = _CHARSET.search(data[:1024])
    if not found:
        return None
    label = found.group(1).decode("ascii", "ignore").lower()
    # HTML, 13.2.3.2: a page whose declaration could be read as ASCII is not UTF-16.
    if label.startswith("utf-16"):
        return "utf-8"
    # WHATWG Encoding Standard, section 4.2: these labels name windows-1252.
    return "cp1252" if label in _LATIN else label


def _blocks(element: Any) -> Iterator[str]:
    """Yield the words of the innermost blocks of trafilatura's tree, and of text between them."""
    if element.tag == "row":
        yield " | ".join(map(_words, element))
    elif element.tag in _BLOCKS and not any(
        child.tag in _BLOCKS for child in element.iterdescendants()
    ):
        if words := _words(element):
            yield f"- {words}" if element.tag == "item" else words
    else:
        yield from filter(None, [_tidy(element.text)])
        for child in element:
            yield from _blocks(child)
            yield from filter(None, [_tidy(child.tail)])


def _words(element: Any) -> str:
    return _tidy(_flat(element))


def _flat(element: Any) -> str:
    """Return the words of an element with line ends only where the page breaks a line."""
    parts = [line(element.text)]
    for child in element:
        parts += ["\n" if child.tag == "lb" else _flat(child), line(child.tail)]
    return "".join(parts)


def _tidy(words: str | None) -> str:
    return re.sub(r" *\n[ \n]*", "\n", re.sub(r"[^\S\n]+", " ", words or "")).strip()


def _plain(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _date(value: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value else None
    except UsageError:
        return None
