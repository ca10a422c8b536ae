"""A decision as the command line asks for it: options to one of the decisions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

import msgspec

from graph.errors import UsageError
from graph.ids import PASSAGE
from graph.judgements import Decision
from graph.judging import adding, decisions
from graph.judging.fields import field_value
from graph.judging.known import Known
from graph.model import EntityType, Form, LinkType, PartialDate, Speaker, TypedAs
from graph.model.standing import Action, Verdict

_SAID = ("speakers", "types", "about", "form", "within", "date", "reported_by")
_LINKED = ("link", "source", "target", "role", "date", "inferred")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of `onrecord judge`; `values` are the texts of `--set` by field."""

    why: str = ""
    other: str | None = None
    parts: tuple[str, ...] = ()
    verdict: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def values_of(self, names: tuple[str, ...]) -> dict[str, object]:
        """Return the values, parsed; raise UsageError for a field that is not among these."""
        for name in self.values:
            if name not in names:
                raise UsageError(
                    f"there is no field “{name}” here", subject=f"--set {name}",
                    remedy=f"Name one of {', '.join(names)}",
                )  # fmt: skip
        return self.parsed()

    def parsed(self) -> dict[str, object]:
        """Return all values, parsed."""
        return {name: field_value(name, text) for name, text in self.values.items()}


def decide(known: Known, action: Action, id_: str, asked: Asked) -> Decision:
    """Return the decision that is asked for; raise UsageError or NotFound where it is none."""
    return _ACTIONS[action](known, id_, asked)


def _accepting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.review(known, "accept", id_, asked.why)


def _rejecting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.review(known, "reject", id_, asked.why)


def _editing(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.change(known, "edit", id_, asked.parsed(), asked.why)


def _correcting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.change(known, "correct", id_, asked.parsed(), asked.why)


def _merging(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.merge(known, id_, _needed(asked.other, "--other ID"), asked.why)


def _splitting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.split(known, id_, asked.parts, asked.why)


def _protecting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.protect(known, id_, asked.why)


def _retracting(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.retract(known, id_, asked.why)


def _comparing(known: Known, id_: str, asked: Asked) -> Decision:
    other = _needed(asked.other, "--other ID")
    verdict = cast("Verdict", _needed(asked.verdict, "--verdict WORDS"))
    return decisions.compare(known, id_, other, verdict, asked.why)


def _undoing(known: Known, id_: str, asked: Asked) -> Decision:
    return decisions.undo(known, id_, asked.why)


def _adding(known: Known, passage: str, asked: Asked) -> Decision:
    if not PASSAGE.fullmatch(passage):
        raise UsageError(
            "something is added to words of a document", subject=passage,
            remedy="Name them as <document>#char=<start>,<end>",
        )  # fmt: skip
    if "link" in asked.values:
        return _link(known, passage, asked)
    if "entity" in asked.values:
        return _entity(known, passage, asked)
    return _statement(known, passage, asked)


def _statement(known: Known, passage: str, asked: Asked) -> Decision:
    values = asked.values_of(_SAID)
    return adding.statement(
        known, [known.words(passage)],
        speakers=_typed(values, "speakers", list[Speaker]),
        types=_typed(values, "types", list[TypedAs]),
        form=_typed({"form": "direct", **values}, "form", Form),
        about=cast("list[str]", values.get("about") or []),
        within=cast("str | None", values.get("within")), date=_date(asked),
        reported_by=cast("str | None", values.get("reported_by")), why=asked.why,
    )  # fmt: skip


def _link(known: Known, passage: str, asked: Asked) -> Decision:
    values = asked.values_of(_LINKED)
    if values["link"] not in get_args(LinkType):
        raise UsageError(
            "there is no such link", subject=str(values["link"]),
            remedy=f"Name one of {', '.join(get_args(LinkType))}",
        )  # fmt: skip
    source, target = (
        _needed(asked.values.get(end), f"--set {end}=ID") for end in ("source", "target")
    )
    return adding.link(
        known, cast("LinkType", values["link"]), source, target, [known.words(passage)],
        role=cast("str | None", values.get("role")), date=_date(asked),
        inferred=bool(values.get("inferred")), why=asked.why,
    )  # fmt: skip


def _entity(known: Known, passage: str, asked: Asked) -> Decision:
    values = asked.values_of(("entity", "name"))
    if values["entity"] not in get_args(EntityType):
        raise UsageError(
            "there is no such kind of thing", subject=str(values["entity"]),
            remedy=f"Name one of {', '.join(get_args(EntityType))}",
        )  # fmt: skip
    span = known.words(passage)
    name = str(values.get("name") or span.quote)
    return adding.entity(known, cast("EntityType", values["entity"]), name, span, why=asked.why)


def _typed(values: Mapping[str, object], name: str, type_: Any) -> Any:
    """Return a value of this type (of the records' fields); raise UsageError where it is none."""
    try:
        return msgspec.convert(values.get(name) or [], type_)
    except msgspec.ValidationError as fault:
        raise UsageError(
            f"this does not fit: {fault}", subject=f"--set {name}", remedy="Give another value"
        ) from fault


def _date(asked: Asked) -> PartialDate | None:
    text = asked.values.get("date", "").strip()
    return PartialDate.parse(text) if text else None


def _needed(value: str | None, option: str) -> str:
    if not value:
        raise UsageError("this decision needs more", remedy=f"Give {option}")
    return value


_ACTIONS: dict[Action, Callable[[Known, str, Asked], Decision]] = {
    "accept": _accepting,
    "reject": _rejecting,
    "edit": _editing,
    "correct": _correcting,
    "merge": _merging,
    "split": _splitting,
    "protect": _protecting,
    "retract": _retracting,
    "compare": _comparing,
    "add": _adding,
    "undo": _undoing,
}
