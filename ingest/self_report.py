"""The report that a document is: by its title or heading, or by the reference on a form."""

import re
from collections.abc import Collection

from graph.ids import entity_id
from graph.model import Entity, PartialDate
from ingest.ground import Found
from ingest.lexicon.tables import pattern
from ingest.reading import Extent, Named, Reading

_FORM = re.compile(r"(?im)^\s*coroner(?:[’']s)?(?: name| area)?\s*:")
_THIS = re.compile(r"(?i)(?<=\bthis )(?:report|inspection|review|audit|study)\b")
_FIRST_LINES = 6
_HEADING = 120


def own_report(reading: Reading, unsaid: Collection[str] = ()) -> Found:
    """Return the document as a report with the places that name it, or nothing.

    `unsaid` are names that may enter neither the report's name nor its id.
    """
    entity, where = _found(reading, unsaid)
    if entity is None:
        return Found()
    named = [Named(key=entity.id, type="report", extent=at, level="name") for at in where]
    this = [
        Named(key=entity.id, type="report", extent=Extent(*match.span()), level="nominal")
        for match in _THIS.finditer(reading.text)
    ]
    return Found(entities=(entity,), mentions=(*named, *this), own=entity.id)


def _found(reading: Reading, unsaid: Collection[str]) -> tuple[Entity | None, tuple[Extent, ...]]:
    by_form = _by_reference(reading) or _by_title(reading, unsaid)
    return by_form or _by_heading(reading, unsaid) or (None, ())


def own_key(
    title: str | None, publisher: str | None, published: PartialDate | None, document: str
) -> str:
    """Return the id of the report that a document of this title is, if it is one.

    The date is part of it: a body's annual reports may all have one title.
    """
    name = " ".join((title or "").split()).casefold()
    anchor = (publisher or document).casefold()
    return entity_id("report", name, anchor, published.value if published else "")


def unnamed_key(document: str) -> str:
    """Return the id of the report that a document is, where no title tells it from others."""
    return entity_id("report", document, "the document itself")


def _by_reference(reading: Reading) -> tuple[Entity, tuple[Extent, ...]] | None:
    """Return a coroner's report to prevent future deaths, under the number it was given."""
    if not _FORM.search(reading.text):
        return None
    for paragraph in reading.paragraphs:
        match = pattern("reports", "reference").match(reading.words(paragraph.extent))
        if match:
            reference = match["reference"]
            start = paragraph.extent.start + match.start("reference")
            entity = Entity(
                id=entity_id("report", "prevention of future deaths", reference),
                type="report",
                name=f"Prevention of future deaths report {reference}",
                reference=reference,
                published=reading.published,
            )
            return entity, (Extent(start, start + len(reference)),)
    return None


def _by_title(
    reading: Reading, unsaid: Collection[str]
) -> tuple[Entity, tuple[Extent, ...]] | None:
    title = " ".join((reading.title or "").split())
    if not _is_report(title, reading.text) or pattern("reports", "not_title").search(title):
        return None
    if any(name.casefold() in title.casefold() for name in unsaid):
        key = unnamed_key(reading.document)
        return Entity(id=key, type="report", name="report", published=reading.published), ()
    entity = Entity(
        id=own_key(title, reading.publisher, reading.published, reading.document),
        type="report",
        name=title,
        published=reading.published,
    )
    return entity, tuple(_title_places(reading, title))


def _by_heading(
    reading: Reading, unsaid: Collection[str]
) -> tuple[Entity, tuple[Extent, ...]] | None:
    """Return the report that one of the first lines names, where the text says “this report”."""
    if not _speaks_of_itself(reading):
        return None
    for paragraph in reading.paragraphs[:_FIRST_LINES]:
        line = " ".join(reading.words(paragraph.extent).split())
        if len(line) > _HEADING or not pattern("reports", "heading").search(line):
            continue
        if pattern("reports", "not_title").search(line) or line.endswith((".", ":", "?")):
            continue
        if not any(name.casefold() in line.casefold() for name in unsaid):
            key = unnamed_key(reading.document)
            name = line.capitalize() if line.isupper() else line
            entity = Entity(id=key, type="report", name=name, published=reading.published)
            start = reading.text.index(
                reading.words(paragraph.extent).strip(), paragraph.extent.start
            )
            return entity, (Extent(start, start + len(reading.words(paragraph.extent).strip())),)
    return None


def _speaks_of_itself(reading: Reading) -> bool:
    """Return whether “this report” stands outside quotation marks."""
    for match in pattern("reports", "this").finditer(reading.text):
        begin = reading.text.rfind("\n", 0, match.start()) + 1
        before = reading.text[begin : match.start()]
        if before.count("“") == before.count("”") and before.count('"') % 2 == 0:
            return True
    return False


def _is_report(title: str, text: str) -> bool:
    if pattern("reports", "title").search(title):
        return True
    said = pattern("reports", "title_with_this").search(title) is not None
    return said and pattern("reports", "this").search(text) is not None


def _title_places(reading: Reading, title: str) -> list[Extent]:
    words = r"\s+".join(map(re.escape, title.split()))
    return [Extent(*match.span()) for match in re.finditer(words, reading.text)][:1]
