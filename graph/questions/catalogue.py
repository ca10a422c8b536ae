"""Research questions: found by name in `cypher/<topic>/<name>.cypher`, run with typed values."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from graph.errors import NotFound, OnRecordError, UsageError
from graph.questions.file import Parameter, ParameterType, Question, View, parse_question
from graph.questions.values import typed_values
from graph.stores.store import Store, Table

__all__ = [
    "CAP",
    "FOLDER",
    "Parameter",
    "ParameterType",
    "Question",
    "View",
    "find_question",
    "questions",
    "questions_in",
    "run_question",
]

CAP = 1000
FOLDER = Path(__file__).resolve().parents[2] / "cypher"


def questions_in(folder: Path) -> tuple[Question, ...]:
    """Return the questions of a folder's `.cypher` files, by name; raise OnRecordError."""
    return tuple(_read(path, folder) for path in sorted(folder.rglob("*.cypher")))


def _read(path: Path, folder: Path) -> Question:
    name = path.relative_to(folder).with_suffix("").as_posix()
    where = path.relative_to(folder.parent).as_posix()
    return parse_question(path.read_text("utf-8"), name=name, path=where)


@cache
def questions() -> tuple[Question, ...]:
    """Return every research question, by name."""
    return questions_in(FOLDER)


def find_question(name: str) -> Question:
    """Return the question of this `topic/name`, or bare name where unique; raise NotFound."""
    every = {question.name: question for question in questions()}
    if name in every:
        return every[name]
    found = [full for full in every if full.split("/")[-1] == name]
    if len(found) == 1:
        return every[found[0]]
    near = found or get_close_matches(name, [*every, *(full.split("/")[-1] for full in every)])
    raise NotFound(
        "several questions have this name" if found else "there is no such question",
        subject=name,
        remedy=f"Name one of {', '.join(near or every)}",
    )


def run_question(
    store: Store, question: Question, raw_values: Mapping[str, str], *, limit: int = CAP
) -> Table:
    """Return the answer with values given as text; raise UsageError for one that does not fit.

    At most `limit` rows, or as many as the parameter `limit` says where that is fewer; `truncated`
    tells whether more existed.
    """
    values = dict(typed_values(question, raw_values))
    wanted = values["limit"]
    if not isinstance(wanted, int) or wanted < 1:
        raise UsageError(
            f"“{wanted}” is no number of rows",
            subject=question.name,
            remedy="Give limit as a whole number from 1",
        )
    return answer(store, question, values, limit=min(wanted, limit))


def answer(store: Store, question: Question, values: Mapping[str, object], *, limit: int) -> Table:
    """Return the answer with typed values; raise OnRecordError where the columns differ."""
    # One row more than is kept: only then can the store tell that something was cut.
    table = store.read(question.cypher, {**values, "limit": limit + 1}, limit=limit)
    if not table.rows:
        # ArcadeDB names no columns where there is no row.
        return replace(table, columns=question.returns)
    if table.columns != question.returns:
        raise OnRecordError(
            f"it returned {', '.join(table.columns)} and not {', '.join(question.returns)}",
            subject=question.path,
            remedy="Mend the header of the file",
        )
    return table
