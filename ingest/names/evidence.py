"""What proves that capitalised words are somebody's name: a title, a role, a verb, a form.

Capitals alone prove nothing, and in a headline only a title, a label or a known given name do.
"""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from ingest.names.beside import beside_role, signs
from ingest.names.harm import harms
from ingest.names.lexicon import anonymous, given_names, patterns, words
from ingest.names.scan import Scan, Word
from ingest.reading import Extent

_AGED = re.compile(r",? (?:aged )?\(?\d{1,3}\)?(?:,|\.|;| (?:and|from|of|said|told|who|was)\b)")
_BYLINE = re.compile(r"\n[A-Z][^\n.:;,]{2,60}(?:\n|\Z)")
_CLAN = re.compile(r"(?:Mc|Mac|O'|O’|Fitz)[A-Z]")
_ASIDE = re.compile(r",[^,.;:\n“”\"]{3,60}, (?P<verb>\w+)")
_PARTS = 4
_REACH = 40


class Segment(NamedTuple):
    """Words `first` to `after` that may be a name; titles before them begin at `lead`."""

    lead: int
    first: int
    after: int
    end: int


def is_person(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    """Return whether a segment is proved to be a person's name.

    `alone`: words of the document that stand alone before a verb of speech.
    """
    length = length_of(scan.words[segment.first : segment.after])
    if length > _PARTS or len(scan.words[segment.after - 1].bare) < 2:
        return False
    if segment.first > segment.lead:
        return not _is_place(scan, segment)
    if length == 1:
        return _aged_given(scan, segment)
    return not _is_body(scan, segment) and _named_or_shown(scan, segment, alone)


def _named_or_shown(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    if _labels(scan, segment) or beside_role(scan.reading.text, extent_of(scan, segment)):
        return True
    if any(scan.words[segment.first].start in extent for extent in _ranges(scan)):
        return False
    return known_given(scan, segment.first) or _shown(scan, segment, alone)


def _shown(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    """Whether something beside or in the name makes it one, though no word of it is known."""
    name = scan.words[segment.first : segment.after]
    shouted = name[0].bare.isupper() and len(name[0].bare) > 1
    unlike = name[0].bare in patterns().places.all or name[0].bare in words().qualifiers
    if unlike or shouted or _is_part(scan, segment):
        return False
    return (
        segment.end > segment.after
        or _formed(name)
        or _AGED.match(scan.reading.text, scan.words[segment.end - 1].end) is not None
        or _introduced(scan, segment)
        or _shielded(scan, segment)
        or _speaks(scan, segment)
        or _speaks_elsewhere(scan, segment, alone)
    )


def _aged_given(scan: Scan, segment: Segment) -> bool:
    """Whether a given name stands alone with an age: “Nadia, 20, who …”."""
    following = _AGED.match(scan.reading.text, scan.words[segment.end - 1].end)
    return following is not None and known_given(scan, segment.first)


def _is_part(scan: Scan, segment: Segment) -> bool:
    """Whether more belongs to it: “the Daily X”, “Women's Aid X”, a seat before “MP Ann Roe”."""
    before = scan.words[segment.lead - 1] if segment.lead else None
    if before is not None and scan.words[segment.lead].joined == " ":
        owner = before.possessive and before.capital and not scan.words[segment.lead].opens
        if owner or before.text.lower() == "the":
            return True
    following = scan.words[segment.end : segment.end + 1]
    seat = segment.end > segment.after and following and following[0].joined == " "
    return bool(seat) and following[0].capital


def length_of(words_: tuple[Word, ...]) -> int:
    """Count the parts of a name: particles and what follows a hyphen add nothing."""
    later = words_[1:]
    return 1 + sum(w.joined != "-" and w.text not in words().particles for w in later)


def extent_of(scan: Scan, segment: Segment) -> Extent:
    """Return the stretch of a segment with its titles and the letters after it."""
    return scan.extent(segment.lead, segment.end)


def known_given(scan: Scan, number: int) -> bool:
    """Return whether the word is a given name of the table."""
    return unaccented(scan.words[number].text) in given_names()


def unaccented(name: str) -> str:
    """Return the name without accents, for looking it up."""
    if name.isascii():
        return name
    return "".join(c for c in normalize("NFKD", name) if not combining(c))


@cache
def _bodily() -> frozenset[str]:
    heads = {head.split()[-1] for shape in patterns().organisations for head in shape.heads}
    return words().bodily | heads | words().never


def _is_body(scan: Scan, segment: Segment) -> bool:
    """Whether it ends in a word that names of bodies and places end in, or joins with “&”."""
    name = scan.words[segment.first : segment.after]
    last = name[-1].bare
    owned = last in words().surnames_too and known_given(scan, segment.first)
    return (last in _bodily() and not owned) or any(word.text == "&" for word in name)


def _formed(name: tuple[Word, ...]) -> bool:
    """Whether its form is a name's: a double surname, an accent, “O'”, “Mc”, an initial."""
    doubled = len(name) > 2 and name[-1].joined == "-" and name[-1].capital
    initial = any(len(word.bare) == 1 for word in name[1:-1])
    accented = not all(word.text.isascii() for word in name)
    return doubled or initial or accented or _CLAN.match(name[-1].text) is not None


def _introduced(scan: Scan, segment: Segment) -> bool:
    """Whether “contact”, “neighbour” or a line's “By” stands before, or a post on a line below."""
    before = scan.words[segment.lead - 1] if segment.lead else None
    opening = scan.words[segment.lead]
    if before is not None and before.text.lower() in words().introducers:
        close = opening.joined in (" ", ": ", "\u00a0", ", ")
        by = before.text.lower() == "by"
        return close and (not by or _own_line(scan, before.start, segment))
    return _own_line(scan, opening.start, segment) and _under_role(scan, segment)


@cache
def _role_before() -> re.Pattern[str]:
    nouns = "|".join(sorted(anonymous().protected))
    alone = "|".join(sorted(words().callings))
    named = r"(?: (?:of|aged) \d{1,2})?, | (?:named|called|known as|identified as) "
    return re.compile(rf"(?i)\b(?:(?:{nouns})(?:{named})|(?:{alone}) )$")


def _shielded(scan: Scan, segment: Segment) -> bool:
    """Whether words for a victim or a child stand before, or what was done to them after."""
    text, start = scan.reading.text, scan.words[segment.lead].start
    before = text[max(0, start - _REACH) : start]
    return bool(_role_before().search(before)) or harms(text, scan.words[segment.end - 1].end)


def _own_line(scan: Scan, start: int, segment: Segment) -> bool:
    """Whether a line begins at `start`, and holds little after the name."""
    text, end = scan.reading.text, scan.words[segment.end - 1].end
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    line_end = text.find("\n", end)
    rest = text[end : len(text) if line_end < 0 else line_end].strip()
    return begins and (not rest or rest.startswith((",", "|")) or rest.lower().startswith("and "))


def _under_role(scan: Scan, segment: Segment) -> bool:
    """Whether the next line is a post: “Health correspondent”, “Chief Executive”."""
    line = _BYLINE.match(scan.reading.text, scan.words[segment.end - 1].end)
    return line is not None and not words().roles.isdisjoint(line.group().lower().split())


def _is_place(scan: Scan, segment: Segment) -> bool:
    name = " ".join(word.bare for word in scan.words[segment.first : segment.after])
    return name in patterns().places.all and segment.first - segment.lead == 1 and len(name) > 0


def _ranges(scan: Scan) -> list[range]:
    return [range(*extent) for extent in scan.titled]


def _labels(scan: Scan, segment: Segment) -> bool:
    """Whether it stands after “name:” or a letter's close, or labels a turn: “Ann Roe: …”."""
    text, start = scan.reading.text, scan.words[segment.lead].start
    line = text[text.rfind("\n", 0, start) + 1 : start].strip().lower()
    end = scan.words[segment.end - 1].end
    if line.endswith("name:"):
        return True
    return not line and (text[end : end + 1] == ":" or signs(text, start))


def _speaks(scan: Scan, segment: Segment) -> bool:
    """Whether a verb of speech stands right beside: “…,” said Nnamdi Okereke; N O, a cook, said."""
    speech, text = words().speech, scan.reading.text
    end = scan.words[segment.end - 1].end
    following = scan.words[segment.end : segment.end + 1]
    if following and following[0].text in speech and following[0].joined == " ":
        return True
    aside = _ASIDE.match(text, end)
    if aside is not None and aside["verb"] in speech:
        return True
    before = scan.words[segment.lead - 1] if segment.lead else None
    beside = before is not None and scan.words[segment.lead].joined == " "
    return beside and before is not None and before.text in speech and _closes(text, end)


def _closes(text: str, end: int) -> bool:
    """Whether the name ends its clause: “said Nnamdi Okereke, …”, not “called North Ridge was”."""
    return text[end : end + 1] in (",", ".", ":", ";", "\n", "") or text.startswith(" of ", end)


def _speaks_elsewhere(scan: Scan, segment: Segment, alone: frozenset[str]) -> bool:
    """Whether its last word stands alone and speaks elsewhere, and here it does too."""
    if scan.words[segment.after - 1].bare not in alone:
        return False
    beside = [scan.words[segment.first - 1].text] if segment.first else []
    beside += [word.text for word in scan.words[segment.end : segment.end + 1]]
    return not words().speech.isdisjoint(beside)


def speaking_alone(scan: Scan) -> frozenset[str]:
    """Return the capitalised words that stand alone right before a verb of speech."""
    found, lower = set(), ""
    speech = words().speech
    for before, word in zip(scan.words, scan.words[1:], strict=False):
        if word.text in speech and before.capital and not lower[:1].isupper():
            found.add(before.bare)
        lower = before.text
    return frozenset(found)
