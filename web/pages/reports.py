"""Reports: whom each is addressed to, who answered, and what is not known."""

from dataclasses import dataclass

from flask import Flask

from graph.explore.reports import ReportView, reports
from web.site import site
from web.twins import add_twins


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """Every report of the archive."""

    reports: tuple[ReportView, ...]


def add(app: Flask) -> None:
    """Add the page."""
    add_twins(app, "/reports", "reports", facts, "reports.html")


def facts() -> ReportsPage:
    """Return every report."""
    return ReportsPage(reports=reports(site().store, site().archive))
