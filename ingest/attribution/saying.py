"""The rules for a verb of saying: content before it, after it, with “to”, or as its object."""

from ingest.attribution.clauses import Clause, is_finite, new_subject
from ingest.attribution.content import Following, Front, end_of, following, front, leads_up
from ingest.attribution.found import Found, trimmed
from ingest.attribution.passage import OUTSIDE, Passage, Stretch
from ingest.lexicon.tables import words

_CLOSE = 25
_SUBSTANTIAL = 4  # tokens of an object without a verb, from which it says something
_HEARER = 9  # tokens in which “to” follows the one who is asked to act


def said(p: Passage, c: Clause, floor: int) -> list[Found]:
    """Return what a clause of saying says; content before it begins at `floor` or later."""
    ahead, before = following(p, c), front(p, c, floor)
    if before is not None and _is_postposed(p, c, ahead, before):
        return _postposed(p, c, ahead, before)
    if before is None and _is_interruption(p, c, floor):
        return _interrupted(p, c, floor)
    start = _start(p, c, ahead)
    return [] if start is None else _preposed(p, c, start, ahead)


def _found(p: Passage, c: Clause, rule: str, *contents: tuple[int, int]) -> list[Found]:
    kept = [s for s in (trimmed(p, *content) for content in contents) if s is not None]
    if not kept:
        return []
    return [Found(source=c.source, cue=c.cue, contents=tuple(kept), rule=rule)]


def _is_adjunct(p: Passage, c: Clause) -> bool:
    """Return whether no complement follows: the sentence ends or an adverbial begins."""
    word = p.word(c.after)
    if c.after >= c.core or word in {",", ";", ".", "—", "–"}:
        return True
    return word in words("grammar", "adjuncts") or word in words("grammar", "times")


def _is_postposed(p: Passage, c: Clause, ahead: Following, before: Front) -> bool:
    if c.is_inverted or _is_adjunct(p, c) or ahead.what == "comma":
        return True
    if not before.is_quoted:
        return ahead.what == "colon" and ahead.position == c.after + 1
    return ahead.what == "quote" or "closing" in c.kind.kinds


def _postposed(p: Passage, c: Clause, ahead: Following, before: Front) -> list[Found]:
    rule = "quotation-before" if before.is_quoted else "clause-before"
    start, end = before.content
    position, high = ahead.position, c.sentence.end
    quoted_next = ahead.what in {"quote", "colon"} or p.opens_quotation(position + 1)
    if quoted_next and ahead.what != "that":
        position += ahead.what == "comma"
        rest = (position, end_of(p, c, position))
        if before.is_quoted:
            return _found(p, c, rule, (start, end), rest)
        return _found(p, c, rule, (start, end)) + _found(p, c, "quotation-after", rest)
    if not before.is_quoted and p.word(c.after) == "," and p.word(c.after + 1) == "to":
        rest = (c.after + 1, end_of(p, c, c.after + 1))
        return _found(p, c, "clause-around", (start, end), rest)
    found = _found(p, c, rule, (start, end))
    if p.word(position) == ";" and p.quotes_in(Stretch(position, high)):
        return found + _found(p, c, "sentence-continued", (position + 1, high))
    return found


def _is_interruption(p: Passage, c: Clause, floor: int) -> bool:
    """Return whether “, the report said,” stands between a subject and its verb."""
    low, end = max(c.sentence.start, floor), c.source.start - 1
    if not low < end or c.is_inverted or {p.word(end), p.word(c.after)} != {","}:
        return False
    plain = "speech" in c.kind.kinds and "weak" not in c.kind.kinds
    return plain and not leads_up(p, low, p.word(low), c) and not p.quotes_in(Stretch(low, end))


def _interrupted(p: Passage, c: Clause, floor: int) -> list[Found]:
    """Return a clause that its source interrupts: “The pier, the report said, was unsafe”."""
    low, end = max(c.sentence.start, floor), c.source.start - 1
    rest = (c.after + 1, end_of(p, c, c.after + 1))
    if not any(is_finite(p, n) for n in range(*rest)):
        return []
    return _found(p, c, "clause-around", (low, end), rest)


def _preposed(p: Passage, c: Clause, start: int, ahead: Following) -> list[Found]:
    end = end_of(p, c, start)
    quoted = p.quotes_in(Stretch(start, end))
    rule = "quotation-after" if quoted else "clause-after"
    if start == c.kept:
        rule = "object"
    found = _found(p, c, rule, (start, end))
    while p.word(end) in {"and", "but", ","} and p.word(end + 1) == "that":
        if ahead.what != "that" and "," not in {p.word(end - 1), p.word(end)}:
            break
        start = end + 2
        end = end_of(p, c, start)
        found += _found(p, c, rule, (start, end))
    return found


def _start(p: Passage, c: Clause, ahead: Following) -> int | None:
    """Return where the content after the verb begins, null where the verb says nothing here."""
    kinds = c.kind.kinds
    if ahead.what == "colon" and "speech" in kinds:
        return ahead.position if _may_follow_colon(p, c, ahead.position) else None
    if "infinitive" in kinds and _has_infinitive(p, c):
        return c.kept
    if "asked_to" in kinds and _asks_to(p, c):
        return c.verb
    if "object_kept" in kinds and not c.is_inverted:
        return _object_kept(p, c, ahead)
    return _complement(p, c, ahead)


def _complement(p: Passage, c: Clause, ahead: Following) -> int | None:
    """Return where a quotation, a clause or an object begins that is itself what is said."""
    kinds = c.kind.kinds
    if p.word(c.after) == "to" and "thought" in kinds:
        return None  # “thought to be lost”
    if c.kind.lemma in words("cues", "reports_only") and not _is_report(p, c.source):
        return None
    if ahead.what == "quote" and not _is_place(p, c):
        return _quoted(p, c, ahead.position)
    if ahead.what == "that" and kinds & {"speech", "thought", "object_said"}:
        return _that(p, c, ahead.position)
    return None if _is_adjunct(p, c) else _bare(p, c)


def _is_place(p: Passage, c: Clause) -> bool:
    """Return whether a quotation after “spoke” only names where: “spoke in “the old hall””."""
    return c.kind.lemma == "speak" and p.word(c.after) != "of"


def _may_follow_colon(p: Passage, c: Clause, position: int) -> bool:
    return p.opens_quotation(position) or c.kind.lemma == "say"


def _has_infinitive(p: Passage, c: Clause) -> bool:
    """Return whether “to” follows, at once or after “not” or the one who is asked."""
    near = p.lower[c.after : c.after + 2]
    return near[:1] == ["to"] or near == ["not", "to"]


def _asks_to(p: Passage, c: Clause) -> bool:
    """Return whether someone is asked to act: “urged the council to reopen”."""
    if c.kind.lemma == "ask" and p.word(c.after) in words("grammar", "somebody"):
        return False  # “asked a friend to hold the key” is no position
    for position in range(c.after + 1, min(c.core - 1, c.after + _HEARER)):
        word = p.lower[position]
        if p.quoted[position] != OUTSIDE or word in {",", ";", ":", "that", "about", "for"}:
            return False
        if is_finite(p, position) or word in words("grammar", "subjects") - {"it"}:
            return False  # “when I asked him he pretended not to know”
        if word == "to":
            return not p.is_capital(position + 1) and p.word(position + 1) not in words(
                "grammar", "determiners"
            )
    return False


def _object_kept(p: Passage, c: Clause, ahead: Following) -> int | None:
    joined = {"as", "for", "on"} | ({"to"} if c.kind.lemma.startswith("apolog") else set())
    if _is_adjunct(p, c) and p.word(c.after) not in joined:
        return None
    reach = end_of(p, c, c.kept)
    quoted = p.quotes_in(Stretch(c.after, reach))
    claused = ahead.what == "that" and ahead.position == c.after
    claused = claused or (c.kind.lemma == "call" and p.word(c.after) in {"for", "on"})
    if "object_quoted" in c.kind.kinds and not (quoted or claused or _is_report(p, c.source)):
        return None
    return c.kept if reach - c.after >= 2 else None


def _quoted(p: Passage, c: Clause, position: int) -> int | None:
    """Return the quotation, or what precedes it where that belongs to what is said."""
    between = range(c.after, position)
    kinds = c.kind.kinds
    if "speech" not in kinds and not (kinds & {"thought", "object_said"}):
        return None
    if not between or p.word(position - 1) == ",":
        return position
    if "addressee" in kinds:
        return _past_hearer(p, c)
    adjunct = p.word(c.after) in words("grammar", "adjuncts") - {"as", "to"}
    if adjunct or p.word(c.after) in words("grammar", "times"):
        return position
    if "weak" in kinds and not any(is_finite(p, n) for n in between) and len(between) > 4:
        return c.after if "object_said" in kinds else None
    return c.after


def _that(p: Passage, c: Clause, position: int) -> int:
    """Return the clause after “that”, or an earlier word where “that” only qualifies a noun."""
    stripped = position + (p.word(position) == "that")
    between = p.lower[c.after : position]
    if not between or "addressee" in c.kind.kinds or between[-1] in words("cues", "nouns"):
        return stripped
    adverbial = words("grammar", "adjuncts") | words("grammar", "times") | {",", "-"}
    if between[0] in adverbial or between[0].endswith("ly") or between[-1] == ",":
        return stripped
    return c.after


def _bare(p: Passage, c: Clause) -> int | None:
    """Return the start of a clause without “that”, or of a noun phrase that a report gives."""
    kinds = c.kind.kinds
    start = _past_hearer(p, c) if "addressee" in kinds else c.after
    if kinds & {"speech", "thought"} and _is_clause(p, c, start):
        return start
    if "object_said" not in kinds or p.word(start) in {"guilty", "dead"}:
        return None
    if not _is_substantial(p, c, start):
        return None
    wanted = "said_by_anyone" in kinds or _is_report(p, c.source)
    return start if wanted and c.core - start >= 2 else None


def _is_substantial(p: Passage, c: Clause, start: int) -> bool:
    """Return whether an object says something: “five children”, but not “the report”."""
    reach = range(start, c.core)
    if p.word(start) in words("cues", "vague"):
        return False  # “revealed matters giving rise to concern”
    if p.quotes_in(Stretch(start, c.core)) or any(is_finite(p, n) for n in reach):
        return True
    if c.kind.lemma in words("cues", "reports_only"):
        return False
    definite = p.word(start) in words("grammar", "determiners")
    if c.kind.lemma in words("cues", "held_to_clauses") and definite:
        return False
    counted = p.word(start) in words("grammar", "numbers") or p.word(start)[:1].isdigit()
    return counted or len(reach) >= _SUBSTANTIAL


def _is_clause(p: Passage, c: Clause, start: int) -> bool:
    """Return whether a subject and a finite verb follow."""
    closed = words("grammar", "prepositions") | words("grammar", "connectives")
    closed |= words("grammar", "particles")
    if start >= c.core or p.word(start) in closed:
        return False
    if p.word(start) in words("grammar", "subjects") and start + 1 < c.core:
        return p.word(start + 1) not in closed
    for position in range(start + 1, min(c.core, start + _CLOSE)):
        if p.lower[position] in {",", ";", "—", "–"} or _is_next_clause(p, position):
            return False
        if p.quoted[position] < 0 and is_finite(p, position):
            return "weak" not in c.kind.kinds or _begins_subject(p, start)
    return False


def _is_next_clause(p: Passage, position: int) -> bool:
    """Return whether “and” begins a clause of its own: “announced reforms and Pell left”."""
    return p.lower[position] in {"and", "but"} and new_subject(p, position) is not None


def _begins_subject(p: Passage, start: int) -> bool:
    if p.is_capital(start) or p.word(start) in words("grammar", "determiners"):
        return True
    return p.word(start) in words("grammar", "pronouns") | {"there"}


def _past_hearer(p: Passage, c: Clause) -> int:
    """Return the token after the one spoken to: “told us she …”, “told the Post it …”."""
    start = c.after
    if p.word(start) in words("grammar", "hearers"):
        return start + 1
    position = start + (p.word(start) in words("grammar", "determiners"))
    while position < c.core and p.quoted[position] < 0 and p.is_word(position):
        if not p.is_capital(position):
            break
        position += 1
    named = position > start + (p.word(start) in words("grammar", "determiners"))
    if named:
        return position
    for hearer in range(position, min(c.core, position + 3)):
        if p.word(hearer) in words("grammar", "hearers") and p.quoted[hearer] < 0:
            return hearer + 1
    return start


def _is_report(p: Passage, source: Stretch) -> bool:
    """Return whether the source is a document or a body that reports, or goes by an acronym."""
    reports = words("cues", "reports")
    for position in range(source.start, source.end):
        word = p.tokens[position].word
        if p.lower[position] in reports or (len(word) > 2 and word.isupper()):
            return True
        if p.lower[position] in {",", "of", "into", "on", "about"} and position > source.start:
            return False
    return False
