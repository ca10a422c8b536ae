"""How long every question takes on a loaded archive: `python -m tests.bench.questions FOLDER`.

Each is asked as a form first shows it, then (where it names something) of what is spoken of most:
the hardest case. A line each, slowest first: the median and the slowest of the runs in milliseconds
of wall, then the same of CPU (the engine's and ours), which other work on the machine changes less.
"""

import os
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.questions import Question, questions, run_question
from graph.stores.open import open_store
from graph.stores.store import Store

RUNS = 5
LATE = 500.0
_PEOPLE = ("speaker", "person", "expert", "assessor", "office", "adviser", "name")
_BODIES = ("body", "thing", "about", "start", "subject", "commissioner", "responder", "by")


def values_of(store: Store) -> dict[str, str]:
    """Return for each parameter that names something what the graph speaks of most."""
    most = {
        label: most_named(store, label) for label in ("Person", "Organisation", "Report", "Case")
    }
    person, body, report, case = (names[0] for names in most.values())
    other = most["Organisation"][1]
    document = str(store.read(_DOCUMENT).rows[0][0])
    return {
        **dict.fromkeys(_PEOPLE, person), **dict.fromkeys(_BODIES, body), "report": report,
        "case": case, "finish": other, "other": other, "document": document, "words": "the plan",
        "term": "plan", "type": "assertion", "publisher": "The Tidewater Post",
        "reporter": "The Tidewater Post", "since": "2020", "until": "2024",
    }  # fmt: skip


_DOCUMENT = (
    "MATCH (d:Document)-[m:MENTIONS]->()\nRETURN d.id, count(m) AS n\nORDER BY n DESC\nLIMIT 1"
)


def most_named(store: Store, label: str) -> list[str]:
    """Return the ids of the two of a label that most documents name."""
    found = store.read(
        f"MATCH (t:{label})<-[m:MENTIONS]-()\nRETURN t.id AS id, count(m) AS n\n"
        "ORDER BY n DESC, id\nLIMIT 2"
    )
    return [str(id_) for id_, _ in found.rows] or ["nothing"] * 2


def asked(question: Question, values: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the ways in which a question is asked here, by name."""
    names = [one.name for one in question.parameters]
    needed = {one.name for one in question.parameters if one.default is None}
    yield "as it stands", {name: values.get(name, "") for name in names if name in needed}
    for name in names:
        if name in values and name not in needed:
            yield f"of one {name}", {n: values[n] for n in names if n in needed or n == name}


def main(folder: Path) -> None:
    """Print the lines."""
    archive = Archive.open(folder)
    lines: list[tuple[float, str]] = []
    with open_store(archive, None) as store:
        values = values_of(store)
        for question in questions():
            for way, given in asked(question, values):
                lines.append(_timed(store, question, way, given))
                print(lines[-1][1], file=sys.stderr)  # noqa: T201 - it takes minutes
    late = sum(slow > LATE for slow, _ in lines)
    print(f"{len(lines)} ways of asking, {late} of more than {LATE:.0f} ms of CPU")  # noqa: T201
    for _, line in sorted(lines, reverse=True):
        print(line)  # noqa: T201 - a benchmark's output is what it is for


def _timed(
    store: Store, question: Question, way: str, given: Mapping[str, str]
) -> tuple[float, str]:
    walls, cpus, rows = [], [], 0
    for _ in range(RUNS):
        wall, cpu = time.perf_counter(), cpu_of(store)
        try:
            rows = len(run_question(store, question, given).rows)
        except OnRecordError as fault:
            return float("inf"), f"failed: {question.name}, {way}: {fault.sentence()[:200]}"
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((cpu_of(store) - cpu) * 1000)
        if walls[0] > 20 * LATE:
            break
    figures = (statistics.median(walls), max(walls), statistics.median(cpus), max(cpus))
    told = " ".join(f"{figure:7.0f}" for figure in figures)
    return max(cpus), f"{told} ms {rows:5} rows  {question.name}, {way}"


def cpu_of(store: Store) -> float:
    """Return the seconds of CPU that the engine's process (as Linux tells) and ours have used."""
    child = store._connection._child  # type: ignore[attr-defined]
    fields = Path(f"/proc/{child.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + time.process_time()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
