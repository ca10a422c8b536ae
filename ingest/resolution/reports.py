"""Reports: one where reference or telling title agrees, or a description fits one that is held."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from graph.model import Entity, Join
from ingest.lexicon.tables import table, words
from ingest.resolution.described import Portrait, portraits
from ingest.resolution.evidence import Evidence, fold
from ingest.resolution.fitting import Fit, fit
from ingest.resolution.joins import Mark, Proposal, join_by_marks

_TELLING_TITLE = 2


def join_reports(evidence: Evidence, people: Mapping[str, str]) -> list[Join]:
    """Return the joins of reports; `people` are theirs, for the authors of reports.

    A description joins the one report held that it fits: by the day it came out and the body it
    is on, or by the year with publisher and body. Never when two fit, and never a collective.
    """
    described, held = portraits(evidence, people)
    marks = _marks(evidence, people)
    titled = join_by_marks(marks, "report", evidence.called, {one.id for one in held})
    into = {join.id: join.into for join in titled}
    found: dict[str, dict[str, Join]] = defaultdict(dict)
    for one, other, fitting in _fits(described, held):
        root, target = into.get(one.id, one.id), into.get(other.id, other.id)
        if fitting.whole and root != target:
            method = f"report/{fitting.method}"
            found[root][target] = Join(id=root, into=target, method=method, why=fitting.why)
    sure = {root: join for root, fits in found.items() if len(fits) == 1 for join in fits.values()}
    moved = (
        replace(join, into=sure[join.into].into) if join.into in sure else join for join in titled
    )
    return [*moved, *sure.values()]


def propose_reports(
    evidence: Evidence, people: Mapping[str, str], into: Mapping[str, str]
) -> Iterator[Proposal]:
    """Yield the descriptions that fit several reports held, or one of them in part."""
    described, held = portraits(evidence, people)
    yield from _namesakes([one for one in described if one.id not in into])
    for one, other, fitting in _fits(described, held):
        if one.id not in into and other.id not in into:
            why = f"“{one.name}” and “{other.name}”: {fitting.why}"
            yield Proposal.of(one.id, other.id, f"report/{fitting.method}", why)


def _namesakes(described: Sequence[Portrait]) -> Iterator[Proposal]:
    """Yield neighbours by id that two documents call the same and that have a publisher in common.

    An article that two papers print speaks of one report; two papers may yet have made two.
    """
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in described:
        for publisher in one.publishers:
            called[fold(one.name), publisher].append(one.id)
    for (name, _), keys in called.items():
        for first, second in pairwise(sorted(keys)):
            why = f"Both are called {name}, by a publisher in common"
            yield Proposal.of(first, second, "report/name-and-publisher", why)


def _fits(
    described: Sequence[Portrait], held: Sequence[Portrait]
) -> Iterator[tuple[Portrait, Portrait, Fit]]:
    of_year: dict[str, list[Portrait]] = defaultdict(list)
    for other in held:
        for year in sorted(other.years):
            of_year[year].append(other)
    for one in described:
        near = {other.id: other for year in sorted(one.years) for other in of_year[year]}
        for other in near.values():
            fitting = fit(one, other)
            if fitting is not None:
                yield one, other, fitting


def _marks(evidence: Evidence, people: Mapping[str, str]) -> Iterator[tuple[Mark, str]]:
    """Yield the marks that two entities of one report share."""
    called: dict[str, frozenset[str]] = {}
    for link, report in evidence.ends("PUBLISHED", "report"):
        publisher = people.get(link.source, link.source)
        if report.reference:
            yield ("publisher and reference", publisher, fold(report.reference)), report.id
        if link.source not in called:
            called[link.source] = _words_of(evidence.versions.get(link.source, ()))
        if _is_telling(report.name, called[link.source]):
            yield ("publisher and title", publisher, fold(report.name)), report.id


def _words_of(versions: Sequence[Entity]) -> frozenset[str]:
    return frozenset(word for entity in versions for word in fold(entity.name).split())


def _is_telling(title: str, publisher: frozenset[str]) -> bool:
    """Return whether a title, as capitals show it, says more than a publisher and “report”."""
    said = [word for word in title.split() if len(word) > 3]
    if not all(word[0].isupper() or word[0].isdigit() for word in said):
        return False
    more = [word for word in map(fold, said) if word not in _common() and word not in publisher]
    return len(more) >= _TELLING_TITLE


@cache
def _common() -> frozenset[str]:
    """Return the words that many titles of reports share."""
    heads = {word for head in table("reports")["heads"] for word in head.split()}
    common = words("reports", "bare_modifiers") | {"interim", "final", "volume", "part"}
    return frozenset(heads | common)
