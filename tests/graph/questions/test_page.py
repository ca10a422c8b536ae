from pathlib import Path

from graph.questions import questions
from graph.questions.page import question_page
from graph.questions.thirty import thirty

ROOT = Path(__file__).parents[3]


def test_the_page_about_the_questions_says_what_their_headers_say() -> None:
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == question_page(
        questions(), thirty()
    )


def test_each_of_the_thirty_questions_names_files_that_exist_or_what_it_waits_for() -> None:
    every = [one for group in thirty() for one in group.questions]
    assert [one.number for one in every] == list(range(1, 31))
    assert [one.number for one in every if not one.answered_by and not one.waits_for] == []
    named = {name for one in every for name in one.answered_by}
    assert named <= {question.name for question in questions()}
