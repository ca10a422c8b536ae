"""The people of one document: full names that are one person, and short forms that mean them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.names.found import Taken
from ingest.names.lexicon import given_names, patterns, words
from ingest.names.people import FullName
from ingest.names.phrases import PhraseIndex
from ingest.names.scan import Scan, Word
from ingest.reading import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the document, with every stretch that names them, in order."""

    names: tuple[FullName, ...]
    shorts: tuple[Extent, ...] = ()

    @property
    def best(self) -> FullName:
        """The fullest of the names, the first of equals."""
        return max(self.names, key=lambda name: len(name.given))

    @property
    def surname(self) -> str:
        """The surname."""
        return self.best.surname

    @property
    def gender(self) -> str:
        """`male`, `female`, or `either` where nothing settles it or two names disagree."""
        found = {name.gender for name in self.names} - {"either"}
        return found.pop() if len(found) == 1 else "either"

    @property
    def extents(self) -> tuple[Extent, ...]:
        """Every stretch that names the person, in order."""
        return tuple(sorted((*(name.extent for name in self.names), *self.shorts)))


def group_people(names: Iterable[FullName]) -> list[Person]:
    """Return people: the same surname with given names that agree is one person.

    A title and surname alone joins the only person it can mean; where it could mean several, it
    is nobody's.
    """
    ordered = sorted(names, key=lambda name: (-len(name.given), name.extent))
    groups: list[list[FullName]] = []
    for name in ordered:
        fitting = [group for group in groups if _agrees(group, name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        elif not fitting:
            groups.append([name])
    people = [Person(names=tuple(sorted(g, key=lambda n: n.extent))) for g in groups]
    return sorted(people, key=lambda person: person.names[0].extent)


def _agrees(group: list[FullName], name: FullName) -> bool:
    head = group[0]
    if not name.given and name.title in ("Sir", "Dame") and head.given[:1] == (name.surname,):
        return True
    if head.surname.casefold() != name.surname.casefold():
        return False
    if {head.gender, name.gender} == {"male", "female"}:
        return False
    if not name.given or not head.given:
        return True
    ours, theirs = head.given[0], name.given[0]
    return ours == theirs or (1 in (len(ours), len(theirs)) and ours[0] == theirs[0])


def join_shorts(scan: Scan, people: list[Person], taken: Taken) -> list[Person]:
    """Return the people with the surnames, given names and title-case repeats that mean them."""
    shorts: dict[int, list[Extent]] = {}
    lower = frozenset(word.text for word in scan.words if not word.capital)
    for first, after, number in _forms(people).find(scan.words):
        extent = scan.extent(first, after)
        if taken.free(extent) and _stands_alone(scan, first, after, lower):
            taken.take(extent)
            shorts.setdefault(number, []).append(extent)
    return [
        Person(names=person.names, shorts=tuple(shorts.get(number, ())))
        for number, person in enumerate(people)
    ]


def _forms(people: list[Person]) -> PhraseIndex[int]:
    """Every form that means one person and no other."""
    owners: dict[str, set[int]] = {}
    for number, person in enumerate(people):
        for name in person.names:
            given = name.given[:1] if name.given and len(name.given[0]) > 2 else ()
            for form in (name.bare, name.surname, *given):
                owners.setdefault(form, set()).add(number)
    places = frozenset(patterns().places.all)
    return PhraseIndex(
        (form, next(iter(numbers)))
        for form, numbers in owners.items()
        if len(numbers) == 1 and form not in places
    )


def _stands_alone(scan: Scan, first: int, after: int, lower: frozenset[str]) -> bool:
    """Whether no other capitalised word belongs to it, and it is no common word here."""
    word = scan.words[first]
    if after - first > 1:
        return True
    if first and word.joined == " " and _name_like(scan.words[first - 1]):
        return False
    following = scan.words[after] if after < len(scan.words) else None
    common = word.bare in words().never or word.bare in words().surnames_too
    if common or (word.opens and word.bare.lower() in lower and not word.possessive):
        return following is not None and _continues_a_name(following)
    return following is None or following.joined != " " or not _name_like(following)


def _continues_a_name(word: Word) -> bool:
    return word.text in words().speech or word.text in words().follow


def _name_like(word: Word) -> bool:
    """Whether a neighbour would make a longer name of it."""
    if not word.capital or (word.opens and word.bare not in given_names()):
        return False
    text = word.bare
    plain = text.lower() in words().roles or text.lower() in words().role_parts
    return not plain and text not in words().openers
