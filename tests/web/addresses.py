"""Addresses of every kind of page of the invented story, and how to read links out of a page."""

from html.parser import HTMLParser

from tests.wexcombe import ARTICLE, LETTER

PAGES = (
    "/",
    "/search",
    "/search?q=report",
    "/search?q=report&kind=statement",
    "/search?q=nothing+like+it",
    "/documents",
    f"/document/{ARTICLE}",
    f"/document/{ARTICLE}?s=st-warning&view=statements",
    f"/document/{ARTICLE}?view=plain",
    f"/document/{LETTER}",
    "/entities",
    "/entities?kind=person",
    "/entity/person-nora",
    "/entity/person-resident",
    "/entity/report-hollin",
    "/entity/case-b",
    "/statement/st-accept",
    "/statement/st-locked",
    "/statement/st-nobody",
    "/reports",
    "/network",
    "/network?standing=accepted",
    "/queries",
    "/query/statements/by_speaker",
    "/query/network/of_one_name",
    "/query/network/of_one_name?thing=Nora+Tamsin",
    "/cypher",
    "/cypher?cypher=MATCH+(p:Person)+RETURN+p.id,+p.name+ORDER+BY+p.name",
)


class Page(HTMLParser):
    """What a test reads off a page: elements with their attributes, and the text of some."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        if self._open:
            tag = self._open[-1]
            self.text[tag] = self.text.get(tag, "") + data

    def values(self, attribute: str, *tags: str) -> list[str]:
        """Return this attribute's values, of these elements or of all."""
        return [
            attrs[attribute]
            for tag, attrs in self.elements
            if attribute in attrs and (not tags or tag in tags)
        ]

    def count(self, tag: str) -> int:
        """Return how many elements of this name there are."""
        return sum(one == tag for one, _ in self.elements)
