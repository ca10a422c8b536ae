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


def split(text: str, one: Attribution, acts: Acts) -> Iterator[Attribution]:
    """Yield an attribution in runs of paragraphs that promise or apologise and that do not."""
    paragraphs = _by_paragraph(text, one.parts)
    if one.form != "direct" or len(paragraphs) < 2:
        yield one
        return

    def turn(parts: tuple[Extent, ...]) -> frozenset[StatementType]:
        return acts(replace(one, parts=parts, cue=None)) & _TURNS

    for number, (_, run) in enumerate(groupby(paragraphs, key=turn)):
        parts = tuple(part for parts in run for part in parts)
        yield replace(one, parts=parts, inherited=one.inherited or number > 0)


def _by_paragraph(text: str, parts: tuple[Extent, ...]) -> list[tuple[Extent, ...]]:
    found = [[parts[0]]]
    for part in parts[1:]:
        if "\n" in text[found[-1][-1].end : part.start]:
            found.append([])
        found[-1].append(part)
    return [tuple(paragraph) for paragraph in found]
