"""Why records of several documents are of one thing: a line for each, so that all can be checked.

What documents give one id is one by that id alone; the rest was joined by resolution or people.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from graph.assembly.groups import Groups
from graph.hiding import HiddenNames
from graph.model import Document, Entity, Link, Record

_NAME_AND_BODY = "person/name-and-body"
_PARTED = "person/split", "A person took them out of one thing together"
_KIND = re.compile(r"[.-]")
_MOST = 5  # roles, forms of a name or years that one line tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """The entity `id`, called `name` in documents, is `into`: by which method, and why.

    `shared`: several documents give this id, and are of one thing by it; `into` may be `id` then.
    """

    id: str
    name: str
    into: str
    method: str
    why: str
    shared: bool = False


def grounds(groups: Groups) -> Iterator[Became]:
    """Yield what became one in these groups; nothing of the protected, whose names it would tell.

    A name is that of the first document: `as_told` masks what may not be told of it.
    """
    for id_, first in sorted(groups.known_by.items()):
        said = [entity for _, entity in sorted(groups.kinds.get(id_, {}).items())]
        if not said or first in groups.hidden:
            continue
        became = partial(Became, id=id_, name=said[0].name, into=first)
        if id_ != first:
            join = groups.joins.get(id_)
            method, why = (join.method, join.why) if join else _PARTED
            yield became(method=method, why=why)
        if len(said) > 1:
            method, why = _by_id(said)
            yield became(method=method, why=why, shared=True)


def as_told(
    became: Iterable[Became], records: Sequence[Record], tell: HiddenNames
) -> Iterator[Became]:
    """Yield what became one with the roles that documents give a person, and with names masked.

    `records` are those that stand: of an entity without a name in them nothing is told.
    """
    became = tuple(became)
    named = {
        record.id: record
        for record in records
        if isinstance(record, Entity) and not (record.anonymous or record.protected)
    }
    roles = _roles(records, {one.into for one in became}, named)
    for one in became:
        if one.into in named:
            why = "; ".join(filter(None, (one.why, _told_as(one, roles.get(one.into, {})))))
            yield replace(one, name=tell.in_title(one.name), why=tell.in_title(why))


def _by_id(said: Sequence[Entity]) -> tuple[str, str]:
    """Return by which method several documents gave one id, and why: how `ingest` makes ids."""
    first = said[0]
    # What a person corrected of its type since has no part in that.
    kind = _KIND.split(first.id)[0]
    if kind == "person":
        return _NAME_AND_BODY, "Documents give one name, and a role in one body"
    if kind == "report" and first.reference:
        return "report/reference", f"Documents give one reference: {first.reference}"
    if kind == "report":
        return "report/publisher-and-title", "Documents give one title, and one publisher"
    if first.id.startswith(f"{kind}."):
        forms = sorted({form for one in said for form in (one.name, *one.aliases)})
        return f"{kind}/gazetteer", f"The gazetteer has these names for one: {_few(forms)}"
    return f"{kind}/name", "Documents give one name, and no other sign that they mean one"


def _roles(
    records: Iterable[Record], of: Set[str], named: Mapping[str, Entity]
) -> Mapping[str, Mapping[str, Set[str]]]:
    """Return, for each of these, the years in which documents gave each role that stands."""
    years: dict[str, str] = {}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    links = []
    for record in records:
        if isinstance(record, Document) and record.published:
            years[record.id] = record.published.value[:4]
        elif isinstance(record, Link) and record.type == "HOLDS_ROLE" and record.source in of:
            links.append(record)
    for link in links:
        if link.review != "rejected" and link.target in named:
            body = named[link.target].name
            role = (link.role or "an unnamed role").removesuffix(f" of {body}")
            given = {years[span.document] for span in link.spans if span.document in years}
            found[link.source][f"{role}, {body}"] |= given
    return found


def _told_as(one: Became, roles: Mapping[str, Set[str]]) -> str:
    if not roles:
        return "no role of theirs stands any more" if one.method == _NAME_AND_BODY else ""
    ordered = sorted(roles.items(), key=lambda role: (min(role[1], default="~"), role[0]))
    return f"told as {_few([f'{role} ({_span_of(years)})' for role, years in ordered])}"


def _span_of(years: Set[str]) -> str:
    ordered = sorted(years)
    if len(ordered) > _MOST:
        return f"{len(ordered)} years from {ordered[0]} to {ordered[-1]}"
    return ", ".join(ordered) or "no year known"


def _few(told: Sequence[str]) -> str:
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more
