"""Markdown: headings, paragraphs and list items as plain text, a blank line between them."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.readers.charset import decode
from ingest.readers.readtext import ReadText

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_KEY = re.compile(r"^([\w-]+)[ \t]*:", re.M)
# What an inline token adds to the text; those not named add their own content, or nothing.
_INLINE = {"softbreak": " ", "hardbreak": "\n", "html_inline": ""}


def read(data: bytes) -> ReadText:
    """Return the words without their marks; front matter is left out and its keys named."""
    source, notes = decode(data)
    front = _FRONT_MATTER.match(source)
    if front:
        source = source[front.end() :]
        keys = ", ".join(_KEY.findall(front.group(1))) or "empty"
        notes = (*notes, f"its front matter ({keys}) was left out")
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    title = next((_inline(tokens[i + 1]) for i, t in enumerate(tokens) if t.tag == "h1"), None)
    return ReadText(text="\n\n".join(_blocks(tokens)), title=title or None, notes=notes)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    mark, cells, in_cell = "", list[str](), False
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_close":
            yield " | ".join(cells)
            cells = []
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield token.content.strip("\n")
        elif token.type == "inline" and in_cell:
            cells.append(_inline(token))
        elif token.type == "inline" and (words := _inline(token)):
            yield mark + words
            mark = ""
        in_cell = token.type in ("td_open", "th_open")


def _inline(token: Token) -> str:
    return "".join(_words(child) for child in token.children or ()).strip()


def _words(token: Token) -> str:
    if token.type == "image":
        return _inline(token)
    return _INLINE.get(token.type, token.content)
