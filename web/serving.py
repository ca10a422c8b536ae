"""Serving the explorer with waitress: where it may listen, and how it stops."""

import ipaddress
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server  # type: ignore[import-untyped]

from graph.errors import OnRecordError, UsageError

_THREADS = 8


def check_listening(host: str, *, behind_login: bool) -> None:
    """Raise UsageError unless `host` is this computer, or a proxy in front asks for a login."""
    if behind_login or _is_loopback(host):
        return
    raise UsageError(
        "the explorer has no login of its own and listens on this computer alone",
        subject=host,
        remedy="Leave --host out; or put a proxy that asks for a login in front of it and add "
        "--behind-login",
    )


def serve(app: Flask, *, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Answer requests until SIGINT or SIGTERM. `announce` is given the address once it listens.

    Port 0 takes a free one. Raises OnRecordError where the address cannot be had.
    """
    try:
        server = create_server(app, host=host, port=port, threads=_THREADS, ident=None)
    except (OSError, ValueError) as fault:
        raise OnRecordError(
            f"the explorer cannot listen there ({getattr(fault, 'strerror', None) or fault})",
            subject=f"{host}:{port}",
            remedy="Choose another port with --port",
        ) from fault
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        address = f"http://{_in_address(host)}:{_port(server)}"
        announce(f"The explorer is on {address} (stop it with Ctrl+C).")
        server.run()  # ends at SystemExit and KeyboardInterrupt
    finally:
        server.close()
        signal.signal(signal.SIGTERM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _port(server: Any) -> int:
    """Return the port it listens on: a name with several addresses has several sockets."""
    several = getattr(server, "effective_listen", None)
    return int(several[0][1] if several else server.effective_port)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
