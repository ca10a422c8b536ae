"""Who is named as somebody's of the protected: “her mother, Ann Kell”, “Jonas Pell, father of …”.

Such a name tells who the victim or the child is, whatever its bearer says in public and whatever
post they have. So does the name of a child's teacher.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ingest.names import Names
from ingest.names.harm import harms
from ingest.names.lexicon import anonymous
from ingest.reading import Extent, Named, Reading
from ingest.shielding.spoken import REACH, Sentence, gap

_GENDERS = {"his": "male", "her": "female"}
_WORDS = r"(?:(?!(?:and|or|but|who|which|that|said|says|told)\b)[\w’'-]+ ){0,3}"
_AGED = r"(?:,? \(?(?:aged )?\d{1,3}\)?)?"
_HIS = r"(?:his|her|their|whose)"
_CHILD = r"(?P<child>[A-Z][\w’-]+(?: [A-Z][\w-]+)?)"
_COUPLE = r"(?:[A-Z][\w-]+ and )?"
_ASIDE = re.compile(rf"{_AGED}, (?:(?:the|a) )?")
_AFTER_WHOM = re.compile(rf"{_AGED},? ")

Ties = Mapping[str, str]
"""The general words for people by their keys."""


def relatives(reading: Reading, names: Names, sentences: Sequence[Sentence]) -> Ties:
    """Return everybody named as a relative of the protected, or of somebody harmed."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for named in sentence.others:
            tie = _whose(reading.text, sentence, named.extent)
            if tie is not None and named.level == "name":
                found.setdefault(named.key, _described(*tie))
        for named, kin, phrase in _whose_pronoun(reading.text, names, sentence):
            found.setdefault(named.key, _described(kin, phrase))
    for named in _people(names):
        after = _whose_kin().match(reading.text, named.extent.end)
        if after is not None and harms(reading.text, after.end()):
            phrase = anonymous().protected["victim"]
            found.setdefault(named.key, _described(after["kin"], phrase))
    return found


def told_elsewhere(
    reading: Reading, names: Names, sentences: Sequence[Sentence]
) -> Iterator[tuple[Named, Extent, str]]:
    """Yield who is named as the relative of a name, where the text has one such of a victim.

    “Father of victim speaks” makes Aidan of “Jonas Pell, father of Aidan” the victim: yields
    Jonas Pell, the stretch of Aidan, and the general words for the former.
    """
    text = reading.text
    known = {_sort(kin): phrase for kin, phrase in _unnamed(text, sentences)}
    if not known:
        return
    for named in _people(names):
        before = max(0, named.extent.start - REACH)
        for match in (
            _of_child().match(text, named.extent.end),
            _child_first().search(text, before, named.extent.start),
        ):
            whose = known.get(_sort(match["kin"])) if match is not None else None
            if match is not None and whose is not None:
                yield named, Extent(*match.span("child")), _described(match["kin"], whose)


def unproved(reading: Reading, names: Names, sentences: Iterable[Sentence]) -> Iterator[Extent]:
    """Yield capitalised words that stand like a relative's name and are no name that was found."""
    taken, text = (*names.mentions, *names.masked), reading.text
    for sentence in sentences:
        for match in _his_unproved().finditer(text, *sentence.extent):
            name = Extent(*match.span("child"))
            known = any(named.extent.touches(name) for named in taken)
            if not known and (" " in match["child"] or text.startswith(" and ", name.end)):
                yield name


def _whose_pronoun(text: str, names: Names, sentence: Sentence) -> Iterator[tuple[Named, str, str]]:
    """Yield whom “her” may mean in “… that her son [Tom]”: all before it who fit."""
    for one in sentence.spoken:
        start = max(sentence.extent.start, one.extent.start - REACH)
        his = _his_then().search(text, start, one.extent.start)
        if his is None or one.source:
            continue
        gender = _GENDERS.get(his["his"].lower())
        for named in sentence.others:
            fits = gender in {None, names.genders.get(named.key, gender)}
            if named.extent.end <= his.start() and named.level == "name" and fits:
                yield named, his["kin"], anonymous().kin


def better_known(reading: Reading, names: Names, sentences: Iterable[Sentence]) -> Ties:
    """Return the words for those whom a shared surname made relatives, where the text has some."""
    kin = {one.id for one in names.entities if one.protected and one.name == anonymous().kin}
    hidden = [named for named in names.masked if named.key in kin]
    found: dict[str, str] = {}
    for sentence in sentences if hidden else ():
        for named in hidden:
            if named.extent.within(sentence.extent):
                tie = _whose(reading.text, sentence, named.extent)
                if tie is not None:
                    found.setdefault(named.key, _described(*tie))
    return found


def _people(names: Names) -> Iterator[Named]:
    hidden = {entity.id for entity in names.entities if entity.protected}
    for named in names.mentions:
        if named.type == "person" and named.level == "name" and named.key not in hidden:
            yield named


def _sort(relation: str) -> str:
    """Return what is the same relation: “mum” and “mother”; a sister is no daughter."""
    general = anonymous().relations[relation.lower()]
    return relation.lower() if general == "relative" else general


def _described(relation: str, of: str) -> str:
    """Return general words for a relative: “the mother of a child”, of most only that."""
    general = anonymous().relations[relation.lower()]
    told = of in anonymous().protected.values() and general != "relative"
    return f"the {general} of {of}" if told else anonymous().kin


def _unnamed(text: str, sentences: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    """Yield the relatives of whom the text speaks by those words alone, with whose they are."""
    for sentence in sentences:
        for one in sentence.spoken:
            of = _led().search(text, max(0, one.extent.start - REACH), one.extent.start)
            owned = _owned().match(text, one.extent.end)
            for match in (of, owned):
                if match is not None and not one.source:
                    yield match["kin"].lower(), one.phrase


def _whose(text: str, sentence: Sentence, name: Extent) -> tuple[str, str] | None:
    """Return the word for the relation and the general words for whose relative it is."""
    harmed = [one for one in sentence.meant if not (one.source or one.extent.touches(name))]
    for one in harmed:
        match = _tied(text, one.extent, name) if gap(one.extent, name) < REACH else None
        if match is not None:
            return match["kin"], one.phrase
    earlier = [one for one in harmed if one.extent.start < name.start]
    start = max(sentence.extent.start, name.start - REACH)
    pronoun = _his_before().search(text, start, name.start)
    pronoun = pronoun or _his_after().match(text, name.end, sentence.extent.end)
    return (pronoun["kin"], earlier[-1].phrase) if pronoun is not None and earlier else None


def _tied(text: str, protected: Extent, name: Extent) -> re.Match[str] | None:
    """Return how the words between a name and somebody protected make the one a relative."""
    if name.end <= protected.start:
        between = text[name.end : protected.start]
        if _ASIDE.fullmatch(between) and (owned := _owned().match(text, protected.end)):
            return owned
        shapes = (_kin_of(), _with_his(), _owned_then())
        return next(filter(None, (shape.fullmatch(between) for shape in shapes)), None)
    between = text[protected.end : name.start]
    if _AFTER_WHOM.fullmatch(between):
        return _led().search(text, max(0, protected.start - REACH), protected.start)
    return _owned_then().fullmatch(between)


def _pattern(shape: str) -> re.Pattern[str]:
    nouns = sorted(anonymous().relations, key=len, reverse=True)
    return re.compile(shape.replace("KIN", rf"(?P<kin>(?i:{'|'.join(map(re.escape, nouns))}))\b"))


@cache
def _kin_of() -> re.Pattern[str]:
    """“Ann Kell, 40, mother of [the victim]”."""
    return _pattern(rf"{_AGED},? (?:who (?:is|was) )?{_WORDS}KIN(?:[- ][\w-]+)? of {_WORDS}")


@cache
def _with_his() -> re.Pattern[str]:
    """“Ann Kell, whose daughter, [Lily]”, “Ann Kell and her son [Tom]”."""
    return _pattern(rf"{_AGED},?(?: and| with)? {_HIS} {_WORDS}KIN,? {_WORDS}")


@cache
def _owned() -> re.Pattern[str]:
    """Read “[the victim]'s father”."""
    return _pattern(rf"[’']s? {_WORDS}KIN")


@cache
def _owned_then() -> re.Pattern[str]:
    """Read “[the victim]'s father, Jonas Pell”."""
    return _pattern(rf"[’']s? {_WORDS}KIN(?: and {_WORDS}\w+)?{_AGED},? {_COUPLE}")


@cache
def _led() -> re.Pattern[str]:
    """“Mother of [Tom Reed]”."""
    return _pattern(rf"\bKIN of {_WORDS}\Z")


@cache
def _his_before() -> re.Pattern[str]:
    """“her mother, Ann Kell”, “foster carers Jo and Ann Pike”."""
    at = r"(?: at [^,;.]{2,60})?"
    return _pattern(rf"(?i:\b(?:{_HIS} {_WORDS}|foster ))KIN{at}{_AGED},? {_COUPLE}\Z")


@cache
def _his_unproved() -> re.Pattern[str]:
    return _pattern(rf"(?i:\b{_HIS}|[’']s) {_WORDS}KIN{_AGED},? {_CHILD}")


@cache
def _his_then() -> re.Pattern[str]:
    """“… told the inquest that her son [Tom]”."""
    return _pattern(rf"(?i:\b(?P<his>his|her|their)) {_WORDS}KIN,? \Z")


@cache
def _his_after() -> re.Pattern[str]:
    """“Ann Kell, her mother”."""
    return _pattern(rf"{_AGED}, {_HIS} {_WORDS}KIN")


@cache
def _whose_kin() -> re.Pattern[str]:
    """“Ann Kell, whose daughter [was abused]”, “Ann Kell, mother of a girl who [was abused]”."""
    return _pattern(rf"{_AGED},? (?:whose )?{_WORDS}KIN(?: of an? {_WORDS}[a-z-]+)?")


@cache
def _of_child() -> re.Pattern[str]:
    return _pattern(rf"{_AGED},? (?:who (?:is|was) )?(?:the )?KIN of {_CHILD}")


@cache
def _child_first() -> re.Pattern[str]:
    return _pattern(rf"{_CHILD}[’']s KIN{_AGED},? \Z")
