"""A letter that answers a report: “I write in response to your report”, signed by somebody.

The signatory answers, and so does the body whose office the signature names: it owes the answer.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.ground import Ground
from ingest.masked import Masked, compile_rule
from ingest.reading import Named
from ingest.relations.draft import Draft

_CLOSING = re.compile(r"(?i)yours (?:sincerely|faithfully|truly)|kind regards|with best wishes")
_ANSWERS = (
    r"(?:(?<!\w)(?:(?:I|We) (?:write|am writing|are writing)[^.;!?“”]{0,120}? "
    r"(?:in (?:response|reply|answer) to|about|further to|with regard to|regarding)"
    r"|Thank you for|This (?:letter|document|reply) is (?:my|our|the)[^.;!?“”]{0,80}? "
    r"(?:response|reply|answer) to)|^(?:Re: )?(?:Formal )?[Rr](?:esponse|eply) to) {target:R}"
)
_ROLE = r"(?P<role>{ROLE})(?:,? (?:of|at|for) {O})?$"
_ADDRESSED = re.compile(r"(?:Dear|To|For the attention of)\b|\d{1,2} [A-Z]")
_HEAD = 2
_BELOW = 3


def find_letter(ground: Ground, roles: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the response that a letter is: by its signatory, else by the body at its head.

    `roles` say in whose name the signatory signs; that body's response is inferred.
    """
    author = _signatory(ground) or _letterhead(ground)
    if author is None or not is_letter(ground):
        return
    offices = _offices(ground, author, roles)
    for masked in ground.paragraphs:
        for match in compile_rule(_ANSWERS).finditer(masked.line):
            extents = tuple(sorted({masked.extent(*match.span()), author.extent}))
            for report in masked.named(match["target"]):
                yield Draft(
                    type="RESPONDED_TO", source=author.key, target=report.key, rule="letter",
                    extents=extents,
                )  # fmt: skip
                for body in offices:
                    yield Draft(
                        type="RESPONDED_TO", source=body, target=report.key, inferred=True,
                        extents=extents, rule="letter-of-an-office",
                    )  # fmt: skip


def find_signed_roles(ground: Ground) -> Iterator[Draft]:
    """Yield the post that a signature gives without a body: it is in the body at the head."""
    author, head = _signatory(ground), _letterhead(ground)
    if author is None or head is None:
        return
    for masked in _signature(ground):
        match = compile_rule(_ROLE).match(masked.line)
        if match is not None and not masked.mentions and author.extent.end <= _start(masked):
            yield Draft(
                type="HOLDS_ROLE", source=author.key, target=head.key, role=match["role"],
                extents=tuple(sorted({masked.extent(*match.span()), head.extent})),
                rule="signature-under-a-letterhead", inferred=True, confidence="medium",
            )  # fmt: skip


def _offices(ground: Ground, author: Named, roles: Sequence[Draft]) -> list[str]:
    """Return the bodies in whose name the author signs: a post that stands in the signature."""
    below = [masked.extent(0, len(masked.line)) for masked in _signature(ground)]
    signed = [
        role.target
        for role in roles
        if role.source == author.key
        and any(extent.touches(line) for extent in role.extents for line in below)
    ]
    return list(dict.fromkeys(signed))


def is_letter(ground: Ground) -> bool:
    """Return whether the document closes as letters do."""
    return any(_CLOSING.match(masked.line) for masked in ground.paragraphs)


def _signature(ground: Ground) -> tuple[Masked, ...]:
    """Return the lines from the closing words on, as many as a name and a post take."""
    closed = [n for n, masked in enumerate(ground.paragraphs) if _CLOSING.match(masked.line)]
    return ground.paragraphs[closed[-1] : closed[-1] + 1 + _BELOW] if closed else ()


def _signatory(ground: Ground) -> Named | None:
    """Return the only person named in the lines below the closing words."""
    people = [
        named
        for masked in _signature(ground)
        for named in masked.mentions
        if named.type == "person"
    ]
    return people[0] if len({named.key for named in people}) == 1 else None


def _letterhead(ground: Ground) -> Named | None:
    """Return the body that the first lines name before anybody is addressed, its office last."""
    head = takewhile(lambda masked: not _ADDRESSED.match(masked.line), ground.paragraphs[:_HEAD])
    bodies = [n for masked in head for n in masked.mentions if n.type == "organisation"]
    return min(bodies, key=lambda named: _is_office(ground, named), default=None)


def _is_office(ground: Ground, named: Named) -> bool:
    return ground.reading.words(named.extent).startswith("Office of ")


def _start(masked: Masked) -> int:
    return masked.extent(0, len(masked.line)).start
