from pathlib import Path

from graph.question_doc import question_page
from graph.questions import questions

ROOT = Path(__file__).parents[2]


def test_the_page_about_the_questions_says_what_their_headers_say() -> None:
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == question_page(questions())
