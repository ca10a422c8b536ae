from pathlib import Path

from graph.questions import questions
from graph.questions.page import question_page

ROOT = Path(__file__).parents[3]


def test_the_page_about_the_questions_says_what_their_headers_say() -> None:
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == question_page(questions())
