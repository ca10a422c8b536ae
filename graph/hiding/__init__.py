"""Keeping the names of protected people out of records: where they stand, and what that leaves."""

from graph.hiding.names import HiddenNames, called, name_words
from graph.hiding.records import Hiding, called_after, cleared, shown, without_hidden_words
from graph.hiding.titles import titles

__all__ = [
    "HiddenNames",
    "Hiding",
    "called",
    "called_after",
    "cleared",
    "name_words",
    "shown",
    "titles",
    "without_hidden_words",
]
