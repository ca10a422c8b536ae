"""Research questions as checked `.cypher` files: read, found by name, asked with typed values."""

from graph.questions.catalogue import (
    CAP,
    answer,
    find_question,
    questions,
    questions_in,
    run_question,
)
from graph.questions.file import Parameter, Question

__all__ = [
    "CAP",
    "Parameter",
    "Question",
    "answer",
    "find_question",
    "questions",
    "questions_in",
    "run_question",
]
