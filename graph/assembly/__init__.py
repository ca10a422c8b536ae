"""The records of all sources joined and judged: what is exported, and what is loaded."""

from graph.assembly.assembly import (
    Assembly,
    Became,
    Judged,
    Resolve,
    assemble,
    assembly,
    put_together,
)
from graph.assembly.joining import joined
from graph.assembly.overlay import edited
from graph.assembly.problems import Problem

__all__ = [
    "Assembly",
    "Became",
    "Judged",
    "Problem",
    "Resolve",
    "assemble",
    "assembly",
    "edited",
    "joined",
    "put_together",
]
