"""Word documents (DOCX): paragraphs, lists, tables and notes as Word would show them.

python-docx opens the file; the body is gone through here, since content controls, text boxes and
tracked insertions are no part of what python-docx calls a paragraph's text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ingest.readers.readtext import ReadText, Unreadable
from ingest.readers.word.markup import (
    W,
    children,
    is_hidden,
    is_repeated,
    note_texts,
    refuse_declarations,
    words,
)
from ingest.readers.word.numbers import Numbers
from ingest.readers.zipped import Budget, opened

# Names that Word's own templates put in place of a title.
_NO_TITLE = re.compile(r"^(?:word document|document ?\d*|untitled)$|\.\w{2,5}$", re.I)
_MARGINS = (
    "first_page_header", "even_page_header", "header",
    "first_page_footer", "even_page_footer", "footer",
)  # fmt: skip
_CHANGED = ".//w:ins | .//w:del | .//w:moveTo"


def read(data: bytes) -> ReadText:
    """Return the text as if all tracked changes were accepted; raise Unreadable.

    A table's row is one line, cells parted by " | ", unless a cell holds several paragraphs: then
    each paragraph stands alone. Footnotes and endnotes follow the text, each with its number.
    """
    # A quarter of a second to import, and not wanted where no Word document is read.
    from docx import Document  # noqa: PLC0415
    from docx.exceptions import PythonDocxError  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    with opened(data, Budget()) as container:
        refuse_declarations(container)
    try:
        document: Any = Document(BytesIO(data))
    except (OpcError, PythonDocxError) as fault:
        raise Unreadable(
            f"this Word document is damaged and cannot be read ({fault})",
            remedy="Open it in a word processor, save it anew, and ingest that file",
        ) from fault
    body = document.element.body
    walk = _Walk(numbers=Numbers.of(document), styles=_style_names(document))
    blocks = [*walk.blocks(body), *note_texts(document)]
    if not blocks:
        raise Unreadable(
            "no words were found in this Word document: it may hold pictures alone",
            remedy="Open it: if it shows pictures of pages, save it as PDF and recognise its text",
        )
    known = document.core_properties
    return ReadText(
        text="\n\n".join(blocks),
        title=_title(known.title) or walk.title,
        author=known.author.strip() or None,
        modified=known.modified.date().isoformat() if known.modified else None,
        left_out=tuple(_margins(document)),
        notes=tuple(_notes(document)),
    )


@dataclass(slots=True, kw_only=True)
class _Walk:
    """The way through a body. `title`: the first paragraph that is styled as the title."""

    numbers: Numbers
    styles: dict[str, str]
    title: str | None = None

    def blocks(self, parent: Any) -> Iterator[str]:
        """Yield the paragraphs and rows in this element, in order, without empty ones."""
        for child in children(parent):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif not is_repeated(child):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        text = words(paragraph)
        if text:
            style = self.styles.get(self.numbers.style(paragraph), "")
            if self.title is None and style in ("title", "heading 1"):
                self.title = text
            number = self.numbers.next(paragraph)
            yield f"{number} {text}" if number else text
        for box in paragraph.iter(f"{W}txbxContent"):
            within = next(box.iterancestors(f"{W}p")) is paragraph
            # A text box stands in the file twice, the second time for older readers.
            if within and not any(is_repeated(above) for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, table: Any) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            cells = [list(self.blocks(cell)) for cell in row.iter(f"{W}tc") if _of(cell, row)]
            if any(len(cell) > 1 for cell in cells):
                yield from (block for cell in cells for block in cell)
            elif any(cells):
                yield " | ".join(" ".join(cell).replace("\n", " ") for cell in cells).strip()


def _of(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(f"{W}tr")) is row


def _style_names(document: Any) -> dict[str, str]:
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def _title(title: str) -> str | None:
    return None if not title.strip() or _NO_TITLE.search(title) else title.strip()


def _margins(document: Any) -> Iterator[str]:
    """Yield the words of the running headers and footers, each once."""
    seen: dict[str, None] = {}
    for section in document.sections:
        for name in _MARGINS:
            margin = getattr(section, name)
            # Asked for its words, a margin that is not there would be made.
            if not margin.is_linked_to_previous:
                lines = (words(line) for line in margin._element.iter(f"{W}p"))  # noqa: SLF001
                text = " ".join(filter(None, lines))
                seen.update({text: None} if text else {})
    yield from seen


def _notes(document: Any) -> Iterator[str]:
    if document.element.body.xpath(_CHANGED):
        yield "it holds tracked changes: it was read as if all of them were accepted"
    if any(is_hidden(run) for run in document.element.body.iter(f"{W}r")):
        yield "it holds hidden words, which were left out"
    if any("/comments" in part.reltype for part in document.part.rels.values()):
        yield "its comments were left out"
