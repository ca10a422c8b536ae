"""What people decided about a thing, and why names of several documents were taken for one."""

from collections.abc import Iterable, Mapping

from graph.explore.asking import ask
from graph.explore.judgement_views import JoinView, JudgementView, Ref, WithdrawalView
from graph.explore.refs import refs, text, texts
from graph.stores.store import Store


def judgements_on(store: Store, id_: str) -> tuple[JudgementView, ...]:
    """Return the judgements on a thing or link, in the order in which they were made."""
    return tuple(
        JudgementView(
            id=str(row["id"]),
            action=str(row["action"]),
            verdict=text(row["verdict"]),
            by=str(row["by"]),
            at=str(row["at"]),
            why=text(row["why"]),
            stands=bool(row["stands"]),
            misfit=text(row["misfit"]),
            other=next(iter(refs(row["others"])), None),
        )
        for row in ask(store, "judgements_on", id=id_)
    )


def withdrawal_of(store: Store, things: Iterable[Ref]) -> WithdrawalView | None:
    """Return the first of these things that was withdrawn, with the judgement that notes it."""
    for thing in things:
        for one in judgements_on(store, thing.id):
            if one.action == "retract" and one.stands and one.misfit is None:
                return WithdrawalView(of=thing, judgement=one)
    return None


def joins_of(row: Mapping[str, object]) -> tuple[JoinView, ...]:
    """Return what was joined into the entity of a row."""
    columns = (texts(row[name]) for name in ("joined_names", "joined_methods", "joined_why"))
    return tuple(
        JoinView(name=name, method=method, why=why)
        for name, method, why in zip(*columns, strict=True)
    )
