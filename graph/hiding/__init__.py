"""Keeping the names of protected people out of records: where they stand, and what that leaves."""

from graph.hiding.names import HiddenNames, called, name_words
from graph.hiding.records import Hiding, called_after, cleared, shown, without_hidden_words
from graph.hiding.settings import POSTCODE, kind_of_setting, setting_heads, settings
from graph.hiding.titles import titles

__all__ = [
    "POSTCODE",
    "HiddenNames",
    "Hiding",
    "called",
    "called_after",
    "cleared",
    "kind_of_setting",
    "name_words",
    "setting_heads",
    "settings",
    "shown",
    "titles",
    "without_hidden_words",
]
