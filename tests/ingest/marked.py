"""Texts for tests in which names are marked: “[P Nora Tamsin] leads [O Wexcombe Council]”.

A letter gives the kind; `[P:tamsin she]` is a further mention of the one keyed `tamsin`.
"""

import re

from graph.ids import entity_id
from graph.model import Entity
from ingest.cases import Cases, find_cases
from ingest.ground import Found, Ground, Said, lay
from ingest.masked import LETTERS
from ingest.reading import Extent, Named, Paragraph, Reading
from ingest.relations import Draft, find_links
from ingest.reports import find_reports

DOCUMENT = "doc-0123456789abcdef"
_MARK = re.compile(r"\[([POLWX])(?::([\w-]+))? ([^\]]+)\]")
_KINDS = {letter: kind for kind, letter in LETTERS.items()}


def read(marked: str, *, title: str | None = None) -> tuple[Reading, Found]:
    """Return the reading of the text without its marks, a paragraph a line, and what they name."""
    text, named, entities, at = "", [], {}, 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        kind, words = _KINDS[match[1]], match[3]
        key = entity_id(kind, match[2] or words)
        extent = Extent(len(text), len(text) + len(words))
        named.append(Named(key=key, type=kind, extent=extent, level="name"))
        hidden = kind == "person" and words.islower()
        entities.setdefault(key, Entity(id=key, type=kind, name=words, anonymous=hidden))
        text, at = text + words, match.end()
    text += marked[at:]
    lines = [Extent(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    paragraphs = tuple(Paragraph(extent=line, zone="body") for line in lines)
    reading = Reading(document=DOCUMENT, text=text, paragraphs=paragraphs, title=title)
    return reading, Found(entities=tuple(entities.values()), mentions=tuple(named))


def ground_of(marked: str, *quotes: tuple[str, str], title: str | None = None) -> Ground:
    """Return the ground of a marked text; `quotes` are pairs of a speaker's name and words."""
    return lay_out(marked, *quotes, title=title)[0]


def lay_out(
    marked: str, *quotes: tuple[str, str], title: str | None = None
) -> tuple[Ground, Cases]:
    """Return the ground of a marked text, and its cases."""
    reading, names = read(marked, title=title)
    reports = find_reports(reading, names.mentions)
    cases = find_cases(reading, [*names.mentions, *reports.mentions])
    keys = {entity.name: entity.id for entity in names.entities}
    said = [Said(parts=(place(reading, words),), speakers=(keys[name],)) for name, words in quotes]
    return lay(reading, names, reports, cases.found, said=said), cases


def place(reading: Reading, words: str) -> Extent:
    """Return where the words first stand."""
    start = reading.text.index(words)
    return Extent(start, start + len(words))


def links(marked: str, *quotes: tuple[str, str], title: str | None = None) -> list[Draft]:
    """Return the links of a marked text."""
    ground, cases = lay_out(marked, *quotes, title=title)
    return list(find_links(ground, (), cases.subsets))


def told(marked: str, *quotes: tuple[str, str], only: str = "") -> set[tuple[str, str, str]]:
    """Return the links of a marked text as type and the names of both ends."""
    ground, cases = lay_out(marked, *quotes)
    found = find_links(ground, (), cases.subsets)
    name = {key: entity.name for key, entity in ground.entities.items()}
    return {
        (draft.type, name[draft.source], name[draft.target])
        for draft in found
        if draft.type == (only or draft.type)
    }
