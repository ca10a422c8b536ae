"""Words that are someone's without quotation marks (turns, own voice), and what stands in them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lexicon.tables import words
from ingest.reading import Attribution, Extent
from ingest.tokens import sentences, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What voices say, each with what others say in it; and what stands in no voice."""

    voices: tuple[tuple[Attribution, tuple[Attribution, ...]], ...]
    others: tuple[Attribution, ...]


def told_in(text: str, voices: Sequence[Attribution], found: Sequence[Attribution]) -> Told:
    """Return what was found, sorted by the voice it stands in; voices have one part, in order.

    What a speaker reports of himself, or quotes without a source, is in his words already.
    """
    starts = [voice.parts[0].start for voice in voices]
    inner: list[list[Attribution]] = [[] for _ in voices]
    others: list[Attribution] = []
    for one in found:
        number = bisect_right(starts, one.parts[0].start) - 1
        held = number >= 0 and one.parts[0].touches(voices[number].parts[0])
        if not held:
            others.append(one)
        elif _belongs(text, one, voices[number].parts[0]):
            inner[number].append(replace(one, rule=f"nested-{one.rule}"))
    pairs = zip(voices, (tuple(each) for each in inner), strict=True)
    return Told(voices=tuple(pairs), others=tuple(others))


def _belongs(text: str, one: Attribution, voiced: Extent) -> bool:
    """Return whether it stands wholly in the words voiced, with a source of its own."""
    return one.parts[-1].end <= voiced.end and one.rule != "carried" and is_other(text, one)


def is_other(text: str, one: Attribution) -> bool:
    """Return whether the source is someone other than the speaker and the one spoken to."""
    if one.source is None:
        return False
    named = [token.lower for token in tokens(text, one.source)]
    if named[0] in words("grammar", "first_person"):
        return False
    return len(named) > 1 or named[0] not in words("cues", "generic") | {"my", "our"}


def is_first_person(text: str, one: Attribution) -> bool:
    """Return whether the source is “I” or “we”."""
    return one.source is not None and text[slice(*one.source)].lower() in {"i", "we"}


def whole_sentences(text: str, extent: Extent, quoted: Sequence[Extent]) -> Iterator[Extent]:
    """Yield the sentences of a stretch; those that one quotation holds together are one."""
    held: Extent | None = None
    for sentence in sentences(text, extent):
        whole = sentence if held is None else Extent(held.start, sentence.end)
        position = bisect_right(quoted, whole.end, key=lambda q: q.start) - 1
        open_ = position >= 0 and quoted[position].start < whole.end < quoted[position].end
        held = whole if open_ and quoted[position].start >= whole.start else None
        if held is None:
            yield whole
    if held is not None:
        yield held
