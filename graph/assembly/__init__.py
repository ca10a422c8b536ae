"""The records of all sources joined into one set: what is exported, and what is loaded."""

from graph.assembly.joining import Assembly, Resolve, assemble, assembly, joined
from graph.assembly.problems import Problem

__all__ = ["Assembly", "Problem", "Resolve", "assemble", "assembly", "joined"]
