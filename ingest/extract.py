"""From one stored text to its records: names, then words attributed, then links, in one direction.

What the records are a function of is named in `Extractor.basis`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from graph.archive import Source
from graph.hiding import HiddenNames, Hiding, shown, without_hidden_words
from graph.ids import digest, mention_id
from graph.model import Document, Genre, Mention, Record
from ingest.about import find_about
from ingest.attribution import attributions
from ingest.cases import Cases, find_cases
from ingest.editions import edition
from ingest.field import field_of
from ingest.gazetteer import Gazetteer, fingerprint, gazetteer_for
from ingest.genre import decide
from ingest.ground import Found, Ground, Said, flatten, lay
from ingest.hidden_names import hidden_names
from ingest.names import Names, find_names
from ingest.reading import Attribution, Named, Reading
from ingest.relations import Draft, find_links, to_link
from ingest.report_names import tell_more
from ingest.reporters import reporters
from ingest.reports import find_reports
from ingest.shielding import Shielded, shield
from ingest.speakers import SpeakerDraft, pronoun_mentions, speakers
from ingest.statements import Told, about_links, said_by, to_statements
from ingest.zones import paragraphs

# What keeps names out of records decides what a record holds, as the rules do.
_RULES = ("ingest", "graph/hiding")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """How records are made. `basis` changes whenever the same text may give other records.

    `run` is a module's function of document, stored text and source: worker processes import it.
    """

    basis: str
    run: Callable[[Document, str, Source], list[Record]]


def extractor(root: Path | None = None) -> Extractor:
    """Return the extractor of this version: its rules, lexicon and gazetteer.

    `root`: the archive whose own `gazetteer.yaml` changes the shipped one. Raises OnRecordError
    where a row of it cannot be used, before any document is read.
    """
    gazetteer_for(root)
    own = fingerprint(root)
    basis = digest(_version(), own) if own else _version()
    return Extractor(basis=basis, run=partial(extract, root=root) if own else extract)


@cache
def _version() -> str:
    """Return a hash over the rules and their data, so that no change of either goes unnoticed."""
    home = Path(__file__).parents[1]
    found = (path for package in _RULES for path in (home / package).rglob("*"))
    return edition(home, (path for path in found if path.suffix in {".py", ".yaml"}))


def extract(
    document: Document, text: str, source: Source, *, root: Path | None = None
) -> list[Record]:
    """Return the records of one document, each with verified spans."""
    reading = Reading(
        document=document.id,
        text=text,
        paragraphs=paragraphs(text),
        title=document.title,
        publisher=document.publisher,
        published=document.published,
    )
    attributed = attributions(reading)
    shielded = _shielded(reading, attributed, gazetteer_for(root))
    hidden = hidden_names(reading, shielded)
    genre = decide(reading, document, given=source.genre)
    kept = _read(reading, attributed, shielded.names, hidden, genre.genre)
    decided = replace(document, genre=genre.genre, genre_method=genre.method)
    return [shown(decided, hidden, kept.withheld), *kept.records]


def read(reading: Reading, gazetteer: Gazetteer) -> list[Record]:
    """Return what a reading says: entities, mentions, statements and links."""
    attributed = attributions(reading)
    shielded = _shielded(reading, attributed, gazetteer)
    hidden = hidden_names(reading, shielded)
    return list(_read(reading, attributed, shielded.names, hidden).records)


def _shielded(
    reading: Reading, attributed: Sequence[Attribution], gazetteer: Gazetteer
) -> Shielded:
    return shield(
        reading,
        find_names(reading, gazetteer),
        lambda names: _linked(reading, attributed, names).drafts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linked:
    """What attributed words of a document say by its names, before any of it is a record."""

    spoken: Sequence[tuple[SpeakerDraft, ...]]
    said: Sequence[Said]
    ground: Ground
    drafts: Sequence[Draft]


def _linked(reading: Reading, attributed: Sequence[Attribution], names: Names) -> _Linked:
    spoken = speakers(reading, names, attributed)
    said = said_by(names, attributed, spoken)
    ground, cases = _ground(reading, names, said)
    drafts = find_links(ground, names.roles, cases.subsets)
    return _Linked(spoken=spoken, said=said, ground=ground, drafts=drafts)


def _read(
    reading: Reading, attributed: Sequence[Attribution], names: Names, hidden: HiddenNames,
    genre: Genre = "other",
) -> Hiding:  # fmt: skip
    linked = _linked(reading, attributed, names)
    spoken, ground, drafts = linked.spoken, linked.ground, linked.drafts
    passed_on = reporters(field_of(reading, names, attributed), attributed, spoken, genre)
    told = [
        Told(
            attribution=one, speakers=who, about=find_about(ground, words, drafts), reporter=teller
        )
        for one, who, words, teller in zip(attributed, spoken, linked.said, passed_on, strict=True)
    ]
    statements = to_statements(ground, told, genre)
    records: list[Record] = [
        *tell_more(ground, drafts).values(),
        *_mentions(ground, pronoun_mentions(names, spoken)),
        *statements,
        *(to_link(draft, reading) for draft in drafts),
        *about_links(ground, statements),
    ]
    return without_hidden_words(records, hidden, named=(entity.id for entity in names.entities))


def _ground(reading: Reading, names: Names, said: Sequence[Said]) -> tuple[Ground, Cases]:
    """Return what links are sought on: names first, then reports, then cases among the rest."""
    hidden = {entity.id for entity in names.entities if entity.anonymous or entity.protected}
    named = (*names.mentions, *names.masked)
    reports = find_reports(reading, named, hidden=hidden)
    cases = find_cases(reading, (*named, *reports.mentions))
    people = Found(entities=names.entities, mentions=names.mentions)
    return lay(reading, people, reports, cases.found, said=said), cases


def _mentions(ground: Ground, pronouns: Sequence[Named]) -> Iterator[Mention]:
    for named in flatten((*ground.mentions, *pronouns)):
        span = ground.reading.span(named.extent)
        yield Mention(
            id=mention_id(named.key, span), entity=named.key, span=span, level=named.level
        )
