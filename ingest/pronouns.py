"""Whom “he”, “she”, “they” and “who” mean: the nearest person who fits, else nobody.

In doubt nobody is meant: whoever is nearer and not known is never passed over for a name.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.field import Field, Heard, Seen, look
from ingest.names.lexicon import anonymous, words
from ingest.openings import (
    SUBJECTS,
    bare_names,
    is_bare_name,
    is_human,
    opens_with_several,
    opens_with_stranger,
)
from ingest.reading import Extent, Named

_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
PRONOUNS = frozenset([*_GENDERS, "they", "their", "it", "its", "who"])
_SEVERAL = frozenset(["they", "their"])
_JOINED = 90
_WHOSE = re.compile(r"[’']s?(?!\w)")


def antecedents(
    field: Field, pronoun: Extent, outer: Extent | None = None, heard: Sequence[Heard] = ()
) -> tuple[Named, ...]:
    """Return whom a pronoun of a person at this place means; empty where that is not clear.

    `outer`: the quotation it stands in; then only its words are looked at. `heard`: who spoke
    before. Nobody is sought beyond somebody nearer who is not known.
    """
    word = field.reading.words(pronoun).lower()
    if word == "who":
        return _before_who(field, pronoun)
    for sentence in field.back(pronoun, outer):
        seen = look(field, pronoun, sentence, outer, heard)
        several = word in _SEVERAL
        meant = _several(field, seen, word) if several else _settled(field, seen, word)
        if meant is not None:
            return () if _after_a_body(field, pronoun, sentence, heard) else meant
    return ()


def _settled(field: Field, seen: Seen, word: str) -> tuple[Named, ...] | None:
    """Return whom “he” or “she” means as far as a sentence tells; null: look further back."""
    fitting = [n for n in seen.found if n.type == "person" and _agrees(field, n, word)]
    opening = _opening_pronoun(field, seen.sentence)
    goes_on = _GENDERS.get(opening, "none") == _GENDERS[word]
    if goes_on and fitting and _joins_others(field, seen.sentence, fitting):
        return ()
    if any(_may_be(field, one, word) for one in seen.spoke if not one.keys):
        return ()
    again = _again(field, seen, word)
    if again or goes_on:
        return again or None
    speaking = _speaking(seen, fitting)
    if speaking:
        return (speaking[0],)
    if _stranger(field, seen, fitting):
        return ()
    return _meant(field, seen.sentence, fitting, word) if fitting else None


def _stranger(field: Field, seen: Seen, fitting: Sequence[Named]) -> bool:
    """Whether somebody unknown opens the sentence or, beside the pronoun, stands in it alone."""
    text = field.reading.text
    if not seen.quoted and opens_with_stranger(text, seen.sentence, seen.found):
        return True
    if fitting or not seen.beside:
        return False
    names = bare_names(text, seen.sentence, seen.found)
    return any(not field.is_quoted(name) for name in names)


def _may_be(field: Field, unresolved: Heard, word: str) -> bool:
    """Whether the pronoun may mean a source of which nobody knows who it is."""
    source = field.reading.words(unresolved.source)
    if source.lower() in PRONOUNS:
        return _GENDERS.get(source.lower()) == _GENDERS.get(word)
    return word in _SEVERAL or is_bare_name(source) or is_human(source)


def _again(field: Field, seen: Seen, word: str) -> tuple[Named, ...]:
    """Return who spoke last in the sentence where a pronoun like this one named them there."""
    last = seen.spoke[-1] if seen.spoke else None
    if last is None or len(last.keys) != 1:
        return ()
    same = _GENDERS.get(field.reading.words(last.source).lower()) == _GENDERS[word]
    before = [n for n in field.mentions if n.key == last.keys[0] and n.extent < last.source]
    return (before[-1],) if same and before else ()


def _after_a_body(field: Field, pronoun: Extent, sentence: Extent, heard: Sequence[Heard]) -> bool:
    """Whether a body speaks in the pronoun's paragraph, and the sentence stands before that."""
    own = field.own_paragraph(pronoun)
    bodies = (h for h in heard if h.keys and h.source.within(own) and not h.document)
    return not sentence.within(own) and any(
        all(field.names.entity(key).type == "organisation" for key in one.keys) for one in bodies
    )


def is_beside(
    field: Field, pronoun: Extent, meant: Sequence[Named], heard: Sequence[Heard]
) -> bool:
    """Return whether those meant are named in the pronoun's paragraph, and nobody comes between.

    Nobody else is named there whom it may mean, and nobody else spoke since.
    """
    word = field.reading.words(pronoun).lower()
    before = Extent(field.own_paragraph(pronoun).start, pronoun.start)
    types, keys = {named.type for named in meant}, {named.key for named in meant}
    named = {
        n.key
        for n in field.outside_quotations(field.inside(before))
        if n.type in types and _agrees(field, n, word)
    }
    spoke = [set(one.keys) for one in heard if one.source.within(before)]
    return keys == named and (not spoke or spoke[-1] == keys)


def _speaking(seen: Seen, fitting: Sequence[Named]) -> list[Named]:
    """Return the one who speaks in the sentence, where nobody else does: she goes on."""
    keys = {key for one in seen.spoke for key in one.keys}
    spoke = [named for named in fitting if named.key in keys]
    return spoke if len(keys) == 1 else []


def _opening_pronoun(field: Field, sentence: Extent) -> str:
    match = SUBJECTS.match(field.reading.text, sentence.start, sentence.end)
    return match["pronoun"].lower() if match is not None else ""


def _joins_others(field: Field, sentence: Extent, fitting: Sequence[Named]) -> bool:
    """Whether the sentence opens with “She and …” and another woman."""
    before = field.reading.words(Extent(sentence.start, fitting[0].extent.start))
    return " and " in f"{before} " and len(before) < _JOINED and not _verbs(before)


def _agrees(field: Field, named: Named, word: str) -> bool:
    """Whether the person may be meant: “Roe's deputy” means no Roe."""
    wanted = _GENDERS.get(word, "either")
    owns = _WHOSE.match(field.reading.text, named.extent.end)
    return owns is None and wanted in ("either", field.names.genders.get(named.key, wanted))


def _meant(field: Field, sentence: Extent, fitting: list[Named], word: str) -> tuple[Named, ...]:
    """Return the only one who fits, or the subject of the sentence if it stands there alone."""
    if len({named.key for named in fitting}) == 1:
        return (fitting[0],)
    if _joined_people(field, fitting):
        return ()
    first = fitting[0]
    if _opens(field, sentence, first):
        return (first,)
    settled = [n for n in fitting if field.names.genders.get(n.key) == _GENDERS[word]]
    return (settled[0],) if len({named.key for named in settled}) == 1 else ()


def _opens(field: Field, sentence: Extent, named: Named) -> bool:
    """Whether nothing but a role stands between the start of the sentence and the name."""
    before = field.reading.words(Extent(sentence.start, named.extent.start))
    table = words().roles | words().role_parts | {"the", "of", "and", "but"}
    spoken = set(re.findall(r"[\w’'-]+", before))
    owners = {word for word in spoken if word.endswith(("'s", "’s"))}
    opening = words().openers
    small = {word.lower() for word in spoken - owners if word in opening or not word[0].isupper()}
    return table.issuperset(small) and not (owners and "," not in before)


def _several(field: Field, seen: Seen, word: str) -> tuple[Named, ...] | None:
    """Return two people joined by “and”, the latest of the sentence, or a group; null: go back."""
    if any(_may_be(field, one, word) for one in seen.spoke if not one.keys):
        return ()
    found = seen.found
    if seen.beside and not found and opens_with_several(field.reading.words(seen.sentence)):
        return ()
    pair = _joined_people(field, found)
    if pair:
        return pair
    groups = {
        named.key: named
        for named in found
        if named.type == "person"
        and field.reading.words(named.extent).split()[-1].lower() in anonymous().groups
    }
    if not found:
        return None
    return tuple(groups.values()) if len(groups) == 1 and len(found) == 1 else ()


def _joined_people(field: Field, found: Sequence[Named]) -> tuple[Named, ...]:
    people = [named for named in found if named.type == "person" and named.level != "pronoun"]
    for one, other in reversed(list(pairwise(people))):
        between = field.reading.words(Extent(one.extent.end, other.extent.start))
        joined = len(between) < _JOINED and " and " in f"{between} "
        if one.key != other.key and joined and not _verbs(between):
            return (one, other)
    return ()


def _verbs(between: str) -> bool:
    """Whether a verb stands there, so that “and” joins sentences and not people."""
    table = words().speech | words().follow
    spoken = set(re.findall(r"[a-z]+", between)) - {"and", "then", "first", "also", "who"}
    return not table.isdisjoint(spoken)


def _before_who(field: Field, pronoun: Extent) -> tuple[Named, ...]:
    """Return the mention that “who” follows."""
    found = field.inside(_sentence_before(field, pronoun))
    if not found:
        return ()
    between = field.reading.words(Extent(found[-1].extent.end, pronoun.start))
    if between.strip() in ("", ","):
        return (found[-1],)
    people = [named for named in found if named.type == "person"]
    again = " who " in between and len({named.key for named in people}) == 1
    return (people[0],) if again else ()


def _sentence_before(field: Field, pronoun: Extent) -> Extent:
    """Return the part of the pronoun's sentence that stands before it."""
    found = field.back(pronoun, None)
    return found[0] if found else Extent(pronoun.start, pronoun.start)
