"""What extraction makes of a story, ready to be asked who, where and by what name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from graph.model import Entity, Link, Mention, Record, Span, Statement
from ingest.extract import read
from ingest.gazetteer import shipped
from ingest.reading import Reading
from ingest.zones import paragraphs
from tests.eval.stories import Story, Told

Kind = TypeVar("Kind", bound=Record)


@dataclass(slots=True, kw_only=True)
class Found:
    """The records of one story, ready to be asked."""

    story: Story
    records: list[Record]
    names: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for record in self.records:
            if isinstance(record, Entity):
                self.names[record.id] = {record.name, *record.aliases}
        for record in self.records:
            if isinstance(record, Mention) and record.level != "pronoun":
                self.names[record.entity].add(record.span.quote)

    def all(self, kind: type[Kind]) -> list[Kind]:
        """Return the records of one kind."""
        return [record for record in self.records if isinstance(record, kind)]

    def called(self, entity: str, names: Iterable[str]) -> bool:
        """Return whether the entity goes by one of the names, or by more or less of one."""
        return any(_goes_by(name, mine) for mine in self.names.get(entity, ()) for name in names)

    def at(self, words: str, *, before: int = 45) -> list[Statement]:
        """Return the statements that begin at the words, or few characters before, nearest first.

        What stands within another must begin there itself, or its outer would pass for it.
        """
        start, end = self.story.place(words)
        near = [
            (abs(part.start - start), statement)
            for statement in self.all(Statement)
            for part in statement.parts
            if -before <= part.start - start <= 25
            and min(part.end, end) - max(part.start, start) >= 0.6 * (end - start)
        ]
        return [statement for _, statement in sorted(near, key=lambda pair: pair[0])]

    def around(self, told: Told) -> list[Statement]:
        """Return direct statements that hold the words: a whole turn is as right as a sentence."""
        if told.within or (told.form and "direct" not in told.form):
            return []
        start, end = self.story.place(told.words)
        return [
            statement
            for statement in self.all(Statement)
            if statement.form == "direct"
            and any(part.start <= start and end <= part.end for part in statement.parts)
        ]

    def over(self, words: str) -> list[Statement]:
        """Return the statements that hold any of the words."""
        start, end = self.story.place(words)
        return [s for s in self.all(Statement) if any(_touch(p, start, end) for p in s.parts)]

    def mentioned(self, words: str) -> set[str]:
        """Return the entities that are spoken of within the words."""
        start, end = self.story.place(words)
        return {m.entity for m in self.all(Mention) if start <= m.span.start and m.span.end <= end}

    def spans(self) -> Iterator[Span]:
        """Return every span of every record."""
        for record in self.records:
            if isinstance(record, Mention):
                yield record.span
            elif isinstance(record, Statement | Link):
                yield from record.spans

    def speakers(self, statement: Statement) -> str:
        """Return who speaks, for a reader of the report."""
        said = (
            f"{sorted(self.names.get(s.entity, {s.entity}))[:2]} ({s.capacity})"
            for s in statement.speakers
        )
        return "; ".join(said) or "unresolved"


def records_of(story: Story) -> list[Record]:
    """Return what the extraction of this version makes of a story."""
    reading = Reading(
        document=f"s-{story.name}", text=story.text, paragraphs=paragraphs(story.text)
    )
    return read(reading, shipped())


def _touch(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _goes_by(name: str, mine: str) -> bool:
    """Return whether a name stands in another as whole words; a letter keeps its case."""
    sought, own = (" ".join(one.replace("’", "'").split()) for one in (name, mine))
    flags = re.IGNORECASE if len(sought) > 1 else 0
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", own, flags) is not None
