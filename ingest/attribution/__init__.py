"""Attributions: who is said to have said what, by rules over words and quotation marks.

A family of rules a module; `story` reads the paragraphs in order, `nested` looks inside
quotations, `repeats` at headings. Who a source is remains for others.
"""

from dataclasses import replace

from ingest.attribution.nested import Inner, nested
from ingest.attribution.repeats import pull_quotes
from ingest.attribution.story import read_story
from ingest.quotations import quotations
from ingest.reading import Attribution, Reading


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions of a document in the order of their first part, outer before inner.

    `source` is the noun phrase as it stands, which may name several. Rules: see the modules.
    """
    text, marked = reading.text, quotations(reading.text, reading.paragraphs)
    found = sorted(read_story(text, reading.paragraphs, marked).found, key=_place)
    found += pull_quotes(text, reading.paragraphs, marked, found)
    inner = Inner(marked)
    arranged: list[Attribution] = []
    for one in sorted(found, key=_place):
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
    return tuple(
        arranged[n]
        if arranged[n].outer is None
        else replace(arranged[n], outer=places[arranged[n].outer or 0])
        for n in order
    )


__all__ = ["attributions"]
