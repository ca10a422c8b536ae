"""Whether a description fits a report that the archive holds: wholly, in part, or not."""

from dataclasses import dataclass

from ingest.lexicon.tables import table
from ingest.resolution.described import Portrait

_DRAFTS = frozenset({"draft", "interim"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """`whole`: all that is needed agrees. `why` says in words what does, and what is not known."""

    whole: bool
    method: str
    why: str


def fit(one: Portrait, held: Portrait) -> Fit | None:
    """Return how a description fits a report held; null where its date does not or bodies differ.

    A day needs the body that the report is on; a month or a year needs its publisher as well. A
    year with nothing beside it, of publisher, body or kind, is no fit at all.
    """
    when = _when(one, held)
    if when is None or not _same_kind(one, held):
        return None
    if _differ(one.publishers, held.publishers) or _differ(one.subjects, held.subjects):
        return None
    on = bool(one.subjects & held.subjects)
    by = bool(one.publishers & held.publishers)
    if not (on or by or when == "day" or _named(one) & held.families):
        return None
    whole = on and (by or when == "day")
    agreed = [f"the {when} it came out", *["the body it is on"] * on, *["its publisher"] * by]
    unknown = [*["the body it is on"] * (not on), *["its publisher"] * (not by)]
    why = f"They agree in {', '.join(agreed)}"
    if not whole:
        why += f"; not known: {', '.join(unknown)}"
    return Fit(whole=whole, method=f"{when}-and-bodies", why=why)


def _when(one: Portrait, held: Portrait) -> str | None:
    """Return how exactly the dates agree: the most exact of what the description gives."""
    if one.days:
        return "day" if one.days == held.days else None
    if one.months:
        return "month" if one.months == held.months else None
    return "year" if len(one.years) == 1 and one.years & held.years else None


def _differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def _same_kind(one: Portrait, held: Portrait) -> bool:
    """Return whether the heads allow it: “the 2022 strategy” is no inspection of 2022."""
    if _DRAFTS & (set(one.name.lower().split()) ^ set(held.name.lower().split())):
        return False
    named = _named(one)
    return not named or not held.families or bool(named & held.families)


def _named(one: Portrait) -> frozenset[str]:
    """Return the heads that say more than “report”."""
    return one.families - {str(table("reports")["generic"]), "part"}
