"""Ad-hoc Cypher, read-only: a page whose address holds the query, and `POST /cypher.json`."""

from typing import Any

import msgspec
from flask import Flask, Response, current_app, g, render_template, request

from graph.errors import UsageError
from web.answers import Answer, answer_of
from web.cells import cells, silent
from web.failures import Failure, failure_of
from web.pages.queries import SHOWN, menu
from web.place import marked
from web.security import require_own_json
from web.site import site
from web.twins import as_json

#: What a stranger's query may cost: rows, seconds, bytes of the body that brings it.
LIMIT = 200
SECONDS = 10.0
_BODY = 1_000_000


class _Asked(msgspec.Struct, forbid_unknown_fields=True):
    """The body of `POST /cypher.json`."""

    cypher: str
    parameters: dict[str, Any] = {}


def add(app: Flask) -> None:
    """Add the page and the address that takes a query."""
    app.add_url_rule("/cypher", "cypher", page)
    app.add_url_rule("/cypher.json", "cypher_json", posted, methods=["POST"])
    app.add_url_rule("/cypher.json", "cypher_twin", linked)


def page() -> Response:
    """Show the query of the address and its answer; a refused query is told above it."""
    cypher = request.args.get("cypher", "").replace("\r\n", "\n")
    answer, failure = _try(cypher) if cypher.strip() else (None, None)
    at = failure.position if failure else None
    text = render_template(
        "cypher.html", cypher=cypher, answer=answer, failure=failure, cells=cells,
        place=marked(cypher, at.line, at.column) if at else None,
        version=g.get("graph_version", ""), silent=silent, shown=SHOWN, limit=LIMIT,
        seconds=SECONDS, **menu(),
    )  # fmt: skip
    return Response(text, failure.status if failure else 200)


def linked() -> Response:
    """Answer the query of the address, which has no parameters, as JSON."""
    return as_json(ask(request.args.get("cypher", ""), {}))


def posted() -> Response:
    """Answer the query of the body as JSON."""
    require_own_json(current_app.config["ONRECORD_HOST"])
    request.max_content_length = _BODY
    try:
        asked = msgspec.json.decode(request.get_data(), type=_Asked)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise UsageError(
            f"the body does not fit: {error}",
            subject=request.path,
            remedy='Send {"cypher": "MATCH …", "parameters": {}}',
        ) from error
    return as_json(ask(asked.cypher, asked.parameters))


def ask(cypher: str, parameters: dict[str, Any]) -> Answer:
    """Return the answer to a stranger's Cypher; raise QueryRefused."""
    store = site().store
    return answer_of(cypher, lambda: store.ask(cypher, parameters, limit=LIMIT, seconds=SECONDS))


def _try(cypher: str) -> tuple[Answer | None, Failure | None]:
    try:
        return ask(cypher, {}), None
    except UsageError as error:
        return None, failure_of(error)
