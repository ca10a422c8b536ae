"""Noun phrases that speak of a report: what stands before and after the head, read from a mask."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import PartialDate
from ingest.dates import DATE_WORDS
from ingest.lexicon.tables import pattern, table, words
from ingest.masked import CLOSE, CUT, OPEN, Masked, any_of
from ingest.reading import Extent
from ingest.report_dates import published_after
from ingest.report_heads import COUNT, forms, generic, heads
from ingest.report_titles import title_before, title_behind

_BODY = rf"{OPEN}[OPL]\d+{CLOSE}{CUT}"
_LONE = r"(?:19|20)\d{2}"
_YEAR = re.compile(rf"\b{_LONE}\b")
_AFTER = re.compile(
    rf"(?: of evidence| (?:of|dated) (?!{_LONE}){DATE_WORDS}"
    rf"| (?:from|of|for|between|dated) (?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?{_LONE}"
    rf"(?:(?:-|–| to | and ){_LONE})?)?"
)
_BY = re.compile(
    rf" (?:(?:by|from) (?:the )?{_BODY}(?: and (?:the )?{_BODY})?|of {OPEN}P\d+{CLOSE})(?![’']s)"
)
_BY_SOMEBODY_ELSE = re.compile(r" (?:by|from|of) (?:the )?[A-Z][a-z]+(?! 20| 19)")
_PUBLISHES = re.compile(
    rf"({_BODY})(?: \({_BODY}\))?,? (?:has |have |had )?"
    r"(?:published|issued|released|launched|produced|wrote|completed) $"
)
_OF = re.compile(
    rf" (?:by|of|into|on|from) (?:the )?{OPEN}O\d+{CLOSE}"
    rf"(?: and (?:the )?{OPEN}O\d+{CLOSE})?(?![’']s)"
)
_TOKEN = re.compile(rf"{OPEN}[A-Z]\d+{CLOSE}(?:[’']s?)?")
_PREDICATED = re.compile(r"\b(?:[Tt]his|[Ii]t) (?:was|is) (?:(?:only|also|now) )?$")
# A report that is yet to be made has no findings: “will fund a review”, “called for an inquiry”.
_TO_COME = re.compile(
    r"(?:\b(?:will|would|should|to) (?:\w+ )?(?:fund|launch|hold|commission|order|set up|begin|"
    r"carry out|conduct|establish)|\b(?:call(?:s|ed|ing)? for|announced|demand(?:s|ed)?)) $"
)
_APART = ({"interim", "final"}, {"first", "second", "third"}, {"draft", "final"})
_OURS = frozenset({"our", "my"})
_OWNED = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_POINTING = frozenset({"this", "that", "your", "its", "their"})
_NUMBER = re.compile(r" (?:R|no\. ?)?\d+(?:\.\d+)*(?!\w)")
_INTRODUCING = frozenset({"the", "this", "a", "an", "such a"})
_LEAD_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase. `extent` leaves out article and owner; `publishers` are the owners' keys.

    `weak`: alone its head names no report. `foreign`: it is by somebody who is no mention.
    `proper`: it is capitalised, as a name is. `predicated`: it says what “this” is.
    `to_come`: it is asked for or announced.
    """

    extent: Extent
    name: str
    determiner: str
    modifiers: tuple[str, ...]
    family: str
    plural: bool
    part: bool
    years: frozenset[str]
    publishers: frozenset[str]
    title: Extent | None
    joint: bool
    described: bool
    weak: bool
    foreign: bool
    proper: bool
    quoted: bool
    predicated: bool = False
    to_come: bool = False
    published: PartialDate | None = None

    @property
    def definite(self) -> bool:
        """Whether the phrase may look back at something already spoken of."""
        if self.foreign:
            return False
        if not self.determiner:
            return bool(self.publishers)
        return self.determiner in words("reports", "definite")

    @property
    def ours(self) -> bool:
        """Whether the document's own authors claim it."""
        own = self.determiner in _OURS and not self.quoted
        return own or (self.joint and self.family == "investigation")

    @property
    def relative(self) -> bool:
        """Whether it sets itself apart from reports of another time: “the last report”."""
        return bool(set(self.modifiers) & words("reports", "relative"))

    @property
    def generic(self) -> bool:
        """Whether the head fits a report of any family."""
        return self.family == generic()

    @property
    def introduces(self) -> bool:
        """Whether it can stand for a report not spoken of before."""
        if self.part or self.weak:
            return False
        return self.described or self.ours or self.determiner in _INTRODUCING

    def repeats(self, other: "Phrase") -> bool:
        """Return whether both are in the same words, as when a headline is taken up."""
        if self.plural and not self.determiner and self.name.casefold() == other.name.casefold():
            return True
        return bool(self.modifiers) and not self.part and (
            (self.modifiers, self.family, self.plural)
            == (other.modifiers, other.family, other.plural)
        )  # fmt: skip

    def _exchangeable(self, other: "Phrase") -> bool:
        return self.generic or (other.generic and self.family in words("reports", "exchangeable"))

    def contradicts(self, other: "Phrase") -> bool:
        """Return whether the heads or the words before them speak of different reports."""
        if self.family != other.family and not self._exchangeable(other):
            return True
        mine, theirs = set(self.modifiers), set(other.modifiers)
        if (mine ^ theirs) & words("reports", "relative") and (mine or self.years):
            return True
        return any(
            (mine & group) and (theirs & group) and not (mine & theirs & group) for group in _APART
        )


def report_phrases(masked: Masked, hidden: Collection[str] = ()) -> Iterator[Phrase]:
    """Yield the phrases about reports in a masked paragraph, in order."""
    for match in heads().finditer(masked.line):
        phrase = _read(masked, match, hidden)
        if phrase is not None:
            yield phrase


@cache
def _lead() -> re.Pattern[str]:
    """Return what may stand before a head: article, number, owner and modifiers, to the end."""
    articles = words("reports", "definite") | words("reports", "negative") | {"a", "an", "another"}
    broken = any_of([*words("reports", "breaks"), *forms(), *words("reports", "parts"), COUNT])
    word = rf"(?!(?i:{broken})\b)[\w’'-]+,? "
    return re.compile(
        rf"(?<![\w’'{CLOSE}-])(?:(?P<article>(?i:such an?|{any_of(articles)})) )?"
        rf"(?:(?P<count>(?i:{COUNT})) )?(?P<early>(?:{word}){{0,3}}?)"
        rf"(?P<owner>{_BODY}(?: \({_BODY}\))?(?:[’']s?)? )?(?P<modifiers>(?:{word}){{0,6}})$"
    )


def _read(masked: Masked, match: re.Match[str], hidden: Collection[str]) -> Phrase | None:
    line, head = masked.line, match.group().lower()
    begin = max(0, match.start() - _LEAD_LONGEST)
    lead = _lead().search(line[begin : match.start()])
    part = head not in forms()
    numbered = _NUMBER.match(line, match.end()) if part else None
    if lead is None or (numbered is None and _is_something_else(line, match, lead)):
        return None
    if head in words("reports", "part") and not (numbered or lead["article"] in _POINTING):
        return None
    family, plural = ("part", True) if part else forms()[head]
    after = numbered or _AFTER.match(line, match.end())
    end = after.end() if after else match.end()
    article = (lead["article"] or ("the" if numbered else "")).lower()
    titled = None if plural else _title(masked, lead, (begin, end), article, hidden)
    by = _BY.match(line, end)
    # “The board accepts recommendation 3.1”: who stands before a number owns nothing.
    owner = "" if numbered else lead["owner"] or ""
    subject = _PUBLISHES.search(line[: begin + lead.start()])
    owners = masked.named("".join(m.group() for m in (by, subject) if m) + owner)
    modifiers = (lead["early"] + lead["modifiers"]).replace(",", "").split()
    start = match.start() if numbered else begin + lead.start("modifiers")
    named_from = [begin + lead.start(group) for group in ("count", "owner") if lead[group]]
    of = _OF.match(line, end)
    published = None if plural else published_after(masked, match.end())
    told = (owners, titled, modifiers, lead["count"], end > match.end(), of, published)
    return Phrase(
        extent=masked.extent(start, end),
        name=_name(masked, min(named_from, default=start), end, of, hidden) or head,
        determiner=article,
        modifiers=tuple(word.lower() for word in modifiers),
        family=family,
        plural=plural,
        part=part,
        years=frozenset(_YEAR.findall(line[start:end])),
        publishers=frozenset(named.key for named in owners if named.type != "place"),
        title=masked.extent(*titled.span("title")) if titled else None,
        joint="joint" in modifiers,
        described=any(told),
        weak=_is_weak(family, lead),
        foreign=_BY_SOMEBODY_ELSE.match(line, match.end()) is not None,
        quoted=_is_quoted(line[: match.start()]),
        predicated=_PREDICATED.search(line[: begin + lead.start()]) is not None,
        to_come=_TO_COME.search(line[: begin + lead.start()]) is not None,
        published=published,
        proper=not plural and match.group()[0].isupper() and bool(modifiers),
    )


def _title(
    masked: Masked,
    lead: re.Match[str],
    within: tuple[int, int],
    article: str,
    hidden: Collection[str],
) -> re.Match[str] | None:
    """Return the title behind a phrase or before it, unless it holds a name that none may.

    `within`: where the lead was sought from, and where the phrase ends.
    """
    begin, end = within
    owned = bool(lead["owner"]) or article in _OWNED
    titled = title_behind(masked.line, end, owned=owned)
    if titled is None and lead["owner"]:
        titled = title_before(masked.line, begin + lead.start(), end)
    if titled and not _may_be_named(masked, *titled.span("title"), hidden, any_level=True):
        return None
    return titled


def _name(
    masked: Masked, start: int, end: int, of: re.Match[str] | None, hidden: Collection[str]
) -> str:
    """Return the words of a name, with the body it is by or of, without whoever is not named."""
    if of is not None and _may_be_named(masked, end, of.end(), hidden):
        end = of.end()
    if _may_be_named(masked, start, end, hidden):
        return masked.said(start, end)
    plain = _TOKEN.split(masked.line[start:end])
    return " ".join(max(plain, key=len).strip(" ’'s").split())


def _may_be_named(
    masked: Masked, start: int, end: int, hidden: Collection[str], *, any_level: bool = False
) -> bool:
    inside = masked.named(masked.line[start:end])
    return all(n.key not in hidden and (any_level or n.level == "name") for n in inside)


def _is_quoted(before: str) -> bool:
    """Return whether a quotation is open after these words of the paragraph."""
    return before.rfind("“") > before.rfind("”")


def _is_weak(family: str, lead: re.Match[str]) -> bool:
    """Return whether the head is a report only if something before it said so."""
    needed = table("reports")["needs_a_word"].get(family)
    return needed is not None and not re.search(rf"(?i)\b(?:{needed})\b", lead.group())


def _is_something_else(line: str, match: re.Match[str], lead: re.Match[str]) -> bool:
    """Return whether the head is a verb, a rumour, or a document nobody investigates by."""
    article, owner = (lead["article"] or "").lower(), lead["owner"] or ""
    modifiers = set((lead["early"] + lead["modifiers"]).lower().replace(",", "").split())
    plural = match.group().lower().endswith("s")
    if article in words("reports", "negative") or modifiers & words("reports", "never"):
        return True
    if pattern("reports", "compound").match(line, match.end()):
        return True
    if plural and modifiers and pattern("reports", "verb_after_subject").match(line, match.end()):
        return True
    if owner and "’" not in owner and "'" not in owner:
        return pattern("reports", "verb_after").match(line, match.end()) is not None
    if article or owner or lead["count"]:
        return article in {"", "a", "an"} and _is_complaint(line, match)
    dated = _AFTER.match(line, match.end())
    known = bool(modifiers) and modifiers <= words("reports", "bare_modifiers")
    return not plural or not (known or (dated and dated.group()))


def _is_complaint(line: str, match: re.Match[str]) -> bool:
    begin = max(0, match.start() - 30)
    return any(
        found.start() <= match.start() - begin < found.end()
        for found in pattern("reports", "complaint").finditer(line[begin : match.end() + 30])
    )
