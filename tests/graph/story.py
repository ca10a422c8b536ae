"""Records of an invented story for the tests of assembly, rows, loader and check."""

import hashlib

from graph.archive import Archive, Source
from graph.assembly import Assembly, assembly
from graph.ids import document_id, link_id, mention_id, statement_id
from graph.model import (
    Document,
    Entity,
    EntityType,
    Join,
    Link,
    LinkType,
    Mention,
    PartialDate,
    Record,
    Scope,
    Span,
    Speaker,
    Statement,
    TypedAs,
)

TEXT = (
    "Nora Tamsin answered the Hollin House report.\n\n"
    "“No plan was made,” she said. A resident said staff told her “it was locked”.\n"
)
LATER = "Cllr Tamsin wrote to the Wexcombe Trust.\n"
NORA, CLLR, TRUST = "person-nora", "person-cllr", "organisation.trust"
REPORT, RESIDENT, CASE = "report-hollin", "person-resident", "case-b"
JOINED = {CLLR: NORA}
JOINS = (Join(id=CLLR, into=NORA, method="person/body", why="They agree in body: Wexcombe"),)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


FIRST, SECOND = document_id(sha(TEXT)), document_id(sha(LATER))
TEXTS = {FIRST: TEXT, SECOND: LATER}


def span(document: str, words: str) -> Span:
    start = TEXTS[document].index(words)
    return Span.of(document, TEXTS[document], start, start + len(words))


def document(id_: str, **known: object) -> Document:
    text = TEXTS[id_]
    facts: dict[str, object] = {"title": None, "url": None, "publisher": None, "published": None,
                                "licence": None, **known}  # fmt: skip
    return Document(
        id=id_, sha256=sha(text), name=f"{id_[-4:]}.txt", media_type="text/plain",
        characters=len(text), **facts,  # type: ignore[arg-type]
    )  # fmt: skip


def entity(id_: str, type_: EntityType, name: str, *aliases: str, **known: bool) -> Entity:
    return Entity(id=id_, type=type_, name=name, aliases=aliases, **known)


def mention(entity_: str, words: Span) -> Mention:
    return Mention(id=mention_id(entity_, words), entity=entity_, span=words, level="name")


def statement(words: Span, speaker: str | None, **known: object) -> Statement:
    facts: dict[str, object] = {"about": (), "within": None, "reported_by": None, **known}
    speakers = (Speaker(entity=speaker, span=None, capacity="self"),) if speaker else ()
    return Statement(
        id=statement_id([words]), speakers=speakers, cue=None, parts=(words,), form="direct",
        types=(TypedAs(type="assertion", span=None),), date=PartialDate.parse("2025-02"),
        scope=Scope(), confidence="high", method="quotation", **facts,  # type: ignore[arg-type]
    )  # fmt: skip


def link(type_: LinkType, source: str, target: str, words: Span) -> Link:
    return Link(
        id=link_id(type_, source, target, [words]), type=type_, source=source, target=target,
        spans=(words,), inferred=False, confidence="medium", method="verb",
    )  # fmt: skip


SAID = statement(span(FIRST, "No plan was made"), NORA, about=(REPORT,))
TOLD = statement(span(FIRST, "staff told her “it was locked”"), RESIDENT)
NESTED = statement(span(FIRST, "it was locked"), None, within=TOLD.id)
ANSWERED = link("RESPONDED_TO", NORA, REPORT, span(FIRST, "answered the Hollin House report"))
ABOUT = link("ABOUT", SAID.id, REPORT, span(FIRST, "No plan was made"))
OF_FIRST: tuple[Record, ...] = (
    document(FIRST, title="Leader answers", publisher="the Wexcombe trust"),
    entity(NORA, "person", "Nora Tamsin"),
    entity(REPORT, "report", "the Hollin House report"),
    entity(RESIDENT, "person", "a resident", anonymous=True, protected=True),
    mention(NORA, span(FIRST, "Nora Tamsin")),
    mention(REPORT, span(FIRST, "the Hollin House report")),
    SAID,
    TOLD,
    NESTED,
    ANSWERED,
    ABOUT,
)
OF_SECOND: tuple[Record, ...] = (
    document(SECOND),
    entity(CLLR, "person", "Cllr Tamsin"),
    entity(TRUST, "organisation", "Wexcombe Trust", "the Trust"),
    mention(CLLR, span(SECOND, "Cllr Tamsin")),
    mention(TRUST, span(SECOND, "Wexcombe Trust")),
)


def resolve(_: object) -> tuple[Join, ...]:
    """Join what the story's two documents say of one person."""
    return JOINS


def assembled(archive: Archive) -> Assembly:
    """Return the records of an archive as they stand, joined as the story's are."""
    return assembly(archive, resolve)


def tell(archive: Archive) -> Archive:
    """Put both documents into an archive; return it."""
    told(archive, FIRST, OF_FIRST)
    told(archive, SECOND, OF_SECOND)
    return archive


def told(archive: Archive, document_: str, records: tuple[Record, ...]) -> None:
    """Put one document and its records into an archive; the first is that of the document."""
    text, of = TEXTS[document_], records[0]
    assert isinstance(of, Document)
    source = Source(
        sha256=sha(text), name=f"{document_[-4:]}.txt", media_type="text/plain", reader="plain 1",
        retrieved="2025-05-01T09:00:00Z", title=of.title, url=of.url, publisher=of.publisher,
        published=of.published, licence=of.licence,
    )  # fmt: skip
    archive.add(text.encode(), text, source)
    archive.put_records(source.sha256, "key", records)
