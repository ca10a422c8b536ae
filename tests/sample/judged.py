"""The sample as an invented reviewer left it: every kind of judgement, always the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from graph.archive import Archive
from graph.judgements import Judgement, append
from graph.judging import Judging
from graph.model import (
    Document,
    Entity,
    EntityType,
    Link,
    LinkType,
    Mention,
    Span,
    Speaker,
    Statement,
    TypedAs,
)
from ingest.resolution import resolver

_LETTER = "Letter from the Mayor of Marrow Bay to the Inspectorate, 4 July 2016"
_REVISIT = "Marrow Bay Police: revisit 2018"
_OF_2022 = "Marrow Bay Police: effectiveness inspection 2022"
_OF_2025 = "Marrow Bay Police: effectiveness inspection 2025"
_RELEASE = "Mayor welcomes progress at Marrow Bay Police"
_UPDATE = "Update on the 2025 inspection"
_EMAIL = "Reply of the Ministry for Public Safety to the Bay Courier"
_ARTICLE = "Six children, four warnings"
_ANNOUNCED = "Government to fund review of closed inquiries"
_PANEL = "Marrow Bay Police and Crime Panel, 4 November 2025"
_DISCLOSED = "Disclosure MBC 2024/1187: children seen before an inquiry was closed"
_OFFICE, _MINISTRY = "Office of the Mayor of Marrow Bay", "Ministry for Public Safety"
_START = datetime(2026, 2, 2, 9, tzinfo=UTC)
_T = TypeVar("_T")


def judge(archive: Archive) -> None:
    """Append the judgements of Nell Harrow, one a minute, with ids that count."""
    minutes, numbers = count(), count(1)
    judging = Judging(
        archive=archive, resolve=resolver(archive), by="Nell Harrow",
        now=lambda: _START + timedelta(minutes=next(minutes)),
        new_id=lambda: f"jd-{next(numbers):02}",
    )  # fmt: skip
    for step in (_review, _join, _add, _compare, _withdraw):
        step(judging, _Desk(archive=archive, records=tuple(judging.known().records.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What the reviewer has before her, found by its words."""

    archive: Archive
    records: tuple[object, ...]

    def _all(self, kind: type[_T]) -> list[_T]:
        return [one for one in self.records if isinstance(one, kind)]

    def document(self, title: str) -> Document:
        return _one(one for one in self._all(Document) if one.title == title)

    def statement(self, title: str, opening: str) -> Statement:
        document = self.document(title).id
        return _one(
            one for one in self._all(Statement)
            if one.document == document and one.parts[0].quote.startswith(opening)
        )  # fmt: skip

    def entity(self, type_: EntityType, name: str, title: str) -> Entity:
        document = self.document(title).id
        there = {one.entity for one in self._all(Mention) if one.span.document == document}
        return _one(
            one for one in self._all(Entity)
            if (one.type, one.name) == (type_, name) and one.id in there
        )  # fmt: skip

    def link(self, type_: LinkType, source: str, title: str) -> Link:
        document, holder = self.document(title).id, self.entity("organisation", source, title).id
        return _one(
            one for one in self._all(Link)
            if (one.type, one.source) == (type_, holder) and one.spans[0].document == document
        )  # fmt: skip

    def words(self, title: str, words: str) -> Span:
        document = self.document(title)
        text = self.archive.text(document.sha256)
        start = text.index(words)
        return Span.of(document.id, text, start, start + len(words))


def _one(found: Iterable[_T]) -> _T:
    (only,) = found
    return only


def _review(judging: Judging, desk: _Desk) -> None:
    denial = desk.statement(_RELEASE, "I am pleased that inspectors")
    judging.accept(denial.id, why="Read against the press release")
    answer = desk.link("RESPONDED_TO", _OFFICE, _LETTER)
    judging.accept(answer.id, why="The letter has the head of the office")
    officer = desk.statement(_OF_2022, "there was")
    judging.reject(officer.id, why="The words after the quotation are the inspectors’ own")
    figures = desk.statement(_PANEL, "It was not complete")
    judging.accept(figures.id)
    judging.undo(figures.id, why="Not read to the end")
    judging.edit(
        desk.statement(_UPDATE, "That is six").id,
        types=(TypedAs(type="admission", span=None),),
        about=(desk.entity("organisation", "Marrow Bay Police", _UPDATE).id,),
        why="He speaks of the force’s own files",
    )
    courtesy = desk.statement(_PANEL, "May I add")
    # She saw another type than the statement has now.
    seen = replace(courtesy, types=(TypedAs(type="assertion", span=None),))
    misfit = Judgement(
        id=judging.new_id(), at=judging.now().isoformat(timespec="seconds"), by=judging.by,
        action="reject", on=courtesy.id, why="A courtesy, and no assertion", saw=(seen,),
    )  # fmt: skip
    append(judging.archive, [misfit])


def _join(judging: Judging, desk: _Desk) -> None:
    minister = desk.entity("person", "Orla Finch", _ANNOUNCED)
    other = desk.entity("person", "Orla Finch", _EMAIL)
    judging.merge(other.id, minister.id, why="Both papers are the ministry’s and name its minister")
    unnamed = desk.entity("report", "report", _ANNOUNCED)
    report = desk.entity("report", _OF_2025, _OF_2025)
    judging.merge(unnamed.id, report.id, why="No other report has a recommendation 4.4")


def _add(judging: Judging, desk: _Desk) -> None:
    experts = [desk.entity("person", name, _ARTICLE) for name in ("Priya Lodge", "Edwin Sallow")]
    cases = desk.entity("case", "six cases", _ARTICLE)
    judging.add_statement(
        (desk.words(_ARTICLE, "four of the six should not have been closed"),),
        speakers=[Speaker(entity=one.id, span=None, capacity="self") for one in experts],
        types=(TypedAs(type="assessment", span=None),), form="indirect", about=(cases.id,),
        why="“Both” are the two experts",
    )  # fmt: skip
    judging.add_link(
        "PART_OF", desk.entity("case", "Case E", _ARTICLE).id, cases.id,
        (desk.words(_ARTICLE, "six cases, lettered A to F"),), why="E is one of the letters",
    )  # fmt: skip
    review = desk.entity("report", "review on Marrow Bay Police", _ANNOUNCED)
    judging.add_link(
        "COMMISSIONED", desk.entity("organisation", _MINISTRY, _ANNOUNCED).id, review.id,
        (desk.words(_ANNOUNCED, "the ministry will fund a review of every inquiry"),),
        why="Who pays for a review has asked for it",
    )  # fmt: skip
    office = desk.entity("organisation", _OFFICE, _RELEASE)
    for title in (_REVISIT, _OF_2025):
        judging.add_link(
            "ADDRESSED_TO", desk.entity("report", title, title).id, office.id,
            (desk.words(title, "must publish comments on this report"),),
            why="The mayor is to comment on it",
        )  # fmt: skip


def _compare(judging: Judging, desk: _Desk) -> None:
    judging.compare(
        desk.statement(_RELEASE, "the force had carried out").id,
        desk.statement(_PANEL, "Two of the recommendations").id, "contradicts",
        why="Both speak of the recommendations of 2022 to the whole force: all, or all but two",
    )  # fmt: skip
    judging.compare(
        desk.statement(_OF_2025, "in 14 of 40").id,
        desk.statement(_UPDATE, "in six of the 40").id, "different definition",
        why="The force counts a contact with the household, the inspectors a child met alone",
    )  # fmt: skip


def _withdraw(judging: Judging, desk: _Desk) -> None:
    none_left = desk.statement(_UPDATE, "it had “no outstanding")
    judging.retract(none_left.id, why="The force said on 25 September that it had been wrong")
    disclosed = desk.document(_DISCLOSED)
    judging.retract(disclosed.id, why="The council has taken its disclosure back")
