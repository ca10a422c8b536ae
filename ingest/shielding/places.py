"""Where somebody protected can be found: the school, nursery, club, workplace or street.

A school, a nursery or a home beside the child in one sentence is enough; another place must be
said to be theirs. Towns are left: many people live there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.hiding import POSTCODE, setting_heads
from ingest.names import Names
from ingest.names.lexicon import anonymous, words
from ingest.reading import Extent, Named, Reading
from ingest.shielding.in_order import InOrder
from ingest.shielding.spoken import REACH, Sentence, gap

# Kinds of places that tell who a child is by standing beside the child.
_TELLING = frozenset(["school", "nursery", "home"])
_KINDS_OF_BODIES = frozenset(["body", "company", "charity"])
_STREET, _POSTCODE, _BODY = "street", "postcode", "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch that names a place of some kind, with the keys of the entities it names."""

    extent: Extent
    kind: str
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A place that a sentence ties to somebody protected.

    `source`: to a source alone, whose workplace may be known while it is not known to be theirs.
    """

    place: Place
    sentence: Extent
    source: bool = False


def on_one_line(text: str, place: Place) -> str:
    """Return the name of a place, on one line and without a number before a street."""
    return re.sub(r"^\d+[A-Za-z]?,? ", "", " ".join(text[slice(*place.extent)].split()))


def tied(
    text: str, sentences: Iterable[Sentence], places: Sequence[Place]
) -> tuple[Tie, ...]:  # fmt: skip
    """Return the places that these sentences tie to the protected, in order."""
    placed = InOrder((place.extent, place) for place in places)
    return tuple(
        Tie(place=place, sentence=sentence.extent, source=source)
        for sentence in sentences
        for place in placed.inside(sentence.extent)
        if (source := _ties(text, sentence, place)) is not None
    )


def _ties(text: str, sentence: Sentence, place: Place) -> bool | None:
    """Return null for a place not tied to anybody, else whether to a source alone."""
    harmed = any(not one.source for one in sentence.meant)
    if harmed and place.kind in {*_TELLING, _POSTCODE}:
        return False
    start = max(sentence.extent.start, place.extent.start - REACH)
    theirs = _theirs().search(text, start, place.extent.start)
    if theirs is not None and _subject(sentence, theirs.start()):
        return not harmed
    for one in sentence.spoken:
        if gap(place.extent, one.extent) > REACH:
            continue
        between = text[one.extent.end : place.extent.start]
        after = text[place.extent.end : one.extent.start]
        if (between and _OF.fullmatch(between)) or (after and _OWNS.fullmatch(after)):
            return one.source
    return None


def _subject(sentence: Sentence, at: int) -> bool:
    """Whether the words at a place are said of somebody protected, not of another named before."""
    others = [named.extent.start for named in sentence.others if named.extent.start < at]
    spoken = [one.extent.start for one in sentence.spoken if one.extent.start < at]
    return not others or max(spoken, default=0) > max(others)


def find_settings(reading: Reading, names: Names) -> Iterator[Place]:
    """Yield every stretch that names such a place, by its last words or as a body in no table."""
    named = (*names.mentions, *names.masked)
    beside = InOrder((one.extent, one) for one in named if one.level == "name")
    seen: list[Extent] = []
    for match in _shapes().finditer(reading.text):
        kind = next(kind for kind, said in match.groupdict().items() if said is not None)
        extent = Extent(*match.span())
        touching = beside.touching(extent)
        if any(_bars(one, extent) for one in touching):
            continue
        keys = frozenset(one.key for one in touching if "." not in one.key)
        seen.append(extent)
        yield Place(extent=extent, kind=kind, keys=keys)
    shaped = InOrder((extent, extent) for extent in seen)
    for one in names.mentions:
        known = one.level == "name" and names.kinds.get(one.key) in _KINDS_OF_BODIES
        if known and "." not in one.key and not shaped.touching(one.extent):
            yield Place(extent=one.extent, kind=_BODY, keys=frozenset([one.key]))
    for match in POSTCODE.finditer(reading.text):
        yield Place(extent=Extent(*match.span()), kind=_POSTCODE)


def _bars(named: Named, extent: Extent) -> bool:
    """Whether what has another name here is no such place: a person, a body of the gazetteer."""
    if named.type == "person":
        return True
    return "." in named.key and named.extent.end >= extent.end


@cache
def _shapes() -> re.Pattern[str]:
    """“12 Alder Street”, “St Anne's Church of England Primary School”, by kind."""
    plain = words().openers - {"Old", "New"}
    openers = sorted(plain | {opener.upper() for opener in plain})
    word = rf"(?!(?:{'|'.join(openers)})\b)(?:St\.|[A-Z][\w’'&-]*)"
    inside = rf"{word}(?:[ \u00a0](?:(?:of|and|the|for|&)[ \u00a0])?{word}){{0,5}}?[ \u00a0]"
    street = rf"(?P<street>(?:\d{{1,4}}[A-Za-z]?,? )?{inside}(?:{_heads(_STREET)}))"
    others = [rf"(?P<{kind}>{inside}(?:{_heads(kind)}))" for kind in setting_heads()
              if kind != _STREET]  # fmt: skip
    ends = rf"(?![\w’'-]| (?:{_heads(*setting_heads())})\b)"
    return re.compile(rf"\b(?:{'|'.join((*others, street))}){ends}")


def _heads(*kinds: str) -> str:
    said = {head for kind in kinds for head in setting_heads()[kind]}
    heads = said | {head.upper() for head in said}
    return "|".join(re.escape(head) for head in sorted(heads, key=lambda head: (-len(head), head)))


# “Callum Brice, 9, of Alder Street”, “Callum Brice, a Bay Rovers”; “Bay Rovers player Callum”.
_OF = re.compile(
    r",?(?: (?:aged )?\d{1,3},?)? (?:of|from|at) (?:the )?"
    r"|,(?: (?:aged )?\d{1,3},)? (?:an? |the )(?:[a-z-]+ ){0,2}"
)
_OWNS = re.compile(r"(?:[’']s?)? (?:[a-z-]+ ){1,2}")


@cache
def _theirs() -> re.Pattern[str]:
    """Words right before a place that make it somebody's: “who works at”, “her club,”."""
    who = "|".join(sorted({*anonymous().roles, *words().roles, *_MEMBERS}))
    kinds = "|".join(_OWN_PLACES)
    return re.compile(
        rf"\b(?:(?:attend(?:s|ed|ing)?|join(?:s|ed|ing)?)"
        r"|(?:goes|going|go|went|gone|walk(?:s|ed|ing)?|sent|moved|belong(?:s|ed|ing)?|admitted"
        r"|transferred|returned|returns|returning) to"
        r"|(?:works?|worked|working|jobs?|employed|volunteer(?:s|ed|ing)?|train(?:s|ed|ing)?"
        r"|play(?:s|ed|ing)?|swims?|swam|danc(?:es|ed|ing)|lives?|lived|living|stay(?:s|ed|ing)?"
        r"|stud(?:ies|ied|ying)|enrolled|registered|placed|board(?:s|ed|ing)?|homes?|house|flat"
        r"|bungalow|address|worship(?:s|ped)?|apprenticeship|shifts?)(?: [a-z-]+){0,4}?"
        r" (?:at|by|for|in|with|on|from|near)"
        rf"|(?:{who}) (?:at|of|for|in|with|from)"
        rf"|(?:his|her|their|\w[’']s) (?:[a-z-]+ )?(?:{kinds}),?(?: is| was)?) (?:the )?\Z"
    )


_MEMBERS = (
    "pupil", "student", "boarder", "resident", "patient", "player", "apprentice", "trainee",
    "cleaner", "goalkeeper", "captain", "cadet", "volunteer", "customer", "tenant",
)  # fmt: skip
_OWN_PLACES = (
    "school", "nursery", "college", "club", "employer", "workplace", "church", "home", "address",
    "team", "gym", "street", "road", "house", "flat",
)  # fmt: skip
