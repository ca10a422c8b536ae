"""The evidence by report: who put it out, what it is on, where and in which words it stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.model import Document, Link
from ingest.report_heads import is_collective
from ingest.resolution.evidence import Evidence, fold
from ingest.self_report import own_key

_BETWEEN = re.compile(r"[^\w'&-]+")


class View:
    """The evidence by report: who published it, what it is on, in which documents."""

    def __init__(self, evidence: Evidence, people: Mapping[str, str]) -> None:
        self.evidence = evidence
        self._people = people
        self._bodies: dict[str, set[str]] = defaultdict(set)
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in evidence.links:
            if link.type == "HOLDS_ROLE":
                self._bodies[link.source].add(link.target)
            elif link.type == "PUBLISHED":
                self._links[link.target].append(link)
            elif link.type in {"INSPECTED", "CONCERNS"}:
                self._links[link.source].append(link)
        self._named = self._by_name()
        self._neighbours = self._by_document()

    def _by_name(self) -> dict[str, set[str]]:
        named: dict[str, set[str]] = defaultdict(set)
        for entity in self.evidence.of_type("organisation"):
            for name in (entity.name, *entity.aliases):
                named[fold(name)].add(entity.id)
        return named

    def _by_document(self) -> dict[str, set[str]]:
        near: dict[str, set[str]] = defaultdict(set)
        for entity in self.evidence.of_type("report"):
            for document in self.documents(entity.id):
                near[document].add(entity.id)
        return near

    def own(self, document: Document) -> Iterator[str]:
        """Yield the id of the report that a document is, by its title or its reference."""
        key = own_key(document.title, document.publisher, document.published, document.id)
        yield from (key,) if key in self.evidence.versions else ()
        for near in sorted(self._neighbours.get(document.id, ())):
            if any(entity.reference for entity in self.evidence.versions[near]):
                yield near

    def dates(self, key: str) -> set[str]:
        """Return the dates on which a report is said to have come out."""
        said = [entity.published for entity in self.evidence.versions[key]]
        said += [link.date for link in self._of(key, "PUBLISHED", None)]
        return {date.value for date in said if date is not None}

    def documents(self, key: str) -> set[str]:
        """Return the documents that speak of a report."""
        return {mention.span.document for mention in self.evidence.mentions.get(key, ())}

    def quotes(self, key: str) -> list[str]:
        """Return the words by which a report is spoken of."""
        return [mention.span.quote for mention in self.evidence.mentions.get(key, ())]

    def is_collective(self, key: str) -> bool:
        """Return whether a report is several, which no single one is ever joined into."""
        names = (entity.name for entity in self.evidence.versions[key])
        return any(is_collective(words) for words in (*self.quotes(key), *names))

    def publishers(self, key: str, document: str | None = None) -> frozenset[str]:
        """Return who put a report out (as one document says), with their bodies."""
        who = {link.source for link in self._of(key, "PUBLISHED", document)}
        who |= {body for one in who for body in self._bodies.get(one, ())}
        return frozenset(self._people.get(one, one) for one in who)

    def subjects(self, key: str, document: str | None = None) -> frozenset[str]:
        """Return the bodies that a report is on (as one document says)."""
        links = (*self._of(key, "INSPECTED", document), *self._of(key, "CONCERNS", document))
        bodies = self.evidence.versions
        return frozenset(
            link.target
            for link in links
            if any(entity.type == "organisation" for entity in bodies.get(link.target, ()))
        )

    def _of(self, key: str, type_: str, document: str | None) -> list[Link]:
        return [
            link
            for link in self._links.get(key, ())
            if link.type == type_ and document in {None, link.spans[0].document}
        ]

    def named_in(self, title: str) -> frozenset[str]:
        """Return the bodies whose names stand in a title."""
        words = f" {_BETWEEN.sub(' ', fold(title))} "
        found = {name for name in self._named if f" {name} " in words}
        inner = {name for name in found for o in found if name != o and f" {name} " in f" {o} "}
        return frozenset(body for name in found - inner for body in self._named[name])

    def called(self, name: str) -> frozenset[str]:
        """Return the bodies of a name."""
        return frozenset(self._named.get(fold(name), ()))

    def neighbours(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield the other reports in a report's documents, with the document."""
        for document in sorted(self.documents(key)):
            yield from ((other, document) for other in sorted(self._neighbours[document] - {key}))
