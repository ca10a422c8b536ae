"""Reports with whom they are addressed to and who answered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.archive import Archive
from graph.explore.asking import Row, ask, ask_some
from graph.explore.counts import check_stretch, counts
from graph.explore.links import properties
from graph.explore.refs import number, ref, refs_by_id, text, texts
from graph.explore.standings import standing
from graph.explore.views import PassageView, Ref, Standing
from graph.explore.words import Words
from graph.stores.store import Store

NO_DUTY_RULES = "no rule about duties to respond has been applied"
#: How many answers to one report the list shows.
MOST_ANSWERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """Who answered a report, in which words; `link` is the id of the link it rests on."""

    link: str
    by: Ref
    date: str | None
    inferred: bool
    passages: tuple[PassageView, ...]
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeView:
    """Whom a report is addressed to. `status` is a duty's; `reason` says why it is unknown."""

    thing: Ref
    due: str | None
    status: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with whom it is addressed to and who answered."""

    thing: Ref
    reference: str | None
    url: str | None
    published: str | None
    publishers: tuple[Ref, ...]
    addressed_to: tuple[AddresseeView, ...]
    answers: tuple[AnswerView, ...]
    answers_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """One stretch of the reports by name; `total` counts all, `answers_limit` cuts each one's."""

    reports: tuple[ReportView, ...]
    total: int
    limit: int
    offset: int
    answers_limit: int


def reports(store: Store, archive: Archive, *, limit: int = 100, offset: int = 0) -> ReportList:
    """Return reports by name, each with its first answers in order of date; raise UsageError.

    The status of a duty to respond is unknown, with the reason.
    """
    check_stretch(limit, offset)
    rows, _ = ask_some(store, "reports", offset=offset, limit=limit)
    return ReportList(
        reports=_reports(store, archive, rows),
        total=counts(store).get("Report", 0),
        limit=limit,
        offset=offset,
        answers_limit=MOST_ANSWERS,
    )


def _reports(store: Store, archive: Archive, rows: list[Row]) -> tuple[ReportView, ...]:
    ids = [str(row["id"]) for row in rows]
    answered = ask(store, "answers", ids=ids, each=MOST_ANSWERS) if ids else []
    named = refs_by_id(
        store,
        [
            *(id_ for row in rows for id_ in texts(row["publishers"])),
            *(id_ for row in rows for id_ in texts(row["addressed_to"])),
            *(str(row["by"]) for row in answered),
        ],
    )
    words = Words(store, archive)
    words.open(passage for row in answered for passage in texts(properties(row).get("passages")))
    totals = {str(row["report"]): number(row["total"]) for row in answered}
    answers: dict[str, list[AnswerView]] = defaultdict(list)
    for row in answered:
        answers[str(row["report"])].append(_answer(words, row, named))
    return tuple(
        _report(row, named, tuple(answers[id_]), totals.get(id_, 0))
        for id_, row in zip(ids, rows, strict=True)
    )


def _report(
    row: Row, named: Mapping[str, Ref], answers: tuple[AnswerView, ...], total: int
) -> ReportView:
    return ReportView(
        thing=ref(row),
        reference=text(row["reference"]),
        url=text(row["url"]),
        published=text(row["published"]),
        publishers=tuple(named[id_] for id_ in texts(row["publishers"])),
        addressed_to=tuple(_addressee(named[id_]) for id_ in texts(row["addressed_to"])),
        answers=answers,
        answers_total=total,
    )


def _addressee(thing: Ref) -> AddresseeView:
    return AddresseeView(thing=thing, due=None, status="unknown", reason=NO_DUTY_RULES)


def _answer(words: Words, row: Row, named: Mapping[str, Ref]) -> AnswerView:
    known = properties(row)
    return AnswerView(
        link=str(row["id"]),
        by=named[str(row["by"])],
        date=text(known.get("date")),
        inferred=bool(known.get("inferred")),
        passages=words.passages(known.get("passages")),
        standing=standing(known),
    )
