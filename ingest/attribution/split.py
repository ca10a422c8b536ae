"""A long quotation that changes what it does, cut between paragraphs: a claim, then a promise.

Who asks what an office promised should get the promise, not the praise before it. Cuts are made
between paragraphs only and never join what did not stand together.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from graph.model import StatementType
from ingest.reading import Attribution, Extent

_TURNS = frozenset(("commitment", "apology"))

Acts = Callable[[Attribution], frozenset[StatementType]]


def split(one: Attribution, acts: Acts) -> Iterator[Attribution]:
    """Yield an attribution in runs of paragraphs that promise or apologise and that do not."""
    if one.form != "direct" or len(one.parts) < 2 or one.outer is not None:
        yield one
        return

    def turn(part: Extent) -> frozenset[StatementType]:
        return acts(replace(one, parts=(part,), cue=None)) & _TURNS

    for number, (_, run) in enumerate(groupby(one.parts, key=turn)):
        yield replace(one, parts=tuple(run), inherited=one.inherited or number > 0)
