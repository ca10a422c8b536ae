"""Failures as pages and as JSON, in the same words: what happened, to what, what to do."""

import logging
from dataclasses import dataclass, replace

from flask import Flask, Response, g, render_template, request
from werkzeug.exceptions import HTTPException

from graph.errors import NotFound, OnRecordError, UsageError
from graph.model import SpanMismatch
from graph.stores.store import QueryRefused
from web.security import ForeignHost, WrongMediaType
from web.twins import as_json

_HEADS = {
    400: "This cannot be answered as asked",
    404: "A page that is not there",
    405: "This address is only for reading",
    415: "This cannot be answered as asked",
    500: "Something here is broken",
    503: "This cannot be shown now",
}
_HTTP = {
    404: ("there is no such page", "Start from the overview, or search for the name"),
    405: ("this address does not take that kind of request", "Open it in the browser as a page"),
    413: ("the request is larger than what is read here", "Send a shorter one"),
    500: (
        "the explorer failed while it made this page",
        "Try again. If it happens again, pass on what the terminal shows",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a query, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What a failed request answers. `message` is the three parts in one line.

    `repair` may stand in place of the word at `position`.
    """

    status: int
    message: str
    happened: str
    subject: str
    remedy: str
    position: Position | None = None
    repair: str = ""

    @property
    def head(self) -> str:
        """The heading of its page."""
        return _HEADS.get(self.status, _HEADS[400])


def failure_of(error: OnRecordError) -> Failure:
    """Return an error of ours as a failed request tells it."""
    refused = error if isinstance(error, QueryRefused) else None
    place = refused.position if refused else None
    return Failure(
        status=_status(error),
        message=error.sentence(),
        happened=error.happened,
        subject=error.subject,
        remedy=error.remedy,
        position=Position(line=place[0], column=place[1]) if place else None,
        repair=refused.repair if refused else "",
    )


def add_failures(app: Flask) -> None:
    """Answer every failure with its page, or with JSON where JSON was asked for."""

    @app.errorhandler(OnRecordError)
    def ours(error: OnRecordError) -> Response:
        failure = failure_of(error)
        if failure.status >= 500:
            logging.getLogger(__name__).error("%s", failure.message)
        bare = isinstance(error, ForeignHost)
        return _plain(failure) if bare else answer(failure)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        status = error.code or 500
        happened, remedy = _HTTP.get(status, (str(error.name).lower(), "Check the address"))
        made = OnRecordError(happened, subject=request.path, remedy=remedy)
        return answer(replace(failure_of(made), status=status))


def answer(failure: Failure) -> Response:
    """Return the failure in the form that was asked for."""
    if request.path.endswith(".json"):
        version = {"graph_version": v} if (v := g.get("graph_version")) else {}
        return as_json({"error": failure, **version}, failure.status)
    return Response(render_template("failure.html", failure=failure), failure.status)


def _plain(failure: Failure) -> Response:
    """Return the failure alone: a page around it would name the archive to a stranger."""
    return Response(f"{failure.message}\n", failure.status, mimetype="text/plain")


def _status(error: OnRecordError) -> int:
    match error:
        case WrongMediaType():
            return 415
        case NotFound():
            return 404
        case UsageError():
            return 400
        case SpanMismatch():
            return 500
        case _:
            return 503
