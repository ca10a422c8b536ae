"""Which judgements stand: nothing is taken out of the log, an undo is a line of its own."""

from collections.abc import Iterable

from graph.judgements.judgement import Judgement


def standing(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the ids of the judgements that stand: those that no standing undo is on.

    An undo of an undo lets the first judgement stand again.
    """
    undone: set[str] = set()
    stand: set[str] = set()
    for judgement in reversed(list(judgements)):
        if judgement.id in undone:
            continue
        stand.add(judgement.id)
        if judgement.action == "undo":
            undone.add(judgement.on)
    return frozenset(stand)
