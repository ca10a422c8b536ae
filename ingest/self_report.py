"""The report that a document is: by its title, or by the reference on a coroner's form."""

import re
from collections.abc import Collection

from graph.ids import entity_id
from graph.model import Entity
from ingest.ground import Found
from ingest.lexicon.tables import pattern
from ingest.reading import Extent, Named, Reading

_FORM = re.compile(r"(?im)^\s*coroner(?:[’']s)?(?: name| area)?\s*:")
_THIS = re.compile(r"(?i)(?<=\bthis )(?:report|inspection|review|audit|study)\b")
_TITLE_LINE = 200


def own_report(reading: Reading, unsaid: Collection[str] = ()) -> Found:
    """Return the document as a report with the places that name it, or nothing.

    `unsaid` are names that may enter neither the report's name nor its id.
    """
    entity, where = _by_reference(reading) or _by_title(reading, unsaid) or (None, ())
    if entity is None:
        return Found()
    named = [Named(key=entity.id, type="report", extent=at, level="name") for at in where]
    this = [
        Named(key=entity.id, type="report", extent=Extent(*match.span()), level="nominal")
        for match in _THIS.finditer(reading.text)
    ]
    return Found(entities=(entity,), mentions=(*named, *this), own=entity.id)


def own_key(title: str | None, publisher: str | None, document: str) -> str:
    """Return the id of the report that a document of this title is, if it is one."""
    name = " ".join((title or "").split())
    return entity_id("report", name.casefold(), (publisher or document).casefold())


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
        key = entity_id("report", reading.document, "the document itself")
        return Entity(id=key, type="report", name="report", published=reading.published), ()
    entity = Entity(
        id=own_key(title, reading.publisher, reading.document),
        type="report",
        name=title,
        published=reading.published,
    )
    return entity, tuple(_title_places(reading, title))


def _is_report(title: str, text: str) -> bool:
    if pattern("reports", "title").search(title):
        return True
    said = pattern("reports", "title_with_this").search(title) is not None
    return said and pattern("reports", "this").search(text) is not None


def _title_places(reading: Reading, title: str) -> list[Extent]:
    words = r"\s+".join(map(re.escape, title.split()))
    return [Extent(*match.span()) for match in re.finditer(words, reading.text)][:1]
