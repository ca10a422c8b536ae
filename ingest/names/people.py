"""Full names of people, proved by a title, a role, a given name or use as a speaker.

Capitals alone prove nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

from ingest.names.beside import beside_role, signs
from ingest.names.found import Taken
from ingest.names.lexicon import given_names, patterns, titles, words
from ingest.names.scan import Scan, Word
from ingest.reading import Extent

Sort = Literal["title", "role", "after", "stop", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FullName:
    """A name with its title: word numbers `first` to `after`; the name itself begins at `name`.

    `given` may be empty (“Mr Beer”). `gender`: `male`, `female` or `either`.
    """

    extent: Extent
    first: int
    name: int
    after: int
    title: str
    given: tuple[str, ...]
    surname: str
    gender: str

    @property
    def bare(self) -> str:
        """The name without title."""
        return " ".join((*self.given, self.surname))


class Segment(NamedTuple):
    """Words `first` to `after` that may be a name; titles before them begin at `lead`."""

    lead: int
    first: int
    after: int
    end: int


def find_people(scan: Scan, taken: Taken) -> list[FullName]:
    """Return the full names in order and take their words. Title-case paragraphs prove little."""
    found = []
    alone = _alone(scan)
    for first, after in _chains(scan, taken):
        for segment in _segments(scan, first, after):
            trimmed = _from_given(scan, segment)
            if _is_person(scan, trimmed, alone):
                name = _full_name(scan, trimmed)
                taken.take(name.extent)
                found.append(name)
    return found


def _chains(scan: Scan, taken: Taken) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, with particles, that belong to no other name."""
    number, words_ = 0, scan.words
    while number < len(words_):
        if not _starts(words_[number], taken):
            number += 1
            continue
        after = number + 1
        while after < len(words_) and not words_[after - 1].possessive:
            step = _continues(words_, after, taken)
            if not step:
                break
            after += step
        yield number, after
        number = after


def _starts(word: Word, taken: Taken) -> bool:
    return word.capital and taken.free(Extent(word.start, word.stop))


def _continues(words_: tuple[Word, ...], number: int, taken: Taken) -> int:
    """How many words continue the chain here: a capital one, or particles and a capital one."""
    for step in range(3):
        if number + step >= len(words_):
            return 0
        word = words_[number + step]
        dotted = word.joined in (". ", ".", ".\u00a0")
        if not (word.joined in (" ", "-", "\u00a0") or (dotted and not word.opens)):
            return 0
        if _starts(word, taken):
            return step + 1
        if word.text not in words().particles:
            return 0
    return 0


def _sort(scan: Scan, number: int, first: int) -> Sort:
    word, table = scan.words[number], words()
    before = [w.text for w in scan.words[max(first, number - 3) : number]]
    if word.bare in table.surnames_too and _opens_a_name(before):
        return "name"
    if len(word.bare) == 1 and before and before[-1] in titles():
        return "name"  # an initial, though “A” and “I” also open sentences
    lower = word.bare.lower()
    shouted_title = word.bare.isupper() and word.bare.title() in titles()
    sorts: tuple[tuple[Sort, bool], ...] = (
        ("title", word.bare in titles() or shouted_title),
        ("after", word.bare in table.postnominals),
        ("name", word.text in table.particles),
        ("role", lower in table.roles or lower in table.role_parts),
        ("stop", word.bare in table.openers or word.bare in table.never),
        ("stop", len(word.bare) > 4 and word.bare.isupper() and number not in scan.labels),
    )
    return next((sort for sort, holds in sorts if holds), "name")


def _opens_a_name(before: list[str]) -> bool:
    """Whether the words before are a given name, or hold a title."""
    given = bool(before) and unaccented(before[-1]) in given_names()
    return given or any(word in titles() for word in before)


def _segments(scan: Scan, first: int, after: int) -> Iterator[Segment]:
    sorts = [_sort(scan, number, first) for number in range(first, after)]
    number = first
    while number < after:
        lead = number
        while number < after and sorts[number - first] == "title":
            number += 1
        start = number
        while number < after and sorts[number - first] == "name":
            number += 1
        stop = number
        while number < after and number > start and sorts[number - first] == "after":
            number += 1
        if stop > start:
            yield Segment(lead, start, stop, number)
        number = max(number, lead + 1)


def _from_given(scan: Scan, segment: Segment) -> Segment:
    """Return the segment from its first given name on, unless a title or that name comes first."""
    if segment.lead < segment.first:
        return segment
    given = (
        number
        for number in range(segment.first, segment.after - 1)
        if _known_given(scan, number) and scan.words[number - 1].text not in ("St", "Saint")
    )
    start = next(given, segment.first)
    return segment._replace(lead=start, first=start)


def _is_person(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    titled = segment.first > segment.lead
    length = _length(scan.words[segment.first : segment.after])
    if length > 4 or len(scan.words[segment.after - 1].bare) < 2:
        return False
    if titled:
        return not _is_place(scan, segment)
    if length == 1:
        return False
    if _labels(scan, segment) or beside_role(scan.reading.text, _extent(scan, segment)):
        return True
    if any(scan.words[segment.first].start in extent for extent in _ranges(scan)):
        return False
    return _known_given(scan, segment.first) or _is_speaker(scan, segment, alone)


def _length(words_: tuple[Word, ...]) -> int:
    """Count the parts of a name: particles and what follows a hyphen add nothing."""
    later = words_[1:]
    return 1 + sum(w.joined != "-" and w.text not in words().particles for w in later)


def _ranges(scan: Scan) -> list[range]:
    return [range(*extent) for extent in scan.titled]


def _is_place(scan: Scan, segment: Segment) -> bool:
    name = " ".join(word.bare for word in scan.words[segment.first : segment.after])
    return name in patterns().places.all and segment.first - segment.lead == 1 and len(name) > 0


def _known_given(scan: Scan, number: int) -> bool:
    return unaccented(scan.words[number].text) in given_names()


def unaccented(name: str) -> str:
    """Return the name without accents, for looking it up."""
    if name.isascii():
        return name
    return "".join(c for c in normalize("NFKD", name) if not combining(c))


def _labels(scan: Scan, segment: Segment) -> bool:
    """Whether it stands after “name:” or a letter's close, or labels a turn: “Ann Roe: …”."""
    text, start = scan.reading.text, scan.words[segment.lead].start
    line = text[text.rfind("\n", 0, start) + 1 : start].strip().lower()
    end = scan.words[segment.end - 1].end
    if line.endswith("name:"):
        return True
    return not line and (text[end : end + 1] == ":" or signs(text, start))


def _extent(scan: Scan, segment: Segment) -> Extent:
    return scan.extent(segment.lead, segment.end)


def _is_speaker(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    """Whether it speaks here and its last word stands alone, speaking too, elsewhere."""
    if scan.words[segment.after - 1].bare not in alone:
        return False
    beside = [scan.words[segment.first - 1].text] if segment.first else []
    beside += [word.text for word in scan.words[segment.end : segment.end + 1]]
    return not words().speech.isdisjoint(beside)


def _alone(scan: Scan) -> frozenset[str]:
    """Capitalised words that stand alone right before a verb of speech."""
    found, lower = set(), ""
    speech = words().speech
    for before, word in zip(scan.words, scan.words[1:], strict=False):
        if word.text in speech and before.capital and not lower[:1].isupper():
            found.add(before.bare)
        lower = before.text
    return frozenset(found)


def _full_name(scan: Scan, segment: Segment) -> FullName:
    parts = _parts(scan.words[segment.first : segment.after])
    title = " ".join(word.bare for word in scan.words[segment.lead : segment.first])
    title = title.title() if segment.lead in scan.labels else title
    cut = next((n for n, part in enumerate(parts) if n and part in words().particles), -1)
    given, surname = tuple(parts[:cut]), " ".join(parts[cut:])
    genders = [titles().get(word, "either") for word in title.title().split()]
    genders += [given_names().get(unaccented(parts[0]).title(), "either")] if given else []
    if segment.lead in scan.labels:
        given, surname = tuple(part.title() for part in given), surname.title()
    return FullName(
        extent=scan.extent(segment.lead, segment.end),
        first=segment.lead,
        name=segment.first,
        after=segment.end,
        title=title,
        given=given,
        surname=surname,
        gender=next((gender for gender in genders if gender != "either"), "either"),
    )


def _parts(words_: tuple[Word, ...]) -> list[str]:
    """Return the parts of a name; a hyphen joins two words into one."""
    parts: list[str] = []
    for word in words_:
        if parts and word.joined == "-":
            parts[-1] += "-" + word.bare
        else:
            parts.append(word.bare)
    return parts
