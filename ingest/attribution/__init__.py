"""Attributions: who is said to have said what, by rules over words and quotation marks.

A family of rules a module; `story` reads the paragraphs in order, `nested` looks inside
quotations, `repeats` at headings, `split` at changes of act. Who a source is remains for others.
"""

from dataclasses import replace

from graph.model import StatementType
from ingest.attribution.nested import Inner, nested
from ingest.attribution.repeats import pull_quotes
from ingest.attribution.split import split
from ingest.attribution.story import read_story
from ingest.quotations import quotations
from ingest.reading import Attribution, Reading
from ingest.speech_acts import types


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions of a document in the order of their first part, outer before inner.

    `source` is the noun phrase as it stands, which may name several. A heading whose words repeat
    a quotation is left out; one that shortens a quotation has the rule `pull-quote`, one that
    reports has `headline`.
    """

    def acts(one: Attribution) -> frozenset[StatementType]:
        return frozenset(act for act, _ in types(reading, one))

    text, marked = reading.text, quotations(reading.text, reading.paragraphs)
    found = sorted(read_story(text, reading.paragraphs, marked), key=_place)
    found += pull_quotes(text, reading.paragraphs, marked, found)
    inner = Inner(marked)
    arranged: list[Attribution] = []
    for one in (piece for whole in found for piece in split(text, whole, acts)):
        holder = len(arranged)
        arranged.append(one)
        if one.form != "indirect":
            arranged += (replace(n, outer=holder) for n in nested(text, one, marked, inner))
    return _in_order(arranged)


def _place(one: Attribution) -> tuple[int, int]:
    return one.parts[0].start, -one.parts[-1].end


def _in_order(arranged: list[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in order, with `outer` pointing to the new places."""
    order = sorted(range(len(arranged)), key=lambda n: (_place(arranged[n]), n))
    places = {old: new for new, old in enumerate(order)}
    moved = (arranged[n] for n in order)
    return tuple(
        one if one.outer is None else replace(one, outer=places[one.outer]) for one in moved
    )


__all__ = ["attributions"]
