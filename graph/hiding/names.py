"""The words that name protected people, in every way in which they stand.

In capitals, run together in an address, the surname alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.masking import joined, masked, touches
from graph.model import EntityType, Stretch

_BETWEEN = r"(?:%20|[\W_]){0,3}"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Words may begin with a capital here whatever they are.
_OPENS = re.compile(r"(?:^|[.!?:\n“‘\"][”’)\]]?\s*)$")
_SHORTEST = 3
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


def called(names: Iterable[tuple[str, ...]], *, never: frozenset[str]) -> HiddenNames:
    """Return the hidden names of people who are called so, word by word, without their places.

    `never` are words that name nobody by themselves.
    """
    found = list(names)
    whole = frozenset(name for name in found if len(name) > 1)
    ends = {word for name in whole for word in (name[0], name[-1])}
    lone = ends | {name[0] for name in found if len(name) == 1}
    telling = frozenset(word for word in lone if _tells(word) and word not in never)
    surnames = frozenset(name[-1] for name in whole if name[-1] in telling)
    return HiddenNames(whole=whole, alone=telling, surnames=surnames)


def name_words(text: str) -> list[str]:
    """Return the words of a name without initials and the sign of possession."""
    found = [word.group().removesuffix("’s").removesuffix("'s") for word in _WORD.finditer(text)]
    return [word for word in found if len(word) > 1]


def elsewhere(text: str, hidden: HiddenNames, others: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield where a text has hidden names: whole, and in part where no other name stands.

    `others` are the stretches that name somebody or something else.
    """
    for match in hidden.whole_names.finditer(text):
        yield match.span()
    plain = frozenset(re.findall(r"\b[^\W\dA-Z_]+\b", text))
    for match in hidden.lone_words.finditer(text):
        if not touches(*match.span(), others) and not _is_common(text, match.span(), plain):
            yield match.span()


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper()


def _is_common(text: str, place: Stretch, plain: frozenset[str]) -> bool:
    """Whether it is a word like any other, with a capital because a sentence opens with it."""
    start, end = place
    opens = _OPENS.search(text, max(0, start - 8), start)
    return text[start:end].lower() in plain and opens is not None


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
