"""What questions answer on the sample once a person has judged it."""

import pytest

from graph.archive import Archive
from graph.stores.store import Store
from tests.sample.answers.kept import answered, kept, names
from tests.sample.judged import judge
from tests.sample.told import sample

JUDGED = [name for name in names() if any(case.judged for case in kept(name).cases)]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The sample archive with its reviewer's judgements."""
    made = sample(tmp_path_factory.mktemp("judged") / "archive")
    judge(made)
    return made


@pytest.mark.parametrize("name", JUDGED)
def test_a_question_answers_with_what_a_person_judged(store: Store, name: str) -> None:
    cases = [case for case in kept(name).cases if case.judged]
    expected = [(case.values, case.rows) for case in cases]
    assert [(case.values, answered(store, name, case)) for case in cases] == expected
