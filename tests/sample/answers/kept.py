"""The answers that a person has reviewed, one JSON file a question: read, compared, written."""

import re
from pathlib import Path

import msgspec

from graph.questions import find_question, run_question
from graph.stores.store import Store

FOLDER = Path(__file__).parent
Row = dict[str, object]
# A list of words or numbers, as it is laid out over several lines.
_LIST = re.compile(r"\[\n[^\[\]{}]*\]")


class Case(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """What a question answers to some values, whole.

    `judged`: asked of the sample as its reviewer left it. `reviewed` is false until a person has
    read the rows; `note` names a fault of the records that a row shows, so that nobody takes it
    for right.
    """

    values: dict[str, str] = {}
    judged: bool = False
    reviewed: bool = True
    note: str | None = None
    rows: list[Row]


class Kept(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """The cases of one question. `empty` says why none of them has a row, where none has."""

    empty: str | None = None
    cases: list[Case]


def names() -> list[str]:
    """Return the questions of which answers are kept, by name."""
    return sorted(
        path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.json")
    )


def kept(name: str) -> Kept:
    """Return what is kept of a question."""
    return msgspec.json.decode(_file(name).read_bytes(), type=Kept)


def keep(name: str, answers: Kept) -> None:
    """Write what is kept of a question."""
    _file(name).parent.mkdir(exist_ok=True)
    plain = msgspec.json.format(msgspec.json.encode(answers), indent=1).decode()
    _file(name).write_text(_LIST.sub(_on_one_line, plain) + "\n", "utf-8")


def answered(store: Store, name: str, case: Case) -> list[Row]:
    """Return the rows that the question answers now to the values of a case."""
    table = run_question(store, find_question(name), case.values)
    assert not table.truncated
    return table.dicts()


def _on_one_line(listed: re.Match[str]) -> str:
    # A line end is never inside words: JSON writes that one as an escape.
    first, *items = re.split(r"\n\s*", listed[0])
    return first + " ".join(items[:-1]) + items[-1]


def _file(name: str) -> Path:
    return FOLDER / f"{name}.json"
