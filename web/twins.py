"""A page and its JSON twin: one function gathers the facts, two addresses show them."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from flask import Flask, Response, render_template, request

from graph.explore.overview import graph_version
from web.site import site

Facts = Callable[..., object]
More = Callable[[Any], Mapping[str, object]]


def add_twins(
    app: Flask,
    rule: str,
    endpoint: str,
    facts: Facts,
    template: str,
    *,
    more: More | None = None,
    twin: Facts | None = None,
) -> None:
    """Serve `facts(**parts of the address)` at `rule` as HTML and at `rule`.json as JSON.

    The template sees the facts as `page`, with what `more(facts)` adds for the eye alone.
    `twin` gathers what the JSON tells, where the page shows but a part of it.
    """

    def page(**parts: str) -> Response:
        found = facts(**parts)
        added = more(found) if more else {}
        text = render_template(template, page=found, version=graph_version(site().store), **added)
        return Response(text)

    def as_twin(**parts: str) -> Response:
        return as_json((twin or facts)(**parts))

    app.add_url_rule(rule, endpoint, page)
    app.add_url_rule(
        "/overview.json" if rule == "/" else f"{rule}.json", f"{endpoint}_json", as_twin
    )


def as_json(value: object, status: int = 200) -> Response:
    """Return any of our views, which JSON tells as an object, as an answer that names its archive.

    The key `archive` comes first, so that also a file saved without its headers says of what it is.
    """
    head, body = msgspec.json.encode({"archive": site().archive.id}), msgspec.json.encode(value)
    # Joined as bytes: to take a whole document apart again costs more than to encode it.
    named = head[:-1] + b"," + body[1:]
    return Response(named, status, mimetype="application/json")


def name_archive(response: Response) -> Response:
    """Put the archive's id on every answer: pages, twins, tables and failures."""
    response.headers["Archive-Id"] = site().archive.id
    return response


def tag(response: Response) -> Response:
    """Give an answer that was computed an ETag of its bytes, and answer 304 where it is known."""
    computed = not response.direct_passthrough and not response.is_streamed
    if request.method == "GET" and response.status_code == 200 and computed:
        response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
        response.headers.setdefault("Cache-Control", "no-cache")
        response.make_conditional(request)
    return response
