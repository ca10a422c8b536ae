"""Pull quotes and quoting headlines: words that the page prints twice are said once."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.quotations import Quotation
from ingest.reading import Attribution, Extent, Paragraph

_WORD = re.compile(r"\w+")
_SHORTEST = 3  # words: a heading's shorter quotation is a word held at arm's length
_NEAR = 40  # attributions on either side in which a shortened quotation is looked for


def pull_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    found: Sequence[Attribution],
) -> Iterator[Attribution]:
    """Yield the quotations of headline and cross-headings whose words stand nowhere else.

    One that repeats a quotation word for word is left out; one that shortens it takes its source.
    """
    lines = [q for q in quotations if q.outer is None]
    starts = [q.marked[0].start for q in lines]
    said = "|".join(_plain(text[a:b]) for one in found for a, b in one.parts)
    taken = {part.start for one in found for part in one.parts}
    for paragraph in paragraphs:
        if paragraph.zone not in {"headline", "crosshead"} or paragraph.extent.start in taken:
            continue
        first = bisect_left(starts, paragraph.extent.start)
        inside = [q for q in lines[first : first + 9] if q.marked[0].within(paragraph.extent)]
        long = any(len(_words(text, q).split()) >= _SHORTEST for q in inside)
        if any(_is_title(_words(text, q)) and q.marked[0] != paragraph.extent for q in inside):
            continue  # it names a report
        if long and not all(_plain(_words(text, q)) in said for q in inside):
            yield _pull_quote(text, paragraph, inside, found)


def _pull_quote(
    text: str, paragraph: Paragraph, inside: Sequence[Quotation], found: Sequence[Attribution]
) -> Attribution:
    whole = len(inside) == 1 and inside[0].marked[0] == paragraph.extent
    part = _stripped(text, inside[0].parts[0]) if whole else paragraph.extent
    source = _shortened(text, inside[0].parts[0], found)
    return Attribution(
        source=source,
        inherited=source is not None,
        cue=None,
        parts=(part,),
        form="direct" if whole else "mixed",
        rule="pull-quote",
    )


def _shortened(text: str, words: Extent, found: Sequence[Attribution]) -> Extent | None:
    """Return the source of the attribution near by that has all these words in this order."""
    wanted = _plain(text[words.start : words.end]).split()
    middle = bisect_left([one.parts[0].start for one in found], words.start)
    for one in found[max(0, middle - _NEAR) : middle + _NEAR]:
        for start, end in one.parts:
            rest = iter(_plain(text[start:end]).split())
            if len(wanted) > 3 and all(word in rest for word in wanted):
                return one.source
    return None


def _is_title(words: str) -> bool:
    """Return whether the words are written as a title is: “Left at the Door”."""
    long = [word for word in _WORD.findall(words) if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long) and not words.isupper()


def _stripped(text: str, part: Extent) -> Extent:
    words = text[part.start : part.end]
    return Extent(part.end - len(words.lstrip()), part.start + len(words.rstrip()))


def _words(text: str, quotation: Quotation) -> str:
    return text[quotation.parts[0].start : quotation.parts[0].end]


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))
