"""Where a document speaks of the people it protects: by name, in general words, by a pronoun."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.hiding import called, name_words
from ingest.names import Names
from ingest.names.lexicon import anonymous, words
from ingest.reading import Extent, Named, Reading
from ingest.shielding.in_order import InOrder
from ingest.tokens import sentences

_PRONOUN = re.compile(r"(?i)\b(?:he|she|they|him|his|hers?|them|their|who|whose)\b")
_HARMED = frozenset(["victim", "survivor", "complainant"])
_SOURCES = frozenset(["informant", "source"])
_PUPILS = ("pupil", "student")
_CHILD = "a child"
_OFFSPRING = "son|daughter|child|boy|girl|baby|grandson|granddaughter|stepson|stepdaughter|twin"
_AGED_CHILD = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)|[’']s) (?:[a-z-]+ ){{0,2}}(?:{_OFFSPRING}),? "
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)(?:,| \(| aged|, aged) ?(?:1[0-7]|\d)\b"
)


# Characters between words that are looked at together.
REACH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Words for somebody protected; `phrase` the general words for them.

    `source`: they asked not to be named, and nothing says that they are a victim or a child.
    """

    extent: Extent
    phrase: str
    source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that speaks of somebody protected. `others` are the people it names beside.

    `before`: of whom the sentence before speaks, where this one goes on with a pronoun.
    """

    extent: Extent
    spoken: tuple[Spoken, ...]
    others: tuple[Named, ...]
    before: tuple[Spoken, ...] = ()

    @property
    def meant(self) -> tuple[Spoken, ...]:
        """Everybody protected of whom the sentence speaks."""
        return (*self.before, *self.spoken)


def gap(one: Extent, other: Extent) -> int:
    """Return how many characters stand between two stretches, less than none where they touch."""
    return max(one.start - other.end, other.start - one.end)


def about_protected(reading: Reading, names: Names) -> tuple[Sentence, ...]:
    """Return the sentences that speak of somebody whom the document protects, in order."""
    spoken = InOrder((one.extent, one) for one in _spoken(reading, names))
    if not spoken:
        return ()
    hidden = {entity.id for entity in names.entities if entity.protected}
    others = InOrder(
        (named.extent, named)
        for named in names.mentions
        if named.type == "person" and named.key not in hidden
    )
    found: list[Sentence] = []
    before: tuple[Spoken, ...] = ()
    for paragraph in reading.paragraphs:
        for extent in sentences(reading.text, paragraph.extent):
            beside = others.inside(extent)
            goes_on = before if before and _goes_on(reading, extent, beside) else ()
            sentence = Sentence(
                extent=extent, spoken=spoken.inside(extent), others=beside, before=goes_on
            )
            before = sentence.meant
            if before:
                found.append(sentence)
    return tuple(found)


def _goes_on(reading: Reading, extent: Extent, others: Iterable[Named]) -> bool:
    """Whether a pronoun stands before anybody whom the sentence names."""
    first = min((named.extent.start for named in others), default=extent.end)
    return _PRONOUN.search(reading.text, extent.start, first) is not None


def _spoken(reading: Reading, names: Names) -> Iterator[Spoken]:
    several = frozenset(anonymous().groups.values())  # what is said of many finds nobody
    phrases = {
        entity.id: entity.name
        for entity in names.entities
        if entity.protected and entity.name not in several
    }
    known = [named for named in (*names.masked, *names.mentions) if named.key in phrases]
    for named in known:
        phrase = phrases[named.key]
        yield Spoken(extent=named.extent, phrase=phrase, source=not _is_harmed(phrase))
    taken = {named.extent.start for named in known}
    for extent in aged_children(reading, names):
        taken.add(extent.start)
        yield Spoken(extent=extent, phrase=_CHILD)
    for extent, phrase in _in_other_forms(reading, names, phrases):
        if extent.start not in taken:
            taken.add(extent.start)
            yield Spoken(extent=extent, phrase=phrase, source=not _is_harmed(phrase))
    for match in _nouns().finditer(reading.text):
        noun = next(name for name, said in match.groupdict().items() if said is not None)
        if match.start(noun) not in taken:
            phrase = anonymous().protected.get(match[noun].lower(), _CHILD)
            yield Spoken(extent=Extent(match.start(noun), match.end()), phrase=phrase)


def _in_other_forms(
    reading: Reading, names: Names, phrases: Mapping[str, str]
) -> Iterator[tuple[Extent, str]]:
    """Yield where a protected name stands in capitals, in an address, or in part."""
    others = [named.extent for named in names.mentions if named.level == "name"]
    people: dict[str, list[tuple[str, ...]]] = {}
    for named in names.masked:
        if named.type == "person":
            people.setdefault(named.key, []).append(name_words(reading.words(named.extent)))
    for key, found in people.items():
        hidden = called(found, never=words().never)
        for place in hidden.places(reading.text, others):
            yield Extent(*place), phrases[key]


def aged_children(reading: Reading, names: Names) -> Iterator[Extent]:
    """Yield the names of children beside an age that are no name that was found otherwise."""
    taken = InOrder((named.extent, named) for named in (*names.mentions, *names.masked))
    for match in _AGED_CHILD.finditer(reading.text):
        extent = Extent(*match.span("name"))
        if not taken.touching(extent):
            yield extent


def _is_harmed(phrase: str) -> bool:
    """Whether a general phrase is for a victim, a child, or whoever is close to one."""
    table = anonymous()
    sources = {phrase for noun, phrase in table.protected.items() if noun in _SOURCES}
    grown = {phrase for noun, phrase in table.roles.items() if noun not in _PUPILS}
    return phrase not in {*sources, *grown}


@cache
def _nouns() -> re.Pattern[str]:
    """Words for somebody, and no word beside another: “the girl”, “a girl, 9”, “Child A”."""
    young = "|".join(sorted(set(anonymous().protected) - _HARMED - _SOURCES))
    harmed = "|".join(sorted(_HARMED))
    harms, pupils = "|".join(sorted(anonymous().harms)), "|".join(_PUPILS)
    called = "|".join(noun.title() for noun in sorted({*_HARMED, "child", "baby", "boy", "girl"}))
    return re.compile(
        rf"(?i)\b(?:(?:the|this|that)\s(?:[a-z-]+\s)?(?P<young>{young})"
        rf"|(?-i:(?P<letter>{called}) (?:[A-Z]{{1,2}}\d{{0,2}}|\d{{1,2}})(?!\w))"
        rf"|\d{{1,2}}[- ](?:year|month|week)s?[- ]old\s(?:[a-z-]+\s)?(?P<old>{young}|{pupils})"
        rf"|an?\s(?:[a-z-]+\s)?(?P<pupil>{pupils})(?=\s(?:at|of|from)[^.,;:]{{3,60}}\s"
        rf"(?:was|had been|being)\s(?:[a-z]+ly\s)?(?:{harms}))"
        rf"|(?:an?|one)\s(?:[a-z-]+\s)?(?P<aged>{young})(?=,?\s\(?(?:aged|of)?\s?\d{{1,2}}\b)"
        rf"|(?:the|this|that|an?|one|of)\s(?:[a-z-]+\s)?(?P<harmed>{harmed}))\b(?!-)"
        r"(?!\s(?:support|services?|blame|impact|care|protection|safeguarding|abuse|sexual"
        r"|welfare|benefit|poverty|exploitation|death|deaths|personal|fund|liaison|groups?))"
    )
