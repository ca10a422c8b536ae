"""When a statement was made: what the words beside its cue say, else the day of its own document.

Unknown is a value: an article's quotations have the day of the article only where it says so.
"""

import re
from collections.abc import Iterator

from graph.model import Genre, PartialDate
from ingest.dates import DATE_WORDS, MONTHS, read_moment
from ingest.reading import Attribution, Reading

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WHEN = (
    rf"(?:(?:on|in) (?:early |late |mid-)?(?:{DATE_WORDS}|{_MONTH}(?: last year)?"
    rf"|(?:last )?{_WEEKDAY})"
    r"|(?:today|yesterday|this morning|this afternoon))(?![\w’'])"
)
# Words that turn to something else than the saying: “the report of 3 May”, “who resigned in June”.
_TURNS = (
    r"(?:who|which|whose|that|after|since|before|until|when|where|published|dated|report|review|"
    r"inspection|about|because|for|but|and|to)"
)
_PLAIN = rf"(?:(?!{_TURNS}\b)[\w’'&-]+,? ){{0,9}}?"
_AFTER = re.compile(rf"[”’\"',]*\s*{_PLAIN}(?P<when>{_WHEN})")
_BEFORE = re.compile(rf"(?i)(?:^|, )(?:{_PLAIN})?(?P<when>{_WHEN}),?\s*(?:the |a |an )?$")
# “In its report, published on 3 May, …” says when that was said; “In response to …” does not.
_IN_A_PAPER = re.compile(
    r"In (?!response|reply|reaction)[^,;.]{1,80}?(?:,? (?:published|issued|dated|sent|released))? "
    rf"(?P<when>{_WHEN}|of {DATE_WORDS}),?\s*(?:the |a |an )?$"
)
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s|\n")
_FARTHEST = 200
# Genres whose own words are said on the day they come out.
_SAID_THEN = frozenset({"press_release", "letter", "transcript"})


def said_on(reading: Reading, one: Attribution, genre: Genre) -> PartialDate | None:
    """Return when the words were said, as exactly as it is told; null where it is not.

    A press release dates all that is quoted in it, a letter and a transcript their own words.
    """
    beside = _beside(reading, one)
    published = reading.published
    if beside is not None or published is None or published.precision != "day":
        return beside
    if genre not in _SAID_THEN or one.form != "direct" or one.outer is not None:
        return None
    own = one.is_own or one.rule == "turn"
    return published if genre == "press_release" or own else None


def _beside(reading: Reading, one: Attribution) -> PartialDate | None:
    """Return the date in the sentence of the cue, outside the words said."""
    if one.cue is None:
        return None
    for words, rule in _windows(reading.text, one):
        match = rule.match(words) if rule is _AFTER else rule.search(words)
        if match is not None:
            return read_moment(match["when"].replace("of ", "on "), reading.published)
    return None


def _windows(text: str, one: Attribution) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the words behind the cue, between speaker and cue, and before both."""
    cue, parts = one.cue, one.parts
    if cue is None:
        return
    stop = min((p.start for p in parts if p.start >= cue.end), default=cue.end + _FARTHEST)
    end = _SENTENCE_END.search(text, cue.end, min(stop, cue.end + _FARTHEST))
    yield text[cue.end : end.start() if end else min(stop, cue.end + _FARTHEST)], _AFTER
    first = cue.start
    if one.source is not None and one.source.end <= cue.start and not one.inherited:
        yield f", {text[one.source.end : cue.start].strip(', ')}", _BEFORE
        first = one.source.start
    begin = max((p.end for p in parts if p.end <= first), default=0)
    begin = max(begin, first - _FARTHEST)
    for match in _SENTENCE_END.finditer(text, begin, first):
        begin = match.end()
    yield text[begin:first], _BEFORE
    yield text[begin:first], _IN_A_PAPER
