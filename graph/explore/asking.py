"""The pages' own reading queries: files of the questions' format, found by name."""

from functools import cache
from pathlib import Path

from graph.errors import OnRecordError
from graph.questions import Question, answer, questions_in
from graph.stores.store import Store

MOST = 100_000
_FOLDERS = tuple(
    Path(__file__).parents[1] / package / "cypher" for package in ("explore", "network")
)
Row = dict[str, object]


@cache
def _files() -> dict[str, Question]:
    return {one.name: one for folder in _FOLDERS for one in questions_in(folder)}


def ask(store: Store, name: str, **values: object) -> list[Row]:
    """Return the rows of one file; raise OnRecordError where there are more than `MOST`."""
    table = answer(store, _files()[name], values, limit=MOST)
    if table.truncated:
        raise OnRecordError(
            f"there are more than {MOST} rows, and a page shows no part as the whole",
            subject=_files()[name].title,
            remedy="Ask a question with a narrower parameter",
        )
    return table.dicts()


def ask_some(store: Store, name: str, *, limit: int, **values: object) -> tuple[list[Row], bool]:
    """Return at most `limit` rows of one file, and whether there were more."""
    table = answer(store, _files()[name], values, limit=limit)
    return table.dicts(), table.truncated
