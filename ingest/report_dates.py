"""When a report came out, read from the words behind its head: “…, published on 18 September”."""

import re

from graph.model import PartialDate
from ingest.dates import DATE_WORDS, read_moment
from ingest.masked import CLOSE, OPEN, Masked

_BODY = rf"{OPEN}[PO]\d+{CLOSE}"
_DAY = rf"(?:(?:on|in) )?(?:{DATE_WORDS}|[A-Z][a-z]+)|today|yesterday|this morning"
_OUT = r"(?:published|issued|released)"
_ON = r"(?: (?:on|into|of|by|about|for) [^.,;!?“”()]{1,70}?)"
_AFTER = re.compile(
    # “report of 18 September”, “report dated 3 May 2021”
    rf" (?:of|from|dated) (?P<dated>{DATE_WORDS})"
    # “report published on 3 May”, “report on the pumps, which was published in May 2021”
    rf"|(?:(?:{_ON}?[,(]| \()? (?:which )?(?:(?:was|it|they|{_BODY}) )?|{_ON} \()"
    rf"{_OUT} (?:by (?:the )?{_BODY},? )?(?P<aside>{_DAY})"
    # “the report on the pumps was published on 3 May”
    rf"|{_ON}? (?:was|has been|had been|came out|was being) (?:{_OUT} )?(?P<told>{_DAY})"
)


def published_after(masked: Masked, end: int) -> PartialDate | None:
    """Return when the report whose head ends at `end` in the line came out, null if not said.

    A bare year behind the head is the report's own year, not yet the year it came out.
    """
    match = _AFTER.match(masked.line, end)
    if match is None:
        return None
    near = masked.reading.published
    if match["dated"] is not None:
        found = read_moment(match["dated"], near)
        return found if found is not None and found.precision == "day" else None
    return read_moment(f"on {match['aside'] or match['told']}", near) or read_moment(
        match["aside"] or match["told"], near
    )
