"""What holds in every answer of every question, whatever is asked, on the sample."""

from graph.questions import Question, questions, run_question
from graph.stores.store import Store
from tests.sample.answers.kept import Row, kept

# Said by a spokesperson, as Rufus Penn told it: his name belongs to every showing of it.
NESTED = "all the open cases were looked at again over the summer"
OUTER = "Rufus Penn"
# These rest on documents, on the places where they name something, or on judgements themselves.
NO_REVIEW = {
    "cases/cases_of_report", "cases/where_told", "corroboration/one_origin",
    "documents/by_publisher", "documents/documents", "documents/documents_naming_both",
    "documents/genres", "documents/mentions", "documents/timeline", "gaps/cited_not_held",
    "gaps/reports_without_an_answer", "gaps/years_without_a_record", "reports/reports",
}  # fmt: skip


def test_nested_words_are_in_no_answer_without_their_outer_speaker(store: Store) -> None:
    shown = [(name, row) for name, row in _rows(store) if NESTED in _cells(row)]
    assert len({name for name, _ in shown}) > 5
    assert [
        (name, row)
        for name, row in shown
        if not any(OUTER in _words(cell) for column, cell in row.items() if "outer" in column)
    ] == []


def test_what_a_person_rejected_is_in_no_answer(store: Store) -> None:
    _reject_everything(store)
    left = {name for name, _ in _rows(store) if not name.startswith("checks/")}
    assert left <= NO_REVIEW


def _rows(store: Store) -> list[tuple[str, Row]]:
    return [
        (question.name, row)
        for question in questions()
        for row in run_question(store, question, _values(question)).dicts()
    ]


def _values(question: Question) -> dict[str, str]:
    """Return what must be given, as in the first case that is kept, and nothing else."""
    given = kept(question.name).cases[0].values
    return {one.name: given[one.name] for one in question.parameters if one.default is None}


def _cells(row: Row) -> list[str]:
    return [words for cell in row.values() for words in _words(cell)]


def _words(cell: object) -> list[str]:
    return [str(one) for one in (cell if isinstance(cell, list) else [cell])]


def _reject_everything(store: Store) -> None:
    drivers = store._connection.drivers()  # type: ignore[attr-defined]
    for cypher in (
        "MATCH (s:Statement) SET s.review = 'rejected'",
        "MATCH ()-[l]->(:Entity) WHERE l.review IS NOT NULL SET l.review = 'rejected'",
    ):
        drivers.writer.execute_query(cypher, database_=drivers.database)
