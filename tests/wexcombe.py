"""A small invented story, as texts of an archive and as rows of a graph.

Wexcombe does not exist. Every passage is found in its text, so words and places agree.
"""

import hashlib

from graph.archive import Archive, Source
from graph.ids import document_id
from graph.model import PartialDate, Span
from graph.search.folding import searchable
from graph.search.updating import update
from graph.stores.store import EdgeRow, NodeRow, Store

ARTICLE_TEXT = """Leader answers report on Hollin House

The Wexcombe Inspectorate published its report on Hollin House in February. It was sent to the \
Wexcombe Health Trust.

Councillor Nora Tamsin, the leader of the council, said: “We accept every recommendation.” \
She denied that a warning had been missed.

Ivo Marsh, a professor of nursing, looked at Case B. “The record shows no plan,” he said.

A former resident said staff told her the door was never locked.

“Nobody wrote to us,” one account reads.
"""
LETTER_TEXT = """Letter from the Wexcombe Health Trust

We have read the report on Hollin House and accept its findings.

The Trust denies that it was told of the fire before 2024.
"""
ARTICLE_HASH = hashlib.sha256(ARTICLE_TEXT.encode()).hexdigest()
LETTER_HASH = hashlib.sha256(LETTER_TEXT.encode()).hexdigest()
ARTICLE = document_id(ARTICLE_HASH)
LETTER = document_id(LETTER_HASH)
TEXTS = {ARTICLE: ARTICLE_TEXT, LETTER: LETTER_TEXT}
PUBLISHED = {ARTICLE: "2025-03-04", LETTER: None}
SECOND_PAGE = ARTICLE_TEXT.index("Ivo Marsh")


def span(document: str, quote: str) -> Span:
    """Return the span of the first place where the document has these words."""
    start = TEXTS[document].index(quote)
    return Span.of(document, TEXTS[document], start, start + len(quote))


def passage(document: str, quote: str) -> str:
    """Return the id of the passage with these words."""
    return span(document, quote).passage


def _source(name: str, hash_: str, **known: object) -> Source:
    return Source(
        sha256=hash_,
        name=name,
        media_type="text/plain",
        reader="plain 1",
        retrieved="2025-05-01T09:00:00Z",
        **known,  # type: ignore[arg-type]
    )


def tell(store: Store, archive: Archive) -> None:
    """Put both texts into the archive, and the story into graph and search index."""
    article = _source(
        "leader.txt",
        ARTICLE_HASH,
        title="Leader answers report",
        publisher="Wexcombe Gazette",
        published=PartialDate.parse("2025-03-04"),
        pages=(0, SECOND_PAGE),
    )
    archive.add(ARTICLE_TEXT.encode(), ARTICLE_TEXT, article)
    archive.add(LETTER_TEXT.encode(), LETTER_TEXT, _source("letter.txt", LETTER_HASH))
    store.put_nodes(nodes())
    store.put_edges(edges())
    update(archive, store)


def _entity(label: str, id_: str, name: str, *aliases: str, **more: object) -> NodeRow:
    properties = {
        "id": id_,
        "name": name,
        "search": searchable(name, *aliases),
        "aliases": list(aliases),
        "anonymous": False,
        "protected": False,
        **more,
    }
    return NodeRow(label=label, id=id_, properties=properties)


def _statement(id_: str, document: str, quote: str, *types: str, **more: object) -> NodeRow:
    properties = {
        "id": id_,
        "name": quote,
        "search": searchable(quote),
        "quote": quote,
        "types": list(types),
        "form": "indirect",
        "document": document,
        "document_published": PUBLISHED[document],
        "start": TEXTS[document].index(quote),
        "anonymous_speaker": False,
        "review": "proposed",
        "method": "rule.cue",
        "confidence": "high",
        **more,
    }
    known = {name: value for name, value in properties.items() if value is not None}
    return NodeRow(label="Statement", id=id_, properties=known)


def _document(id_: str, hash_: str, name: str, counts: str, **more: object) -> NodeRow:
    statements, unresolved, proposed = map(int, counts.split())
    properties = {
        "id": id_,
        "sha256": hash_,
        "name": name,
        "search": searchable(name),
        "media_type": "text/plain",
        "characters": len(TEXTS[id_]),
        "statements": statements,
        "unresolved": unresolved,
        "proposed": proposed,
        **more,
    }
    return NodeRow(label="Document", id=id_, properties=properties)


ACCEPT = "We accept every recommendation."
WARNING = "a warning had been missed"
NO_PLAN = "The record shows no plan"
TOLD = "staff told her the door was never locked"
LOCKED = "the door was never locked"
NOBODY = "Nobody wrote to us"
WRONG = "one account reads"
FIRE = "it was told of the fire before 2024"
WORDS = {
    "st-accept": (ARTICLE, ACCEPT),
    "st-warning": (ARTICLE, WARNING),
    "st-plan": (ARTICLE, NO_PLAN),
    "st-told": (ARTICLE, TOLD),
    "st-locked": (ARTICLE, LOCKED),
    "st-nobody": (ARTICLE, NOBODY),
    "st-wrong": (ARTICLE, WRONG),
    "st-fire": (LETTER, FIRE),
}
NORA = ("Person", "person-nora")
IVO = ("Person", "person-ivo")
RESIDENT = ("Person", "person-resident")
COUNCIL = ("Organisation", "organisation.wexcombe-council")
INSPECTORATE = ("Organisation", "organisation.wexcombe-inspectorate")
TRUST = ("Organisation", "organisation.wexcombe-trust")
HOLLIN = ("Organisation", "organisation-hollin")
REPORT = ("Report", "report-hollin")
UNANSWERED = ("Report", "report-marle")
CASE = ("Case", "case-b")
PLACE = ("Place", "place-wexcombe")
NAMED = {
    NORA: "Nora Tamsin",
    IVO: "Ivo Marsh",
    RESIDENT: "A former resident",
    TRUST: "Wexcombe Health Trust",
    INSPECTORATE: "Wexcombe Inspectorate",
    HOLLIN: "Hollin House",
    REPORT: "report on Hollin House",
    CASE: "Case B",
}
SAID = f"said: “{ACCEPT}”"
READ = "We have read the report on Hollin House and accept its findings."
# A link's words: its key is the id of the edge. A person has rejected `ln-wrong` and `st-wrong`.
LINKS: dict[str, tuple[str, tuple[str, str], tuple[str, str], str, str, dict[str, object]]] = {
    "ln-nora": ("RESPONDED_TO", NORA, REPORT, ARTICLE, SAID, {"date": "2025-03-04"}),
    "ln-trust": ("RESPONDED_TO", TRUST, REPORT, LETTER, READ, {"review": "accepted"}),
    "ln-wrong": ("RESPONDED_TO", HOLLIN, REPORT, ARTICLE, "the door", {"review": "rejected"}),
    "ln-ivo": ("ASSESSED", IVO, CASE, ARTICLE, "looked at Case B", {}),
    "ln-case": ("ASSESSED", INSPECTORATE, CASE, ARTICLE, "Case B", {"inferred": True}),
    "ln-role": ("HOLDS_ROLE", NORA, COUNCIL, ARTICLE, "the leader of the council",
                {"role": "leader"}),
    "ln-published": ("PUBLISHED", INSPECTORATE, REPORT, ARTICLE, "published its report", {}),
    "ln-addressed": ("ADDRESSED_TO", REPORT, TRUST, ARTICLE, "sent to the Wexcombe Health Trust",
                     {}),
    "ln-inspected": ("INSPECTED", REPORT, HOLLIN, ARTICLE, "report on Hollin House", {}),
    "ln-about-accept": ("ABOUT", ("Statement", "st-accept"), REPORT, ARTICLE, ACCEPT, {}),
    "ln-about-plan": ("ABOUT", ("Statement", "st-plan"), CASE, ARTICLE, NO_PLAN, {}),
}  # fmt: skip
SPEAKERS = {
    "st-accept": (NORA, "self", "Councillor Nora Tamsin"),
    "st-warning": (NORA, "self", "She"),
    "st-plan": (IVO, "self", "he"),
    "st-told": (RESIDENT, "anonymous", "A former resident"),
    "st-locked": (HOLLIN, "spokesperson", "staff"),
    "st-fire": (TRUST, "document", "The Trust"),
    "st-wrong": (NORA, "self", "one account"),
}


def nodes() -> list[NodeRow]:
    """Return every node of the story."""
    dated = {"date": "2025-03-04"}
    return [
        _document(ARTICLE, ARTICLE_HASH, "Leader answers report", "6 1 5",
                  title="Leader answers report", file="leader.txt", publisher="Wexcombe Gazette",
                  published=PUBLISHED[ARTICLE], genre="news"),
        _document(LETTER, LETTER_HASH, "letter.txt", "1 0 1", file="letter.txt"),
        _entity(*NORA, "Nora Tamsin", "Cllr Tamsin"),
        _entity(*IVO, "Ivo Marsh"),
        _entity(*RESIDENT, "a former resident", anonymous=True, protected=True),
        _entity(*COUNCIL, "Wexcombe Council", "the council"),
        _entity(*INSPECTORATE, "Wexcombe Inspectorate"),
        _entity(*TRUST, "Wexcombe Health Trust", "the Trust"),
        _entity(*HOLLIN, "Hollin House"),
        _entity(*REPORT, "Report on Hollin House", "the Hollin House report",
                reference="WI/25/1", published="2025-02"),
        _entity(*UNANSWERED, "Review of Marle Court"),
        _entity(*CASE, "Case B", protected=True),
        _entity(*PLACE, "Wexcombe"),
        _statement("st-accept", ARTICLE, ACCEPT, "commitment", form="direct", review="accepted",
                   **dated),
        _statement("st-warning", ARTICLE, WARNING, "denial", **dated),
        _statement("st-plan", ARTICLE, NO_PLAN, "assessment", form="direct", **dated),
        _statement("st-told", ARTICLE, TOLD, "assertion", anonymous_speaker=True, **dated),
        _statement("st-locked", ARTICLE, LOCKED, "denial", outer="st-told",
                   outer_speakers=["a former resident"], **dated),
        _statement("st-nobody", ARTICLE, NOBODY, "assertion", form="direct", confidence="low"),
        _statement("st-wrong", ARTICLE, WRONG, "denial", review="rejected"),
        _statement("st-fire", LETTER, FIRE, "denial"),
        *_passages(),
    ]  # fmt: skip


def _spans() -> list[Span]:
    words = [span(*where) for where in WORDS.values()]
    words += [span(document, quote) for _, _, _, document, quote, _ in LINKS.values()]
    words += [span(WORDS[id_][0], quote) for id_, (_, _, quote) in SPEAKERS.items()]
    words += [span(document, name) for name in NAMED.values() for document in _naming(name)]
    return sorted(set(words))


def _naming(name: str) -> list[str]:
    return [document for document, text in TEXTS.items() if name in text]


def _passages() -> list[NodeRow]:
    return [
        NodeRow(label="Passage", id=one.passage,
                properties={"id": one.passage, "document": one.document, "start": one.start,
                            "end": one.end, "quote": one.quote})
        for one in _spans()
    ]  # fmt: skip


def edges() -> list[EdgeRow]:
    """Return every relationship of the story."""
    return [*_links(), *_speech(), *_source_edges()]


def _links() -> list[EdgeRow]:
    common = {"inferred": False, "review": "proposed", "method": "rule.link", "confidence": "high"}
    return [
        _edge(type_, id_, source, target,
              {**common, "passages": [passage(document, quote)], **more})
        for id_, (type_, source, target, document, quote, more) in LINKS.items()
    ]  # fmt: skip


def _speech() -> list[EdgeRow]:
    made = [
        _edge("MADE_BY", f"made-{id_}", ("Statement", id_), speaker,
              {"capacity": capacity, "passages": [passage(WORDS[id_][0], quote)]})
        for id_, (speaker, capacity, quote) in SPEAKERS.items()
    ]  # fmt: skip
    within = _edge("WITHIN", "within", ("Statement", "st-locked"), ("Statement", "st-told"), {})
    return [*made, within]


def _source_edges() -> list[EdgeRow]:
    stated = [
        _edge("STATED_IN", f"stated-{id_}", ("Statement", id_), ("Passage", passage(*where)),
              {"position": 0})
        for id_, where in WORDS.items()
    ]  # fmt: skip
    parts = [
        _edge("PART_OF_TEXT", f"part-{one.passage}", ("Passage", one.passage),
              ("Document", one.document), {})
        for one in _spans()
    ]  # fmt: skip
    mentions = [
        _edge("MENTIONS", f"mention-{document}-{thing[1]}", ("Document", document), thing,
              {"count": 1, "passages": [passage(document, name)]})
        for thing, name in NAMED.items()
        for document in _naming(name)
    ]  # fmt: skip
    return [*stated, *parts, *mentions]


def _edge(
    type_: str,
    id_: str,
    source: tuple[str, str],
    target: tuple[str, str],
    properties: dict[str, object],
) -> EdgeRow:
    return EdgeRow(
        type=type_, id=id_, source=source, target=target, properties={"id": id_, **properties}
    )
