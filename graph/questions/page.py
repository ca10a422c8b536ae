"""`docs/questions.md`, written from the headers of the questions."""

import sys
from itertools import groupby

from graph.questions import Parameter, Question, questions
from graph.questions.thirty import Group, thirty

_HEAD = """# Questions

Written from the headers of `cypher/`; `make docs` writes it anew. Each question runs in the
explorer under Questions, as `/query/<name>.json`, and as `onrecord query <name> -p name=value`.
A person or a thing may be given by name, alias or id, in capitals or not. `limit` says how many
rows are shown; an answer that was cut says so. What a person has rejected is in no answer.

A new question is a new file `cypher/<topic>/<name>.cypher` with the header that these have:

```cypher
// title: Statements by one person about an institution
// why: to set promises beside findings
// param person: string = ""
// param limit: integer = 200
// returns: said_on, quote, document
// view: table
```

Types are `string`, `integer`, `date`, `boolean`, `id` and `list` (one value a line); views are
`table`, `graph` and `timeline`. Header and query are checked against each other. A test runs every
file on each engine and compares whole rows on the sample archive, which `python -m
tests.sample.answers` writes for a person to review.

What the engines read apart, or slowly:

- a look-up by an id that may be null reads every node of its label on the embedded engine: write
  `{id: coalesce(link.passages[0], '')}`;
- in a subquery, `WITH` hides the outer variables on the embedded engine and not on Neo4j: give the
  names inside a subquery to nothing outside it, and use an outer one before its `WITH`;
- a `MATCH` that stands straight behind an `UNWIND` finds nothing on the embedded engine: put a
  `WITH` between;
- two things may have a link from every document between them: put `DISTINCT` after each step.
- without a name nothing narrows a question: choose the first things of the final order (`ORDER BY`
  … `LIMIT $limit`), where each has a row at least, before words and documents are looked up;
- on the embedded engine a group, and a row that is ordered, keeps what stood before its `WITH`, and
  a node counts with all its links: where one thing stands in thousands of documents, a query whose
  groups hold its node is refused. Group ids behind a `WITH` of ids alone, or take the least of a
  few in a `COLLECT { … RETURN min(…) }[0]`;
- a quantified step in `EXISTS` is slow there: write a plain pattern for each of its lengths.
"""
_THIRTY = """
## The thirty questions of an investigation

What investigators ask of public records, and the files that answer it as far as their rows go. What
an answer does not hold is unknown; it is never a no.

| | asks | answered by | waits for |
|---|---|---|---|
"""


def question_page(asked: tuple[Question, ...], groups: tuple[Group, ...]) -> str:
    """Return the page about these questions, by topic, and about the thirty, as Markdown."""
    topics = groupby(asked, key=lambda question: question.name.partition("/")[0])
    sections = (
        f"\n## {topic.capitalize()}\n" + "".join(map(_section, inside)) for topic, inside in topics
    )
    return _HEAD + _THIRTY + "".join(map(_rows, groups)) + "".join(sections)


def _rows(group: Group) -> str:
    lines = (
        f"| {one.number} | {one.asks} | {', '.join(f'`{name}`' for name in one.answered_by)} "
        f"| {one.waits_for or ''} |\n"
        for one in group.questions
    )
    return f"| | **{group.group}** | | |\n" + "".join(lines)


def _section(question: Question) -> str:
    lines = [
        f"\n### {question.title}\n",
        f"`{question.name}` · {question.view}\n",
        f"{question.why[0].upper()}{question.why[1:]}.\n",
        *(_parameter(one) for one in question.parameters),
        f"\nReturns {', '.join(f'`{column}`' for column in question.returns)}.",
    ]
    return "\n".join(lines) + "\n"


def _parameter(parameter: Parameter) -> str:
    given = {None: "must be given", "": "empty for any"}.get(
        parameter.default, f"{parameter.default} unless given"
    )
    return f"- `{parameter.name}` ({parameter.type}): {given}"


if __name__ == "__main__":
    sys.stdout.write(question_page(questions(), thirty()))
