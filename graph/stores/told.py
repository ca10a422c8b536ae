"""What an engine says about a stranger's query, in fewer words, with its place and a repair."""

import re
from difflib import get_close_matches

from graph.stores.store import QueryRefused
from graph.stores.written import blanked, position

Place = tuple[int, int]

# Both engines name a place within the message; it is told beside the message instead.
_PLACES = re.compile(r"\s*\(line \d+, column \d+.*?\)\)?| at line \d+(?::\d+|, column \d+)")
# After an input that does not fit, the engines go on with all that might have stood there.
_EXPECTED = re.compile(r"(?<=')(?:[:,] expected| expecting).*")
_NAMED = re.compile(r"(?:[Vv]ariable|[Ff]unction|Column name) [`']?(\w+)|parameter\(s\): (\w+)")
_INPUT = re.compile(r"[Ii]nput '(.*?)'(?=[:,.\s]|$)")
# The end of the query; the embedded engine also shows our own comment that stands behind it.
_END = re.compile(r"(?:<EOF>)?$|.*\\n// [0-9a-f]{16}")
_KIND = re.compile(r"^(?:Syntax error|[A-Z]\w+)(?: -|:) (?=\S)")
_ECHO = re.compile(r"^Error executing Cypher query:.*")
_KEYWORDS = ("MATCH", "OPTIONAL", "WHERE", "RETURN", "ORDER BY", "LIMIT", "SKIP", "WITH", "UNWIND",
             "DISTINCT", "UNION", "CALL", "AND", "OR", "NOT", "IN", "AS", "STARTS WITH", "IS NULL",
             "ENDS WITH", "CONTAINS", "CASE", "WHEN", "THEN", "ELSE", "END", "DESC")  # fmt: skip


def told(message: str, cypher: str, place: Place | None) -> QueryRefused:
    """Return the refusal for an engine's message.

    `place` is the line and column that the engine names, counted from 1; without one it is looked
    for by the name that the message holds.
    """
    first = _PLACES.sub("", message.strip().split("\n", 1)[0])
    found = _INPUT.search(first)
    if found and _END.match(found[1]):
        return QueryRefused("it ends where more is expected", position=_end(cypher))
    words = _KIND.sub("", _ECHO.sub("", _EXPECTED.sub("", first))).strip(" .")
    missing = re.fullmatch(r"Expected parameter\(s\): (.*)", words)
    if missing:
        words = f"it has no value for the parameter {missing[1]}"
    word = found[1] if found else ""
    at, repair = _at(word, place, cypher) or _named(first, cypher), _repair(word)
    return QueryRefused(
        words or "the engine cannot run it",
        position=at,
        remedy=f"Write {repair} in place of {word}" if repair else "",
        repair=repair if _stands(word, at, cypher) else "",
    )


def _end(cypher: str) -> Place:
    return position(cypher, len(cypher.rstrip()))


def _at(word: str, place: Place | None, cypher: str) -> Place | None:
    """Return the place, moved to the word that does not fit where that stands elsewhere.

    An engine counts from the first word of a query, not from the blanks before it. A place behind
    the text is its end.
    """
    if place is None:
        return None
    lines = cypher.split("\n")
    line = lines[place[0] - 1] if 1 <= place[0] <= len(lines) else ""
    moved = word.isalnum() and not line[place[1] - 1 :].startswith(word)
    if moved and (found := _last(word, cypher)):
        return found
    within = 1 <= place[0] <= len(lines) and 1 <= place[1] <= len(line) + 1
    return place if within else _end(cypher)


def _named(message: str, cypher: str) -> Place | None:
    """Return where the variable, function or parameter that a message names stands last."""
    named = _NAMED.search(message)
    return _last(named[1] or named[2], cypher) if named else None


def _last(word: str, cypher: str) -> Place | None:
    # After a WITH a name is lost: where it stands last it is not known.
    found = list(re.finditer(rf"(?<![\w.:]){re.escape(word)}\b", blanked(cypher)))
    return position(cypher, found[-1].start()) if found else None


def _repair(word: str) -> str:
    near = get_close_matches(word.upper(), _KEYWORDS, n=1, cutoff=0.7)
    return near[0] if near and near[0] != word.upper() else ""


def _stands(word: str, at: Place | None, cypher: str) -> bool:
    """Return whether the whole word stands at a place, so that another may take it."""
    if at is None:
        return False
    rest = cypher.split("\n")[at[0] - 1][at[1] - 1 :]
    return bool(word) and bool(re.match(rf"{re.escape(word)}\b", rest))
