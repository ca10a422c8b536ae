"""The paragraphs one after the other: who goes on speaking where nobody is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.attribution.assembly import assemble
from ingest.attribution.carried import carry
from ingest.attribution.found import Found
from ingest.attribution.labels import Turn
from ingest.attribution.passage import Passage, passage, quoted_parts
from ingest.attribution.rules import announces, attribute
from ingest.quotations import Quotation
from ingest.reading import Attribution, Extent, Paragraph
from ingest.tokens import without_number


@dataclass(slots=True)
class Story:
    """What is known while the paragraphs are read in order.

    `claimed` are the quotations that have an attribution; `last` is the source of the latest.
    """

    quotations: Sequence[Quotation]
    claimed: set[int] = field(default_factory=set)
    last: Extent | None = None
    found: list[Attribution] = field(default_factory=list)


def read_story(
    text: str,
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    turns: Mapping[int, Turn],
) -> list[Attribution]:
    """Return what the headline and the body attribute; cross-headings are for `repeats`.

    `turns` are the paragraphs, by index, that someone speaks: there the label is no words.
    """
    story, position = Story(quotations=quotations), 0
    parts = quoted_parts(quotations, None)
    for number, paragraph in enumerate(paragraphs):
        inside, position = _inside(parts, position, paragraph.extent)
        if number in turns:
            _read(story, passage(text, turns[number].words, inside))
        elif paragraph.zone in {"body", "list"}:
            _read(story, passage(text, without_number(text, paragraph.extent), inside))
        elif paragraph.zone == "headline":
            _headline(story, passage(text, paragraph.extent, inside))
    return story.found


def _inside(
    parts: list[tuple[int, Extent, Extent]], position: int, extent: Extent
) -> tuple[list[tuple[int, Extent, Extent]], int]:
    """Return the quotation parts of a paragraph, and where the next paragraph's begin."""
    inside = []
    while position < len(parts) and parts[position][1].start < extent.end:
        inside.append(parts[position])
        position += 1
    return inside, position


def _headline(story: Story, p: Passage) -> None:
    for found in attribute(p):
        if not any(p.quotes_in(content) for content in found.contents):
            continue  # it sums up what the body says
        _add(story, p, replace(found, rule="headline"))


def _read(story: Story, p: Passage) -> None:
    goes_on = any(q in story.claimed for q in p.quoted)
    found = carry(p, attribute(p), story.claimed)
    named = [f for f in sorted(found, key=lambda f: f.reach) if f.source is not None]
    for one in found:
        _add(story, p, one)
    if named:
        source = named[-1].source
        story.last = None if source is None else p.extent(source)
    elif not found and not goes_on:
        story.last = None
    if p.lower and p.lower[-1] == ":":
        announced = announces(p)
        story.last = None if announced is None else p.extent(announced)


def _add(story: Story, p: Passage, found: Found) -> None:
    made = assemble(p, found, story.quotations, story.claimed)
    if made is None:
        return
    if found.inherited and found.source is None:
        made = replace(made, source=story.last, inherited=story.last is not None)
    if made.source is None:
        made = replace(made, rule="unattributed")
    story.found.append(made)
