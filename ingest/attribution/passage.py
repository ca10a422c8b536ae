"""A paragraph, or the words of a quotation, as the rules see it.

Tokens, which of them are quoted, and sentences that no quotation mark cuts in two.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues
from ingest.quotations import Quotation
from ingest.reading import Extent
from ingest.tokens import Token, sentences, tokens


class Stretch(Extent):
    """A stretch of tokens: indices into a passage, end exclusive."""


OUTSIDE, MARK = -1, -2
_LONGEST = 400  # tokens of a sentence: rules look through a sentence more than once


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`quoted` holds for each token the index of its quotation, OUTSIDE, or MARK for a mark."""

    text: str
    tokens: list[Token]
    lower: list[str]
    quoted: list[int]
    sentences: list[Stretch]

    def extent(self, stretch: Extent) -> Extent:
        """Return where a stretch of tokens stands in the text."""
        return Extent(self.tokens[stretch.start].start, self.tokens[stretch.end - 1].end)

    def word(self, position: int) -> str:
        """Return a token in lower case, empty beyond the ends."""
        return self.lower[position] if 0 <= position < len(self.lower) else ""

    def opens_quotation(self, position: int) -> bool:
        """Return whether the token is quoted or the mark before a quoted one."""
        if not 0 <= position < len(self.quoted):
            return False
        following = position + 1 < len(self.quoted) and self.quoted[position + 1] >= 0
        return self.quoted[position] >= 0 or (self.quoted[position] == MARK and following)

    def is_capital(self, position: int) -> bool:
        """Return whether the token begins with a capital letter."""
        return self.tokens[position].word[0].isupper()

    def is_word(self, position: int) -> bool:
        """Return whether the token is a word or a number, not a mark."""
        return self.tokens[position].word[0].isalnum()

    def quotes_in(self, stretch: Extent) -> bool:
        """Return whether any word of the stretch is quoted."""
        return any(q >= 0 for q in self.quoted[stretch.start : stretch.end])


def passage(text: str, extent: Extent, quoted: Sequence[tuple[int, Extent, Extent]]) -> Passage:
    """Return a stretch of text as a passage.

    `quoted`: the parts of quotations that stand in it, in order: index, words, words with marks.
    """
    found = tokens(text, extent)
    lower = [token.lower for token in found]
    flags = _flags(found, quoted)
    cut = [s.start for s in sentences(text, extent)]
    stretches = _stretches(found, lower, flags, cut)
    return Passage(text=text, tokens=found, lower=lower, quoted=flags, sentences=stretches)


def quoted_parts(
    quotations: Sequence[Quotation], outer: int | None
) -> list[tuple[int, Extent, Extent]]:
    """Return the parts of all quotations directly inside `outer`, in order of the text."""
    parts = [
        (index, words, marked)
        for index, quotation in enumerate(quotations)
        if quotation.outer == outer
        for words, marked in zip(quotation.parts, quotation.marked, strict=True)
    ]
    return sorted(parts, key=lambda part: part[1].start)


def _flags(found: list[Token], quoted: Sequence[tuple[int, Extent, Extent]]) -> list[int]:
    flags, position = [], 0
    for token in found:
        while position < len(quoted) and quoted[position][2].end <= token.start:
            position += 1
        flag = OUTSIDE
        if position < len(quoted) and quoted[position][2].start <= token.start:
            index, inside, _ = quoted[position]
            flag = index if inside.start <= token.start < inside.end else MARK
        flags.append(flag)
    return flags


def _stretches(
    found: list[Token], lower: list[str], flags: list[int], cut: list[int]
) -> list[Stretch]:
    """Return the sentences as stretches; one quotation's sentences belong to one sentence."""
    starts, wanted = [0], iter(cut[1:])
    target = next(wanted, len(found) and found[-1].end)
    for position, token in enumerate(found):
        inside = flags[position] >= 0 and flags[position] == flags[position - 1]
        due = token.start >= target
        if due:
            target = next(wanted, found[-1].end)
        if inside or position == 0:
            continue
        overlong = position - starts[-1] >= _LONGEST
        if overlong or (due and not _is_tail(found, lower, flags, position)):
            starts.append(position)
    ends = [*starts[1:], len(found)]
    return [Stretch(a, b) for a, b in zip(starts, ends, strict=True) if a < b]


def _is_tail(found: list[Token], lower: list[str], flags: list[int], start: int) -> bool:
    """Return whether only “he said” follows a quotation that ended with a full stop."""
    if flags[start - 1] != MARK or flags[start] != OUTSIDE:
        return False
    after = words("grammar", "adjuncts")
    for position in range(start, min(len(found), start + 8)):
        cue = cues().get(lower[position])
        if flags[position] != OUTSIDE or lower[position] in {".", ";", ":"}:
            return False
        if cue is not None and "closing" in cue.kinds:
            following = lower[position + 1] if position + 1 < len(lower) else "."
            return following in {".", ","} or following in after
    return False
