"""Records told in words: what a thing is, why it is so sure, and what its words are for it."""

from collections.abc import Callable, Iterable
from dataclasses import fields

from graph.model import Document, Entity, Link, Mention, Record, Scope, Span, Statement

Name = Callable[[str], str]
"""Gives the name of a thing by its id."""
_CAPACITIES = {
    "self": "speaking for themselves",
    "spokesperson": "through a spokesperson",
    "document": "the document itself",
    "publisher": "as publisher",
    "anonymous": "not named",
}
_LEVELS = {"name": "by name", "nominal": "by a description", "pronoun": "by a pronoun"}


def what(record: Record, name: Name) -> str:
    """Return what a record says, as a sentence."""
    match record:
        case Statement():
            return _told(record, name)
        case Link():
            role = f" ({record.role})" if record.role else ""
            said = ", not said in so many words" if record.inferred else ""
            ends = name(record.source), name(record.target)
            return f"{ends[0]} – {record.type}{role} → {ends[1]}{said}."
        case Mention():
            return f"{name(record.entity)} is spoken of {_LEVELS[record.level]}."
        case Document():
            genre = (record.genre or "not known").replace("_", " ")
            return f"The document “{name(record.id)}”; its kind of text: {genre}."
        case Entity():
            return f"{record.name} ({record.type})."


def _told(statement: Statement, name: Name) -> str:
    who = [f"{name(s.entity)} ({_CAPACITIES[s.capacity]})" for s in statement.speakers]
    types = ", ".join(dict.fromkeys(typed.type for typed in statement.types)) or "no type"
    within = f", within {name(statement.within)}" if statement.within else ""
    return f"A statement by {' and '.join(who) or 'an unknown speaker'}{within}: {types}."


def why(record: Statement | Link) -> str:
    """Return what its confidence comes from, as a clause."""
    return _why_said(record) if isinstance(record, Statement) else _why_linked(record)


def _why_said(statement: Statement) -> str:
    if not statement.speakers:
        return "nobody could be named as its speaker"
    if statement.confidence == "high":
        return "the words are quoted, and their speaker stands beside them"
    if statement.within:
        return "the words stand inside those of another speaker"
    if statement.form == "direct":
        return "the words are quoted, but their speaker is not named alone beside them"
    return "the words are reported, in part or whole, and not quoted"


def _why_linked(link: Link) -> str:
    if link.inferred:
        return "no words say it outright"
    if link.confidence == "high":
        return "the words say it outright"
    return "the words say it in a way that may mean something else"


def spans_by_role(record: Record) -> dict[str, tuple[Span, ...]]:
    """Return the words that a record rests on, by what they are for it."""
    match record:
        case Statement():
            named = [speaker.span for speaker in record.speakers]
            acts = [t.span for t in record.types if t.span != record.cue]
            scope = {f.name: getattr(record.scope, f.name) for f in fields(Scope)}
            return {
                "The words": record.parts,
                "Who says them": _there(named),
                "The words of saying": _there([record.cue]),
                "What makes its type": _there(acts),
                **{f"Its {name}": _there([span]) for name, span in scope.items()},
            }
        case Link():
            return {"The words": record.spans}
        case Mention():
            return {"The words": (record.span,)}
        case _:
            return {}


def _there(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span is not None)
