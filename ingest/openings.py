"""How a sentence opens: with a pronoun, or with somebody or something that no table of names knows.

What opens a sentence is who or what the next “she” or “it” goes back to; when it is unknown, it
must not be jumped over to a name that happens to stand elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.lexicon.tables import words as small
from ingest.names.lexicon import anonymous, words
from ingest.reading import Extent, Named

_LEAD = (
    r"(?:\d+(?:\.\d+)*\.? )?(?:(?:But|And|However|Meanwhile|Yet|Later|Then|Today|Earlier),? )?"
    r"(?:(?:In|On|At|Last|Since|After|During|By|For|Under|Until|Before|Asked)\b[^,.;“”]{0,60}, )?"
)
SUBJECTS = re.compile(rf"{_LEAD}(?P<pronoun>(?i:he|she|it|they|we|i))\b(?!['’]s )")
_NOUNS = re.compile(
    rf"{_LEAD}(?P<article>(?i:the|this|that|an?|its|his|her|their|our|my|another|one))"
    r"(?P<nouns>(?: [a-z][\w’'-]*){1,6})"
)
LEAD = re.compile(_LEAD)
_SMALL = frozenset(
    ["of", "for", "from", "in", "at", "on", "by", "with", "about", "to", "into", "who", "which"]
)
_ENDED = frozenset(["that", "whose", "when", "while", "after", "as", "into", "against", "and"])
_PERSONAL = re.compile(r"\w{3,}(?:er|or|ist|man|woman|ian|ant|ee)$")
_COMMA = len(", ") + 1  # how far a name stands from what describes it, with its own first letter
_WORD = re.compile(r"[\w’'-]+")
_NAME = re.compile(
    rf"{_LEAD}(?P<name>[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z])*)"
    r"(?:, (?:an?|the|who|whose|of|\d\d)\b| (?P<verb>[a-z]+)\b)"
)


def opening_noun(sentence: str) -> str | None:
    """Return the lower-case noun that a sentence opens with (“panel” of “The panel said”)."""
    nouns = _opening(sentence)
    return nouns.split()[-1] if nouns else None


def _opening(sentence: str) -> str:
    match = _NOUNS.match(sentence)
    return "" if match is None else sentence[match.start("nouns") : _end_of_nouns(match)]


def _end_of_nouns(match: re.Match[str]) -> int:
    end = match.start("nouns")
    for word in _WORD.finditer(match.string, end, match.end()):
        verb = end > match.start("nouns") and word.group() in words().speech | words().follow
        if verb or word.group() in _SMALL | _ENDED:
            break
        end = word.end()
    return end


def opens_with_stranger(text: str, sentence: Extent, known: Sequence[Named]) -> bool:
    """Return whether a sentence opens with somebody who is none of the people known in it.

    A common noun (“a bargee”, without her name right beside it) or a bare name (“Feld called …”).
    """
    nouns = _NOUNS.match(text, sentence.start, sentence.end)
    if nouns is not None:
        phrase = Extent(nouns.start("nouns"), _end_of_nouns(nouns))
        beside = Extent(nouns.start("article") - _COMMA, phrase.end + _COMMA)
        return _is_human(text[slice(*phrase)].split()) and not _names(known, beside, "person")
    name = _NAME.match(text, sentence.start, sentence.end)
    return name is not None and _is_stranger(name, known)


def _names(known: Sequence[Named], extent: Extent, type_: str = "") -> bool:
    return any(n.extent.touches(extent) and type_ in (n.type, "") for n in known)


def _is_stranger(opening: re.Match[str], known: Sequence[Named]) -> bool:
    if _names(known, Extent(*opening.span("name"))) or not is_bare_name(opening["name"]):
        return False
    verb = opening["verb"]
    acts = verb is None or verb in words().speech | words().follow | small("grammar", "past")
    if not acts and not verb.endswith("ed"):
        return False
    plural = opening["name"].endswith("s")  # “Residents called …”, unless “of Hughes” stands too
    return not plural or re.search(rf"[a-z,] {opening['name']}\b", opening.string) is not None


def opens_with_several(sentence: str) -> bool:
    """Return whether a sentence opens with several whom a noun names: “Critics”, “The tenants”."""
    first = _WORD.match(sentence)
    noun = opening_noun(sentence) or (first.group() if first else "")
    return noun.lower() in _plurals() or (noun.endswith("s") and noun not in words().openers)


def bare_names(text: str, sentence: Extent, known: Sequence[Named]) -> Iterator[Extent]:
    """Yield where words stand that only a name can be, and that name nothing known."""
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        extent = Extent(*match.span())
        shouted = match.group().isupper()
        if not shouted and is_bare_name(match.group()) and not _names(known, extent):
            yield extent


def is_bare_name(phrase: str) -> bool:
    """Return whether a phrase begins with a capital that only a name can have there."""
    first = _WORD.match(phrase)
    if first is None or not first.group()[0].isupper():
        return False
    table = words()
    word = first.group()
    return word not in table.openers | table.never and word.lower() not in _plurals()


def is_human(phrase: str) -> bool:
    """Return whether a phrase without a name is somebody: “a former bargee”, “her mother”."""
    return _is_human(_opening(phrase).split())


def _is_human(nouns: list[str]) -> bool:
    if not nouns:
        return False
    personal = _PERSONAL.match(nouns[-1]) and nouns[-1] not in small("grammar", "things")
    return bool(personal) or not _people().isdisjoint(nouns)


@cache
def _plurals() -> frozenset[str]:
    return small("grammar", "plural_speakers")


@cache
def _people() -> frozenset[str]:
    table = anonymous()
    known = {*table.protected, *table.roles, *table.spokes, *table.groups}
    return frozenset(known) | words().roles | words().relatives | words().introducers
