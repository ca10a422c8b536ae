"""RESPONDED_TO: who answered which report. A response to a collective report is one link to it."""

import re
from collections.abc import Iterator, Sequence

from ingest.ground import Ground, Said
from ingest.masked import CLOSE, OPEN, compile_rule
from ingest.reading import Extent
from ingest.relations.draft import Draft
from ingest.relations.letters import find_letter
from ingest.relations.rules import apply_rules

_BODY = f"{OPEN}[PO]\\d+{CLOSE}"
_APPROACHED = re.compile(
    rf"\b[Ww]hen (?:approached|contacted|asked) (?:by {_BODY} )?for (?:a )?comment, "
    rf"(?:an? |the )?(?:[\w-]+ )?(?P<source>{_BODY})"
)
_WE_ACCEPT = (
    r"(?<!\w)(?:I|[Ww]e) (?:(?:have|fully) ){0,2}"
    "(?:(?:do|can|could|will) not (?:accept|recognise)|accept|reject|welcome|dispute"
    "|accepted|rejected) (?:[a-z0-9]+ ){0,5}{target:R+}"
)
_LEADERS = (
    "(?:leadership|leaders|management|managers|bosses|chiefs|senior officers)[’']s? "
    "(?:[a-z]+ ){0,2}(?:response|reply|answer) to {target:RX}"
)
_CONTACTED = re.compile(
    rf"\b(?:contacted|approached|asked) (?:the )?"
    rf"(?P<source>{_BODY}(?:(?:,? and |, )(?:the )?{_BODY})*)"
    r" for (?:a )?comment"
)


def find_responses(
    ground: Ground, roles: Sequence[Draft], published: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """Yield the responses that are said, then those to the authors' own report that are inferred.

    `roles` say for whom a spokesperson speaks, `published` whose report is whose, and on whom: what
    its own publisher says of a report answers nothing.
    """
    posts = {(role.target, role.source) for role in roles}
    theirs = {(draft.source, draft.target) for draft in published if draft.type == "PUBLISHED"}
    theirs |= {(person, report) for body, report in theirs for b, person in posts if b == body}
    found = (
        *apply_rules(ground, "responses"),
        *find_letter(ground, roles),
        *_of_the_leaders(ground, published),
        *_in_their_own_words(ground),
    )
    said = tuple(draft for draft in found if (draft.source, draft.target) not in theirs)
    yield from said
    if ground.own is not None:
        answered = {draft.source for draft in said if draft.target == ground.own}
        for draft in _to_the_authors(ground, ground.own, roles):
            if draft.source not in answered:
                answered.add(draft.source)
                yield draft


def _in_their_own_words(ground: Ground) -> Iterator[Draft]:
    """Yield the answer of whoever says “we accept recommendation 3.1” in words that are theirs."""
    for masked in ground.paragraphs:
        for match in compile_rule(_WE_ACCEPT).finditer(masked.line):
            extent = masked.extent(*match.span())
            for report in masked.named(match["target"]):
                for speaker in _saying(ground, extent):
                    yield Draft(
                        type="RESPONDED_TO", source=speaker, target=report.key,
                        extents=(extent,), rule="accepted-in-own-words",
                    )  # fmt: skip


def _saying(ground: Ground, extent: Extent) -> list[str]:
    """Return the speakers of the words around a stretch; what others report of them is left out."""
    return [
        speaker
        for said in ground.said
        if not said.reported and any(extent.within(part) for part in said.parts)
        for speaker in said.speakers
    ]


def _of_the_leaders(ground: Ground, published: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the answer of those who lead, without a name, as that of the body inspected."""
    examined = {draft.source: draft.target for draft in published if draft.type == "INSPECTED"}
    for masked in ground.paragraphs:
        for match in compile_rule(_LEADERS).finditer(masked.line):
            for report in masked.named(match["target"]):
                if report.key in examined:
                    yield Draft(
                        type="RESPONDED_TO", source=examined[report.key], target=report.key,
                        extents=(masked.extent(*match.span()),), rule="answer-of-the-leaders",
                        inferred=True, confidence="medium",
                    )  # fmt: skip


def _to_the_authors(ground: Ground, own: str, roles: Sequence[Draft]) -> Iterator[Draft]:
    yield from _approached(ground, own)
    asked = dict(_contacted(ground))
    spokes = {
        role.source: role for role in roles
        if (role.role or "").lower().startswith("spokes")
    }  # fmt: skip
    for said in ground.said:
        for speaker in said.speakers if not said.reported else ():
            role = spokes.get(speaker)
            if role is None and not said.bodies:
                continue
            bodies = {role.target} if role else set(said.bodies)
            approaches = [asked[body] for body in sorted(bodies) if body in asked]
            yield _answer(own, speaker, said, approaches)


def _answer(own: str, speaker: str, said: Said, approaches: Sequence[Extent]) -> Draft:
    """Return that a spokesperson's statement beside a newsroom's own report answers it."""
    words = said.source or said.parts[0]
    return Draft(
        type="RESPONDED_TO", source=speaker, target=own, inferred=True,
        extents=tuple(sorted({words, *approaches[:1]})),
        rule="spokesperson-asked" if approaches else "spokesperson-beside-own-report",
        confidence="medium" if approaches else "low",
    )  # fmt: skip


def _approached(ground: Ground, own: str) -> Iterator[Draft]:
    for masked in ground.paragraphs:
        for match in _APPROACHED.finditer(masked.line):
            for source in masked.named(match["source"]):
                yield Draft(
                    type="RESPONDED_TO", source=source.key, target=own, inferred=True,
                    extents=(masked.extent(*match.span()),), rule="approached-for-comment",
                    confidence="medium",
                )  # fmt: skip


def _contacted(ground: Ground) -> Iterator[tuple[str, Extent]]:
    for masked in ground.paragraphs:
        for match in _CONTACTED.finditer(masked.line):
            for source in masked.named(match["source"]):
                yield source.key, masked.extent(*match.span())
