"""All rules over one passage, in the order in which they claim its words."""

from ingest.attribution.clauses import clause_at
from ingest.attribution.found import Found, trimmed
from ingest.attribution.framed import listed, opinion, passive
from ingest.attribution.passage import Passage, Stretch
from ingest.attribution.phrasal import according, colon, label, noun, signature, support
from ingest.attribution.saying import said
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues


def attribute(p: Passage) -> list[Found]:
    """Return everything the rules find in a passage; no two contents overlap."""
    found = signature(p)
    if found:
        return found
    for sentence in p.sentences:
        here: list[Found] = []
        for rule in (according, label, listed, opinion, noun, support, passive):
            _keep(here, rule(p, sentence))
        _verbs(p, sentence, here)
        _keep(here, colon(p, sentence))
        if found or here:
            _keep(here, _fragment(p, sentence, here))
        found += here
    return found


def _verbs(p: Passage, sentence: Stretch, here: list[Found]) -> None:
    known = cues()
    for position in range(*sentence):
        if p.lower[position] in known and not _is_taken(position, here):
            clause = clause_at(p, sentence, position, here)
            if clause is not None:
                before = (f.reach for f in here if f.cue is not None and f.cue.start < position)
                _keep(here, said(p, clause, max(before, default=0)))


def _is_taken(position: int, here: list[Found]) -> bool:
    """Return whether the token stands inside what someone else is saying."""
    return any(s.start <= position < s.end for f in here for s in f.contents)


def _keep(here: list[Found], new: list[Found]) -> None:
    for candidate in new:
        taken = (s for f in here for s in f.contents)
        if not any(mine.touches(other) for other in taken for mine in candidate.contents):
            here.append(candidate)


def _fragment(p: Passage, sentence: Stretch, here: list[Found]) -> list[Found]:
    """Return a sentence that goes on reporting: “She will treat it with “a pinch of salt””."""
    if p.lower[sentence.start] not in words("grammar", "personal"):
        return []
    end = min((f.cue.start for f in here if f.cue is not None), default=sentence.end)
    end -= end < sentence.end and p.lower[end - 1] in {"and", "but"}
    content = trimmed(p, sentence.start, end)
    if content is None or sum(q >= 0 for q in p.quoted[content.start : content.end]) < 3:
        return []
    source = Stretch(sentence.start, sentence.start + 1)
    return [Found(source=source, cue=None, contents=(content,), rule="fragment")]


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
