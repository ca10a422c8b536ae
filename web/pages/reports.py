"""Reports: whom each is addressed to, who answered, and what is not known."""

from flask import Flask

from graph.explore.reports import ReportList, reports
from graph.questions import CAP
from web.paging import ROWS, offset
from web.site import site
from web.twins import add_twins


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/reports", "reports", facts, "reports.html", more=_cap)


def _cap(_page: ReportList) -> dict[str, object]:
    return {"cap": CAP}


def facts() -> ReportList:
    """Return the stretch of the reports that the address asks for, by name."""
    return reports(site().store, site().archive, limit=ROWS, offset=offset())
