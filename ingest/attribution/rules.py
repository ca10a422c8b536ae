"""All rules over one passage, in the order in which they claim its words."""

from ingest.attribution.clauses import clause_at
from ingest.attribution.found import Found, trimmed
from ingest.attribution.passage import MARK, Passage, Stretch
from ingest.attribution.phrasal import according, label, noun, signature, support
from ingest.attribution.saying import said
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues


def attribute(p: Passage) -> list[Found]:
    """Return everything the rules find in a passage; no two contents overlap."""
    found = signature(p)
    if found:
        return found
    for sentence in p.sentences:
        for rule in (according, label, noun, support):
            _keep(found, rule(p, sentence))
        _verbs(p, sentence, found)
        _keep(found, _fragment(p, sentence, found))
    return found


def _verbs(p: Passage, sentence: Stretch, found: list[Found]) -> None:
    position = sentence.start
    known = cues()
    while position < sentence.end:
        if p.lower[position] in known and not _is_taken(position, found):
            clause = clause_at(p, sentence, position, found)
            if clause is not None:
                floor = max((f.reach for f in found if _before(f, sentence, position)), default=0)
                _keep(found, said(p, clause, floor))
        position += 1


def _before(f: Found, sentence: Stretch, position: int) -> bool:
    return f.cue is not None and sentence.start <= f.cue.start < position


def _is_taken(position: int, found: list[Found]) -> bool:
    """Return whether the token stands inside what someone else is saying."""
    return any(s.start <= position < s.end for f in reversed(found[-8:]) for s in f.contents)


def _keep(found: list[Found], new: list[Found]) -> None:
    for candidate in new:
        recent = [s for f in found[-8:] for s in f.contents]
        if not any(mine.touches(other) for mine in candidate.contents for other in recent):
            found.append(candidate)


def _fragment(p: Passage, sentence: Stretch, found: list[Found]) -> list[Found]:
    """Return a sentence that goes on reporting: “She will treat it with “a pinch of salt””."""
    if not found or p.lower[sentence.start] not in words("grammar", "personal"):
        return []
    cues_here = [f.cue.start for f in found if f.cue and f.cue.start >= sentence.start]
    end = min(cues_here, default=sentence.end)
    end -= end < sentence.end and p.lower[end - 1] in {"and", "but"}
    content = trimmed(p, sentence.start, end)
    if content is None or sum(q >= 0 for q in p.quoted[content.start : content.end]) < 3:
        return []
    source = Stretch(sentence.start, sentence.start + 1)
    return [Found(source=source, cue=None, contents=(content,), rule="fragment")]


def orphans(p: Passage, found: list[Found]) -> list[Stretch]:
    """Return the sentences that are quotation throughout and that no rule has claimed."""
    return [
        sentence
        for sentence in p.sentences
        if all(
            p.quoted[n] == MARK or p.quoted[n] >= 0 or not p.is_word(n) for n in range(*sentence)
        )
        and p.quotes_in(sentence)
        and not any(s.touches(sentence) for f in found for s in f.contents)
    ]


def announces(p: Passage) -> Stretch | None:
    """Return the source whose words a last sentence that ends in a colon announces."""
    sentence = p.sentences[-1]
    known = cues()
    for position in range(sentence.end - 1, sentence.start, -1):
        if p.lower[position] in known:
            clause = clause_at(p, sentence, position, [])
            if clause is not None and "speech" in clause.kind.kinds:
                return clause.source
    return None
