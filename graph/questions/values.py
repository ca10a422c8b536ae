"""Values that a person typed for a question's parameters, made into what the engine receives."""

import re
from collections.abc import Callable, Mapping

from graph.errors import UsageError
from graph.ids import ID, PASSAGE
from graph.model import PartialDate
from graph.questions.file import Parameter, ParameterType, Question

Value = str | int | bool | list[str]
_BOOLEANS = {"true": True, "yes": True, "on": True, "1": True,
             "false": False, "no": False, "off": False, "0": False}  # fmt: skip


def typed_values(question: Question, raw: Mapping[str, str]) -> dict[str, Value]:
    """Return every parameter's value; raise UsageError naming the parameter that does not fit.

    Text is passed on as it is, a date as ISO text as precise as given (empty: open), a list has
    one value a line.
    """
    known = [one.name for one in question.parameters]
    for name in raw:
        if name not in known:
            raise UsageError(
                f"it has no parameter {name}",
                subject=question.name,
                remedy=f"Name one of {', '.join(known)}",
            )
    return {one.name: _typed(question, one, raw.get(one.name, "")) for one in question.parameters}


def _typed(question: Question, parameter: Parameter, raw: str) -> Value:
    text = raw.strip() or parameter.default
    if text is None:
        raise UsageError(
            f"the parameter {parameter.name} needs a value",
            subject=question.name,
            remedy=f"Give it as {parameter.name}=…",
        )
    try:
        return _PARSERS[parameter.type](text)
    except ValueError:
        raise UsageError(
            f"“{text}” does not fit the parameter {parameter.name}",
            subject=question.name,
            remedy=f"Give {_SHAPES[parameter.type]}",
        ) from None


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)


def _date(text: str) -> str:
    try:
        return PartialDate.parse(text).value if text else ""
    except UsageError as fault:
        raise ValueError(text) from fault


def _boolean(text: str) -> bool:
    try:
        return _BOOLEANS[text.lower()]
    except KeyError:
        raise ValueError(text) from None


def _id(text: str) -> str:
    if text and not (ID.fullmatch(text) or PASSAGE.fullmatch(text)):
        raise ValueError(text)
    return text


def _map(text: str) -> str:
    # A set of ids that the engine looks up, where it would walk a list: only pages ask with one.
    raise ValueError(text)


_PARSERS: dict[ParameterType, Callable[[str], Value]] = {
    "string": str,
    "integer": _integer,
    "date": _date,
    "boolean": _boolean,
    "id": _id,
    "list": str.splitlines,
    "map": _map,
}
_SHAPES: dict[ParameterType, str] = {
    "string": "words",
    "integer": "a whole number",
    "date": "a date as YYYY-MM-DD, YYYY-MM or YYYY",
    "boolean": "true or false",
    "id": "an id, as addresses of pages show it",
    "list": "one value a line",
    "map": "nothing: no question that is typed takes a map",
}
