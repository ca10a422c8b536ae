"""HOLDS_ROLE: offices and posts, from what stands beside a name and from “spokesperson for”."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ingest.ground import Ground
from ingest.masked import CLOSE, OPEN, Masked
from ingest.names import Role
from ingest.reading import Extent, Named
from ingest.relations.draft import Draft
from ingest.relations.letters import find_signed_roles
from ingest.relations.rules import apply_rules

_SPOKES = re.compile(r"(?i)spokes(?:person|man|woman|people)")
_FOR_A_BODY = re.compile(
    rf"(?P<after>{OPEN}P\d+{CLOSE}) (?:for|at|from) (?:the )?(?P<body>{OPEN}[OP]\d+{CLOSE})"
    rf"|(?P<of>{OPEN}O\d+{CLOSE})(?:[’']s?)? (?P<before>{OPEN}P\d+{CLOSE})"
)
_FARTHEST = 120
_NEAR = 20


def find_roles(ground: Ground, roles: Sequence[Role] = ()) -> Iterator[Draft]:
    """Yield who holds which post in which body; `roles` are those found beside names."""
    for role in roles:
        if role.body is not None:
            yield _beside_a_name(ground, role, role.body)
    given = {(role.person, role.body) for role in roles}
    spokes = (draft for masked in ground.paragraphs for draft in _spokespeople(masked))
    rest = chain(spokes, apply_rules(ground, "roles"), find_signed_roles(ground))
    for draft in rest:
        if (draft.source, draft.target) not in given:
            yield draft


def _beside_a_name(ground: Ground, role: Role, body: str) -> Draft:
    """Return the link on the words from the role to the nearest mention of holder and body."""
    return Draft(
        type="HOLDS_ROLE", source=role.person, target=body, rule="role-beside-a-name",
        extents=(_with_the_name(ground, role),), role=_in_one_line(ground, role.extent),
    )  # fmt: skip


def _with_the_name(ground: Ground, role: Role) -> Extent:
    extent = role.extent
    for key, farthest in ((role.person, _FARTHEST), (role.body, _NEAR)):
        near = [
            named
            for named in ground.mentions
            if named.key == key and not named.extent.touches(role.extent)
        ]
        nearest = min(near, key=lambda named: _gap(named, role.extent), default=None)
        if nearest is not None and _gap(nearest, extent) <= farthest:
            start = min(nearest.extent.start, extent.start)
            extent = Extent(start, max(nearest.extent.end, extent.end))
    return extent


def _gap(named: Named, extent: Extent) -> int:
    return max(extent.start - named.extent.end, named.extent.start - extent.end)


def _in_one_line(ground: Ground, extent: Extent) -> str:
    return " ".join(ground.reading.words(extent).split())


def _spokespeople(masked: Masked) -> Iterator[Draft]:
    """Yield for whom spokespeople speak: “a spokesperson for the force” is a person with a role."""
    for match in _FOR_A_BODY.finditer(masked.line):
        person = masked.named(match["after"] or match["before"])[0]
        body = masked.named(match["body"] or match["of"])[0]
        spokes = _SPOKES.search(masked.reading.words(person.extent))
        if spokes:
            yield Draft(
                type="HOLDS_ROLE", source=person.key, target=body.key, role=spokes.group(),
                extents=(masked.extent(*match.span()),), rule="spokesperson",
            )  # fmt: skip
