"""How long every page takes on a loaded archive: `python -m tests.bench.pages FOLDER`.

Each is asked for through Flask's test client, of what is spoken of most: the hardest case. A line
each: the median and the 95th percentile of the runs in milliseconds of CPU (the engine's and ours,
which other work on the machine changes least), the median in milliseconds of wall, and the size.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from graph.archive import Archive
from graph.stores.open import open_store
from graph.stores.store import Store
from tests.bench.questions import cpu_of, most_named
from web import create_app

RUNS = 7
# A page that takes as long as this is asked for once more, to tell the first time from the next.
_LONG = 5000.0

HEAD = " CPU p50     p95   wall p50      size  page"
LONGEST = "MATCH (d:Document)\nRETURN d.id AS id\nORDER BY d.characters DESC, id\nLIMIT 1"
_NESTED = (
    "MATCH (s:Statement)-[:WITHIN]->(:Statement)\nWHERE s.review <> 'rejected'\n"
    "RETURN s.id AS id\nORDER BY id\nLIMIT 1"
)
_LINK = (
    "MATCH (:Entity {id: $id})-[l]-(:Entity)\nRETURN l.id AS id\n"
    "ORDER BY size(l.passages) DESC, id\nLIMIT 1"
)


def addresses(store: Store) -> Iterator[tuple[str, str]]:
    """Yield what each page is called here, and its address."""
    body, person, report, case = (
        most_named(store, label)[0] for label in ("Organisation", "Person", "Report", "Case")
    )
    document, statement = (str(store.read(text).rows[0][0]) for text in (LONGEST, _NESTED))
    link = str(store.read(_LINK, {"id": body}).rows[0][0])
    yield "overview", "/"
    yield "overview, as JSON", "/overview.json"
    yield "list of documents", "/documents"
    yield "list of documents, the last", "/documents?offset=9900"
    yield "list of reports", "/reports"
    yield "list of people and bodies", "/entities"
    yield "list of people, from the 5,000th", "/entities?kind=person&offset=5000"
    yield "a body", f"/entity/{body}"
    yield "a body, as JSON", f"/entity/{body}.json"
    yield "a person", f"/entity/{person}"
    yield "a report", f"/entity/{report}"
    yield "a case", f"/entity/{case}"
    yield "reader of a document", f"/document/{document}"
    yield "a statement", f"/statement/{statement}"
    yield "scene of a body", f"/scene?seed={body}"
    yield "scene of a person", f"/scene?seed={person}"
    yield "scene of a document", f"/scene?seed={document}"
    yield "what leads from a body", f"/scene/around.json?of={body}"
    yield (
        "25 neighbours of a body",
        (f"/scene/neighbours.json?of={body}&type=MADE_BY&kind=statement&limit=25"),
    )
    yield "words of a link of a body", f"/scene/evidence/{link}"
    yield "search", "/search?q=council"
    yield "network", "/network"
    yield "list of questions", "/queries"


def main(folder: Path) -> None:
    """Print the lines."""
    archive = Archive.open(folder)
    with open_store(archive, None) as store:
        client = create_app(store, archive).test_client()
        print(HEAD)  # noqa: T201 - output of a benchmark
        for name, address in addresses(store):
            print(timed(store, client, name, address), flush=True)  # noqa: T201


def timed(store: Store, client: FlaskClient, name: str, address: str) -> str:
    """Return the line of one page."""
    walls, cpus, size = [], [], 0
    for _ in range(RUNS):
        wall, cpu = time.perf_counter(), cpu_of(store)
        answer = client.get(address, headers={"Host": "127.0.0.1"})
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((cpu_of(store) - cpu) * 1000)
        size = len(answer.data)
        if answer.status_code != 200:
            return f"failed with {answer.status_code}: {name}, {address}"
        if len(cpus) == 2 and cpus[0] > _LONG:
            break
    worst = statistics.quantiles(cpus, n=20, method="inclusive")[-1]
    figures = f"{statistics.median(cpus):5.0f} {worst:7.0f} {statistics.median(walls):7.0f} ms"
    return f"{figures} {size / 1000:8.0f} kB  {name}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
