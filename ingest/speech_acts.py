"""What a statement does: deny, admit, promise, criticise … read from its speaker's own words.

Its cue decides, else its main clauses. A word inside a clause never does: “it is absurd to deny”
criticises, and a word quoted from someone else is not the speaker's.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

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
# Where a main clause begins again, with a subject of its own.
_RESUMED = re.compile(r"(?:[,;:—–]|\s-{1,2}|\.)\s+(?:and|but|so|yet)?\s*(?=(?:I|[Ww]e)\b)")
_UNSEEN = re.compile(r"\b(?:seen|found|identified|saw|received) no|no (?:evidence|indication)")
_CLAUSE_LONGEST = 400


def types(reading: Reading, attribution: Attribution) -> tuple[Typed, ...]:
    """Return what the statement does, each with the words that tell it; an assertion if nothing.

    A cue that decides (“denied”, “admitted”) decides alone.
    """
    decided = _by_rule(reading, attribution) or _by_cue(reading, attribution)
    if decided is not None:
        return ((decided, attribution.cue or attribution.parts[0]),)
    found: dict[StatementType, Extent] = {}
    asked = total = 0
    for sentence in _own_sentences(reading, attribution):
        total += 1
        if reading.words(sentence).rstrip("”’\"' ").endswith("?"):
            asked += 1
            continue
        for act, extent in _by_clause(reading, sentence, attribution):
            if act != "denial":
                found.setdefault(act, extent)
            elif attribution.is_own and _UNSEEN.search(reading.words(extent)):
                found.setdefault("finding", extent)  # to have “seen no evidence” denies nothing
            elif not {"admission", "apology"} & found.keys():
                found.setdefault(act, extent)
    if asked and asked == total:
        return (("question", attribution.parts[0]),)
    otherwise = _acts("otherwise").get(_lemmas(reading, attribution)[-1], "assertion")
    if attribution.rule == "own-concern" and not found:
        otherwise = "criticism" if _lacks(reading, attribution) else "assertion"
    return tuple(found.items()) or ((otherwise, attribution.cue),)


def _by_rule(reading: Reading, attribution: Attribution) -> StatementType | None:
    if attribution.rule == "listed" and attribution.source is not None:
        ahead = reading.text[max(0, attribution.source.start - 40) : attribution.source.start]
        return "criticism" if words("acts", "faults") & set(ahead.lower().split()) else None
    return _acts("rules").get(attribution.rule)


def _lacks(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the words say that something is not there or not done."""
    return any(_lacking().search(reading.words(part)) for part in attribution.parts)


@cache
def _lacking() -> re.Pattern[str]:
    return re.compile(_spaced(table("acts")["lacking"]), re.IGNORECASE)


def _by_cue(reading: Reading, attribution: Attribution) -> StatementType | None:
    if attribution.cue is None:
        return None
    lemmas = _lemmas(reading, attribution)
    lemma = lemmas[-1]
    following = reading.text[attribution.cue.end : attribution.cue.end + 60].split()[:6]
    if words("acts", "negative") & set(lemmas):
        return _negated(reading, attribution, lemma, following)
    if _only_tells(reading, attribution, lemma, following):
        return None
    decided = _by_next_words(attribution, lemma, following)
    if decided is None and _is_finding(reading, attribution, lemma):
        decided = "finding"
    named = (_acts("cues")[each] for each in reversed(lemmas) if each in _acts("cues"))
    return decided or next(named, None)


def _negated(
    reading: Reading, attribution: Attribution, lemma: str, following: list[str]
) -> StatementType | None:
    """Return what not doing it does: who does not accept advice declines it."""
    if lemma == "believe" and following[:1] != ["that"]:
        return None  # not to believe someone is not to deny what he is charged with
    if lemma == "agree" and following[:1] == ["with"]:
        return None
    advice = {word.strip(".,;") for word in following} & words("acts", "advice")
    if lemma in words("acts", "not_denying"):
        return "declined" if advice else "denial"
    return "finding" if _is_finding(reading, attribution, lemma) else None


def _by_next_words(
    attribution: Attribution, lemma: str, following: list[str]
) -> StatementType | None:
    if lemma == "ask" and attribution.form != "direct" and not _asks(following):
        return "recommendation"
    if lemma in words("acts", "ordering") and "to" in following and _keeps_verb(attribution):
        return "recommendation"
    if lemma in words("acts", "rejecting") and words("acts", "deniable") & set(following):
        return "denial"
    return _acts("followed").get(f"{lemma}_{following[0]}") if following else None


def _keeps_verb(attribution: Attribution) -> bool:
    return attribution.rule in {"object", "nested-object"}


def _only_tells(
    reading: Reading, attribution: Attribution, lemma: str, following: list[str]
) -> bool:
    """Return whether the words do not do what the cue is for.

    “Assured us that all was well” promises nothing, “advised him that this was wrong” advises
    nothing, “asked me to record that” asks nothing.
    """
    if lemma in words("acts", "promising"):
        return not _said(reading, attribution) & words("acts", "ahead")
    if lemma in words("acts", "advising"):
        return not _said(reading, attribution) & words("acts", "to_do")
    passing_on = words("acts", "passing_on") & set(following)
    return lemma == "ask" and bool(passing_on) and not _asks(following)


def _is_finding(reading: Reading, attribution: Attribution, lemma: str) -> bool:
    if lemma not in words("acts", "findings"):
        return False
    return attribution.is_own or _is_report(reading, attribution.source)


def _said(reading: Reading, attribution: Attribution) -> set[str]:
    parts = (tokens(reading.text, part) for part in attribution.parts)
    return {token.lower for part in parts for token in part}


def _asks(following: list[str]) -> bool:
    """Return whether what is asked is a question: “asked why”, “asked her if”."""
    return bool(words("acts", "asking") & {word.strip(",“‘\"'").lower() for word in following[:4]})


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
    if len(named) == 1 and named[0].lower == "it":
        return True
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
    whole = _own_words(reading.words(sentence), attribution)
    for first, last in _main_clauses(whole):
        clause = whole[first:last]
        lead = first + len(clause) - len(clause.lstrip())
        for act, pattern in _clauses():
            match = pattern.search(whole[lead:last])
            if match is not None:
                start = sentence.start + lead + match.start()
                yield act, Extent(start, sentence.start + lead + match.end())
                if act in {"apology", "denial", "admission"}:
                    break


def _main_clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the main clauses: “We failed, because …, and I am sorry” has two."""
    starts = [0, *(match.end() for match in _RESUMED.finditer(sentence, 10))]
    for first, last in pairwise([*starts, len(sentence)]):
        ended = _SUBORDINATE.search(sentence, first + 20, last)
        yield first, ended.start() if ended else last


def _own_words(words_: str, attribution: Attribution) -> str:
    """Return the sentence with marks blanked, its length kept; others' words in it blanked too."""
    clause = words_[:_CLAUSE_LONGEST]
    if attribution.form == "direct":
        clause = _QUOTED.sub(lambda match: " " * len(match.group()), clause)
    return clause.translate(_MARKS)
