"""Writes the answers on the sample anew, for review: `python -m tests.sample.answers [NAME …]`.

A case whose rows differ from those kept, and the first case of a question that has none, is
written with `"reviewed": false`. Read its rows against the documents of the sample, mend the
question where a row is wrong, and take the line away; until then a test fails.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from graph.questions import Question, questions
from graph.stores.store import Store
from tests.sample.answers.kept import Case, Kept, answered, keep, kept, names
from tests.sample.judged import judge
from tests.sample.told import loaded, sample

# What a question that must have a value is asked first.
_VALUES = {
    "document": "Six children, four warnings",
    "thing": "Ada Quill",
    "other": "Marrow Bay Police",
    "start": "Ada Quill",
    "finish": "Marrow Bay Police",
}


def write_anew(store: Store, wanted: list[str], *, judged: bool) -> None:
    """Write the files of these questions, of all where none is named, for one of the two graphs."""
    there = names()
    for question in questions():
        if wanted and question.name not in wanted:
            continue
        old = kept(question.name) if question.name in there else _unasked(question)
        cases = [
            _anew(store, question.name, case) if case.judged == judged else case
            for case in old.cases
        ]
        keep(question.name, msgspec.structs.replace(old, cases=cases))


def _unasked(question: Question) -> Kept:
    required = [one.name for one in question.parameters if one.default is None]
    values = {name: _VALUES.get(name, "Ada Quill") for name in required}
    return Kept(cases=[Case(values=values, reviewed=False, rows=[])])


def _anew(store: Store, name: str, case: Case) -> Case:
    rows = answered(store, name, case)
    if rows == case.rows:
        return case
    return msgspec.structs.replace(case, rows=rows, reviewed=False)


def main() -> None:
    """Build both samples on the embedded engine, write their answers, name what wants review."""
    wanted = sys.argv[1:]
    with TemporaryDirectory() as folder:
        archive = sample(Path(folder) / "archive")
        with loaded(archive) as store:
            write_anew(store, wanted, judged=False)
        judge(archive)
        with loaded(archive) as store:
            write_anew(store, wanted, judged=True)
    for name in names():
        if not all(case.reviewed for case in kept(name).cases):
            print(f"{name} wants review")  # noqa: T201 - a command's output is what it is for


if __name__ == "__main__":
    main()
