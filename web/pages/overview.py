"""The overview: search, questions to start from, what is new, what the archive holds."""

from dataclasses import dataclass

from flask import Flask

from graph.explore.overview import overview
from graph.explore.statements import first_proposed
from graph.explore.views import Overview, StatementView
from graph.questions import Question, questions
from web.site import site
from web.twins import add_twins

_SHOWN = 6
#: What most investigations ask first; the other questions follow in the order of their topics.
_FIRST = (
    "responses/who_responded",
    "statements/by_speaker",
    "statements/denials",
    "gaps/reports_without_an_answer",
    "cases/assessments",
    "people/roles",
)
_WAITING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A question to start from; `needs` names the parameters that have no default."""

    name: str
    title: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """What the first page shows. `waiting` are some of the statements that no person has judged."""

    holds: Overview
    questions: tuple[Start, ...]
    questions_total: int
    waiting: tuple[StatementView, ...]


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/", "overview", facts, "overview.html")


def facts() -> OverviewPage:
    """Return counts, questions, the newest documents and some proposals."""
    holds = overview(site().store)
    asked = questions()
    return OverviewPage(
        holds=holds,
        questions=tuple(
            Start(
                name=question.name,
                title=question.title,
                needs=tuple(p.name for p in question.parameters if p.default is None),
            )
            for question in sorted(asked, key=_rank)[:_SHOWN]
        ),
        questions_total=len(asked),
        waiting=_waiting(holds),
    )


def _rank(question: Question) -> tuple[int, str]:
    place = _FIRST.index(question.name) if question.name in _FIRST else len(_FIRST)
    return place, question.name


def _waiting(holds: Overview) -> tuple[StatementView, ...]:
    """Return the first proposals of the newest document that has any."""
    newest = next((document for document in holds.recent if document.proposed), None)
    if newest is None:
        return ()
    return first_proposed(site().store, site().archive, newest.id, limit=_WAITING)
