"""What a rule found in a passage, in tokens; `assembly` makes an Attribution of it."""

from dataclasses import dataclass

from ingest.attribution.passage import Passage, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Source, cue and contents as stretches of one passage; contents in order, not overlapping."""

    source: Stretch | None
    cue: Stretch | None
    contents: tuple[Stretch, ...]
    rule: str
    inherited: bool = False

    @property
    def reach(self) -> int:
        """The token after the last one that this takes up."""
        taken = [*self.contents, *(s for s in (self.source, self.cue) if s is not None)]
        return max(stretch.end for stretch in taken)


def trimmed(p: Passage, start: int, end: int) -> Stretch | None:
    """Return a content without the marks around it, null where no word is left.

    A full stop stays where a quotation mark closes after it.
    """
    lead = {",", ";", ":", "—", "–", "-", "--", ")", "]"}
    tail = lead | {".", "(", "["}
    while start < end and p.quoted[start] < 0 and p.word(start) in lead:
        start += 1
    while end > start and p.quoted[end - 1] < 0 and p.word(end - 1) in tail - {")", "]"}:
        end -= 1
    worded = any(p.is_word(position) for position in range(start, end))
    return Stretch(start, end) if worded else None
