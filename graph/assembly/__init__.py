"""The records of all sources joined and judged: what is exported, and what is loaded."""

from graph.assembly.assembly import (
    Assembly,
    Gathered,
    Judged,
    Resolve,
    assemble,
    assembly,
    gather,
    put_together,
    settle,
)
from graph.assembly.editing import edited
from graph.assembly.grounds import Became
from graph.assembly.joining import joined
from graph.assembly.problems import Problem

__all__ = [
    "Assembly",
    "Became",
    "Gathered",
    "Judged",
    "Problem",
    "Resolve",
    "assemble",
    "assembly",
    "edited",
    "gather",
    "joined",
    "put_together",
    "settle",
]
