"""Judges the records of a story against what is expected of it: one verdict an expectation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.model import Entity, Link, Mention, Record, Span, Statement
from ingest.extract import read
from ingest.gazetteer import shipped
from ingest.reading import Reading
from ingest.zones import paragraphs
from tests.eval.stories import Joined, Never, Story, Told

STRICT = (
    *("spans", "never attributed", "never guessed", "never named", "never linked"),
    *("never inverted", "protected"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether one expectation of a story holds; `check` names the kind of expectation."""

    story: str
    check: str
    words: str
    right: bool
    expected: str = ""
    got: str = ""

    def line(self) -> str:
        """Return the verdict as a line of the report; harm is shouted."""
        check = self.check.upper() if self.check in STRICT else self.check
        return (
            f"{self.story}  {check}  “{self.words}”  expected: {self.expected or '-'}  "
            f"got: {self.got or 'nothing'}"
        )


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

    def all(self, kind: type) -> list:  # type: ignore[type-arg]
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


def judge(story: Story) -> list[Verdict]:
    """Return every verdict on a story, the strict ones first."""
    found = Found(story=story, records=records_of(story))
    return [
        *_spans(found),
        *(_never(found, one) for one in story.never),
        *_named(found),
        *(_protected(found, words) for words in story.protected),
        *(_link(found, one, wanted=False) for one in story.no_links),
        *(verdict for told in story.statements for verdict in _told(found, told)),
        *(_left_alone(found, words) for words in story.not_statements),
        *(_entity(found, "people", "person", name) for name in story.people),
        *(_entity(found, "bodies", "organisation", name) for name in story.bodies),
        *(_nobody(found, name) for name in story.not_people),
        *(_link(found, one, wanted=True) for one in story.links),
    ]


def figures(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """Return by check how many verdicts are right, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        right, of = counts.get(verdict.check, (0, 0))
        counts[verdict.check] = (right + verdict.right, of + 1)
    return counts


def _told(found: Found, told: Told) -> Iterator[Verdict]:
    candidates = found.at(told.words, before=3 if told.within else 45) or found.around(told)
    if not told.speakers:
        guessed = [s for s in candidates if s.speakers]
        got = found.speakers(guessed[0]) if guessed else ""
        yield _verdict(found, "never guessed", told.words, not guessed, "no speaker", got)
        return
    yield _verdict(found, "statements", told.words, bool(candidates), "a statement")
    if not candidates:
        return
    best = max(candidates, key=lambda s: (_spoken_by(found, s, told), _nested(found, s, told)))
    names = " & ".join("/".join(names) for names in told.speakers)
    right = _spoken_by(found, best, told)
    yield _verdict(found, "speakers", told.words, right, names, found.speakers(best))
    yield from _details(found, told, best)


def _details(found: Found, told: Told, best: Statement) -> Iterator[Verdict]:
    types = {str(typed.type) for typed in best.types}
    capacities = {speaker.capacity for speaker in best.speakers}
    for check, wanted, got in (
        ("types", told.types, types),
        ("forms", told.form, {best.form}),
        ("capacities", told.capacity, capacities),
    ):
        if wanted:
            right = bool(set(wanted) & set(got))
            yield _verdict(
                found, check, told.words, right, "/".join(wanted), ", ".join(sorted(got))
            )
    if told.types:
        right = not _inverted(set(told.types), types)
        yield _verdict(
            found, "never inverted", told.words, right, "/".join(told.types), ", ".join(types)
        )
    if told.within:
        yield _verdict(found, "nesting", told.words, _nested(found, best, told), told.within)
    for words in told.continues:
        whole = best in found.over(words)
        yield _verdict(found, "whole quotations", words, whole, f"part of “{told.words}”")


def _spoken_by(found: Found, statement: Statement, told: Told) -> bool:
    """Return whether all expected speakers speak, and nobody else."""
    who = [speaker.entity for speaker in statement.speakers]
    everyone = all(any(found.called(one, names) for one in who) for names in told.speakers)
    return everyone and len(who) == len(told.speakers)


def _inverted(wanted: set[str], got: set[str]) -> bool:
    """Return whether a denial is taken for its opposite, or something else for a denial.

    These are the two mistakes about a speech act that put a falsehood in someone's mouth.
    """
    if "denial" not in wanted:
        return "denial" in got
    return "denial" not in got and bool(got & {"admission", "apology", "commitment"} - wanted)


def _nested(found: Found, statement: Statement, told: Told) -> bool:
    if told.within is None:
        return statement.within is None
    return statement.within in {outer.id for outer in found.over(told.within)}


def _never(found: Found, never: Never) -> Verdict:
    wrong = [
        statement
        for statement in (
            found.at(never.words, before=3) if never.alone else found.over(never.words)
        )
        if not (never.alone and statement.within)
        and any(found.called(speaker.entity, [never.speaker]) for speaker in statement.speakers)
    ]
    got = f"{found.speakers(wrong[0])}: “{wrong[0].parts[0].quote[:60]}”" if wrong else ""
    return _verdict(
        found, "never attributed", never.words, not wrong, f"never {never.speaker}", got
    )


def _spans(found: Found) -> Iterator[Verdict]:
    text = found.story.text
    for span in _all_spans(found):
        right = text[span.start : span.end] == span.quote
        yield _verdict(found, "spans", span.quote[:40], right, text[span.start : span.end])


def _all_spans(found: Found) -> Iterator[Span]:
    for record in found.records:
        if isinstance(record, Mention):
            yield record.span
        elif isinstance(record, Statement | Link):
            yield from record.spans


def _named(found: Found) -> Iterator[Verdict]:
    fields = [
        *(span.quote for span in _all_spans(found)),
        *(text for e in found.all(Entity) for text in (e.id, e.name, *e.aliases)),
    ]
    for name in found.story.never_named:
        leaks = [text for text in fields if name.casefold() in text.casefold()]
        yield _verdict(found, "never named", name, not leaks, "in no record", "; ".join(leaks[:2]))


def _protected(found: Found, words: str) -> Verdict:
    kept = [e for e in found.all(Entity) if e.protected and found.called(e.id, [words])]
    return _verdict(found, "protected", words, bool(kept), "protected")


def _left_alone(found: Found, words: str) -> Verdict:
    start, end = found.story.place(words)
    taken = [
        part.quote
        for statement in found.all(Statement)
        for part in statement.parts
        if _shared(part, start, end) >= 0.5
    ]
    return _verdict(
        found, "not statements", words, not taken, "no statement", "; ".join(taken)[:80]
    )


def _entity(found: Found, check: str, kind: str, name: str) -> Verdict:
    same = [e for e in found.all(Entity) if e.type == kind and found.called(e.id, [name])]
    others = [e.type for e in found.all(Entity) if found.called(e.id, [name])]
    return _verdict(found, check, name, bool(same), kind, ", ".join(others))


def _nobody(found: Found, name: str) -> Verdict:
    people = [e for e in found.all(Entity) if e.type == "person" and not e.anonymous]
    taken = [e.name for e in people if name in e.name]
    return _verdict(found, "not people", name, not taken, "no person", ", ".join(taken))


def _link(found: Found, joined: Joined, *, wanted: bool) -> Verdict:
    made = [
        link
        for link in found.all(Link)
        if link.type == joined.type
        and found.called(link.source, joined.source)
        and found.called(link.target, joined.target)
    ]
    words = f"{'/'.join(joined.source)} {joined.type} {'/'.join(joined.target)}"
    check = "links" if wanted else "never linked"
    got = "" if wanted or not made else made[0].spans[0].quote
    return _verdict(found, check, words, bool(made) == wanted, "a link" if wanted else "none", got)


def _verdict(found: Found, check: str, words: str, right: bool, *told: str) -> Verdict:
    """Return a verdict; `told` is what was expected and, where there is more to say, was got."""
    expected, got = (*told, "", "")[:2]
    return Verdict(
        story=found.story.name, check=check, words=words, right=right, expected=expected, got=got
    )


def _touch(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _shared(span: Span, start: int, end: int) -> float:
    """Return how much of the two stretches together is common to both, 0 to 1."""
    common = min(span.end, end) - max(span.start, start)
    return max(common, 0) / (max(span.end, end) - min(span.start, start))


def _goes_by(name: str, mine: str) -> bool:
    """Return whether a name stands in another as whole words; a letter keeps its case."""
    sought, own = (" ".join(one.replace("’", "'").split()) for one in (name, mine))
    flags = re.IGNORECASE if len(sought) > 1 else 0
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", own, flags) is not None
