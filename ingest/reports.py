"""Mentions of reports as entities: titled ones, collectives, and later words tied back to them.

A collective (“four reports from 2018 to 2021”) is one entity and is never split: splitting it
would name reports that no document names.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ids import entity_id
from graph.model import Entity, Level, PartialDate
from ingest.ground import Found, flatten, mask_paragraphs
from ingest.reading import Extent, Named, Reading
from ingest.report_phrases import Phrase, report_phrases
from ingest.self_report import own_report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A report met so far: its first phrase, and what later phrases added to it."""

    key: str
    name: str
    phrase: Phrase
    years: frozenset[str]
    publishers: frozenset[str]
    own: bool = False
    published: PartialDate | None = None


def find_reports(
    reading: Reading, mentions: Sequence[Named], *, hidden: Collection[str] = ()
) -> Found:
    """Return the reports that a document speaks of.

    `mentions` are those of people, bodies and places; `hidden` the keys of those who are protected
    or anonymous, whose words enter no report's name.
    """
    itself = own_report(reading, {reading.words(n.extent) for n in mentions if n.key in hidden})
    known: list[_Known] = []
    found: list[Named] = list(itself.mentions)
    for masked in mask_paragraphs(reading, flatten(mentions)):
        for phrase in report_phrases(masked, hidden):
            if any(phrase.extent.touches(named.extent) for named in itself.mentions):
                continue
            itself_again = phrase.determiner == "this" or phrase.predicated
            key = itself.own if itself_again and not phrase.plural else None
            key = key or _settle(reading, phrase, known)
            if key is not None:
                found.extend(_named(key, phrase))
    entities = (*itself.entities, *(_entity(each) for each in known))
    own = itself.own or next((each.key for each in known if each.own), None)
    return Found(entities=entities, mentions=tuple(sorted(found, key=_place)), own=own)


def _place(named: Named) -> tuple[Extent, str]:
    return named.extent, named.key


def _named(key: str, phrase: Phrase) -> Iterator[Named]:
    level: Level = "name" if phrase.proper else "nominal"
    yield Named(key=key, type="report", extent=phrase.extent, level=level)
    if phrase.title is not None:
        yield Named(key=key, type="report", extent=phrase.title, level="name")


def _settle(reading: Reading, phrase: Phrase, known: list[_Known]) -> str | None:
    """Return the key of the report a phrase speaks of, adding it to the known if it is new."""
    earlier = _antecedent(phrase, known)
    if earlier is not None:
        place = known.index(earlier)
        known[place] = replace(
            earlier,
            years=earlier.years | phrase.years,
            publishers=earlier.publishers or phrase.publishers,
            own=earlier.own or _is_the_authors(phrase),
            published=earlier.published or phrase.published,
        )
        return earlier.key
    if not phrase.introduces:
        return None
    key, name = _identity(reading, phrase)
    known.append(
        _Known(
            key=key, name=name, phrase=phrase, years=phrase.years,
            publishers=phrase.publishers, own=_is_the_authors(phrase),
            published=phrase.published,
        )
    )  # fmt: skip
    return key


def _identity(reading: Reading, phrase: Phrase) -> tuple[str, str]:
    """Return key and name: a formal title stands for itself, a description for its document."""
    if phrase.title is not None:
        title = reading.words(phrase.title)
        anchor = min(phrase.publishers, default=reading.document)
        return entity_id("report", title.casefold(), anchor), title
    return entity_id("report", reading.document, phrase.name, str(phrase.extent.start)), phrase.name


def _entity(known: _Known) -> Entity:
    return Entity(id=known.key, type="report", name=known.name, published=known.published)


def _antecedent(phrase: Phrase, known: Sequence[_Known]) -> _Known | None:
    """Return the report that a phrase looks back at: the same year or title first, else nearest."""
    fitting = [each for each in reversed(known) if _fits(phrase, each)]
    # “This report”, met before any other, was the document at hand, and stays it.
    itself = [each for each in fitting if phrase.determiner == each.phrase.determiner == "this"]
    awaited = [
        each for each in fitting if each.phrase.to_come and each.phrase.family == phrase.family
    ]
    by_year = [each for each in fitting if phrase.years and phrase.years & each.years]
    by_owner = [each for each in fitting if phrase.publishers & each.publishers]
    return next(iter((*itself, *awaited, *by_year, *by_owner, *fitting)), None)


def _fits(phrase: Phrase, known: _Known) -> bool:
    if phrase.repeats(known.phrase):
        return True
    if not (phrase.definite or (phrase.plural and phrase.publishers)):
        return False
    if phrase.ours:
        return known.own and not phrase.years - known.years
    if _is_another(phrase, known):
        return False
    if phrase.part:
        return known.phrase.plural or not phrase.publishers or bool(
            phrase.publishers & known.publishers
        )  # fmt: skip
    return (
        phrase.plural == known.phrase.plural
        and not phrase.contradicts(known.phrase)
        and _agree_on_publishers(phrase, known)
        and _agree_on_years(phrase, known)
        and _agree_on_days(phrase, known)
    )


def _is_the_authors(phrase: Phrase) -> bool:
    """Return whether the authors put a report forward now: “our last report” is an older one."""
    return phrase.ours and not phrase.years and not phrase.relative


def _is_another(phrase: Phrase, known: _Known) -> bool:
    """Return whether one of the two is the document at hand, or to come, and the other is not."""
    if known.phrase.to_come and (phrase.part or phrase.family != known.phrase.family):
        return True
    if phrase.determiner == "this" and known.phrase.ours and not known.own:
        return True
    if known.phrase.determiner == "this" and not _may_be_the_document(phrase):
        return True
    return "own" in phrase.modifiers and not phrase.publishers & known.publishers


def _may_be_the_document(phrase: Phrase) -> bool:
    """Return whether a phrase may speak of “this report”: “her report” speaks of another."""
    return not phrase.publishers and phrase.determiner not in {"its", "his", "her", "their", "your"}


def _agree_on_publishers(phrase: Phrase, known: _Known) -> bool:
    """Return whether the owners allow it: an owner not yet heard of fits no dated report."""
    if phrase.publishers and not known.publishers:
        return not known.years and known.phrase.title is None
    return not phrase.publishers or bool(phrase.publishers & known.publishers)


def _agree_on_years(phrase: Phrase, known: _Known) -> bool:
    """Return whether the years allow it: a year not yet heard of fits only a head like it."""
    if not phrase.years or phrase.years & known.years:
        return True
    return not known.years and (known.phrase.generic or phrase.family == known.phrase.family)


def _agree_on_days(phrase: Phrase, known: _Known) -> bool:
    """Return whether both may have come out on one day, as exactly as each is dated."""
    if phrase.published is None or known.published is None:
        return True
    mine, theirs = phrase.published.value, known.published.value
    return mine.startswith(theirs) or theirs.startswith(mine)
