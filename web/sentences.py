"""Statements and links told as sentences: who – verb – whom, in words that settle nothing.

While a statement is only proposed its verb is *said*, and its type carries a question mark. A
quotation is given whole or as its opening words, never spliced.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.explore.views import LinkView, Ref, StatementView
from web.look import Look

_UNRESOLVED = "Unknown speaker"
_CAPACITIES = {
    "self": "",
    "spokesperson": "through a spokesperson",
    "document": "the document itself",
    "publisher": "as publisher",
    "anonymous": "not named",
}
_FORMS = {"direct": "", "indirect": "in indirect speech", "mixed": "partly in indirect speech"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSentence:
    """A link as a sentence: `source` verb `target`, both ends things to be linked to."""

    source: Ref
    verb: str
    target: Ref


def opening(quote: str, limit: int = 60) -> str:
    """Return the opening words of a quotation in quotation marks, cut only at a word's end.

    A quotation that is longer than `limit` characters ends with an ellipsis inside the closing
    mark; one that fits is given whole.
    """
    words = " ".join(quote.split())
    if len(words) <= limit:
        return f"“{words}”"
    head = words[: limit + 1].rsplit(" ", 1)[0][:limit]
    return f"“{head.rstrip(' ,;:–-')} …”"


def whole(quote: str) -> str:
    """Return a whole quotation on one line, in quotation marks."""
    return f"“{' '.join(quote.split())}”"


def quotation(statement: StatementView) -> str:
    """Return a statement's words, each part in marks of its own: parts are never joined."""
    return " ".join(whole(passage.quote) for passage in statement.passages)


def verb(statement: StatementView, look: Look) -> str:
    """Return the verb that stands before a statement's words."""
    accepted = statement.standing.review == "accepted"
    return look.statements[statement.types[0]]["verb"] if accepted and statement.types else "said"


def type_word(statement: StatementView, type_: str, look: Look) -> str:
    """Return a type's word, with a question mark until a person accepted the statement."""
    label: str = look.statements[type_]["label"]
    return label if statement.standing.review == "accepted" else f"{label}?"


def speakers(statement: StatementView) -> str:
    """Return who holds a statement, in words."""
    return joined([speaker.thing.name for speaker in statement.speakers]) or _UNRESOLVED


def manner(statement: StatementView) -> str:
    """Return in which capacity and form a statement was made, and in whose words it stands."""
    capacities = dict.fromkeys(_CAPACITIES[s.capacity] for s in statement.speakers)
    outer = joined([speaker.name for speaker in statement.outer_speakers])
    told = f"as told by {outer or 'an unknown speaker'}" if statement.outer else ""
    return ", ".join(part for part in (*capacities, _FORMS[statement.form], told) if part)


def link_sentence(link: LinkView, look: Look, *, seen_from: str | None = None) -> LinkSentence:
    """Return a link as a sentence; one that leads to `seen_from` is told from its other side."""
    words = look.edges[link.type]
    if seen_from is not None and link.target.id == seen_from:
        return LinkSentence(source=link.target, verb=words["inverse"], target=link.source)
    return LinkSentence(source=link.source, verb=words["label"], target=link.target)


def joined(names: Sequence[str]) -> str:
    """Return names as a list in prose: `Ada Quill, Rufus Penn and Orla Finch`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
