"""Research questions: one Cypher file each, with a header that is checked before it may run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph.stores.store import Store, Table

ParameterType = Literal["string", "integer", "date", "boolean", "id", "list"]
View = Literal["table", "graph", "timeline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One `$parameter`; `default` is the text a form shows, null where a value must be given."""

    name: str
    type: ParameterType
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One `.cypher` file. `name` is `topic/name`; `cypher` is the text below the header."""

    name: str
    title: str
    why: str
    parameters: tuple[Parameter, ...]
    returns: tuple[str, ...]
    view: View
    cypher: str
    path: str


def questions() -> tuple[Question, ...]:
    """Return every research question, by name."""
    raise NotImplementedError


def find_question(name: str) -> Question:
    """Return the question of this `topic/name`, or bare name where unique; raise NotFound."""
    raise NotImplementedError


def run_question(
    store: Store, question: Question, raw_values: Mapping[str, str], *, limit: int = 1000
) -> Table:
    """Run a question with values as text; raise UsageError for a value that does not fit."""
    raise NotImplementedError
