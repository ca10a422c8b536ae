"""What an export says of each thing and each link: the data dictionary, and nothing beside it.

A property of the graph that is not named here is not exported: what must stay out cannot come in
by accident.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "yes or no", "list"]
Value = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One value of a thing or a link: its name, what kind of value, and what it means."""

    name: str
    kind: Kind
    meaning: str


def _text(name: str, meaning: str) -> Column:
    return Column(name=name, kind="text", meaning=meaning)


def _list(name: str, meaning: str) -> Column:
    return Column(name=name, kind="list", meaning=meaning)


def _yes(name: str, meaning: str) -> Column:
    return Column(name=name, kind="yes or no", meaning=meaning)


def _number(name: str, meaning: str) -> Column:
    return Column(name=name, kind="number", meaning=meaning)


_JUDGED = (
    _text("review", "proposed by machine, or accepted by a person"),
    _text("method", "the rule by which the machine proposed it"),
    _text("confidence", "high, medium or low: how plainly the words say it"),
)
THING: tuple[Column, ...] = (
    _text("id", "the archive's own id, stable between exports"),
    _text("kind", "person, organisation, report, case, place, law, operation, statement, document"),
    _text("name", "what it is called; of a statement its opening words"),
    _list("aliases", "other names that the documents use"),
    _yes("anonymous", "no document gives a name; the name is a description"),
    _yes("protected", "a case whose people must never be identified"),
    _text("reference", "a report's reference, as published"),
    _text("url", "where it was published"),
    _text("published", "date of publication, as precise as known"),
    _text("quote", "a statement's words, verbatim, each part on its own line"),
    _list("types", "speech acts of a statement; settled only once review says accepted"),
    _text("form", "direct, indirect or mixed speech"),
    _text("date", "when the statement was made, as precise as known"),
    _text("document", "id of the document a statement stands in"),
    _list("speakers", "who holds the statement; empty: not known"),
    _yes("anonymous_speaker", "the statement's speaker is not named; empty: no speaker is known"),
    _text("outer", "id of the statement this one stands in: never show one without the other"),
    _list("outer_speakers", "who holds the statements around it, nearest first"),
    _text("term", "the term that the statement's words limit themselves to"),
    _text("definition", "the definition that the words give"),
    _text("period", "the period that the words name"),
    _text("area", "the area that the words name"),
    _text("measure", "the measure that the words name"),
    *_JUDGED,
    _text("title", "a document's title"),
    _text("file", "a document's file name"),
    _text("sha256", "hash of a document's original bytes"),
    _text("publisher", "who published the document"),
    _text("licence", "under which terms it may be used"),
    _text("media_type", "what kind of file it is"),
    _number("characters", "length of the document's stored text, in code points"),
    _text("genre", "what kind of text it is"),
    _text("genre_method", "what its genre was decided by"),
    _number("withheld", "statements of the document that are shown nowhere, because their words "
                        "name a protected person"),
    _text("origin", "id of the first of several near-identical documents"),
    _number("links", "how many links of it the archive holds, here or not"),
    _list("links_by_type", "the same by type of link, here or not"),
)  # fmt: skip
LINK: tuple[Column, ...] = (
    _text("id", "the link's own id"),
    _text("source", "id of the thing it leads from"),
    _text("target", "id of the thing it leads to"),
    _text("link", "its type; STATED_IN joins a statement and the document its words stand in"),
    *_JUDGED,
    _yes("inferred", "no document says it in so many words"),
    _text("date", "when it began or happened, as precise as known"),
    _text("role", "the office or post, of HOLDS_ROLE"),
    _text("capacity", "in which capacity the speaker speaks, of MADE_BY"),
    _number("count", "how often the document speaks of the thing, of MENTIONS"),
    _list("passages", "places of the words it rests on: document and code points"),
    _list("words", "the words at these places, verbatim, in the same order"),
)


def fitting(column: Column, value: object) -> Value | None:
    """Return a stored value as its column has it; null where there is none or it is empty."""
    if value is None or value == "":
        return None
    match column.kind:
        case "number":
            return value if isinstance(value, int) else None
        case "yes or no":
            return bool(value)
        case "list":
            return tuple(str(one) for one in value) or None if isinstance(value, list) else None
    return str(value)
