"""What a statement does: deny, admit, promise, criticise … read from its speaker's own words.

Its cue decides, else its main clauses. A word inside a clause never does: “it is absurd to deny”
criticises, and a word quoted from someone else is not the speaker's.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.model import StatementType
from ingest.lexicon.tables import table, words
from ingest.lexicon.verbs import cues
from ingest.reading import Attribution, Extent, Reading
from ingest.tokens import sentences, tokens

Typed = tuple[StatementType, Extent | None]

_MARKS = str.maketrans('“”„«»"‘[]’', " " * 9 + "'")
_QUOTED = re.compile(r"“[^”]*”|‘[^‘’]*(?:’\w[^‘’]*)*’(?!\w)|\"[^\"]*\"")
# Where the main clause ends. “That” ends none: “I know that …” goes on saying it.
_SUBORDINATE = re.compile(
    r"[,;]?\s(?:because|when|if|although|though|while|which|who|whose|whom|whether|unless|despite"
    r"|to\s+(?:deny|admit|accept|say|claim|insist|suggest))\b",
    re.IGNORECASE,
)
_CLAUSE_LONGEST = 400


def types(reading: Reading, attribution: Attribution) -> tuple[Typed, ...]:
    """Return what the statement does, each with the words that tell it; an assertion if nothing.

    A cue that decides (“denied”, “admitted”) decides alone.
    """
    decided = _by_cue(reading, attribution)
    if decided is not None:
        return ((decided, attribution.cue),)
    found: dict[StatementType, Extent] = {}
    asked = total = 0
    for sentence in _own_sentences(reading, attribution):
        total += 1
        if reading.words(sentence).rstrip("”’\"' ").endswith("?"):
            asked += 1
            continue
        for act, extent in _by_clause(reading, sentence, attribution):
            found.setdefault(act, extent)
    if asked and asked == total:
        return (("question", attribution.parts[0]),)
    otherwise = _acts("otherwise").get(_lemmas(reading, attribution)[-1], "assertion")
    return tuple(found.items()) or ((otherwise, attribution.cue),)


def _by_cue(reading: Reading, attribution: Attribution) -> StatementType | None:
    if attribution.cue is None:
        return None
    lemmas = _lemmas(reading, attribution)
    lemma = lemmas[-1]
    if {"not", "n't", "never"} & set(lemmas) and lemma in {"accept", "agree"}:
        return "denial"
    following = reading.text[attribution.cue.end : attribution.cue.end + 60].split()[:6]
    followed = f"{lemma}_{following[0]}" if following else lemma
    if lemma in words("acts", "rejecting") and words("acts", "deniable") & set(following):
        return "denial"
    if followed in _acts("followed"):
        return _acts("followed")[followed]
    if lemma in words("acts", "findings") and _is_report(reading, attribution.source):
        return "finding"
    return next((_acts("cues")[each] for each in reversed(lemmas) if each in _acts("cues")), None)


def _lemmas(reading: Reading, attribution: Attribution) -> list[str]:
    """Return the words of the cue, verbs as lemmas; one empty word where there is no cue."""
    if attribution.cue is None:
        return [""]
    group = [token.lower for token in tokens(reading.text, attribution.cue)]
    return [cues()[word].lemma if word in cues() else word for word in group]


def _is_report(reading: Reading, source: Extent | None) -> bool:
    if source is None:
        return False
    named = tokens(reading.text, source)
    reports = words("cues", "reports")
    return any(t.lower in reports or (len(t.word) > 2 and t.word.isupper()) for t in named)


@cache
def _acts(row: str) -> dict[str, StatementType]:
    """Return the act of each lemma of a row."""
    rows: dict[StatementType, str] = table("acts")[row]
    return {lemma: act for act, lemmas in rows.items() for lemma in lemmas.split()}


@cache
def _clauses() -> tuple[tuple[StatementType, re.Pattern[str]], ...]:
    rows: dict[StatementType, list[str]] = table("acts")["clauses"]
    return tuple(
        (act, re.compile("|".join(f"(?:{_spaced(line)})" for line in lines), re.IGNORECASE))
        for act, lines in rows.items()
    )


def _spaced(line: str) -> str:
    return line.replace(" ", r"\s+")


def _own_sentences(reading: Reading, attribution: Attribution) -> Iterator[Extent]:
    for part in attribution.parts:
        yield from sentences(reading.text, part)


def _by_clause(
    reading: Reading, sentence: Extent, attribution: Attribution
) -> Iterator[tuple[StatementType, Extent]]:
    """Yield the acts of the main clause of a sentence, at most one of denial and admission."""
    clause = _own_words(reading.words(sentence), attribution)
    ended = _SUBORDINATE.search(clause, 20)
    clause = clause[: ended.start()] if ended else clause
    lead = len(clause) - len(clause.lstrip())
    for act, pattern in _clauses():
        match = pattern.search(clause[lead:])
        if match is not None:
            start = sentence.start + lead + match.start()
            yield act, Extent(start, sentence.start + lead + match.end())
            if act in {"apology", "denial", "admission"}:
                return


def _own_words(words_: str, attribution: Attribution) -> str:
    """Return the sentence with marks blanked, its length kept; others' words in it blanked too."""
    clause = words_[:_CLAUSE_LONGEST]
    if attribution.form == "direct":
        clause = _QUOTED.sub(lambda match: " " * len(match.group()), clause)
    return clause.translate(_MARKS)
