"""Clauses of saying: a word of saying in use as a verb, and its subject wherever that stands."""

from dataclasses import dataclass

from ingest.attribution.found import Found
from ingest.attribution.passage import MARK, OUTSIDE, Passage, Stretch
from ingest.attribution.phrases import Subject, inverted, subject
from ingest.attribution.relatives import giver, resolve
from ingest.lexicon.tables import words
from ingest.lexicon.verbs import Cue, cues

_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))
_UNREAL = frozenset(
    ("not", "n't", "never", "would", "could", "should", "might", "may", "must", "can")
)
_HIDDEN = frozenset(("named", "identified", "anonymous"))
_AFTER_NOUNS = frozenset(("and", "or", "who", "which", "–", "—"))
_NOBODY = frozenset(("not", "nothing", "nobody", "none", "anything", "something", "everything"))
_DEMANDING = frozenset(("accept", "agree", "recognise", "recognize"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb of saying with its source; `core` is where the sentence ends but for its marks.

    `after` is the first token after the verb, or after the subject where that follows it; `kept`
    is where a content begins that keeps the verb: at its “not”, if it has one.
    """

    sentence: Stretch
    core: int
    source: Stretch
    cue: Stretch
    verb: int
    kind: Cue
    after: int
    kept: int
    is_inverted: bool


def clause_at(p: Passage, sentence: Stretch, verb: int, earlier: list[Found]) -> Clause | None:
    """Return the clause whose verb of saying is the token `verb`, if it is one and has a source."""
    kind = cues().get(p.lower[verb])
    if kind is None or p.quoted[verb] != OUTSIDE or not _is_verb(p, verb, kind):
        return None
    low = sentence.start
    found = None if kind.participle else subject(p, verb, low)
    if not kind.participle and _may_be_inverted(p, verb, low, found):
        after = inverted(p, verb + 1, sentence.end)
        if after is not None and "speech" in kind.kinds:
            return _clause(p, sentence, Subject(after, verb), verb, kind, is_inverted=True)
        if found is None and p.word(verb - 1) != ",":
            return None
    if found is None:
        found = _borrowed(p, sentence, verb, kind, earlier)
    elif _is_verbal(p, found.phrase.start):
        main = main_subject(p, low, verb)  # “…, who gave evidence on two occasions declined”
        found = Subject(main, found.verb) if main is not None else None
    if found is None or _is_unreal(p, found, verb, low, kind):
        return None
    resolved = resolve(p, found, kind, verb, low)
    return _clause(p, sentence, resolved, verb, kind) if resolved is not None else None


def _clause(
    p: Passage,
    sentence: Stretch,
    found: Subject,
    verb: int,
    kind: Cue,
    *,
    is_inverted: bool = False,
) -> Clause:
    core = sentence.end
    while core > sentence.start and p.quoted[core - 1] < 0 and not p.is_word(core - 1):
        core -= 1
    after = found.phrase.end if is_inverted else verb + 1
    while p.word(after) == "[" and "]" in p.lower[after : after + 4]:  # an editor’s “say[ing]”
        after += p.lower[after : after + 4].index("]") + 1
    after = _past_aside(p, after)
    return Clause(
        sentence=sentence,
        core=max(core, after),
        source=found.phrase,
        cue=Stretch(found.verb, verb + 1),
        verb=verb,
        kind=kind,
        after=after,
        kept=_kept(p, found.verb, verb),
        is_inverted=is_inverted,
    )


def _past_aside(p: Passage, after: int) -> int:
    """Return the token after “, however,”, where that stands between a verb and its complement."""
    aside = p.word(after) == "," and p.word(after + 2) == ","
    return after + 3 if aside and p.word(after + 1) in words("grammar", "asides") else after


def _kept(p: Passage, group: int, verb: int) -> int:
    """Return where the verb begins, with the words that turn its meaning: “does not accept”."""
    turned = _UNREAL & set(p.lower[group:verb])
    return group if turned else verb


def _is_verb(p: Passage, verb: int, kind: Cue) -> bool:
    """Return whether the form is in use as a verb, as far as its neighbours tell."""
    if _is_noun(p, verb, kind) or p.word(verb + 1) in words("grammar", "finite"):
        return False  # “the gaps she lists are”
    if not kind.base or kind.lemma in {"say", "believe", "think", "argue"}:
        return True
    before = p.word(verb - 1)
    if before in words("grammar", "plural_speakers") or before in words("grammar", "auxiliaries"):
        return True
    plural = before.endswith("s") and len(before) > 3 and not before.endswith("ss")
    return plural or before in {"who", "also", "and"}


def _is_verbal(p: Passage, start: int) -> bool:
    """Return whether what looked like a subject begins with a verb."""
    return not p.is_capital(start) and (p.word(start) == "having" or is_finite(p, start))


def _is_noun(p: Passage, verb: int, kind: Cue) -> bool:
    """Return whether “reports”, “claims” … is a noun: “the reports”, “two reports of”."""
    before, form, after = p.word(verb - 1), p.lower[verb], p.word(verb + 1)
    if before in words("grammar", "determiners") - {"both", "all"} or before in {
        "of",
        "for",
        "with",
        "such",
        "no",
    }:
        return True
    if before == "'s" and (form.endswith("s") or kind.base):
        return True
    following = cues().get(after)
    if following is not None and following.base and form.endswith("s"):
        return True  # “the auditor’s reports explain”
    if form not in words("cues", "noun_forms"):
        return False
    return after in words("grammar", "prepositions") or after in _AFTER_NOUNS


def _may_be_inverted(p: Passage, verb: int, low: int, found: Subject | None) -> bool:
    if verb <= low:
        return False
    if p.quoted[verb - 1] == MARK:
        return True
    return p.word(verb - 1) == "," and found is None


def _is_unreal(p: Passage, found: Subject, verb: int, low: int, kind: Cue) -> bool:
    """Return whether nobody is said to have said it: “was told”, “did not say”, “if he says”."""
    group = p.lower[found.verb : verb]
    if _PASSIVE.intersection(group) and not kind.participle:
        return True
    if _UNREAL.intersection(group) and not (kind.lemma in _DEMANDING and "not" in group):
        return True
    if _HIDDEN.intersection(p.lower[verb + 1 : verb + 6]) and kind.lemma in {"ask", "decline"}:
        return True  # “who asked not to be named” says nothing
    start = found.phrase.start
    if _is_nobody(p, start) or _is_half_said(kind, group):
        return True
    if p.word(start) in {"i", "you"} and "speech" not in kind.kinds:
        return True  # “I think” in a text's own voice reports nobody
    return start > low and p.word(start - 1) in {"if", "unless", "whether", "whatever"}


def _is_half_said(kind: Cue, group: list[str]) -> bool:
    """Return whether only not doing it says something: “does not recognise the number”."""
    return kind.lemma.startswith("recogni") and not {"not", "n't"}.intersection(group)


def _is_nobody(p: Passage, start: int) -> bool:
    """Return whether the subject is nobody, or a question’s: “nothing explains”, “did X say”."""
    first = p.word(start)
    asked = first in words("grammar", "auxiliaries") and not first.startswith("'")
    return asked or first in _NOBODY or p.lower[start : start + 2] == ["no", "one"]


def _borrowed(
    p: Passage, sentence: Stretch, verb: int, kind: Cue, earlier: list[Found]
) -> Subject | None:
    """Return the subject of a participle or of a second verb: “…, adding”, “and voiced”."""
    low = sentence.start
    here = [f for f in earlier if f.cue is not None and low <= f.cue.start < verb]
    last = here[-1].source if here else None
    if kind.participle:
        return _of_participle(p, verb, low, last)
    adverbs = words("grammar", "adverbs")
    joined = (
        p.word(verb - 1) in {"and", "but", "or"}
        or (p.word(verb - 1) == "," and here)
        or (p.word(verb - 1) in adverbs and p.word(verb - 2) in {"and", "but"})
    )
    if not joined:
        return None
    phrase = last if last is not None else main_subject(p, low, verb)
    return Subject(phrase, verb) if phrase is not None else None


def _of_participle(p: Passage, verb: int, low: int, last: Stretch | None) -> Subject | None:
    if p.word(verb - 1) == "as" and p.word(verb - 2) in {"quoted", "reported", "recorded"}:
        quoted = subject(p, verb - 2, low)
        return Subject(quoted.phrase, verb) if quoted is not None else None
    if p.word(verb - 1) in words("cues", "given"):
        phrase = giver(p, Stretch(max(low, verb - 1), verb), low)
        return Subject(phrase, verb) if phrase.end < verb else None
    if verb == low or (p.word(verb - 1) != "," and not _has_own_subject(p, verb, low)):
        return None
    if p.word(verb - 1) == ",":
        main = main_subject(p, low, verb - 1)
        near = max((s for s in (main, last) if s is not None), default=None)
        return Subject(near, verb) if near is not None else None
    return subject(p, verb, low)


def _has_own_subject(p: Passage, verb: int, low: int) -> bool:
    """Return whether the participle follows “with X”."""
    return "with" in p.lower[max(low, verb - 8) : verb]


def main_subject(p: Passage, low: int, high: int) -> Stretch | None:
    """Return the subject of the clause before `high`: the sentence's, or that after an “and”."""
    main: Stretch | None = None
    for position in range(low + 1, min(high, low + 60)):
        if p.quoted[position] != OUTSIDE:
            continue
        if main is None and is_finite(p, position):
            found = subject(p, position, low)
            if found is not None and p.word(found.phrase.start) not in {"which", "that"}:
                main = found.phrase
        elif p.lower[position] in {"and", "but", "while", ";"}:
            main = new_subject(p, position) or main
    return main


def new_subject(p: Passage, joint: int) -> Stretch | None:
    """Return the subject of the clause that begins behind “and”, null where none begins."""
    for position in range(joint + 2, min(len(p.lower), joint + 10)):
        if p.quoted[position] != OUTSIDE or p.lower[position] in {",", ";", ":", ".", "that"}:
            return None
        if is_finite(p, position):
            found = subject(p, position, joint + 1)
            begins = found is not None and found.phrase.start == joint + 1
            begins = begins and not p.word(joint + 1).endswith("ing")  # “and having lost”
            return found.phrase if found is not None and begins else None
    return None


def is_finite(p: Passage, position: int) -> bool:
    """Return whether the token looks like a finite verb."""
    word = p.lower[position]
    if p.is_capital(position):  # “May” and “Will” are names
        return False
    if word in words("grammar", "finite"):
        return True
    if p.word(position - 1) in words("grammar", "determiners"):
        return False
    if word in cues():
        named = word in words("cues", "noun_forms") or p.word(position - 1) == "to"
        return not (cues()[word].participle or named)
    return (len(word) > 4 and word.endswith("ed")) or word in words("grammar", "past")
