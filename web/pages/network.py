"""The network: who and what are joined, measured, each figure in words that say of what."""

from threading import Lock

from flask import Flask, current_app, request

from graph.errors import UsageError
from graph.explore.overview import graph_version
from graph.network.beside import network_beside
from graph.network.joined import joined
from graph.network.meaning import hundredth
from graph.network.measures import Network
from graph.network.told import Measured, check_lines, told
from graph.stores.store import Store
from web.site import site
from web.twins import add_twins

_SHOWN = 20
_KEPT = "onrecord_network"
#: A scene of more things cannot be read at a glance; a group is then opened by its most joined.
_IN_SCENE = 40


def add(app: Flask) -> None:
    """Add the page and its twin."""
    app.extensions[_KEPT] = _Kept()
    add_twins(app, "/network", "network", facts, "network.html", more=_shown)


def _shown(_page: Measured) -> dict[str, object]:
    return {"most": _IN_SCENE, "hundredth": hundredth}


def facts() -> Measured:
    """Return the measures, counted anew only where the graph has changed since."""
    accepted_only, lines = _accepted(request.args.get("standing", "all")), _lines()
    kept: _Kept = current_app.extensions[_KEPT]
    version, found = kept.measured(site().store, accepted_only=accepted_only)
    return told(found, limit=lines, version=version)


class _Kept:
    """The measures of one version of the graph, with what is proposed and without.

    Whoever asks while they are taken waits for them, and does not take them again.
    """

    def __init__(self) -> None:
        self._taking = Lock()
        self._version = ""
        self._found: dict[bool, Network] = {}

    def measured(self, store: Store, *, accepted_only: bool) -> tuple[str, Network]:
        """Return the graph's version with its measures."""
        with self._taking:
            version = graph_version(store)
            if not version or version != self._version:
                self._version, self._found = version, {}
            if accepted_only in self._found:
                return version, self._found[accepted_only]
            read = joined(store, accepted_only=accepted_only)
            # What was read while the graph changed is of no version, and is not kept for one.
            whole = graph_version(store) == version
            found = network_beside(read)
            if whole:
                self._found[accepted_only] = found
            return version, found


def _accepted(standing: str) -> bool:
    if standing not in ("all", "accepted"):
        raise UsageError(
            "links are counted with all standings, or accepted ones alone",
            subject=standing, remedy="Use standing=all or standing=accepted",
        )  # fmt: skip
    return standing == "accepted"


def _lines() -> int:
    written = request.args.get("limit", str(_SHOWN))
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise UsageError(
            "this is not a number of lines", subject=written, remedy="Give a whole number from 1"
        )
    check_lines(int(written))
    return int(written)
