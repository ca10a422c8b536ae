"""What people added, as records of the documents on whose words it rests.

It enters before anything is joined, so that it is merged, parted and protected like the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.assembly.groups import Source
from graph.assembly.protecting import Text
from graph.judgements import Judgement
from graph.masking import touches
from graph.model import Document, Record, Span, spans_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """The sources with what was added; for each judgement that could not be followed, why."""

    sources: tuple[Source, ...]
    misfits: Mapping[str, str] = field(default_factory=dict)


def with_additions(
    sources: Sequence[Source], judgements: Iterable[Judgement], text: Text
) -> Additions:
    """Return the sources with what stands of people's additions before their records.

    What a person added goes before what a program found in the same words since.
    """
    said = [judgement for judgement in judgements if judgement.action == "add"]
    if not said:
        return Additions(sources=tuple(sources))
    documents = {one.id: one for _, records in sources for one in records[:1]
                 if isinstance(one, Document)}  # fmt: skip
    added: dict[str, list[Record]] = {}
    misfits: dict[str, str] = {}
    for judgement in said:
        spans = [span for record in judgement.added for span in spans_of(record)]
        why = next(filter(None, (_misplaced(span, documents, text) for span in spans)), None)
        if why is not None:
            misfits[judgement.id] = why
        elif spans:
            added.setdefault(spans[0].document, []).extend(judgement.added)
    return Additions(sources=tuple(_beside(sources, added)), misfits=misfits)


def _beside(
    sources: Iterable[Source], added: Mapping[str, Sequence[Record]]
) -> Iterable[Source]:  # fmt: skip
    for document, records in sources:
        more = added.get(document, ())
        ids = {record.id for record in more if record.kind in {"statement", "link"}}
        own = [record for record in records if record.id not in ids] if ids else records
        yield document, (*more, *own) if more else own


def _misplaced(span: Span, documents: Mapping[str, Document], text: Text) -> str | None:
    document = documents.get(span.document)
    if document is None:
        return "the document of its words is not there any more"
    if text(document)[span.start : span.end] != span.quote:
        return "its words do not stand there in the document"
    if touches(span.start, span.end, document.masked):
        return "its words name a protected person"
    return None
