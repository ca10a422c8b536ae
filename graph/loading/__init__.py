"""From joined records to the graph: rows as they should stand, and the writing that gets there."""

from graph.loading.loader import desired, load, remove, up_to_date
from graph.loading.standing import loaded_version
from graph.loading.summary import LoadSummary

__all__ = ["LoadSummary", "desired", "load", "loaded_version", "remove", "up_to_date"]
