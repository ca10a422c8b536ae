"""Statements and documents made by hand, for what needs no graph."""

from graph.explore.views import (
    DocumentFacts,
    DocumentPage,
    NamedView,
    PassageView,
    Ref,
    SpeakerView,
    Standing,
    StatementView,
)
from graph.model import Review

DOCUMENT = Ref(id="doc-1", kind="document", name="A letter")
NORA = Ref(id="person-nora", kind="person", name="Nora Tamsin")
IVO = Ref(id="person-ivo", kind="person", name="Ivo Marsh")


def statement(
    id_: str,
    *places: tuple[int, int],
    text: str = " " * 1000,
    speakers: tuple[tuple[Ref, str], ...] = ((NORA, "self"),),
    types: tuple[str, ...] = ("denial",),
    review: Review = "proposed",
    form: str = "direct",
    outer: str | None = None,
    outer_speakers: tuple[Ref, ...] = (),
) -> StatementView:
    """Return a statement in the words at these places of a text."""
    passages = tuple(
        PassageView(id=f"doc-1#char={start},{end}", document=DOCUMENT, start=start, end=end,
                    quote=text[start:end])
        for start, end in places
    )  # fmt: skip
    return StatementView(
        id=id_,
        quote=" ".join(passage.quote for passage in passages),
        form=form,
        types=types,
        speakers=tuple(SpeakerView(thing=who, capacity=how) for who, how in speakers),
        reported_by=None,
        date=None,
        outer=outer,
        outer_speakers=outer_speakers,
        about=(),
        passages=passages,
        standing=Standing(review=review, method="rule.cue", confidence="high"),
    )


def document(
    text: str,
    *statements: StatementView,
    mentions: tuple[NamedView, ...] = (),
    pages: tuple[int, ...] = (),
) -> DocumentPage:
    """Return a document with this text."""
    facts = DocumentFacts(
        id="doc-1", title="A letter", file="letter.txt", sha256="0" * 64,
        media_type="text/plain", characters=len(text), publisher=None, published=None, url=None,
        licence=None, statements=len(statements), proposed=0,
    )  # fmt: skip
    return DocumentPage(
        facts=facts, text=text, pages=pages, mentions=mentions, statements=statements, links=()
    )
