"""What a sentence does not say to have been: denied, supposed, wished for, or only ahead.

A link is made on words that claim what it says, never on “if they had inspected the council”.
"""

import re
from functools import cache
from typing import Literal

from ingest.lexicon.tables import table
from ingest.reading import Extent, Reading

Kind = Literal["never", "ahead"]
# The words of a link: a verb, a noun that may be wished for, or a noun that is there.
Words = Literal["verb", "indefinite", "definite"]

_CLAUSE = re.compile(r"[.!?]\s|[;:\n]|, (?:and|but|while|though|although) |\b(?:but|while) ")
_AFTER = 80  # code points


def is_unreal(reading: Reading, extent: Extent, words: Words, *kinds: Kind) -> bool:
    """Return whether the clause around these words says of them that they are of one of the kinds.

    `never`: denied, supposed or wished for; `ahead`: planned, ordered or awaited.
    """
    before = reading.text[_start(reading, extent) : extent.start]
    after = reading.text[extent.end : extent.end + _AFTER].split("\n", 1)[0]
    return any(_leads(kind, words).search(before) or _follows(kind).match(after) for kind in kinds)


def _start(reading: Reading, extent: Extent) -> int:
    first = next(
        (p.extent.start for p in reading.paragraphs if extent.within(p.extent)), extent.start
    )
    ends = [match.end() for match in _CLAUSE.finditer(reading.text, first, extent.start)]
    return ends[-1] if ends else first


@cache
def _leads(kind: Kind, words: Words) -> re.Pattern[str]:
    rows = {key: "|".join(lines) for key, lines in table("unreal")[kind].items()}
    leads = [rf"(?<!\w)(?:{rows['right_before']}) (?:an? |the |its )?$"]
    if rows["supposed"]:
        leads.append(rf"\b(?:{rows['supposed']})(?!\w)")
    if words == "verb":
        leads.append(rf"\b(?:{rows['denied']})(?!\w)")
    if words == "indefinite":
        leads.append(rf"\b(?:{rows['wished']})(?: \S+){{0,4}} $")
    return re.compile(f"(?i){'|'.join(leads)}")


@cache
def _follows(kind: Kind) -> re.Pattern[str]:
    rows = "|".join(table("unreal")[kind]["after"])
    between = r"(?: (?:of|into|at|by|in) [^,.;:]{1,60}?)?(?:, [^,.;:]{1,40},)?"
    return re.compile(rf"(?i){between} (?:{rows})(?!\w)")
