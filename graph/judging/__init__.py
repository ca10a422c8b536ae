"""Judging from Python and from the command line: every decision becomes a line of the log."""

from graph.judging.judging import Judging

__all__ = ["Judging"]
