from graph.questions import questions, run_question
from graph.stores.store import Store


def test_every_question_runs_on_an_empty_graph_and_names_its_columns(store: Store) -> None:
    for question in questions():
        values = {one.name: "nobody" for one in question.parameters if one.default is None}
        answer = run_question(store, question, values)
        assert (answer.columns, answer.rows, answer.truncated) == (question.returns, (), False)
