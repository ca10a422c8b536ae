"""The thirty questions of an investigation: which files answer each, or what it waits for."""

from functools import cache

import msgspec

from graph.questions.catalogue import FOLDER


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the thirty. `answered_by` names questions; `waits_for` is null where all is there."""

    number: int
    asks: str
    answered_by: tuple[str, ...] = ()
    waits_for: str | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Those of the thirty that belong together."""

    group: str
    questions: tuple[Asked, ...]


@cache
def thirty() -> tuple[Group, ...]:
    """Return the thirty questions, in groups, as `cypher/thirty.yaml` states them."""
    data = (FOLDER / "thirty.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=tuple[Group, ...])
