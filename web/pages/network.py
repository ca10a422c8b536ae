"""The network: who and what are joined, measured, each figure in words that say of what."""

from flask import Flask, current_app, request

from graph.errors import UsageError
from graph.explore.overview import graph_version
from graph.network.meaning import hundredth
from graph.network.told import Measured, measured
from web.site import site
from web.twins import add_twins

_SHOWN = 20
_KEPT = "onrecord_network"
#: A scene of more things cannot be read at a glance; a group is then opened by its most joined.
_IN_SCENE = 40


def add(app: Flask) -> None:
    """Add the page and its twin."""
    add_twins(app, "/network", "network", facts, "network.html", more=_shown)


def _shown(_page: Measured) -> dict[str, object]:
    return {"most": _IN_SCENE, "hundredth": hundredth}


def facts() -> Measured:
    """Return the measures, counted anew only where the graph has changed since."""
    asked = _accepted(request.args.get("standing", "all")), _lines(request.args.get("limit"))
    kept: dict[tuple[bool, int], Measured] = current_app.extensions.setdefault(_KEPT, {})
    found = kept.get(asked)
    if (
        found is None
        or not found.graph_version
        or found.graph_version != graph_version(site().store)
    ):
        found = measured(site().store, accepted_only=asked[0], limit=asked[1])
        kept.clear()
        kept[asked] = found
    return found


def _accepted(standing: str) -> bool:
    if standing not in ("all", "accepted"):
        raise UsageError(
            "links are counted with all standings, or accepted ones alone",
            subject=standing, remedy="Use standing=all or standing=accepted",
        )  # fmt: skip
    return standing == "accepted"


def _lines(written: str | None) -> int:
    if written is None:
        return _SHOWN
    if not (written.isascii() and written.isdigit()):
        raise UsageError(
            "this is not a number of lines", subject=written, remedy="Give a whole number from 1"
        )
    return int(written)
