"""Which body “it” or “its” means: the one that the sentence before is about or lets speak.

“It also said” goes back to a subject, never to a body that happens to be named nearby.
"""

import re
from collections.abc import Sequence

from ingest.field import Field, Heard
from ingest.openings import LEAD, SUBJECTS, opening_noun
from ingest.reading import Extent, Named

_REACH = 4
_OWN_TEXT = re.compile(
    r"(?P<whose>(?:Its|Their)) (?:[\w’'-]+ ){0,2}?"
    r"(?:report|review|letter|statement|research|study)\b"
)
_ARTICLE = re.compile(r"(?i)(?:the|this|that) ?$|$")
_PERSONS = frozenset(["he", "she", "i"])


def subject_body(field: Field, pronoun: Extent, heard: Sequence[Heard]) -> Named | None:
    """Return the body that “it” means here, null where the sentence before does not settle it."""
    for sentence in field.back(pronoun, None)[:_REACH]:
        speaking = [
            one for one in heard if one.source.within(sentence) and one.source.start < pronoun.start
        ]
        pronouns = SUBJECTS.match(field.reading.text, sentence.start, sentence.end)
        opened = pronouns["pronoun"].lower() if pronouns else ""
        if speaking and opened != "it":
            return _spoken(field, sentence, speaking)
        owned = _OWN_TEXT.match(field.reading.text, sentence.start, sentence.end)
        if owned is not None:
            return subject_body(field, Extent(*owned.span("whose")), heard)
        if opened == "it":
            continue
        if opened in _PERSONS:
            return None
        subject = _subject(field, sentence)
        if subject is not None or opening_noun(field.reading.words(sentence)):
            return subject
        if field.reading.words(sentence).rstrip().endswith((".", "!", "?", "”", '"')):
            return None
    return None


def _spoken(field: Field, sentence: Extent, speaking: Sequence[Heard]) -> Named | None:
    """Return the body that spoke in the sentence, if one and nobody else did."""
    keys = {one.keys for one in speaking}
    if len(keys) != 1 or len(only := keys.pop()) != 1:
        return None
    written = all(one.document for one in speaking)
    if field.names.entity(only[0]).type != "organisation" and not written:
        return None
    inside = [named for named in field.inside(sentence) if named.key == only[0]]
    near = [n for n in field.mentions if n.key == only[0] and n.extent.end <= sentence.end]
    return inside[0] if inside else near[-1] if near else None


def _subject(field: Field, sentence: Extent) -> Named | None:
    """Return the body with which the sentence opens, unless it only owns what follows."""
    lead = LEAD.match(field.reading.text, sentence.start, sentence.end)
    start = lead.end() if lead is not None else sentence.start
    for named in field.inside(sentence)[:1]:
        before = field.reading.words(Extent(min(start, named.extent.start), named.extent.start))
        owns = field.reading.text.startswith(("’s", "'s", "’ ", "' "), named.extent.end)
        if named.type == "organisation" and _ARTICLE.fullmatch(before) and not owns:
            return named
    return None
