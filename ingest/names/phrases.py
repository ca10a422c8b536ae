"""An index of phrases by their first word, so that thousands of names cost one look-up a word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.names.scan import Word

Payload = TypeVar("Payload")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|&")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Payload]):
    """The words of a phrase; `comma`: one may stand between them."""

    words: tuple[str, ...]
    comma: bool
    payload: Payload


class PhraseIndex(Generic[Payload]):
    """Phrases to look for. They are matched with their case; longer ones come first."""

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        self._heads: dict[str, list[Phrase[Payload]]] = {}
        for text, payload in phrases:
            words = tuple(_WORD.findall(text.replace("’", "'")))
            for first in _firsts(words):
                phrase = Phrase((first, *words[1:]), "," in text, payload)
                self._heads.setdefault(first, []).append(phrase)
        for group in self._heads.values():
            group.sort(key=lambda phrase: -len(phrase.words))

    def find(self, words: tuple[Word, ...]) -> Iterator[tuple[int, int, Payload]]:
        """Yield (first word, word after, payload) of the longest phrases at each word."""
        heads = self._heads
        for number, word in enumerate(words):
            group = heads.get(word.text) or heads.get(word.bare)
            if group is not None:
                for phrase in group:
                    if _stands(phrase, words, number):
                        yield number, number + len(phrase.words), phrase.payload
                        break


def _firsts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of the first word: “The Guardian” is also “the Guardian”."""
    return ("The", "the") if words[0] == "The" else words[:1]


def _stands(phrase: Phrase[Payload], words: tuple[Word, ...], number: int) -> bool:
    last = number + len(phrase.words) - 1
    if last >= len(words) or phrase.words[-1] not in (words[last].text, words[last].bare):
        return False
    for word, wanted in zip(words[number:last], phrase.words, strict=False):
        if word.text != wanted:
            return False
    return all(_joined(word.joined, phrase.comma) for word in words[number + 1 : last + 1])


def _joined(gap: str, comma: bool) -> bool:
    if gap in (" ", "-", "", "’ ", "' "):
        return True
    return (gap.isspace() and gap.count("\n") < 2) or (comma and gap == ", ")
