"""Noun phrases that name a source, found from the verb outwards without a parser."""

from typing import NamedTuple

from ingest.attribution.passage import MARK, OUTSIDE, Passage, Stretch
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues

_LONGEST = 28
_LONGEST_APPOSITION = 40
_BREAKS = frozenset(
    (",", ";", ":", "—", "–", "-", "--", "(", ")", "[", "]", ".", "!", "?", "…", "*", "•", "·")
)
_DASHES = frozenset(("—", "–", "-", "--"))
# Forms that are nouns as often as verbs: they do not end a noun phrase.
_NOUNS_TOO = frozenset(
    ("report", "reports", "state", "point", "claims", "rule", "note", "found", "comment", "ask",
     "answer", "address", "document", "documents", "record", "records", "list", "question")
)  # fmt: skip


class Subject(NamedTuple):
    """The subject of a verb, and where the verb begins with its auxiliaries and adverbs."""

    phrase: Stretch
    verb: int


def subject(p: Passage, verb: int, low: int) -> Subject | None:
    """Return the noun phrase that ends just before the verb, not before `low`."""
    last = _before_verb(p, verb, low)
    if last < low or p.quoted[last] != OUTSIDE:
        return None
    phrase = _ending_at(p, last, low)
    return Subject(phrase, last + 1) if phrase is not None else None


def antecedent(p: Passage, relative: int, low: int) -> Stretch | None:
    """Return the noun phrase that a relative pronoun at `relative` stands for."""
    last = relative - 1
    if last > low and p.word(last) == ",":
        last -= 1
    if last < low or p.quoted[last] != OUTSIDE or not (p.is_word(last) or p.word(last) == ")"):
        return None
    phrase = _ending_at(p, last, low)
    if phrase is None or p.word(phrase.start) in {"who", "which", "that"}:
        return None
    return _headed(p, _from_preposition(p, phrase), low)


def _from_preposition(p: Passage, phrase: Stretch) -> Stretch:
    """Return the noun phrase next to the pronoun: “claims from a neighbour who”."""
    apart = {"from", "by", "with", "to", "including"}
    apart |= {"of"} if p.word(phrase.end) == "that" else set()
    for position in range(phrase.end - 2, phrase.start, -1):
        if p.word(position) in apart:
            return Stretch(position + 1, phrase.end)
    return phrase


def _headed(p: Passage, phrase: Stretch, low: int) -> Stretch:
    """Return an apposition with the name before it: “Orme, a director of the trust, who”."""
    before = phrase.start - 1
    if before <= low or p.word(before) != ",":
        return phrase
    head = _ending_at(p, before - 1, low) if p.is_word(before - 1) else None
    if head is None or not p.is_capital(head.start):
        return phrase
    # “Orla Pell, North Ward, who …, said”: a second name tells of the first where that opens.
    opens = head.start == low and head.end - head.start > 1
    return Stretch(head.start, phrase.end) if opens or not p.is_capital(phrase.start) else phrase


def inverted(p: Passage, start: int, high: int) -> Stretch | None:
    """Return the noun phrase that begins at `start`, after its verb: “…”, said X."""
    if start >= high or p.quoted[start] != OUTSIDE:
        return None
    if p.word(start) in words("grammar", "pronouns"):
        return Stretch(start, start + 1)
    begins = p.is_capital(start) or p.word(start) in words("grammar", "determiners")
    if not (begins or p.word(start) in {"former", "spokesman", "spokeswoman", "spokesperson"}):
        return None
    if p.word(start) in words("grammar", "times"):
        return None
    end = _inverted_end(p, start, high)
    return Stretch(start, end) if end > start else None


def _before_verb(p: Passage, verb: int, low: int) -> int:
    """Return the last token before a verb group: “has since publicly” said."""
    auxiliaries, adverbs = words("grammar", "auxiliaries"), words("grammar", "adverbs")
    kept = words("grammar", "nouns_in_ly")
    last = verb - 1
    while last >= low and p.quoted[last] == OUTSIDE:
        word = p.word(last)
        adverb = word in adverbs or (word.endswith("ly") and word not in kept)
        auxiliary = word in auxiliaries and word != "to" and not p.is_capital(last)
        if not (adverb or auxiliary):
            break
        last -= 1
    return last


def _ending_at(p: Passage, last: int, low: int) -> Stretch | None:
    word = p.word(last)
    if word in {"who", "which", "that"} or word in words("grammar", "pronouns"):
        return Stretch(last, last + 1)
    if word in _DASHES or word in {",", ")"}:
        return _apposed(p, last, low)
    if not p.is_word(last) and word not in {"£", "%"}:
        return None
    closed = words("grammar", "prepositions") | words("grammar", "bounds") | {"and", "or"}
    closed |= words("grammar", "determiners") - words("grammar", "quantifiers")
    if word in closed:
        return None
    return _trimmed(p, _start(p, last, low), last)


def _apposed(p: Passage, last: int, low: int) -> Stretch | None:
    """Return the phrase before an apposition: “Orme, a lawyer from Leeds, said”."""
    mark = "(" if p.word(last) == ")" else p.word(last)
    opening = last - 1
    farthest = max(low, last - _LONGEST_APPOSITION)
    while opening > farthest and not (p.word(opening) == mark and p.quoted[opening] == OUTSIDE):
        opening -= 1
    joined = mark == "," and p.word(opening + 1) in {"and", "but", "or"}
    if opening <= farthest or joined or p.quotes_in(Stretch(opening, last)):
        return None
    inner = _ending_at(p, opening - 1, low) if p.is_word(opening - 1) else None
    if inner is None:
        return None
    if mark == "(":
        return Stretch(inner.start, last + 1)
    head = _before_preposition(p, opening, low) or _headed(p, inner, low)
    return Stretch(head.start, last)


def _before_preposition(p: Passage, comma: int, low: int) -> Stretch | None:
    """Return the name of whom another apposition tells: “Orme, from the union, which …, said”."""
    for position in range(comma - 1, max(low, comma - 12), -1):
        if p.word(position) == ",":
            belongs = p.word(position + 1) in {"from", "of", "at", "for", "with"}
            head = _ending_at(p, position - 1, low) if p.is_word(position - 1) else None
            return head if belongs and head and p.is_capital(head.start) else None
    return None


def _start(p: Passage, last: int, low: int) -> int:
    start = last
    while start - 1 >= low and last - start <= _LONGEST and not _breaks(p, start, last, low):
        start -= 1
    return start


def _breaks(p: Passage, start: int, last: int, low: int) -> bool:
    """Return whether the token before `start` cannot belong to the noun phrase."""
    before = p.word(start - 1)
    if p.quoted[start - 1] != OUTSIDE or before in _BREAKS or before in words("grammar", "bounds"):
        return True
    if before in {"and", "or"}:
        return not _coordinates(p, start, low)
    cue = cues().get(before)
    if cue is not None and "speech" in cue.kinds and before not in _NOUNS_TOO:
        return True
    if before in words("grammar", "pronouns") and before not in {"who", "one", "you", "it"}:
        return True
    finite = before in words("grammar", "finite") and not p.is_capital(start - 1)
    if finite and before != "'s":
        relative = p.lower[max(low, start - 8) : start - 1]
        return not {"who", "which", "that"} & set(relative)
    return False


def _coordinates(p: Passage, start: int, low: int) -> bool:
    """Return whether “and” joins two names or two definite phrases."""
    left = start - 2
    if left < low or p.quoted[left] != OUTSIDE or not p.is_word(left):
        return False
    named = p.is_capital(start) or p.word(start) in words("grammar", "determiners")
    if p.is_capital(left):
        return named
    definite = [n for n in range(max(low, left - 4), left) if p.lower[n] in {"both", "the"}]
    return p.is_capital(start) and bool(definite) and not _is_object(p, definite[0], low)


def _is_object(p: Passage, start: int, low: int) -> bool:
    """Return whether a verb stands right before the phrase: “stormed the pier and Pell said”."""
    before = p.word(start - 1)
    verb = before in words("grammar", "past") or (len(before) > 4 and before.endswith("ed"))
    return start > low and verb


def _trimmed(p: Passage, start: int, last: int) -> Stretch | None:
    """Return the phrase without what leads up to it: conjunctions, adverbs, “in London”."""
    skipped = words("grammar", "adverbs") - {"both", "all"} | words("grammar", "connectives")
    while start <= last and (p.word(start) in skipped or p.word(start) == "'s"):
        start += 1
    if start > last or last - start > _LONGEST:
        return None
    if p.word(start) in words("grammar", "prepositions"):
        start = _inside_preposition(p, start, last)
    if start < last and p.word(start) in words("grammar", "times"):
        start += 1
    return Stretch(start, last + 1) if 0 <= start <= last else None


def _inside_preposition(p: Passage, start: int, last: int) -> int:
    """Return where the last noun phrase begins after a leading preposition; -1 if nowhere."""
    first, times = last, words("grammar", "times")
    joining = {"of", "and", "&", "for", "'s"}
    while first > start and p.word(first) not in times:
        if not (p.is_capital(first) or (first < last and p.word(first) in joining)):
            break
        first -= 1
    while first < last and not p.is_capital(first + 1):
        first += 1
    if first < last:
        return first + 1
    determiners = words("grammar", "determiners")
    first = last
    while first > start and p.word(first) not in determiners:
        first -= 1
    return first if first > start else -1


def _inverted_end(p: Passage, start: int, high: int) -> int:
    times, stops = (
        words("grammar", "times"),
        words("grammar", "bounds") | {"in", "on", "at", "during"},
    )
    end = start
    while end < high and p.quoted[end] == OUTSIDE:
        word = p.word(end)
        if word in times or word == "to" or (end > start and word in stops):
            break
        if word == "," and _describes(p, end + 1, high):
            return _apposition_end(p, end + 1, high)
        if word == "," and not p.is_capital(start) and end + 1 < high and p.is_capital(end + 1):
            return _apposition_end(p, end + 1, high)  # “asked the chair, Dame Orla Pell”
        if word in _BREAKS:
            break
        end += 1
    return end


def _describes(p: Passage, start: int, high: int) -> bool:
    """Return whether an apposition or a relative clause begins at `start`."""
    if start >= high or p.quoted[start] in {MARK} or p.quoted[start] >= 0:
        return False
    word = p.word(start)
    titles = {
        "a",
        "an",
        "the",
        "whose",
        "chief",
        "head",
        "director",
        "president",
        "former",
        "chair",
    }
    if word in titles or p.tokens[start].word.isdigit():
        return True
    return word == "who" and not any(
        w in cues() for w in p.lower[start + 1 : min(high, start + 12)]
    )


def _apposition_end(p: Passage, start: int, high: int) -> int:
    end = start
    while end < high and p.quoted[end] == OUTSIDE:
        if p.word(end) in _BREAKS and not (p.word(end) == "," and _describes(p, end + 1, high)):
            break
        end += 1
    return end
