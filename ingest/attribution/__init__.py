"""Attributions: who is said to have said what, by rules over words and quotation marks.

A family of rules a module; `story` reads the paragraphs in order, `turns` a transcript, `own` the
document's own voice, `nested` looks inside quotations, `repeats` at headings, `split` at changes
of act. Who a source is remains for others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import StatementType
from ingest.attribution.labels import find_turns
from ingest.attribution.nested import Inner, nested, reported
from ingest.attribution.own import own_voice
from ingest.attribution.repeats import pull_quotes
from ingest.attribution.split import Acts, split
from ingest.attribution.story import read_story
from ingest.attribution.turns import pieces
from ingest.attribution.unsaid import is_unsaid
from ingest.attribution.voiced import told_in
from ingest.quotations import Quotation, quotations
from ingest.reading import Attribution, Reading
from ingest.speech_acts import types


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions of a document in the order of their first part, outer before inner.

    `source` is the noun phrase as it stands, which may name several. A heading whose words repeat
    a quotation is left out; one that shortens a quotation has the rule `pull-quote`, one that
    reports has `headline`. A turn of a transcript and what a document says in its own voice are
    direct without quotation marks.
    """

    def acts(one: Attribution) -> frozenset[StatementType]:
        return frozenset(act for act, _ in types(reading, one))

    text, marked = reading.text, quotations(reading.text, reading.paragraphs)
    quoted = sorted(part for q in marked if q.outer is None for part in q.marked)
    spoken = find_turns(reading)
    story = read_story(text, reading.paragraphs, marked, spoken)
    found = sorted((one for one in story if not is_unsaid(text, one)), key=_place)
    found += pull_quotes(text, reading.paragraphs, marked, found)
    voices = [piece for turn in spoken.values() for piece in pieces(text, turn, quoted, acts)]
    voices += own_voice(reading, quoted, set(spoken), found)
    told = told_in(text, sorted(voices, key=_place), found)
    tree = _Tree(text=text, marked=marked, inner=Inner(marked), acts=acts, arranged=[])
    for voice, inside in told.voices:
        tree.add(voice, None)
        tree.grow(inside, len(tree.arranged) - 1)
    tree.grow(told.others, None)
    return _in_order(tree.arranged)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """Attributions with their outer ones, in the order in which they were added."""

    text: str
    marked: Sequence[Quotation]
    inner: Inner
    acts: Acts
    arranged: list[Attribution]

    def add(self, one: Attribution, outer: int | None) -> int:
        """Add an attribution and return its place."""
        self.arranged.append(replace(one, outer=outer))
        return len(self.arranged) - 1

    def grow(self, found: Sequence[Attribution], outer: int | None) -> None:
        """Add what was found inside `outer`, cut at changes of act, each with what it holds."""
        for one in (piece for whole in found for piece in split(self.text, whole, self.acts)):
            holder = self.add(one, outer)
            for inside in self._nested(one):
                self.add(inside, holder)

    def _nested(self, one: Attribution) -> Iterator[Attribution]:
        if one.form != "indirect":
            yield from nested(self.text, one, self.marked, self.inner)
        if one.form != "direct":
            yield from reported(self.text, one, self.marked, self.inner)


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
