"""The same stories with everybody and every body called otherwise.

What is found must not depend on names that a rule or a lexicon happens to know.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path

import yaml

from tests.eval.stories import FOLDER, Story, stories, story_of

_TABLE = Path(__file__).parent / "renamed.yaml"


def renamed_stories() -> tuple[Story, ...]:
    """Return every story, told of people and bodies of other names."""
    table = yaml.safe_load(_TABLE.read_text("utf-8"))
    surnames = cycle(table["surnames"])
    return tuple(_renamed(story, table, surnames) for story in stories())


def _renamed(story: Story, table: Mapping[str, dict[str, str]], surnames: Iterator[str]) -> Story:
    names = _names(story, table, surnames)
    bodies = table["bodies"] | {old.upper(): new.upper() for old, new in table["bodies"].items()}
    text, row = (
        _put(_put((FOLDER / f"{story.name}.{kind}").read_text("utf-8"), bodies), names)
        for kind in ("txt", "yaml")
    )
    return story_of(f"{story.name}-renamed", text, yaml.safe_load(row))


def _names(
    story: Story, table: Mapping[str, dict[str, str]], surnames: Iterator[str]
) -> dict[str, str]:
    """Return the new name for each part of a name; a hyphen joins two parts."""
    given = table["given"]
    names: dict[str, str] = {}
    for part in " ".join((*story.people, *story.never_named)).split():
        if part in given:
            names[part] = given[part]
        elif part not in table["particles"]:
            for half in part.split("-"):
                if half not in names:
                    names[half] = next(surnames)
    return names | {old.upper(): new.upper() for old, new in names.items()}


def _put(text: str, names: Mapping[str, str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    pattern = rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)"
    return re.sub(pattern, lambda found: names[found.group()], text)
