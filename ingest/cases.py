"""Mentions of cases: matters about people who are never identified.

A case is anonymous and protected from its first word. Its id comes from its place alone, and its
name holds only a number, words from a closed list and a head: no name, address, school or age.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.ids import placed_id
from graph.model import Entity
from ingest.case_phrases import CasePhrase, case_phrases
from ingest.ground import Found, flatten, mask_paragraphs
from ingest.lexicon.tables import words
from ingest.reading import Extent, Named, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The cases of a document; `subsets` are part and whole, by key, with the words of the part."""

    found: Found = field(default_factory=Found)
    subsets: tuple[tuple[str, str, Extent], ...] = ()


def find_cases(reading: Reading, mentions: Sequence[Named]) -> Cases:
    """Return the cases that a document speaks of; `mentions` are all others, left alone."""
    known: dict[str, CasePhrase] = {}
    found: list[Named] = []
    subsets: list[tuple[str, str, Extent]] = []
    for masked in mask_paragraphs(reading, flatten(mentions)):
        for phrase in case_phrases(masked):
            whole = _antecedent(phrase, known)
            key = _settle(reading, phrase, whole, known)
            if key is None:
                continue
            if phrase.part and whole is not None:
                subsets.append((key, whole, phrase.extent))
            found.append(Named(key=key, type="case", extent=phrase.extent, level="nominal"))
    entities = tuple(_entity(key, phrase) for key, phrase in known.items())
    return Cases(found=Found(entities=entities, mentions=tuple(found)), subsets=tuple(subsets))


def _entity(key: str, phrase: CasePhrase) -> Entity:
    return Entity(id=key, type="case", name=phrase.name, anonymous=True, protected=True)


def _settle(
    reading: Reading, phrase: CasePhrase, whole: str | None, known: dict[str, CasePhrase]
) -> str | None:
    """Return the key of the case a phrase speaks of, adding it to the known if it is new."""
    if whole is not None and not phrase.part:
        return whole
    if not (phrase.fresh or (phrase.part and whole is not None)):
        return None
    key = placed_id("case", reading.span(phrase.extent))
    known[key] = phrase
    return key


def _antecedent(phrase: CasePhrase, known: dict[str, CasePhrase]) -> str | None:
    """Return the latest case that a phrase looks back at, or that a part is counted from."""
    if not (phrase.looks_back or phrase.part):
        return None
    return next((key for key, other in reversed(known.items()) if _fits(phrase, other)), None)


def _fits(phrase: CasePhrase, other: CasePhrase) -> bool:
    if phrase.label or other.label:
        return phrase.label == other.label
    if phrase.plural != other.plural or other.part:
        return False
    if phrase.number and other.number and phrase.number != other.number and not phrase.part:
        return False
    if phrase.modifiers - other.modifiers - {"case"} and not phrase.part:
        return False
    heads = {phrase.head, other.head}
    studied = "case study" in heads and heads <= words("cases", "people") | {"case study"}
    return len(heads) == 1 or studied
