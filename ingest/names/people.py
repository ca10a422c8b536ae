"""Full names of people, proved by a title, a role, a given name or use as a speaker.

Capitals alone prove nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.hiding import titles
from ingest.names.evidence import Segment, is_person, known_given, speaking_alone, unaccented
from ingest.names.found import Taken
from ingest.names.lexicon import given_names, words
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


def find_people(scan: Scan, taken: Taken) -> list[FullName]:
    """Return the full names in order and take their words. Title-case paragraphs prove little."""
    found = []
    alone = speaking_alone(scan)
    for first, after in _chains(scan, taken):
        for segment in _segments(scan, first, after):
            trimmed = _from_given(scan, segment)
            if is_person(scan, trimmed, alone):
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
        ("stop", lower in table.callings and number == first),
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
        if known_given(scan, number)
        and scan.words[number - 1].text not in ("St", "Saint")
        and (number == segment.first or scan.words[number].joined != "-")
        and not _hyphenates(scan, segment, number)
    )
    start = next(given, segment.first)
    return segment._replace(lead=start, first=start)


def _hyphenates(scan: Scan, segment: Segment, number: int) -> bool:
    """Whether the word begins a double surname: “Vaughan” in “Ottoline Vaughan-Rees”."""
    last = number + 2 == segment.after and scan.words[number + 1].joined == "-"
    return last and number > segment.first


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
