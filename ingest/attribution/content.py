"""What a clause of saying says: where the content begins, where it ends, what stands before it."""

from typing import Literal, NamedTuple

from ingest.attribution.clauses import Clause, is_finite, new_subject
from ingest.attribution.passage import MARK, OUTSIDE, Passage, Stretch
from ingest.attribution.phrases import subject
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import cues

_FARTHEST = 60
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "!", "?", "that"))
_PLURAL_SAYING = frozenset(("say", "believe", "argue", "insist"))


class Following(NamedTuple):
    """The first thing after the verb that tells what kind of complement it has."""

    what: Literal["quote", "colon", "that", "comma", "none"]
    position: int


def following(p: Passage, c: Clause) -> Following:
    """Return what follows the verb and its adjuncts: a quotation, a colon, “that”, a comma."""
    speech, crossed = "speech" in c.kind.kinds, False
    for position in range(c.after, min(c.core, c.after + _FARTHEST)):
        word = p.lower[position]
        comma = word == "," and speech
        if p.opens_quotation(position + comma):
            return Following("quote", position + comma)
        if word == ":":
            return Following("colon", position + 1)
        if not crossed and _is_subordinator(p, c, position):
            return Following("that", position)
        if word in {",", ";", "—", "–"}:
            return _beyond_comma(p, c, position) if comma else Following("comma", position)
        crossed = crossed or is_finite(p, position)
    return Following("none", c.core)


def _is_subordinator(p: Passage, c: Clause, position: int) -> bool:
    """Return whether the clause that is said begins here."""
    if p.lower[position] == "that" and _is_demonstrative(p, position):
        return False
    if p.lower[position] in {"that", "whether"}:
        return True
    bare = position == c.after or p.word(position - 1) == ","
    return bare and p.lower[position] in {"how", "why"}


def _is_demonstrative(p: Passage, position: int) -> bool:
    """Return whether “that” points: “asked for that list”, “that October”."""
    if p.word(position + 1) in words("grammar", "times") and not is_finite(p, position + 2):
        return True
    return p.word(position - 1) in words("grammar", "prepositions") - {"in", "to", "as"}


def _beyond_comma(p: Passage, c: Clause, comma: int) -> Following:
    """Return what follows a comma after the verb, looking over one phrase between commas."""
    limit = min(c.core, comma + 16)
    for position in range(comma + 1, limit):
        word = p.lower[position]
        if word in {";", ":", "."} or p.opens_quotation(position):
            break
        if word != ",":
            continue
        if p.opens_quotation(position + 1):
            return Following("quote", position + 1)
        if p.word(position + 1) in {"that", "how"} and comma == c.after:
            return Following("that", position + 1)
        break
    return Following("comma", comma)


class Front(NamedTuple):
    """Content before the verb and its subject: “…”, he said."""

    content: Stretch
    is_quoted: bool


def front(p: Passage, c: Clause, floor: int) -> Front | None:
    """Return the content that stands before the clause, from `floor` on, if there is one."""
    low = max(c.sentence.start, floor)
    end = c.cue.start if c.is_inverted else min(c.source.start, c.cue.start)
    if end <= low or not (p.word(end - 1) == "," or p.quoted[end - 1] == MARK or c.is_inverted):
        return None
    first = low
    while first < end and not p.is_word(first):
        first += 1
    count = sum(p.is_word(position) for position in range(low, end))
    leading = p.word(first)
    quoted_end = any(p.quoted[position] >= 0 for position in range(max(low, end - 3), end))
    if _is_title(p, c, end):
        return None
    quoted_lead = first < end and p.quoted[first] >= 0
    if quoted_end and (quoted_lead or leading not in words("grammar", "lead_ins")):
        return Front(Stretch(low, end), is_quoted=True)
    if "speech" not in c.kind.kinds or count < 4 or leads_up(p, first, leading, c):
        return None
    clause = any(is_finite(p, position) for position in range(first, end))
    return Front(Stretch(low, end), is_quoted=p.quotes_in(Stretch(low, end))) if clause else None


def _is_title(p: Passage, c: Clause, end: int) -> bool:
    """Return whether the quotation belongs to the subject: the “Hard Times” programme said."""
    if c.is_inverted or p.quoted[end - 1] != MARK or p.word(end - 2) in {",", ".", "!", "?", "…"}:
        return False
    pronoun = p.word(c.source.start) in words("grammar", "pronouns")
    return not pronoun and not p.is_capital(c.source.start)


def leads_up(p: Passage, first: int, word: str, c: Clause) -> bool:
    """Return whether the words before the clause only lead up to it: “Asked about it, he said”."""
    if word in words("grammar", "bounds") or word in words("grammar", "openers"):
        return True
    if word in {"given", "faced", "based", "compared"}:
        return True
    participle = word.endswith(("ing", "ed")) and len(word) > 5 and not c.is_inverted
    if participle and word not in {"nothing", "something", "everything", "anything", "evening"}:
        return True
    at_end = c.after >= c.core or p.word(c.after) in {":", ",", "."}
    return word in words("grammar", "prepositions") and not at_end


def end_of(p: Passage, c: Clause, start: int) -> int:
    """Return where a content that begins at `start` ends: at the latest with the sentence."""
    end = _relative_end(p, c, start)
    if start >= end:
        return end
    settled = start == c.kept  # whether what is said has had its verb
    for position in range(max(start + 1, c.after) if settled else start + 1, end):
        if p.quoted[position] != OUTSIDE:
            continue
        if (settled and _resumes(p, position)) or _is_new_turn(p, c, position):
            end = position
            break
        settled = settled or is_finite(p, position)
    return _narrator_returns(p, c, start, end)


def _relative_end(p: Passage, c: Clause, start: int) -> int:
    """Return where the relative clause ends that the verb stands in, else the sentence's end."""
    relative = c.cue.start - 1
    if relative <= c.sentence.start + 1 or p.word(relative) not in {"who", "which"}:
        return c.sentence.end
    if p.word(relative - 1) != ",":
        return c.sentence.end
    for position in range(start + 1, c.sentence.end):
        if p.word(position) == "," and p.quoted[position] == OUTSIDE:
            return position
    return c.sentence.end


def _is_new_turn(p: Passage, c: Clause, position: int) -> bool:
    """Return whether another clause of saying begins here."""
    word, after = p.lower[position], p.word(position + 1)
    if word == "according" and after == "to":
        return True
    if word == ",":
        turns = after in words("grammar", "participles") or after == "that"
        return turns or _with_participle(p, position + 1) or _is_second_verb(p, c, position + 1)
    if word == ";":
        return _is_other_speaker(p, position)
    if word not in {"and", "but", "while"}:
        return False
    ahead = position + 2 if after in words("grammar", "adverbs") else position + 1
    ahead += p.word(ahead) in words("grammar", "personal")
    if after == "that" or _is_second_verb(p, c, ahead) or _is_other_speaker(p, position):
        return True
    loose = p.word(position - 1) == "," and not any(q >= 0 for q in p.quoted[position : c.core])
    return loose and new_subject(p, position) is not None


def _resumes(p: Passage, position: int) -> bool:
    """Return whether the main clause goes on: “, who branded it a trap in May, has left”."""
    after = p.word(position + 1)
    return p.lower[position] == "," and after in words("grammar", "finite") and after[0] != "'"


def _is_other_speaker(p: Passage, joint: int) -> bool:
    """Return whether another subject with a verb of saying follows: “but the family said”."""
    for position in range(joint + 2, min(len(p.lower), joint + 9)):
        if p.quoted[position] != OUTSIDE or p.lower[position] in _CLAUSE_ENDS:
            return False
        cue = cues().get(p.lower[position])
        plural = cue is not None and cue.base and cue.lemma not in _PLURAL_SAYING
        if cue is not None and not (plural or cue.participle or "weak" in cue.kinds):
            found = subject(p, position, joint + 1) if "speech" in cue.kinds else None
            return found is not None
    return False


def _is_second_verb(p: Passage, c: Clause, position: int) -> bool:
    """Return whether the same speaker does something else: “and voiced”, “, finds that”."""
    cue = cues().get(p.word(position))
    if cue is None or cue.participle or cue.base != c.kind.base:
        return False
    if "weak" in cue.kinds:
        return p.word(position + 1) == "that"
    if "object_kept" in cue.kinds and p.word(position).endswith("s"):
        return True
    if "speech" not in cue.kinds and "object_kept" not in cue.kinds:
        return False
    return p.word(position).endswith("ed") or p.word(position) in {"said", "told", "wrote", "says"}


def _with_participle(p: Passage, position: int) -> bool:
    """Return whether “with X saying” begins here."""
    if p.word(position) != "with":
        return False
    ahead = (cues().get(word) for word in p.lower[position + 1 : position + 8])
    return any(cue is not None and cue.participle for cue in ahead)


def _narrator_returns(p: Passage, c: Clause, start: int, end: int) -> int:
    """Return where the narrator's own words begin again after the content."""
    first = start + (p.quoted[start] == MARK)
    if first < end and p.quoted[first] >= 0:
        return _after_quotation(p, c, first, end)
    if p.quotes_in(Stretch(start, end)):
        return _aftermath(p, start, end)
    if "speech" not in c.kind.kinds:
        return end
    narrated = words("grammar", "narrated")
    for position in range(start + 2, end - 2):
        word = p.lower[position]
        late = position >= start + 4
        if late and word == "," and p.word(position + 1) in narrated:
            return position
        if word == ";" or (late and word in {"—", "–"}):
            return position
    return end


def _aftermath(p: Passage, start: int, end: int) -> int:
    """Return where “after …” tells, behind the last quoted words, what came before."""
    last = max(n for n in range(start, end) if p.quoted[n] >= 0)
    for position in range(last + 1, end):
        if p.lower[position] == "after" and any(is_finite(p, n) for n in range(position, end)):
            return position
    return end


def _after_quotation(p: Passage, c: Clause, first: int, end: int) -> int:
    quotation = p.quoted[first]
    last = first
    while last < end and p.quoted[last] == quotation:
        last += 1
    if last + 1 >= end:
        return end
    closed = p.lower[last - 1] in {",", ".", "!", "?", "…"}
    narrated = words("grammar", "narrated") | {"when", "during", "at", "on", "referring"}
    narrated |= set() if c.kind.lemma == "describe" else {"as"}  # described “…” as “…”
    return last + 1 if closed or p.word(last + 1) in narrated else end
