"""Keeping the names of protected people out of records: where they stand, and what that leaves."""

from graph.hiding.names import HiddenNames, called, elsewhere, name_words
from graph.hiding.records import Hiding, called_after, cleared, shown, without_hidden_words

__all__ = [
    "HiddenNames",
    "Hiding",
    "called",
    "called_after",
    "cleared",
    "elsewhere",
    "name_words",
    "shown",
    "without_hidden_words",
]
