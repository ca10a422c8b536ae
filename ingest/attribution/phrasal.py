"""Rules without a verb of saying: “according to”, a name and a colon, a dash and a name, nouns."""

from ingest.attribution.clauses import is_finite, main_subject
from ingest.attribution.found import Found, trimmed
from ingest.attribution.passage import MARK, OUTSIDE, Passage, Stretch
from ingest.attribution.phrases import subject
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues

_DASHES = frozenset(("―", "—", "–", "-", "--"))
_OWNERS = frozenset(("his", "her", "their", "its", "my", "our"))


def according(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what “according to X” attributes: the words before it, else those after it."""
    low, high = sentence
    for position in range(low, high - 2):
        if p.lower[position] != "according" or p.lower[position + 1] != "to":
            continue
        if p.quoted[position] == OUTSIDE:
            return _according_at(p, sentence, position)
    return []


def _according_at(p: Passage, sentence: Stretch, position: int) -> list[Found]:
    low, high = sentence
    end = position + 2
    opening = not any(
        p.is_word(n) and p.lower[n] not in {"and", "but"} for n in range(low, position)
    )
    while end < high and not _ends_source(p, end, high, opening=opening):
        end += 1
    content = (
        trimmed(p, end, high) if opening else trimmed(p, _clause_start(p, low, position), position)
    )
    if end == position + 2 or content is None:
        return []
    source, cue = Stretch(position + 2, end), Stretch(position, position + 2)
    return [Found(source=source, cue=cue, contents=(content,), rule="according-to")]


def _clause_start(p: Passage, low: int, position: int) -> int:
    """Return where the clause before begins: after a semicolon, if there is one."""
    for n in range(position - 1, low, -1):
        if p.lower[n] == ";" and p.quoted[n] == OUTSIDE:
            return n + 1
    return low


def _ends_source(p: Passage, position: int, high: int, *, opening: bool) -> bool:
    word = p.lower[position]
    if word in {".", ";", ":", "(", "—", "–"} or p.quoted[position] != OUTSIDE:
        return True
    if word != ",":
        return False
    return opening or p.word(position + 1) not in {"who", "a", "an", "the", "which"}


def label(p: Passage, sentence: Stretch) -> list[Found]:
    """Return a quotation behind a name and a colon: “Orme: ‘We left’”."""
    low, high = sentence
    for colon in range(low + 1, min(low + 9, high - 1)):
        if p.lower[colon] != ":" or p.quoted[colon] != OUTSIDE:
            continue
        if not p.opens_quotation(colon + 1) or not _is_name(p, low, colon):
            return []
        content = trimmed(p, colon + 1, high)
        if content is None:
            return []
        source, cue = Stretch(low, colon), Stretch(colon, colon + 1)
        return [Found(source=source, cue=cue, contents=(content,), rule="label")]
    return []


def _is_name(p: Passage, start: int, end: int) -> bool:
    joining = {"of", "the", "for", "and", ","}
    return start < end and all(
        p.quoted[n] == OUTSIDE
        and p.lower[n] not in cues()
        and (p.is_capital(n) or p.lower[n] in joining)
        for n in range(start, end)
    )


def colon(p: Passage, sentence: Stretch) -> list[Found]:
    """Return a quotation behind a colon without a word of saying: “Pell’s verdict: ‘No’”."""
    low, high = sentence
    for position in range(low + 2, high - 1):
        if p.lower[position] != ":" or p.quoted[position] != OUTSIDE:
            continue
        if not p.opens_quotation(position + 1):
            continue
        content, source = trimmed(p, position + 1, high), _announcer(p, low, position)
        if content is None or source is None:
            return []
        cue = Stretch(position, position + 1)
        return [Found(source=source, cue=cue, contents=(content,), rule="colon")]
    return []


def _announcer(p: Passage, low: int, high: int) -> Stretch | None:
    """Return whose words the colon announces: the owner of the subject, else the subject."""
    phrase = main_subject(p, low, high)
    if phrase is None:
        reads = p.word(high - 1) in {"reads", "read", "runs", "ran"}
        found = subject(p, high - reads, low)
        phrase = found.phrase if found is not None else None
    if phrase is None or p.lower[phrase.start] in _OWNERS:
        return None if phrase is None else Stretch(phrase.start, phrase.start + 1)
    owned = [n for n in range(phrase.start + 1, phrase.end) if p.lower[n] == "'s"]
    return Stretch(phrase.start, owned[0]) if owned else phrase


def signature(p: Passage) -> list[Found]:
    """Return a quotation that is a whole paragraph but for a dash and a name."""
    count = len(p.lower)
    for dash in range(max(2, count - 9), count - 1):
        if p.lower[dash] not in _DASHES or p.quoted[dash] != OUTSIDE:
            continue
        if p.quoted[dash - 1] != MARK or not _is_name(p, dash + 1, _last_word(p)):
            continue
        content = trimmed(p, 0, dash)
        if content is not None and all(p.quoted[n] != OUTSIDE for n in range(*content)):
            source, cue = Stretch(dash + 1, _last_word(p)), Stretch(dash, dash + 1)
            return [Found(source=source, cue=cue, contents=(content,), rule="signature")]
    return []


def _last_word(p: Passage) -> int:
    end = len(p.lower)
    while end > 1 and not p.is_word(end - 1):
        end -= 1
    return end


def noun(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what a noun of saying with its owner holds: “the board’s view it was …”."""
    low, high = sentence
    nouns = words("cues", "nouns")
    for position in range(low + 1, high - 3):
        if p.lower[position] not in nouns or p.quoted[position] != OUTSIDE:
            continue
        if p.lower[position + 1] not in {"that", "it", "he", "she", "they", "there"}:
            continue
        owner = owner_of(p, position, low)
        if owner is not None and _is_object(p, owner, low):
            return _noun_at(p, owner, position, high)
    return []


def _is_object(p: Passage, owner: Stretch, low: int) -> bool:
    """Return whether the noun is no subject: in “Pell’s claim that it fell is false” it is one."""
    led = p.word(owner.start - 1) == "in"
    return led or any(is_finite(p, n) for n in range(low, owner.start))


def _noun_at(p: Passage, owner: Stretch, position: int, high: int) -> list[Found]:
    start = position + 1 + (p.lower[position + 1] == "that")
    end = start
    while end < high and not (p.quoted[end] == OUTSIDE and p.lower[end] in {",", ";", "—", "–"}):
        end += 1
    content = trimmed(p, start, end)
    if content is None:
        return []
    cue = Stretch(position, position + 1)
    return [Found(source=owner, cue=cue, contents=(content,), rule="noun")]


def owner_of(p: Passage, noun_at: int, low: int) -> Stretch | None:
    """Return the owner of a noun, three adjectives back at most: “the board’s old view”."""
    for mark in range(noun_at - 1, max(low, noun_at - 5), -1):
        word = p.lower[mark]
        if word in _OWNERS:
            return Stretch(mark, mark + 1)
        if word == "'s" or (word == "'" and p.word(mark - 1).endswith("s")):
            start = _owner_start(p, mark, low)
            return Stretch(start, mark) if start < mark else None
        if not p.is_word(mark):
            return None
    return None


def _owner_start(p: Passage, mark: int, low: int) -> int:
    """Return where the owner begins: at the “the” near before it, else with its capitals."""
    determiners = words("grammar", "determiners")
    for start in range(mark - 1, max(low - 1, mark - 6), -1):
        if p.quoted[start] != OUTSIDE or not p.is_word(start):
            break
        if p.lower[start] in determiners:
            return start
    start = mark
    while start > low and p.is_word(start - 1) and p.quoted[start - 1] == OUTSIDE:
        if start < mark and not p.is_capital(start - 1):
            break
        start -= 1
    return start


def support(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what a verb and a noun say together: “made a commitment to …”."""
    low, high = sentence
    verbs, nouns = words("cues", "support_verbs"), words("cues", "support_nouns")
    for verb in range(low + 1, high - 2):
        if p.lower[verb] not in verbs or p.quoted[verb] != OUTSIDE:
            continue
        near = [n for n in range(verb + 1, min(high, verb + 4)) if p.lower[n] in nouns]
        if not near or p.word(near[0] + 1) not in {"to", "that", "for", "of"}:
            continue
        found = subject(p, verb, low)
        if found is None or {"not", "n't", "never"} & set(p.lower[found.verb : verb]):
            continue
        return _support_at(p, found.phrase, Stretch(found.verb, near[0] + 1), verb, high)
    return []


def _support_at(p: Passage, source: Stretch, cue: Stretch, verb: int, high: int) -> list[Found]:
    end = verb
    while end < high and not (p.quoted[end] == OUTSIDE and p.lower[end] in {",", ";", "—", "–"}):
        end += 1
    content = trimmed(p, verb, end)
    if content is None or p.word(source.start) in {"who", "which", "that"}:
        return []
    return [Found(source=source, cue=cue, contents=(content,), rule="support-noun")]
