"""Which question a typed name means, and what a shell may complete it to."""

from difflib import get_close_matches

from graph.errors import UsageError
from graph.questions import Question, find_question, questions


def chosen(name: str) -> Question:
    """Return the question of this name, or the only one whose name begins so.

    Raises UsageError with the nearest names where none does, or several.
    """
    names = [question.name for question in questions()]
    if name in names or sum(_last(each) == name for each in names) == 1:
        return find_question(name)
    begun = [each for each in names if begins(each, name)]
    if len(begun) > 1:
        raise UsageError(
            "several questions begin so", subject=name, remedy=f"Name one of {', '.join(begun)}"
        )
    if begun:
        return find_question(begun[0])
    near = ", ".join(get_close_matches(name, [*names, *map(_last, names)]))
    raise UsageError(
        "there is no such question",
        subject=name,
        remedy=f"Name one of {near}" if near else "`onrecord query --list` tells all",
    )


def of_topic(name: str) -> tuple[Question, ...]:
    """Return the questions of `topic/`; empty for any other name."""
    if not name.endswith("/"):
        return ()
    return tuple(question for question in questions() if question.name.startswith(name))


def begins(full: str, typed: str) -> bool:
    """Return whether a question's full name, or its name within the topic, begins so."""
    return bool(typed) and (full.startswith(typed) or _last(full).startswith(typed))


def name_completions(typed: str) -> list[tuple[str, str]]:
    """Return the names that begin so, each with its title. A name within a topic gives the full."""
    every = [(question.name, question.title) for question in questions()]
    return [pair for pair in every if not typed or begins(pair[0], typed)]


def value_completions(name: str | None, typed: str) -> list[tuple[str, str]]:
    """Return `parameter=` (for a yes or no `parameter=true`) with its type, for `-p`.

    They are those of the question named; of all questions where none is named yet.
    """
    known = [each for each in questions() if name and begins(each.name, name)] or questions()
    found: dict[str, str] = {}
    for question in known:
        for one in question.parameters:
            ends = ("true", "false") if one.type == "boolean" else ("",)
            found.update({f"{one.name}={end}": one.type for end in ends})
    return sorted(pair for pair in found.items() if pair[0].startswith(typed))


def _last(full: str) -> str:
    return full.rsplit("/", maxsplit=1)[-1]
