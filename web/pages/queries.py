"""Research questions: the list, and one with its form, its Cypher and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import Flask, Response, g, render_template, request

from graph.errors import UsageError
from graph.explore.entities import entities
from graph.questions import CAP, Parameter, Question, find_question, questions, run_question
from web.answers import Answer, answer_of, as_csv, name_version
from web.cells import cells, silent
from web.failures import Failure, failure_of
from web.site import site
from web.twins import add_twins, as_json

#: How many rows a page's table shows; JSON and CSV hold all of the answer.
SHOWN = 200
#: How many things a form offers by name.
_OFFERED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question as the list shows it."""

    name: str
    topic: str
    title: str
    why: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueriesPage:
    """Every research question, by topic."""

    questions: tuple[QuestionLine, ...]


def add(app: Flask) -> None:
    """Add the list, the page of one question, its JSON and its CSV."""
    name_version(app)
    add_twins(app, "/queries", "queries", facts, "queries.html", more=menu)
    rule = "/query/<topic>/<name>"
    app.add_url_rule(rule, "question", question_page)
    app.add_url_rule(f"{rule}.json", "question_json", lambda topic, name: as_json(run(topic, name)))
    app.add_url_rule(f"{rule}.csv", "question_csv", question_csv)


def facts() -> QueriesPage:
    """Return every question."""
    return QueriesPage(questions=tuple(_line(question) for question in questions()))


def menu(_page: object = None) -> dict[str, object]:
    """Return the questions by topic, for the list at the left."""
    lines = [_line(question) for question in questions()]
    return {"topics": {topic: list(found) for topic, found in groupby(lines, lambda q: q.topic)}}


def run(topic: str, name: str) -> Answer:
    """Return the answer with the values of the address; raise NotFound or UsageError."""
    question = find_question(f"{topic}/{name}")
    return _ask(question, _values())


def question_page(topic: str, name: str) -> Response:
    """Show the form and, once every value is known, the answer; a wrong value is told above it."""
    question = find_question(f"{topic}/{name}")
    answer, failure = _try(question)
    page = render_template(
        "question.html",
        question=question,
        values=_values(),
        answer=answer,
        failure=failure,
        names=_names(),
        version=g.get("graph_version", ""),
        cells=cells,
        silent=silent,
        cap=CAP,
        shown=SHOWN,
        **menu(),
    )
    return Response(page, failure.status if failure else 200)


def question_csv(topic: str, name: str) -> Response:
    """Return the answer as a CSV file."""
    headers = {"Content-Disposition": f'attachment; filename="{topic}-{name}.csv"'}
    return Response(as_csv(run(topic, name)), mimetype="text/csv", headers=headers)


def _try(question: Question) -> tuple[Answer | None, Failure | None]:
    values = _values()
    if any(one.default is None and one.name not in values for one in question.parameters):
        return None, None
    try:
        return _ask(question, values), None
    except UsageError as error:
        return None, failure_of(error)


def _ask(question: Question, values: Mapping[str, str]) -> Answer:
    store = site().store
    return answer_of(question.cypher, lambda: run_question(store, question, values))


def _values() -> Mapping[str, str]:
    """Return the values that the address gives; an empty field leaves the default."""
    return {name: value for name, value in request.args.items() if value.strip()}


def _names() -> list[str]:
    """Return the names that a form offers, each once."""
    rows = entities(site().store, limit=_OFFERED).rows
    return list(dict.fromkeys(row.thing.name for row in rows))


def _line(question: Question) -> QuestionLine:
    return QuestionLine(
        name=question.name,
        topic=question.name.split("/", maxsplit=1)[0],
        title=question.title,
        why=question.why,
        parameters=question.parameters,
    )
