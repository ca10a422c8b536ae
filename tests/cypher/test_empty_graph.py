from graph.questions import questions, run_question
from graph.stores.store import Store


def test_every_question_runs_on_an_empty_graph_and_names_its_columns(store: Store) -> None:
    required = {"thing": "nobody", "start": "nobody", "finish": "no one"}
    for question in questions():
        named = {one.name: required.get(one.name) for one in question.parameters}
        values = {name: value for name, value in named.items() if value}
        answer = run_question(store, question, values)
        assert (answer.columns, answer.rows, answer.truncated) == (question.returns, (), False)
