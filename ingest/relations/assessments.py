"""ASSESSED: who gave a view of a case or report, in a public capacity."""

from collections.abc import Iterator

from ingest.ground import Ground
from ingest.relations.draft import Draft
from ingest.relations.rules import apply_rules


def find_assessments(ground: Ground) -> Iterator[Draft]:
    """Yield who assessed what, where the words say so; whoever is hidden is dropped later."""
    return apply_rules(ground, "assessments")
