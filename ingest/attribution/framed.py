"""Frames that hold someone's words without a clause of saying: “in her view”, “criticised by X”."""

from ingest.attribution.found import Found, trimmed
from ingest.attribution.passage import MARK, OUTSIDE, Passage, Stretch
from ingest.attribution.phrasal import owner_of
from ingest.attribution.phrases import inverted, subject
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues

_COPULAS = frozenset(("is", "are", "was", "were"))
_AGENT_FARTHEST = 7
_AUTHOR = frozenset(("my", "our", "your"))


def listed(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what “Among the faults the survey lists are …” lists."""
    low, high = sentence
    if p.lower[low] != "among":
        return []
    for verb in range(low + 3, high - 2):
        kind = cues().get(p.lower[verb])
        if kind is None or kind.participle or p.lower[verb + 1] not in _COPULAS:
            continue
        found, content = subject(p, verb, low + 1), trimmed(p, verb + 2, high)
        if found is not None and content is not None:
            source = _last_noun_phrase(p, found.phrase)
            cue = Stretch(found.verb, verb + 1)
            return [Found(source=source, cue=cue, contents=(content,), rule="listed")]
    return []


def _last_noun_phrase(p: Passage, phrase: Stretch) -> Stretch:
    """Return whose verb it is in “the faults the survey” and in “the faults Pell”."""
    determiners = words("grammar", "determiners")
    for position in range(phrase.end - 1, phrase.start, -1):
        capital = p.is_capital(position) and not p.is_capital(position - 1)
        if p.lower[position] in determiners or (
            capital and p.lower[position - 1] not in determiners
        ):
            return Stretch(position, phrase.end)
    return phrase


def opinion(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what “In her opinion, …” holds."""
    low, high = sentence
    if p.lower[low] not in {"in", "to"} or p.quoted[low] != OUTSIDE:
        return []
    for noun in range(low + 2, min(low + 9, high - 3)):
        if p.lower[noun] not in words("cues", "opinions") or p.lower[noun + 1] != ",":
            continue
        owner, content = owner_of(p, noun, low), trimmed(p, noun + 2, high)
        if owner is not None and owner.start == low:
            owner = Stretch(low + 1, owner.end)
        if owner is None or content is None or p.lower[owner.start] in _AUTHOR:
            return []
        cue = Stretch(low, noun + 1)
        return [
            Found(source=owner, cue=Stretch(noun, cue.end), contents=(content,), rule="opinion")
        ]
    return []


def passive(p: Passage, sentence: Stretch) -> list[Found]:
    """Return what “was criticised by X for …” says, the verb with it."""
    low, high = sentence
    for verb in range(low + 2, high - 2):
        if p.lower[verb] not in words("cues", "passive") or p.quoted[verb] != OUTSIDE:
            continue
        group = p.lower[max(low, verb - 3) : verb]
        if not _COPULAS.union(("been", "being")).intersection(group) or "not" in group:
            continue
        by = _agent(p, verb, high)
        source = None if by is None else _agent_phrase(p, by + 1, high)
        if by is not None and source is not None:
            return _passive_at(p, verb, by, source, high)
    return []


def _agent(p: Passage, verb: int, high: int) -> int | None:
    for position in range(verb + 1, min(high - 1, verb + _AGENT_FARTHEST)):
        if p.quoted[position] != OUTSIDE or p.lower[position] in {",", ";", ":"}:
            return None
        if p.lower[position] == "by":
            return position
    return None


def _agent_phrase(p: Passage, start: int, high: int) -> Stretch | None:
    end = _agent_end(p, start, high)
    if p.lower[start] in words("grammar", "plural_speakers"):
        return Stretch(start, end)
    return inverted(p, start, end)


def _agent_end(p: Passage, start: int, high: int) -> int:
    ends = words("cues", "agent_ends")
    for position in range(start + 1, high):
        if p.quoted[position] == MARK or p.lower[position] in ends:
            return position
    return high


def _passive_at(p: Passage, verb: int, by: int, source: Stretch, high: int) -> list[Found]:
    rest = trimmed(p, source.end, high)
    if rest is None or p.lower[source.end] in {",", ".", ";"}:
        return []  # “was criticised by the survey.” does not say for what
    held = [trimmed(p, verb + 1, by), rest]
    contents = tuple(stretch for stretch in held if stretch is not None)
    cue = Stretch(verb, verb + 1)
    return [Found(source=source, cue=cue, contents=contents, rule="passive")]
