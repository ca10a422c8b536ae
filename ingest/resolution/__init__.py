"""Which entities of different documents are one: joins that no order of sources changes.

Gazetteer bodies and bodies of one raw name share their ids already. A name alone joins no people:
two of one name may be two, and a wrong join puts words into somebody's mouth. What agrees only in
part is proposed, for a person to judge. Records of sources are never rewritten.
"""

from collections.abc import Callable, Mapping, Sequence

from graph.archive import Archive
from graph.model import Document, Join, Record
from ingest.resolution.copies import copies
from ingest.resolution.evidence import Evidence, fold, gather
from ingest.resolution.joins import Proposal
from ingest.resolution.people import join_people, propose_people
from ingest.resolution.reports import join_reports, propose_reports

_COPY = "document/near-identical"
_SAME_TEXT = "Their texts are the same but for a few words"


def resolve(records: Sequence[Record], origins: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return for each entity that joins another the id it is joined into.

    People join into the smallest id, reports into the report that the archive holds as a document.
    Whoever is anonymous or protected in any document joins nobody. Ids that stay do not appear.
    `origins` gives, for documents that are copies of one text, the first of these.
    """
    return {join.id: join.into for join in joins(records, origins)}


def resolver(archive: Archive) -> Callable[[Sequence[Record]], tuple[Join, ...]]:
    """Return `joins` for an archive, with near-identical documents joined to the earliest.

    The texts are read when the joins are asked for.
    """

    def resolve_all(records: Sequence[Record]) -> tuple[Join, ...]:
        found = copies(archive, (one for one in records if isinstance(one, Document)))
        origins = found | {first: first for first in found.values()}
        same = (Join(id=id_, into=first, method=_COPY, why=_SAME_TEXT)
                for id_, first in found.items())  # fmt: skip
        return (*joins(records, origins), *same)

    return resolve_all


def joins(records: Sequence[Record], origins: Mapping[str, str] | None = None) -> tuple[Join, ...]:
    """Return the joins behind `resolve`, by id, each with its method and its reason in words."""
    evidence = gather(records, origins)
    people = join_people(evidence)
    return tuple(sorted((*people, *join_reports(evidence, _into(people)))))


def proposals(records: Sequence[Record]) -> tuple[Proposal, ...]:
    """Return the pairs that agree in part, in order: nothing is joined by them."""
    evidence = gather(records)
    people = join_people(evidence)
    reports = join_reports(evidence, _into(people))
    return tuple(
        sorted(
            {
                *propose_people(evidence, _into(people)),
                *propose_reports(evidence, _into(people), _into(reports)),
            }
        )
    )


def _into(joined: Sequence[Join]) -> dict[str, str]:
    return {join.id: join.into for join in joined}


__all__ = ["Evidence", "Join", "Proposal", "fold", "joins", "proposals", "resolve", "resolver"]
