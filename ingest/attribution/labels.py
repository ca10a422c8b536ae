"""The turns of a transcript: which paragraphs someone speaks, and the words that name who.

A label is a name and a colon (“MS ORME:”, “Q4 Ida Orme (Chair):”), a line of capitals, or the “Q.”
and “A.” of an examination, whose names stand in lines before.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.lexicon.tables import table, words
from ingest.reading import Extent, Paragraph, Reading

_LABEL = re.compile(
    r"(?:Q?\d{1,4}[.:]?\s+)?(?P<name>[^\W\d_][^:()\n“”\"]{0,60}?)\s*(?:\([^()\n]{1,60}\)\s*)?:(?:\s+|$)"
)
_LETTER = re.compile(r"(?:\d{1,3}\s+)?(?P<letter>[QA])[.:]\s+")
_WORD = re.compile(r"[\w.'’&-]+")
_MARK = re.compile(r"[“\"‘«].*[”\"’»]$", re.MULTILINE)
_FEWEST = 3  # labelled paragraphs that make a transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One paragraph of a turn: its words, and where the name of its speaker stands."""

    words: Extent
    speaker: Extent
    inherited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    name: Extent
    words: Extent


def find_turns(reading: Reading) -> dict[int, Turn]:
    """Return the turns by the index of their paragraph; empty where this is no transcript."""
    labels = _labels(reading)
    return dict(_spoken(reading, labels)) if labels else {}


def _labels(reading: Reading) -> dict[int, _Label]:
    """Return the labelled paragraphs, nothing unless several speak and one speaks again."""
    found = {
        number: label
        for number, paragraph in enumerate(reading.paragraphs)
        if paragraph.zone != "boilerplate" and (label := _label(reading, paragraph))
    }
    said = Counter(_plain(reading, label.name) for label in found.values())
    letters = sum(_letter(reading, paragraph) is not None for paragraph in reading.paragraphs)
    if len(found) + letters < _FEWEST or len(said) + bool(letters) < 2:
        return {}
    if max(said.values(), default=0) < 2 and letters < 2:
        return {}
    return {
        number: label
        for number, label in found.items()
        if said[_plain(reading, label.name)] > 1 or _is_person(reading.words(label.name))
    }


def _label(reading: Reading, paragraph: Paragraph) -> _Label | None:
    start, end = paragraph.extent
    match = _LABEL.match(reading.text, start, end)
    if match is None or not _is_name(match["name"]):
        return None
    if match.end() < end and not re.search(r"[.?!…:—-][”’\"')]*$", reading.text[match.end() : end]):
        return None  # a field of a form is no sentence
    if match.end() < end and _MARK.match(reading.text, match.end()):
        return None  # a name before a quotation needs no transcript
    return _Label(name=Extent(*match.span("name")), words=Extent(match.end(), end))


def _is_name(name: str) -> bool:
    found = _WORD.findall(name)
    joining, excluded = words("turns", "joining"), words("turns", "not_speakers")
    if not 0 < len(found) <= 8 or len(name) < 3 or excluded & {word.lower() for word in found}:
        return False
    return all(word[0].isupper() or word.lower() in joining for word in found)


def _is_person(name: str) -> bool:
    """Return whether the label looks like a person's: a title, capitals, two names."""
    found = _WORD.findall(name)
    titled = found[0].lower().rstrip(".") in words("turns", "titles")
    return titled or len(found) > 1 or name.isupper()


def _plain(reading: Reading, name: Extent) -> str:
    return " ".join(reading.words(name).lower().split())


def _letter(reading: Reading, paragraph: Paragraph) -> re.Match[str] | None:
    return _LETTER.match(reading.text, paragraph.extent.start, paragraph.extent.end)


@dataclass(slots=True)
class _Hearing:
    """Who speaks, who asks and who answers at a place of the text."""

    reading: Reading
    speaker: Extent | None = None
    asks: Extent | None = None
    answers: Extent | None = None


def _spoken(reading: Reading, labels: dict[int, _Label]) -> Iterator[tuple[int, Turn]]:
    """Yield the turns in order, those of “Q.” and “A.” with the names given before."""
    hearing = _Hearing(reading=reading)
    for number, paragraph in enumerate(reading.paragraphs):
        turn = _turn(hearing, paragraph, labels.get(number))
        if turn is not None and turn.words.start < turn.words.end:
            yield number, turn


def _turn(hearing: _Hearing, paragraph: Paragraph, label: _Label | None) -> Turn | None:
    if label is not None:
        return _labelled(hearing, label)
    letter = _letter(hearing.reading, paragraph)
    if letter is not None:
        hearing.speaker = hearing.asks if letter["letter"] == "Q" else hearing.answers
        words_ = Extent(letter.end(), paragraph.extent.end)
    elif _brings_in(hearing, paragraph) or _is_read_out(hearing.reading, paragraph):
        return None
    else:
        words_ = paragraph.extent
        hearing.speaker = hearing.speaker if _goes_on(hearing.reading, paragraph) else None
    speaker = hearing.speaker
    return None if speaker is None else Turn(words=words_, speaker=speaker, inherited=True)


def _labelled(hearing: _Hearing, label: _Label) -> Turn:
    reading, hearing.speaker = hearing.reading, label.name
    witness = hearing.answers is not None and _plain(reading, label.name) == _plain(
        reading, hearing.answers
    )
    if not witness and reading.words(label.words).rstrip("”’\"'").endswith("?"):
        hearing.asks = label.name
    return Turn(words=label.words, speaker=label.name, inherited=False)


def _brings_in(hearing: _Hearing, paragraph: Paragraph) -> bool:
    """Return whether the line brings in a witness or who asks, who are then known."""
    called = _line("sworn", hearing.reading, paragraph)
    asking = _line("examiner", hearing.reading, paragraph) if called is None else None
    if called is None and asking is None:
        return False
    hearing.answers = called or hearing.answers
    hearing.asks = asking or hearing.asks
    hearing.speaker = None
    return True


def _line(key: str, reading: Reading, paragraph: Paragraph) -> Extent | None:
    """Return the name in a line that brings someone in, of a witness or of who asks."""
    match = _pattern(key).match(reading.words(paragraph.extent))
    if match is None or not _is_name(match["name"]):
        return None
    start = paragraph.extent.start
    return Extent(start + match.start("name"), start + match.end("name"))


def _goes_on(reading: Reading, paragraph: Paragraph) -> bool:
    said = reading.words(paragraph.extent)
    if paragraph.zone not in {"body", "list"} or _is_read_out(reading, paragraph):
        return False
    return not _pattern("aside").match(said) and bool(_pattern("goes_on").search(said))


def _is_read_out(reading: Reading, paragraph: Paragraph) -> bool:
    """Return whether a quotation begins the paragraph: a document that the speaker reads out."""
    return reading.text[paragraph.extent.start] in '“"‘«'


@cache
def _pattern(key: str) -> re.Pattern[str]:
    flags = re.NOFLAG if key == "goes_on" else re.IGNORECASE
    return re.compile(table("turns")[key], flags)
