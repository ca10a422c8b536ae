"""Statements and parts of documents made by hand, for what needs no graph."""

from graph.explore.document_parts import DocumentPart, NamedPlace
from graph.explore.views import (
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


def part(
    text: str,
    *statements: StatementView,
    mentions: tuple[NamedPlace, ...] = (),
    start: int = 0,
    end: int | None = None,
) -> DocumentPart:
    """Return the part of a text from `start` to `end`, without `end` to its end."""
    return DocumentPart(
        start=start,
        end=len(text) if end is None else end,
        mentions=mentions,
        statements=statements,
    )
