"""Judges the records of a story against what is expected of it: one verdict an expectation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Entity, Link, Span, Statement
from tests.eval.found import Found, records_of
from tests.eval.stories import Joined, Never, Story, Told

STRICT = (
    *("spans", "never attributed", "never guessed", "never named", "never linked"),
    *("never inverted", "never halved", "protected"),
)

_NEGATION = re.compile(
    r"\b(not|never|cannot|\w+n[’']t|nor (do|does|did|can|could|will|would) \w+)\s+$", re.IGNORECASE
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


def judge(story: Story) -> list[Verdict]:
    """Return every verdict on a story, the strict ones first."""
    found = Found(story=story, records=records_of(story))
    return [
        *_spans(found),
        *_halved(found),
        *(_never(found, one) for one in story.never),
        *_named(found),
        *(verdict for words in story.protected for verdict in _protected(found, words)),
        *(_link(found, one, wanted=False) for one in story.no_links),
        *(verdict for told in story.statements for verdict in _told(found, told)),
        *(_left_alone(found, words) for words in story.not_statements),
        *(_entity(found, "people", "person", name) for name in story.people),
        *(_entity(found, "bodies", "organisation", name) for name in story.bodies),
        *(_nobody(found, name) for name in story.not_people),
        *(_link(found, one, wanted=True) for one in story.links),
        *(_apart(found, one, other) for one, other in story.apart),
        *(_same(found, one, other) for one, other in story.same),
        *(_few(found, kind, most) for kind, most in story.at_most.items()),
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
        whole = any(_same_speakers(best, other) for other in found.over(words))
        yield _verdict(found, "whole quotations", words, whole, f"goes on from “{told.words}”")


def _spoken_by(found: Found, statement: Statement, told: Told) -> bool:
    """Return whether all expected speakers speak, and nobody else."""
    who = [speaker.entity for speaker in statement.speakers]
    everyone = all(any(found.called(one, names) for one in who) for names in told.speakers)
    return everyone and len(who) == len(told.speakers)


def _same_speakers(one: Statement, other: Statement) -> bool:
    """Return whether one goes on in the other: a quotation may be cut where its stance turns."""
    return {who.entity for who in one.speakers} == {who.entity for who in other.speakers}


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
    for span in found.spans():
        right = text[span.start : span.end] == span.quote
        yield _verdict(found, "spans", span.quote[:40], right, text[span.start : span.end])


def _halved(found: Found) -> Iterator[Verdict]:
    """Judge whether words were cut after their “not”, which makes them say the opposite."""
    for statement in found.all(Statement):
        before = found.story.text[: statement.parts[0].start]
        halved = _NEGATION.search(before)
        got = f"{halved.group().strip()} | {statement.parts[0].quote[:60]}" if halved else ""
        words = statement.parts[0].quote[:40]
        yield _verdict(found, "never halved", words, not halved, "its “not” too", got)


def _named(found: Found) -> Iterator[Verdict]:
    fields = [
        *(span.quote for span in found.spans()),
        *(text for e in found.all(Entity) for text in (e.id, e.name, *e.aliases)),
    ]
    for name in found.story.never_named:
        leaks = [text for text in fields if name.casefold() in text.casefold()]
        yield _verdict(found, "never named", name, not leaks, "in no record", "; ".join(leaks[:2]))


def _protected(found: Found, words: str) -> Iterator[Verdict]:
    """Judge whether whoever is so called is protected; not to be found at all does no harm."""
    kept = [e.protected for e in found.all(Entity) if found.called(e.id, [words])]
    yield _verdict(found, "protected", words, all(kept), "protected", "somebody unprotected")
    yield _verdict(found, "protected found", words, bool(kept), "somebody protected")


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


def _apart(found: Found, one: str, other: str) -> Verdict:
    both = found.mentioned(one) & found.mentioned(other)
    words = f"{one}” and “{other}"
    return _verdict(found, "kept apart", words, not both, "two things", ", ".join(both))


def _same(found: Found, one: str, other: str) -> Verdict:
    both = found.mentioned(one) & found.mentioned(other)
    return _verdict(found, "kept together", f"{one}” and “{other}", bool(both), "one thing")


def _few(found: Found, kind: str, most: int) -> Verdict:
    names = sorted(entity.name for entity in found.all(Entity) if entity.type == kind)
    right = len(names) <= most
    return _verdict(found, "not multiplied", kind, right, f"at most {most}", ", ".join(names))


def _verdict(found: Found, check: str, words: str, right: bool, *told: str) -> Verdict:
    """Return a verdict; `told` is what was expected and, where there is more to say, was got."""
    expected, got = (*told, "", "")[:2]
    return Verdict(
        story=found.story.name, check=check, words=words, right=right, expected=expected, got=got
    )


def _shared(span: Span, start: int, end: int) -> float:
    """Return how much of the two stretches together is common to both, 0 to 1."""
    common = min(span.end, end) - max(span.start, start)
    return max(common, 0) / (max(span.end, end) - min(span.start, start))
