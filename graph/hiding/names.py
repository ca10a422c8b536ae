"""The words that name protected people, in every way in which they stand.

In capitals, without accents, run together in an address, with initials, the surname alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from graph.hiding.legible import legible, readings
from graph.hiding.shapes import NOTHING, address, any_of, lone, whole
from graph.hiding.titles import before_names
from graph.masking import joined, masked, touches
from graph.model import EntityType, Stretch

_WORD = re.compile(r"[^\W\d_][\w'-]*")
# What has one of these signs in it is an address or a handle, where nothing has capitals.
_ADDRESS = re.compile(r"\S*[@#/]\S*")
# Words may begin with a capital here whatever they are.
_OPENS = re.compile(r"(?:^|[.!?:\n“‘\"][”’)\]]?\s*)$")
_CALLED_AFTER = frozenset({"organisation", "operation", "report", "law", "case"})
_SHORTEST, _SHORTEST_SURNAME = 3, 2


@dataclass(frozen=True, kw_only=True)
class HiddenNames:
    """`whole`: names of two words or more, word by word; `alone`: words that name by themselves.

    `surnames` are those of the latter that may name a body or an operation. `titled` are surnames
    that are titles or common words too, and name somebody behind a title alone. `stretches` are
    where the document's own text has them.
    """

    stretches: tuple[Stretch, ...] = ()
    whole: frozenset[tuple[str, ...]] = frozenset()
    alone: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()

    @property
    def given(self) -> bool:
        """Whether there is any name to hide."""
        return bool(self.whole or self.alone)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return any_of(whole(self.whole))

    @cached_property
    def _lone(self) -> re.Pattern[str]:
        return any_of(lone(self.alone, self.surnames, self.titled), ignore_case=False)

    @cached_property
    def _address(self) -> re.Pattern[str]:
        return any_of(address(self.alone, self.surnames)) if self.alone else NOTHING

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return any_of(lone(self.surnames, self.surnames, self.titled), ignore_case=False)

    def __or__(self, other: "HiddenNames") -> "HiddenNames":
        """Return the names of both, without the places of the other."""
        return HiddenNames(
            stretches=self.stretches,
            whole=self.whole | other.whole,
            alone=self.alone | other.alone,
            surnames=self.surnames | other.surnames,
            titled=self.titled | other.titled,
        )

    def is_in_name(self, type_: EntityType, id_: str, name: str) -> bool:
        """Return whether a name that was found for something else holds a whole name of theirs.

        People may share a surname, and so may places and bodies of the gazetteer; a body, a report
        or a law that documents alone name is called after them (“the Roe Foundation”).
        """
        if self.is_whole_in(name):
            return True
        return type_ in _CALLED_AFTER and "." not in id_ and _is_in(self._after, name)

    def is_whole_in(self, text: str) -> bool:
        """Return whether a text holds a whole name."""
        return _is_in(self._whole, text)

    def is_in(self, text: str) -> bool:
        """Return whether a text holds any word of a name."""
        return self.is_whole_in(text) or _is_in(self._lone, text)

    def in_title(self, text: str) -> str:
        """Return a title, or what somebody wrote, with the names masked."""
        places = [*_found(self._whole, text), *_found(self._lone, text)]
        return masked(text, joined([*places, *self._in_addresses(text)]))

    def in_address(self, text: str) -> str:
        """Return a file name or web address with the names masked, whatever their case."""
        plain = unquote(text)
        read = plain if plain != text and next(self._of_address(plain), None) else text
        return masked(read, joined(self._of_address(read)))

    def places(self, text: str, others: Sequence[Stretch]) -> Iterator[Stretch]:
        """Yield where a text has the names: whole, and in part where no other name stands.

        `others` are the stretches that name somebody or something else.
        """
        yield from _found(self._whole, text)
        plain = frozenset(re.findall(r"\b[^\W\dA-Z_]+\b", text))
        for place in (*_found(self._lone, text), *self._in_addresses(text)):
            if not touches(*place, others) and not self._is_common(text, place, plain):
                yield place

    def _of_address(self, text: str) -> Iterator[Stretch]:
        yield from _found(self._whole, text)
        yield from _found(self._address, text)

    def _in_addresses(self, text: str) -> Iterator[Stretch]:
        for token in _ADDRESS.finditer(text):
            for start, end in _found(self._address, token.group()):
                yield token.start() + start, token.start() + end

    def _is_common(self, text: str, place: Stretch, plain: frozenset[str]) -> bool:
        """Whether it is a word like any other, with a capital because a sentence opens with it."""
        start, end = place
        opens = _OPENS.search(text, max(0, start - 8), start)
        word = text[start:end]
        return word.lower() in plain and opens is not None and legible(word) not in self.surnames


def called(
    names: Iterable[Sequence[str]], *, never: frozenset[str] = frozenset()
) -> HiddenNames:  # fmt: skip
    """Return the hidden names of people who are called so, word by word, without their places.

    `never` are words that name nobody by themselves, beside titles.
    """
    found = [tuple(name) for name in names if name]
    names_of_two = {form for name in found if len(name) > 1 for form in _shorter(name)}
    ends = {half for name in names_of_two for half in _halves(name[-1])}
    given = {name[0] for name in names_of_two}
    ends |= {half for name in found if len(name) == 1 for half in _halves(name[0])} - given
    words = {word for name in names_of_two for word in name} | ends
    common = never | before_names()
    surnames = {word for word in ends if _tells(word, _SHORTEST_SURNAME)}
    alone = {word for word in words if _tells(word, _SHORTEST)} | surnames
    return HiddenNames(
        whole=frozenset(names_of_two),
        alone=frozenset(alone - common),
        surnames=frozenset(surnames - common),
        titled=frozenset(surnames & common),
    )


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without titles before it, initials and the sign of possession."""
    words = [word.removesuffix("'s").rstrip("'-") for word in _WORD.findall(legible(text))]
    while len(words) > 1 and words[0] in before_names():
        del words[0]
    return tuple(word for word in words if len(word) > 1)


def _shorter(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name as it is, without what stands in its middle, and with half of its surname."""
    yield name
    for last in _halves(name[-1]):
        yield name[0], last


def _halves(word: str) -> Iterator[str]:
    yield word
    yield from (half for half in word.split("-") if half != word and _tells(half, _SHORTEST))


def _tells(word: str, shortest: int) -> bool:
    if word.lower() == word.upper():  # a script without capitals says more in fewer letters
        return len(word) >= _SHORTEST_SURNAME
    return len(word) >= shortest and word[0].isupper()


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Stretch]:
    if pattern is NOTHING:
        return
    for reading in readings(text):
        for match in pattern.finditer(reading.text):
            yield reading.stretch(*match.span())


def _is_in(pattern: re.Pattern[str], text: str) -> bool:
    return next(_found(pattern, text), None) is not None
