"""Documents: the list, and the reader, which shows a long text in parts."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from graph.errors import UsageError
from graph.explore.document_parts import DocumentPart, DocumentText, open_text, part_of
from graph.explore.documents import document_page, documents
from graph.explore.views import DocumentList, DocumentPage
from web.paging import ROWS, offset
from web.paragraphs import Stretch, paragraphs
from web.parts import Part, part_at, parts
from web.site import site
from web.twins import add_twins

#: The reader's views: what each marks, and the words of its button.
VIEWS = {"all": "Statements and names", "statements": "Statements", "plain": "Plain text"}
_WORDS = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the reader shows of a document: `part`, which is `place` of `parts`."""

    text: DocumentText
    parts: tuple[Part, ...]
    place: Part
    part: DocumentPart

    @property
    def pages(self) -> tuple[int, int] | None:
        """The first and last page of the original with this part, null where it has one page."""
        begun = self.text.reading.source.pages
        first, last = (bisect_right(begun, at) for at in (self.part.start, self.part.end - 1))
        return (first, last) if len(begun) > 1 else None

    @property
    def before(self) -> str | None:
        """The id of the last statement that begins before this part, null where none does."""
        ids = [one.id for one in self.text.statements if one.start < self.part.start]
        return ids[-1] if ids else None

    @property
    def after(self) -> str | None:
        """The id of the first statement that begins after this part, null where none does."""
        ids = (one.id for one in self.text.statements if one.start >= self.part.end)
        return next(ids, None)


def add(app: Flask) -> None:
    """Add the list and the reader."""
    add_twins(app, "/documents", "documents", listed, "documents.html")
    add_twins(app, "/document/<id_>", "document", shown, "reader.html", more=laid_out, twin=one)
    app.add_url_rule("/document/<id_>#char=<int:start>,<int:end>", "passage", passage)


def listed() -> DocumentList:
    """Return the stretch of the list that the address asks for, newest first."""
    return documents(site().store, limit=ROWS, offset=offset())


def one(id_: str) -> DocumentPage:
    """Return one document whole, with its text; raise NotFound."""
    return document_page(site().store, site().archive, id_)


def passage(id_: str, start: int, end: int) -> Response:
    """Lead from the id of a passage, written as an address, to its words in the reader."""
    return redirect(url_for("document", id_=id_, words=f"{start}-{end}", _anchor="words"))


def shown(id_: str) -> Shown:
    """Return the part of a document that the address asks for; raise NotFound or UsageError."""
    store, archive = site().store, site().archive
    text = open_text(store, archive, id_)
    cut = parts(text.reading.paragraphs, len(text.reading.text))
    place = _asked(text, cut)
    part = part_of(store, archive, text, place.start, place.end)
    return Shown(text=text, parts=cut, place=place, part=part)


def laid_out(page: Shown) -> Mapping[str, object]:
    """Return the part in paragraphs and which words, statement and view the address chose."""
    reading = page.text.reading
    view = request.args.get("view", "all")
    return {
        "paragraphs": paragraphs(
            reading.text, reading.paragraphs, page.part, pages=reading.source.pages, chosen=_words()
        ),
        "by_id": {statement.id: statement for statement in page.part.statements},
        "chosen": request.args.get("s", ""),
        "view": view if view in VIEWS else "all",
        "views": VIEWS,
    }


def _words() -> Stretch | None:
    words = _WORDS.fullmatch(request.args.get("words", ""))
    return Stretch(start=int(words[1]), end=int(words[2])) if words else None


def _asked(text: DocumentText, cut: tuple[Part, ...]) -> Part:
    """Return the part that is asked for by its number, by words, or by a statement in it."""
    written = request.args.get("part")
    if written is not None:
        if not (_NUMBER.fullmatch(written) and 1 <= int(written) <= len(cut)):
            raise UsageError(
                "the text has no such part", subject=written,
                remedy=f"Give a whole number from 1 to {len(cut)}",
            )  # fmt: skip
        return cut[int(written) - 1]
    if words := _words():
        return part_at(cut, words.start)
    chosen = request.args.get("s")
    return part_at(cut, next((s.start for s in text.statements if s.id == chosen), 0))
