"""Shapes of what people decided, and of the reference to a thing that they and all others use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A thing, named enough to be linked to."""

    id: str
    kind: str
    name: str
    anonymous: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """One decision: `at` is an ISO 8601 moment, `other` the statement it was compared with.

    `stands`: nobody has undone it. `misfit` says why it is not followed any more; null: it is.
    """

    id: str
    action: str
    verdict: str | None
    by: str
    at: str
    why: str | None
    stands: bool
    misfit: str | None
    other: Ref | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalView:
    """What was withdrawn (a statement, one around it, its document), and who noted that and why."""

    of: Ref
    judgement: JudgementView


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinView:
    """A name of one document that was taken for this thing: by which method, and why."""

    name: str
    method: str
    why: str
