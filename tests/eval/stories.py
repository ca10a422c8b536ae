"""Invented documents with what an honest reader expects of them; run it to see what is missed.

`python -m tests.eval.stories [NAME…]` prints, story by story, what is harmful, wrong or missing.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "stories"
_KEYS = {
    *("statements", "never", "not_statements", "people", "bodies", "not_people"),
    *("protected", "never_named", "links", "no_links", "apart", "same", "at_most"),
}
_TOLD = {"words", "speaker", "speakers", "capacity", "types", "form", "within", "continues"}
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement expected at `words`. `speakers`: all of these, each by any one of its names.

    No speakers: the statement must be unresolved or absent. `continues`: words further on that
    the same speakers go on to say. Empty `types`, `form` and `capacity` accept whatever is found.
    """

    words: str
    speakers: tuple[tuple[str, ...], ...]
    types: tuple[str, ...]
    form: tuple[str, ...]
    capacity: tuple[str, ...]
    within: str | None
    continues: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """An attribution that would be wrong; `alone`: it is right inside another statement."""

    words: str
    speaker: str
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A link between two things, each by any one of its names."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One invented document and everything expected of it."""

    name: str
    text: str
    statements: tuple[Told, ...]
    never: tuple[Never, ...]
    not_statements: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    not_people: tuple[str, ...]
    protected: tuple[str, ...]
    never_named: tuple[str, ...]
    links: tuple[Joined, ...]
    no_links: tuple[Joined, ...]
    apart: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]
    at_most: Mapping[str, int]

    def place(self, words: str) -> tuple[int, int]:
        """Return where the words stand; raise ValueError unless they stand there once."""
        if self.text.count(words) != 1:
            raise ValueError(f"{self.name}: {self.text.count(words)} times in the text: {words!r}")
        start = self.text.index(words)
        return start, start + len(words)


def stories() -> tuple[Story, ...]:
    """Return every story with its expectations, by name; raise ValueError for an unknown key."""
    return tuple(_story(path) for path in sorted(FOLDER.glob("*.yaml")))


def _story(path: Path) -> Story:
    text = path.with_suffix(".txt").read_text("utf-8")
    return story_of(path.stem, text, yaml.safe_load(path.read_text("utf-8")))


def story_of(name: str, text: str, row: Row) -> Story:
    """Return the story of a text and its expectations; raise ValueError for what does not fit."""
    if unknown := set(row) - _KEYS:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    story = Story(
        name=name,
        text=text,
        statements=tuple(_told(name, told) for told in row.get("statements", ())),
        never=tuple(
            Never(words=n["words"], speaker=n["speaker"], alone=n.get("alone", False))
            for n in row.get("never", ())
        ),
        links=tuple(map(_joined, row.get("links", ()))),
        no_links=tuple(map(_joined, row.get("no_links", ()))),
        apart=tuple((one, other) for one, other in row.get("apart", ())),
        same=tuple((one, other) for one, other in row.get("same", ())),
        at_most=row.get("at_most", {}),
        **{key: tuple(row.get(key, ())) for key in _KEYS - _TABLES},
    )
    for words in _quoted(story):
        story.place(words)
    return story


_TABLES = {"statements", "never", "links", "no_links", "apart", "same", "at_most"}


def _told(story: str, row: Row) -> Told:
    if unknown := set(row) - _TOLD:
        raise ValueError(f"{story}: unknown keys {sorted(unknown)}")
    several = row.get("speakers") or ([row["speaker"]] if row["speaker"] is not None else [])
    return Told(
        words=str(row["words"]),
        speakers=tuple(_any_of(speaker) for speaker in several),
        types=_any_of(row.get("types")),
        form=_any_of(row.get("form")),
        capacity=_any_of(row.get("capacity")),
        within=str(row["within"]) if row.get("within") else None,
        continues=_any_of(row.get("continues")),
    )


def _joined(row: Row) -> Joined:
    return Joined(
        type=str(row["type"]), source=_any_of(row["source"]), target=_any_of(row["target"])
    )


def _any_of(value: object) -> tuple[str, ...]:
    """Return a value that may be absent, one text or a list of texts as a tuple."""
    if isinstance(value, list):
        return tuple(map(str, value))
    return () if value is None else (str(value),)


def _quoted(story: Story) -> list[str]:
    """Return all expected words, each of which must stand once in the text."""
    told = [w for one in story.statements for w in (one.words, one.within, *one.continues) if w]
    pairs = [words for pair in (*story.apart, *story.same) for words in pair]
    return [*told, *(one.words for one in story.never), *story.not_statements, *pairs]


def main() -> None:
    """Print what is wrong in each story named (all by default), then the figures."""
    from tests.eval.judging import figures, judge  # noqa: PLC0415 - it needs what stands here

    chosen = [one for one in stories() if not sys.argv[1:] or one.name in sys.argv[1:]]
    verdicts = [verdict for story in chosen for verdict in judge(story)]
    for verdict in verdicts:
        if not verdict.right:
            print(verdict.line())  # noqa: T201 - the report is what it is for
    for check, (right, of) in figures(verdicts).items():
        print(f"{check:28} {right:4} of {of:4}  {right / of:.2f}")  # noqa: T201 - as above


if __name__ == "__main__":
    main()
