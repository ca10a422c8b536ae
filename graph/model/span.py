"""Verbatim words of a document, findable again by offset."""

from dataclasses import dataclass

from graph.errors import OnRecordError


class SpanMismatch(OnRecordError):
    """A span does not hold the words it claims. It is reported, never moved."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Words of one document's stored text.

    `start` and `end` are offsets in Unicode code points, end exclusive; `text[start:end] == quote`.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise SpanMismatch(
                f"the offsets {self.start} to {self.end} do not fit a quote of {len(self.quote)} "
                "characters",
                subject=self.document,
                remedy="Extract the document again",
            )

    @classmethod
    def of(cls, document: str, text: str, start: int, end: int) -> "Span":
        """Return the span of `text[start:end]`: the only way in which spans are made."""
        return cls(document=document, start=start, end=end, quote=text[start:end])

    @property
    def passage(self) -> str:
        """The id of the passage: the document with an RFC 5147 fragment."""
        return f"{self.document}#char={self.start},{self.end}"

    def check(self, text: str) -> None:
        """Raise SpanMismatch unless `text` holds the quote at these offsets."""
        if text[self.start : self.end] != self.quote:
            raise SpanMismatch(
                # Not which words: they may name somebody whom a person protected.
                f"the words at {self.start} to {self.end} are not those that were quoted",
                subject=self.document,
                remedy="Run `onrecord check`, then ingest the document again",
            )
