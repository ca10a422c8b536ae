"""A document's own voice: what “I” and “we” hold outside quotation marks, and its own lists.

Sentences that take a position only (found, concerned, accept, apologise, commit, deny), never
narration. `source` is the pronoun; who that is remains for others.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.attribution.voiced import is_first_person, whole_sentences
from ingest.lexicon.tables import table
from ingest.lexicon.verbs import cues
from ingest.reading import Attribution, Extent, Paragraph, Reading
from ingest.tokens import without_number

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_SHORTEST = 4  # words of a concern or of a piece of advice


@dataclass(slots=True)
class _Page:
    """What is known while the paragraphs are read: the last “I” or “we”, and what list this is.

    `quoted` and `others` are the stretches of the paragraph at hand.
    """

    reading: Reading
    quoted: Sequence[Extent] = ()
    others: Sequence[Extent] = ()
    voice: Extent | None = None
    kind: str = ""
    said: list[Attribution] = field(default_factory=list)


def own_voice(
    reading: Reading, quoted: Sequence[Extent], taken: set[int], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return what the document says for itself, in order, a sentence each, of form direct.

    `quoted` are the stretches between quotation marks, in order; `taken` the indices of paragraphs
    that someone speaks; `found` what is attributed to others, whose words these never are.
    """
    others = sorted(
        part for one in found if not is_first_person(reading.text, one) for part in one.parts
    )
    page = _Page(reading=reading)
    for number, paragraph in enumerate(reading.paragraphs):
        if number not in taken and paragraph.zone != "boilerplate":
            page.quoted = _inside(quoted, paragraph.extent)
            page.others = _inside(others, paragraph.extent)
            _read(page, paragraph)
    return page.said


def _inside(stretches: Sequence[Extent], extent: Extent) -> Sequence[Extent]:
    """Return those of the ordered stretches that begin inside an extent."""
    first = bisect_left(stretches, extent.start, key=lambda stretch: stretch.start)
    last = bisect_left(stretches, extent.end, lo=first, key=lambda stretch: stretch.start)
    return stretches[first:last]


def _read(page: _Page, paragraph: Paragraph) -> None:
    words = page.reading.words(paragraph.extent)
    kind = _list(page, words, paragraph)
    if kind is not None:
        page.kind = kind
    if paragraph.zone not in {"body", "list"}:
        return
    in_list = page.kind if kind is None else ""
    if not (in_list or _FIRST_PERSON.search(words) or _rule("dated").search(words)):
        return
    before: Attribution | None = None
    for whole in whole_sentences(page.reading.text, paragraph.extent, page.quoted):
        sentence = without_number(page.reading.text, whole)
        first = whole.start == paragraph.extent.start
        said = _sentence(page, sentence, before, in_list, first)
        if said is None:
            continue
        if said.rule == "own-beside" and before is not None and _is_short(page, before, said):
            said = replace(before, parts=(Extent(before.parts[0].start, said.parts[0].end),))
            page.said.pop()
        page.said.append(said)
        before = said


def _list(page: _Page, words: str, paragraph: Paragraph) -> str | None:
    """Return the list that a heading or a line opens; empty where one ends; null for neither."""
    if _rule("opens").match(words):
        return "concerns"
    if len(words) < 100 and _rule("closes").match(words):
        return ""
    heading = paragraph.zone == "crosshead" or (paragraph.zone == "list" and len(words) < 60)
    if heading and _rule("heading").match(words):
        return "advice"
    return "" if page.kind == "advice" and paragraph.zone == "crosshead" else None


def _sentence(
    page: _Page, sentence: Extent, before: Attribution | None, in_list: str, first: bool
) -> Attribution | None:
    words = _blanked(page, sentence)
    match = _rule("positions").search(words)
    if match is not None:
        return _position(page, sentence, match)
    if any(sentence.touches(other) for other in _near(page, sentence)):
        return None
    if before is not None and _goes_on(page, words, before):
        return replace(before, inherited=True, cue=None, parts=(sentence,), rule="own-beside")
    if in_list == "concerns" and _is_said(words):
        return _unsigned(page, sentence, "own-concern")
    numbered = first and (in_list == "advice" or _rule("dated").match(words))
    if numbered and _rule("advises").match(words):
        return _unsigned(page, sentence, "own-recommendation")
    return None


def _position(page: _Page, sentence: Extent, match: re.Match[str]) -> Attribution | None:
    groups = match.re.groupindex
    who = next(match.span(name) for name in groups if name[:3] == "who" and match[name])
    verb = next((match.span(n) for n in groups if n[:4] == "verb" and match[n]), None)
    source = Extent(sentence.start + who[0], sentence.start + who[1])
    near = _near(page, sentence)
    if any(source.touches(other) for other in near):
        return None  # “the force said we had …”: it is theirs
    if any(other.start < sentence.start for other in near):
        return None
    if any(other.end < source.start for other in near):
        sentence = Extent(source.start, sentence.end)  # “One file said so, but we found …”
    page.voice = source
    lemma = None if verb is None else match.string[verb[0] : verb[1]].lower()
    cue = (
        Extent(source.start + match.start() - who[0], source.start + verb[1] - who[0])
        if verb
        else None
    )
    return _own(page, sentence, "own-voice", cue=cue if lemma in cues() else None)


def _own(page: _Page, part: Extent, rule: str, *, cue: Extent | None = None) -> Attribution:
    return Attribution(
        source=page.voice, inherited=cue is None and rule != "own-voice", cue=cue,
        parts=(part,), form="direct", rule=rule,
    )  # fmt: skip


def _unsigned(page: _Page, part: Extent, rule: str) -> Attribution:
    """Return what no pronoun claims: the last “I” of a coroner, or the document alone."""
    source = page.voice if rule == "own-concern" else None
    return replace(_own(page, part, rule), source=source, inherited=source is not None)


def _goes_on(page: _Page, words: str, before: Attribution) -> bool:
    if _rule("beside").match(words.lstrip()):
        return True
    promising = _rule("promising").search(page.reading.words(before.parts[0]))
    return bool(promising and _rule("promised").search(words))


def _is_short(page: _Page, before: Attribution, said: Attribution) -> bool:
    """Return whether “I do not agree.” and what follows it at once are one statement."""
    adjoining = said.parts[0].start - before.parts[0].end <= 2 and page.said[-1] is before
    words = page.reading.words(before.parts[0])
    return adjoining and words.count(" ") < _SHORTEST and before.rule == "own-voice"


def _is_said(words: str) -> bool:
    return len(words.split()) >= _SHORTEST and not words.rstrip().endswith(("?", ":"))


def _near(page: _Page, sentence: Extent) -> list[Extent]:
    return [other for other in page.others if other.touches(sentence)]


def _blanked(page: _Page, sentence: Extent) -> str:
    """Return the sentence with its quotations blanked, its length kept."""
    words = page.reading.words(sentence)
    for quoted in page.quoted:
        if quoted.touches(sentence):
            start = max(quoted.start, sentence.start) - sentence.start
            end = min(quoted.end, sentence.end) - sentence.start
            words = words[:start] + " " * (end - start) + words[end:]
    return words


@cache
def _rule(key: str) -> re.Pattern[str]:
    """Return a row of the table as one pattern; groups that recur are numbered."""
    rows = table("own")
    lines = rows.get(key) or rows["concerns"].get(key) or rows["advice"][key]
    lines = [lines] if isinstance(lines, str) else lines
    flags = re.NOFLAG if key == "positions" else re.IGNORECASE
    numbered = (re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{n}>", line) for n, line in enumerate(lines))
    return re.compile("|".join(f"(?:{line})" for line in numbered).replace(" ", r"\s+"), flags)
