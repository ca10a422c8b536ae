"""Why records of several documents are taken for one thing: the result of resolution."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Join:
    """The thing `id` is `into`: entities become one, a document shares the origin of another.

    `why` says in words what agrees.
    """

    id: str
    into: str
    method: str
    why: str
