"""Where a document names its protected people: stretches of its text, and words of other texts.

What was found as their names (`Names.masked`) is widened to every way in which the same words stand
elsewhere: in capitals, run together in an address, the surname alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.masking import joined, masked
from graph.model import EntityType, Stretch
from ingest.names import Names
from ingest.names.lexicon import titles, words
from ingest.reading import Extent, Reading

_BETWEEN = r"(?:%20|[\W_]){0,3}"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 3
# Words may begin with a capital here whatever they are.
_OPENS = re.compile(r"(?:^|[.!?:\n“‘\"][”’)\]]?\s*)$")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, kw_only=True)
class HiddenNames:
    """`whole`: names of two words or more, word by word; `alone`: words that name by themselves.

    `surnames` are those of the latter that may name a body or an operation.
    `stretches` are where the document's own text has them.
    """

    stretches: tuple[Stretch, ...] = ()
    whole: frozenset[tuple[str, ...]] = frozenset()
    alone: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    @cached_property
    def whole_names(self) -> re.Pattern[str]:
        """The whole names, however they are set, in either order of first and last."""
        return _any(
            _BETWEEN.join(re.escape(word) for word in order)
            for name in self.whole
            for order in (name, (name[-1], *name[:-1]))
        )

    @cached_property
    def lone_words(self) -> re.Pattern[str]:
        """The words that name somebody by themselves, as they are written or in capitals."""
        forms = (form for word in self.alone for form in (word, word.upper()))
        return _any(map(re.escape, forms), ignore_case=False)

    def is_in_name(self, type_: EntityType, id_: str, name: str) -> bool:
        """Return whether a name that was found for something else holds a whole name of theirs.

        People may share a surname, and so may bodies of the gazetteer; a body that a document
        alone names is called after them (“the Roe Foundation”).
        """
        if self.whole_names.search(name):
            return True
        called = type_ in {"organisation", "operation"} and "." not in id_
        return called and bool(self._called_after.search(name))

    @cached_property
    def _called_after(self) -> re.Pattern[str]:
        return _any(map(re.escape, self.surnames))

    def is_in(self, text: str) -> bool:
        """Return whether a text holds any word of a name."""
        return bool(self.whole_names.search(text)) or bool(self.lone_words.search(text))

    def in_title(self, text: str) -> str:
        """Return a title with the names masked."""
        return _masked(text, self.whole_names, self.lone_words)

    def in_address(self, text: str) -> str:
        """Return a file name or web address with the names masked, whatever their case."""
        return _masked(text, self.whole_names, _any(map(re.escape, self.alone)))


def hidden_names(reading: Reading, names: Names) -> HiddenNames:
    """Return where the reading names its protected people, and with which words."""
    if not names.masked:
        return HiddenNames()
    found = [_words(reading.words(named.extent)) for named in names.masked]
    whole = frozenset(name for name in found if len(name) > 1)
    ends = {word for name in whole for word in (name[0], name[-1])}
    lone = ends | {name[0] for name in found if len(name) == 1}
    surnames = frozenset(filter(_tells, (name[-1] for name in whole)))
    hidden = HiddenNames(whole=whole, alone=frozenset(filter(_tells, lone)), surnames=surnames)
    places = [*(named.extent for named in names.masked), *_elsewhere(reading, names, hidden)]
    return replace(hidden, stretches=joined(places))


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a name without titles, initials and the sign of possession."""
    found = [word.group().removesuffix("’s").removesuffix("'s") for word in _WORD.finditer(text)]
    return tuple(word for word in found if word not in titles() and len(word) > 1)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and word not in words().never


def _elsewhere(reading: Reading, names: Names, hidden: HiddenNames) -> Iterator[Extent]:
    for match in hidden.whole_names.finditer(reading.text):
        yield Extent(*match.span())
    others = [
        named.extent
        for named in names.mentions
        if named.level == "name"
        and not hidden.is_in_name(named.type, named.key, reading.words(named.extent))
    ]
    plain = frozenset(re.findall(r"\b[^\W\dA-Z_]+\b", reading.text))
    for match in hidden.lone_words.finditer(reading.text):
        extent = Extent(*match.span())
        if not _of_another(extent, others) and not _is_common(reading.text, extent, plain):
            yield extent


def _of_another(extent: Extent, others: Sequence[Extent]) -> bool:
    """Whether the word belongs to somebody else's name, or to a body's or place's."""
    return any(extent.touches(other) for other in others)


def _is_common(text: str, extent: Extent, plain: frozenset[str]) -> bool:
    """Whether it is a word like any other, with a capital because a sentence opens with it."""
    word = text[extent.start : extent.end]
    opens = _OPENS.search(text, max(0, extent.start - 8), extent.start)
    return word.lower() in plain and opens is not None


def _any(alternatives: Iterable[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    shapes = sorted(set(alternatives), key=lambda shape: (-len(shape), shape))
    if not shapes:
        return _NOTHING
    inside = "|".join(shapes)
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    return re.compile(f"{_NO_LETTER_BEFORE}(?:{inside}){_NO_LETTER_AFTER}", flags)


def _masked(text: str, *patterns: re.Pattern[str]) -> str:
    places = (match.span() for pattern in patterns for match in pattern.finditer(text))
    return masked(text, joined(places))
