"""Words and sentences of a stretch of text, by regular expressions.

Whether a mark opens or closes a quotation is decided in `ingest.quotations`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.reading import Extent, trimmed


class Token(NamedTuple):
    """A word, a clitic (“n’t”, “’s”) or one mark; `lower` has straight apostrophes."""

    start: int
    end: int
    word: str
    lower: str

    @property
    def extent(self) -> Extent:
        """Where the token stands in the text."""
        return Extent(self.start, self.end)


_TITLES = "Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sgt|Insp|Supt|Gen|Lt|Col|Capt|St|Jr|Sr|Gov|Sen|Rep"
# “Leeds.Nobody” is two words and a full stop: a full stop joins nothing to a capitalised word.
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,}}|(?:{_TITLES})\.(?=\s)|\w+(?:(?:['’\-&]|[.,/](?![A-Z][a-z])(?=\w))\w+)*"
    r"|\.\.\.|--|''|\S"
)
_CLITIC = re.compile(r"(\w.*?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)

_CLOSERS = "”’\"'»)\\]"
_END = re.compile(
    rf"[.!?…]+[{_CLOSERS}]*(?=\s+[“‘”\"'«(\[]*[A-Z0-9£$€À-Þ])"
    rf"|(?<=[a-z][a-z0-9])[.!?][{_CLOSERS}]?(?=[“‘\"]?[A-Z][a-z])"
    rf"|[!?][{_CLOSERS}]+(?=\s)"
)
_ABBREVIATION = re.compile(
    "mr|mrs|ms|dr|prof|rev|hon|sgt|insp|supt|gen|lt|col|capt|st|jr|sr|gov|sen|rep|nos|vs|eg|ie"
    r"|e\.g|i\.e|pp?|paras?|ss?|cf|approx|inc|ltd|co|art|cl|ch|fig|vol|ed|eds|dept"
)
# Words that begin a sentence even after an initial: “under section C. The force …”
_STARTER = re.compile("the|he|she|it|they|we|in|but|and|this|that|these|a|an|as|for|at")
_NUMBER = re.compile(r"\s*[A-Z]{0,3} ?\d[\d.]*")
_LEAD = re.compile(
    r"(?:(?:R|REC|AFI|Recommendation )\d[\d.]*[.:)]?|Recommendation:)\s+|[-•*–—]\s+"
    r"|(?:\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|\(?\d{1,3}[.)]|\([a-z]{1,4}\)|(?:[a-z]|[ivx]{1,4})\))"
    r"\s*(?=[A-Z“‘\"(])"
)
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_NEXT_WORD = re.compile(r"[\s“‘”\"'«(\[]*(\w+)")


def tokens(text: str, extent: Extent) -> list[Token]:
    """Return the tokens of a stretch, in order; offsets are those of `text`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, extent.start, extent.end):
        word, start = match.group(), match.start()
        clitic = _CLITIC.match(word) if "'" in word or "’" in word else None
        cut = len(clitic.group(1)) if clitic else len(word)
        found.append(Token(start, start + cut, word[:cut], word[:cut].lower().replace("’", "'")))
        if clitic:
            rest = word[cut:]
            token = Token(start + cut, match.end(), rest, rest.lower().replace("’", "'"))
            found.append(token)
    return found


def without_number(text: str, extent: Extent) -> Extent:
    """Return a paragraph without its number (“4.12”, “(a)”, “R3.”) or the mark of a list."""
    lead = _LEAD.match(text, extent.start, extent.end)
    return Extent(lead.end(), extent.end) if lead else extent


def sentences(text: str, extent: Extent) -> list[Extent]:
    """Return the sentences of a paragraph, trimmed, closing quotation marks with what they close.

    A sentence inside a quotation is a sentence like any other.
    """
    found, start = [], extent.start
    for end in _ends(text, extent):
        found.append(trimmed(text, Extent(start, end)))
        start = end
    found.append(trimmed(text, Extent(start, extent.end)))
    return [sentence for sentence in found if sentence.start < sentence.end]


def _ends(text: str, extent: Extent) -> Iterator[int]:
    start = extent.start
    for match in _END.finditer(text, extent.start, extent.end):
        if match.group() == "." and _is_abbreviation(text, start, match):
            continue
        if text[match.end()].islower() or not _follows_on(text, match):
            continue
        start = match.end()
        yield start


def _follows_on(text: str, match: re.Match[str]) -> bool:
    """Return whether a new sentence stands after: “‘Why?’ he asked” has only one."""
    following = _NEXT_WORD.match(text, match.end())
    return following is not None and not following.group(1)[0].islower()


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    before = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
    following = _NEXT_WORD.match(text, match.end())
    if before is None or following is None:
        return False
    word, after = before.group().lower(), following.group(1).lower()
    if _ABBREVIATION.fullmatch(word) or (word == "no" and after[0].isdigit()):
        return True
    if match.start() - start < 12 and _NUMBER.fullmatch(text, start, match.start()):
        return True  # the number of a paragraph: “4.12. The force …”, “R3. The council …”
    initial = word[-1].isalpha() and (len(word) == 1 or word[-2] == ".")
    return initial and not _STARTER.fullmatch(after)
