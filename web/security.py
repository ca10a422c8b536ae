"""What guards every answer: our own host names, a strict content policy, no sniffing, no referrer.

The explorer has no login and listens on loopback. A foreign page could still reach it through a
name that resolves to this machine; the host check refuses every name but ours.
"""

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, request

from graph.errors import UsageError

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  (compared with, never bound here)


class ForeignHost(UsageError):
    """A request under a host name that is not ours; its answer shows nothing of the archive."""


class WrongMediaType(UsageError):
    """A body that is not JSON where JSON is wanted (HTTP status 415)."""


def guard(app: Flask, host: str, port: int) -> None:
    """Refuse requests to other hosts than loopback and `host`; put the headers on every answer."""

    @app.before_request
    def check_host() -> None:
        if not is_ours(request.host, host):
            raise ForeignHost(
                "the explorer does not answer to this host name",
                subject=request.host,
                remedy=f"Use the address http://{host}:{port}",
            )

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response


def is_ours(netloc: str, host: str) -> bool:
    """Return whether a Host header names this explorer, which was told to listen on `host`.

    Listening everywhere also allows plain addresses: a name could be made to point here, an
    address cannot.
    """
    name = _name(netloc)
    return name in _LOOPBACK or name == host or (host in _EVERYWHERE and _is_address(name))


def require_own_json(host: str) -> None:
    """Raise unless the body is declared as JSON and comes from a page of ours, or from no page."""
    if request.mimetype != "application/json":
        raise WrongMediaType(
            "the body is not declared as JSON",
            subject=request.path,
            remedy="Send it with the header `Content-Type: application/json`",
        )
    origin = request.headers.get("Origin")
    if origin is not None and not is_ours(urlsplit(origin).netloc, host):
        raise UsageError(
            "a page of another site asked for this",
            subject=origin,
            remedy="Ask from the explorer's own pages",
        )


def _name(netloc: str) -> str:
    try:
        return urlsplit(f"//{netloc}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
