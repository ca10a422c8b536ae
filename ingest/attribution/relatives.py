"""Whom a subject stands for: the noun before “who” and “which”, the one who gives a document."""

from ingest.attribution.passage import Passage, Stretch
from ingest.attribution.phrases import Subject, antecedent, subject
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import Cue


def resolve(p: Passage, found: Subject, kind: Cue, verb: int, low: int) -> Subject | None:
    """Return the subject with a relative pronoun replaced by what it stands for."""
    phrase = found.phrase
    relative = p.word(phrase.start)
    if relative not in {"who", "which", "that"}:
        return found
    if relative == "that" and phrase.end - phrase.start == 1 and phrase.start == low:
        return None  # “That shows …” is a demonstrative
    before = antecedent(p, phrase.start, low)
    if before is None:
        return found if relative == "who" else None
    if _is_generic(p, before, phrase.start, kind, verb):
        return None
    if relative != "who":
        before = giver(p, before, low)
    return Subject(before, found.verb)


def _is_generic(p: Passage, before: Stretch, relative: int, kind: Cue, verb: int) -> bool:
    """Return whether a kind of person is defined, or what befell someone told, not a speaker."""
    head, restrictive = p.word(before.end - 1), p.word(relative - 1) != ","
    if restrictive and head in words("cues", "generic"):
        return True
    befell = kind.lemma in {"report", "disclose", "allege"} and p.word(verb + 1) in {
        "being",
        "having",
    }
    return befell or (restrictive and kind.base)


def giver(p: Passage, before: Stretch, low: int) -> Stretch:
    """Return who gives out a document: “the office issued a statement that said: …”."""
    if p.word(before.end - 1) not in words("cues", "given"):
        return before
    for position in range(before.end - 2, max(low, before.end - 12), -1):
        if p.word(position) in words("cues", "giving"):
            found = subject(p, position, low)
            return found.phrase if found is not None else before
    return before
