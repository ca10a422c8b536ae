"""Which documents of an archive are copies: near-identical texts, known by the earliest of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.archive import Archive, Source
from graph.ids import document_id
from ingest.origins import origins


def copies(archive: Archive) -> dict[str, str]:
    """Return for each copy the document it is a copy of: the one published first, then by id."""
    sources = {document_id(source.sha256): source for source in archive.sources()}
    groups: dict[str, list[str]] = defaultdict(list)
    for document, origin in origins(_Texts(archive, sources)).items():
        groups[origin].append(document)
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda document: _age(document, sources[document]))
        found.update({document: first for document in group if document != first})
    return found


def _age(document: str, source: Source) -> tuple[bool, str, str]:
    published = source.published
    return published is None, published.value if published else "", document


class _Texts(Mapping[str, str]):
    """The stored texts by document id, each read when it is asked for."""

    def __init__(self, archive: Archive, sources: Mapping[str, Source]) -> None:
        self._archive = archive
        self._sources = sources

    def __getitem__(self, document: str) -> str:
        return self._archive.text(self._sources[document].sha256)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
