"""A question as its file states it: a header that is checked, and the Cypher below it."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from graph.errors import OnRecordError
from graph.questions.cypher_text import (
    final_return,
    parameters,
    returned_columns,
    top_level,
    writing,
)

ParameterType = Literal["string", "integer", "date", "boolean", "id", "list", "map"]
View = Literal["table", "graph", "timeline"]
_LINE = re.compile(r"//\s*(?P<key>\w+)\s*(?P<name>\w+)?\s*:\s*(?P<value>.*?)\s*")
_VALUE = re.compile(r"(?P<type>\w+)(?:\s*=\s*(?P<default>.*))?")
_ONCE = ("title", "why", "returns", "view")
_REMEDY = "Mend the file; docs/questions.md shows headers that are right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One `$parameter`; `default` is the text a form shows, null where a value must be given."""

    name: str
    type: ParameterType
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One `.cypher` file. `name` is `topic/name`; `cypher` is the text below the header.

    `path` names the file in errors; `line` is the line of the file on which `cypher` begins. A
    question is refused where header and text do not agree. `$limit` is bound to one row more than
    is shown, so that a cut can be told.
    """

    name: str
    title: str
    why: str
    parameters: tuple[Parameter, ...]
    returns: tuple[str, ...]
    view: View
    cypher: str
    path: str
    line: int

    def __post_init__(self) -> None:
        self._check_clauses()
        self._check_parameters()
        columns = returned_columns(self.cypher)
        if columns != self.returns:
            raise self._fault(
                f"the header returns {', '.join(self.returns)}, "
                f"but the query returns {', '.join(columns) or 'nothing'}"
            )

    def _check_clauses(self) -> None:
        found = writing(self.cypher)
        if found:
            raise self._fault(f"a question only reads, and this one has {found[0]}", found[1])
        start = final_return(self.cypher)
        if start is None:
            raise self._fault("the query has no RETURN")
        tail = top_level(self.cypher)[start:]
        for clause, shape in (
            ("ORDER BY", r"\bORDER\s+BY\b"),
            ("LIMIT $limit", r"LIMIT\s+\$limit"),
        ):
            if not re.search(shape, tail):
                raise self._fault(f"the query has no {clause} after its RETURN", start)

        # The engines differ on what such a name means after RETURN: the column or the thing.
        order = tail[re.search(r"\bORDER\s+BY\b", tail).start() :]  # type: ignore[union-attr]
        for name in re.findall(r"(?<![\w.$])(\w+)\.\w", order):
            if name in self.returns:
                raise self._fault(
                    f"ORDER BY reads a property of {name}, which is a column by then", start
                )

    def _check_parameters(self) -> None:
        used = parameters(self.cypher)
        declared = [one.name for one in self.parameters]
        for name, place in used.items():
            if name not in declared:
                raise self._fault(f"the header declares no parameter ${name}", place)
        for name in declared:
            if name not in used or declared.count(name) > 1:
                raise self._fault(
                    f"the parameter {name} is declared and not used, or declared twice"
                )

    def _fault(self, happened: str, offset: int = 0) -> OnRecordError:
        return fault(happened, self.path, self.line + self.cypher.count("\n", 0, offset))


def fault(happened: str, path: str, line: int) -> OnRecordError:
    """Return the error of one line of a question's file."""
    return OnRecordError(happened, subject=f"{path}, line {line}", remedy=_REMEDY)


def parse_question(text: str, *, name: str, path: str) -> Question:
    """Return the question of a file's text; raise OnRecordError naming file and line."""
    lines = text.splitlines(keepends=True)
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    once: dict[str, str] = {}
    declared: list[Parameter] = []
    for number, line in enumerate(lines[:size], 1):
        found = _LINE.fullmatch(line.rstrip("\n"))
        if found and found["key"] == "param" and found["name"]:
            declared.append(_parameter(found["name"], found["value"], path, number))
        elif found and found["key"] in _ONCE and not found["name"] and found["value"]:
            if found["key"] in once:
                raise fault(f"a second line “{found['key']}”", path, number)
            once[found["key"]] = found["value"]
        else:
            raise fault("this is not a line of a header", path, number)
    for key in _ONCE:
        if key not in once:
            raise fault(f"the header has no line “{key}”", path, size + 1)
    return Question(
        name=name,
        title=once["title"],
        why=once["why"],
        parameters=tuple(declared),
        returns=tuple(re.split(r"\s*,\s*", once["returns"])),
        view=_view(once["view"], path),
        cypher="".join(lines[size:]),
        path=path,
        line=size + 1,
    )


def _parameter(name: str, value: str, path: str, line: int) -> Parameter:
    found = _VALUE.fullmatch(value)
    for type_ in get_args(ParameterType):
        if found and found["type"] == type_:
            default = found["default"]
            return Parameter(name=name, type=type_, default="" if default == '""' else default)
    types = ", ".join(get_args(ParameterType))
    raise fault(f"the parameter {name} needs a type, one of {types}", path, line)


def _view(value: str, path: str) -> View:
    for view in get_args(View):
        if value == view:
            return view  # type: ignore[no-any-return]
    raise fault(f"the view is one of {', '.join(get_args(View))}", path, 1)
