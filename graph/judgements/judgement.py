"""One decision of a person: who, when, on what, why, with a copy of what was judged."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import OnRecordError
from graph.model import Record
from graph.model.standing import Action, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decides, before it is signed.

    `on` is the id judged: of a statement, link, entity or document, of a judgement for `undo`.
    `saw` holds copies of the records as they were shown, words included: of the other thing too,
    where two are judged. `changes` are the fields that `edit` and `correct` give, as JSON. `other`
    is the entity that `merge` merges into, or the statement that `compare` sets beside. `parts` are
    the ids that `split` takes apart: of entities of single documents, or of documents. `added` is
    what `add` adds.
    """

    action: Action
    on: str
    why: str = ""
    saw: tuple[Record, ...] = ()
    changes: Mapping[str, object] = field(default_factory=dict)
    other: str | None = None
    parts: tuple[str, ...] = ()
    added: tuple[Record, ...] = ()
    verdict: Verdict | None = None

    def __post_init__(self) -> None:
        lacking = {
            "merge": self.other is None,
            "compare": self.other is None or self.verdict is None or not self.why.strip(),
            "split": not self.parts,
            "edit": not self.changes,
            "correct": not self.changes,
            "add": not self.added,
        }
        if lacking.get(self.action):
            raise OnRecordError(f"a judgement “{self.action}” lacks what it needs", subject=self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Decision):
    """A decision that somebody has signed: one line of `judgements.jsonl`.

    `at` is an ISO 8601 moment in UTC, `by` who decided.
    """

    id: str
    at: str
    by: str

    def __post_init__(self) -> None:
        # Not `super()`: a class with slots is made anew, and is not the one that it names.
        Decision.__post_init__(self)
        if not self.by.strip():
            raise OnRecordError("a judgement needs somebody who makes it", subject=self.id)


def new_id() -> str:
    """Return an id that nothing else has, and that says nothing of what is judged."""
    return f"jd-{secrets.token_hex(8)}"
