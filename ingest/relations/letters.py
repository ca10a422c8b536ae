"""A letter that answers a report: “I write in response to your report”, signed by somebody."""

import re
from collections.abc import Iterator

from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.reading import Named
from ingest.relations.draft import Draft

_CLOSING = re.compile(r"(?i)yours (?:sincerely|faithfully|truly)|kind regards|with best wishes")
_ANSWERS = (
    r"(?<!\w)(?:(?:I|We) (?:write|am writing|are writing)[^.;!?“”]{0,120}? "
    r"(?:in (?:response|reply|answer) to|about|further to|with regard to|regarding)"
    r"|Thank you for|This (?:letter|document|reply) is (?:my|our|the)[^.;!?“”]{0,80}? "
    r"(?:response|reply|answer) to) {target:R}"
)
_BELOW = 3


def find_letter(ground: Ground) -> Iterator[Draft]:
    """Yield the response that a letter is: by its signatory, else by the body at its head."""
    author = _signatory(ground) or _letterhead(ground)
    if author is None or not _is_letter(ground):
        return
    for masked in ground.paragraphs:
        for match in compile_rule(_ANSWERS).finditer(masked.line):
            for report in masked.named(match["target"]):
                yield Draft(
                    type="RESPONDED_TO", source=author.key, target=report.key, rule="letter",
                    extents=tuple(sorted({masked.extent(*match.span()), author.extent})),
                )  # fmt: skip


def _is_letter(ground: Ground) -> bool:
    return any(_CLOSING.match(masked.line) for masked in ground.paragraphs)


def _signatory(ground: Ground) -> Named | None:
    """Return the only person named in the lines below the closing words."""
    closed = [n for n, masked in enumerate(ground.paragraphs) if _CLOSING.match(masked.line)]
    below = ground.paragraphs[closed[-1] : closed[-1] + 1 + _BELOW] if closed else ()
    people = [named for masked in below for named in masked.mentions if named.type == "person"]
    return people[0] if len({named.key for named in people}) == 1 else None


def _letterhead(ground: Ground) -> Named | None:
    head = ground.paragraphs[0].mentions if ground.paragraphs else ()
    return next((named for named in head if named.type == "organisation"), None)
