"""Documents: the list, and the reader."""

import re

from flask import Flask, request

from graph.explore.documents import document_page, documents
from graph.explore.views import DocumentList, DocumentPage
from web.paging import ROWS, offset
from web.paragraphs import Stretch, in_order, paragraphs
from web.site import site
from web.twins import add_twins

#: The reader's views: what each marks, and the words of its button.
VIEWS = {"all": "Statements and names", "statements": "Statements", "plain": "Plain text"}
_WORDS = re.compile(r"(\d{1,9})-(\d{1,9})")


def add(app: Flask) -> None:
    """Add the list and the reader."""
    add_twins(app, "/documents", "documents", listed, "documents.html")
    add_twins(app, "/document/<id_>", "document", one, "reader.html", more=laid_out)


def listed() -> DocumentList:
    """Return the stretch of the list that the address asks for, newest first."""
    return documents(site().store, limit=ROWS, offset=offset())


def one(id_: str) -> DocumentPage:
    """Return one document with its text; raise NotFound."""
    return document_page(site().store, site().archive, id_)


def laid_out(page: DocumentPage) -> dict[str, object]:
    """Return the text in paragraphs and which words, statement and view the address chose."""
    words = _WORDS.fullmatch(request.args.get("words", ""))
    stretch = Stretch(start=int(words[1]), end=int(words[2])) if words else None
    view = request.args.get("view", "all")
    return {
        "paragraphs": paragraphs(page, stretch),
        "statements": in_order(page.statements),
        "by_id": {statement.id: statement for statement in page.statements},
        "chosen": request.args.get("s", ""),
        "view": view if view in VIEWS else "all",
        "views": VIEWS,
    }
