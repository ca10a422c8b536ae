"""What every question answers on the invented sample, whole, as a person has reviewed it."""

import pytest

from graph.questions import questions
from graph.stores.store import Store
from tests.sample.answers.kept import answered, kept, names


@pytest.mark.parametrize("name", names())
def test_a_question_answers_with_the_rows_that_a_person_reviewed(store: Store, name: str) -> None:
    cases = [case for case in kept(name).cases if not case.judged]
    expected = [(case.values, case.rows) for case in cases]
    assert [(case.values, answered(store, name, case)) for case in cases] == expected


def test_every_question_has_answers_and_every_answer_its_question() -> None:
    # Where this fails: python -m tests.sample.answers
    assert names() == [one.name for one in questions()]


@pytest.mark.parametrize("name", names())
def test_the_answers_were_reviewed_and_hold_rows_or_say_why_none(name: str) -> None:
    answers = kept(name)
    assert [case.values for case in answers.cases if not case.reviewed] == []
    assert any(case.rows for case in answers.cases) != bool(answers.empty)
