"""Words of saying in all their forms, with what each may take as its complement."""

import re
from functools import cache
from typing import NamedTuple

from ingest.lexicon.tables import table, words


class Cue(NamedTuple):
    """One form of a word of saying; `kinds` are the rows of `cues.yaml` that its lemma is in."""

    lemma: str
    kinds: frozenset[str]
    participle: bool
    base: bool


_KINDS = ("speech", "thought", "object_kept", "object_said", "infinitive")
_MARKERS = ("asked_to", "object_quoted", "said_by_anyone", "addressee", "weak", "closing")


@cache
def cues() -> dict[str, Cue]:
    """Return every form of every cue verb; a form of two lemmas belongs to the first."""
    found: dict[str, Cue] = {}
    rows = {kind: words("cues", kind) for kind in (*_KINDS, *_MARKERS)}
    lemmas = sorted(set().union(*(rows[kind] for kind in _KINDS)))
    for lemma in lemmas:
        kinds = frozenset(kind for kind, row in rows.items() if lemma in row)
        for form in _forms(lemma):
            cue = Cue(lemma, kinds, form.endswith("ing"), form == lemma)
            found.setdefault(form, cue)
    return found


def _forms(lemma: str) -> list[str]:
    """Return the forms of a verb, regular unless the table says otherwise."""
    irregular: str | None = table("cues")["irregular"].get(lemma)
    if irregular is not None:
        return [lemma, *irregular.split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if re.search(r"[^aeiou]y$", lemma):
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    ending = "es" if re.search(r"(?:s|sh|ch|x)$", lemma) else "s"
    return [lemma, lemma + ending, lemma + "ed", lemma + "ing"]
