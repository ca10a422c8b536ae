"""Searching 100,000 paragraphs with their statements and names, beside FTS5 asked plainly."""

import hashlib
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from graph.archive import Archive, Source
from graph.explore.search import search
from graph.ids import document_id
from graph.search.file import path_of, reading
from graph.search.query import parse
from graph.search.updating import update
from graph.stores.open import open_store
from graph.stores.store import NodeRow, Store

DOCUMENTS, PARAGRAPHS, WORDS = 2_000, 50, 60
PEOPLE, SAID = 5_000, 5
ROUNDS = 15
_PLAIN = "SELECT rowid FROM in_paragraphs WHERE in_paragraphs MATCH ? ORDER BY rank LIMIT 50"


class Took(NamedTuple):
    """Seconds by the clock, and of this process's CPU (the engine's is not in it)."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """How long each query took, run after run: as the command and the page ask, and plainly."""

    head: str
    ours: dict[str, list[Took]]
    page: dict[str, list[Took]]
    other: dict[str, list[Took]]

    def lines(self) -> list[str]:
        """Return p50 and p95 in milliseconds of the mix, and of each query."""
        rows = [self.head]
        for name, kinds in (("ours", self.ours), ("page", self.page), ("other", self.other)):
            rows.append(f"  {name:6} {_points([one for took in kinds.values() for one in took])}")
            rows += [f"    {query:24} {_points(took)}" for query, took in kinds.items()]
        return rows


def run() -> Searching:
    """Time a mix of queries, each in turn with a plain query of the same words and no more."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.create(Path(folder) / "archive", title="Benchmark")
        with open_store(archive, None) as store:
            vocabulary = _vocabulary()
            _tell(archive, store, vocabulary)
            begun = time.perf_counter()
            update(archive, store)
            took = time.perf_counter() - begun
            size = path_of(archive).stat().st_size / 1e6
            ours: dict[str, list[Took]] = {}
            page: dict[str, list[Took]] = {}
            other: dict[str, list[Took]] = {}
            with reading(archive) as index:
                for name, words in _mix(vocabulary).items():
                    for _ in range(ROUNDS):
                        ours.setdefault(name, []).append(
                            _timed(lambda w=words: search(store, archive, w, limit=50))
                        )
                        page.setdefault(name, []).append(
                            _timed(lambda w=words: search(store, archive, w, limit=180, each=20))
                        )
                        other.setdefault(name, []).append(
                            _timed(lambda w=words: _plainly(index, w))
                        )
    return Searching(
        head=(
            f"Searching {DOCUMENTS * PARAGRAPHS:,} paragraphs, {DOCUMENTS * SAID:,} statements, "
            f"{PEOPLE:,} people; index made in {took:.1f} s, {size:.0f} MB "
            "(other: FTS5 alone, the best 50 places)"
        ),
        ours=ours,
        page=page,
        other=other,
    )


def _mix(words: list[str]) -> dict[str, str]:
    return {
        "the commonest word": words[0],
        "the two commonest words": f"{words[0]} {words[1]}",
        "a common word": words[40],
        "a rare word": words[30_000],
        "two words": f"{words[20]} {words[300]}",
        "a phrase": f'"{words[3]} {words[12]}"',
        "a beginning": f"{words[200][:3]}*",
        "a word and not another": f"{words[150]} -{words[2]}",
        "a name": _name(7),
        "nothing found": f"{words[30_000]} {words[30_001]} {words[30_002]}",
    }


def _tell(archive: Archive, store: Store, vocabulary: list[str]) -> None:
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    store.put_nodes(
        _node("Person", f"person-{n}", name=_name(n), aliases=[], anonymous=False, protected=False)
        for n in range(PEOPLE)
    )
    for seed in range(DOCUMENTS):
        dice = random.Random(seed)
        texts = [
            " ".join(dice.choices(vocabulary, cum_weights=weights, k=WORDS))
            for _ in range(PARAGRAPHS)
        ]
        store.put_nodes(_document(archive, seed, texts))


def _document(archive: Archive, seed: int, texts: list[str]) -> Iterator[NodeRow]:
    text = "\n\n".join(texts)
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    archive.add(data, text, Source(sha256=sha256, name=f"{seed}.txt", media_type="text/plain",
                                   reader="plain", retrieved="2025"))  # fmt: skip
    id_ = document_id(sha256)
    yield _node("Document", id_, name=f"{seed}.txt", file=f"{seed}.txt", sha256=sha256)
    for number, said in enumerate(texts[:SAID]):
        words = " ".join(said.split()[:25])
        yield _node("Statement", f"st-{seed}-{number}", name=words[:80], quote=words,
                    document=id_, review="proposed")  # fmt: skip


def _node(label: str, id_: str, **properties: object) -> NodeRow:
    digest = hashlib.sha256(id_.encode()).hexdigest()[:16]
    return NodeRow(label=label, id=id_, properties={**properties, "digest": digest})


def _vocabulary() -> list[str]:
    """Return words in the order in which they are common, the same each time."""
    dice = random.Random(1)
    made = ("".join(dice.choice("bcdfghlmnprst") + dice.choice("aeiou")
                    for _ in range(dice.randint(1, 5))) for _ in iter(int, 1))  # fmt: skip
    return list(islice(dict.fromkeys(islice(made, 120_000)), 60_000))


def _name(number: int) -> str:
    dice = random.Random(-number - 1)
    first, last = ("".join(dice.choice("bdfklmnrstvw") + dice.choice("aeiou") for _ in range(3))
                   for _ in range(2))  # fmt: skip
    return f"{first} {last}".title()


def _plainly(index: sqlite3.Connection, words: str) -> list[object]:
    return index.execute(_PLAIN, (parse(words).among_words(),)).fetchall()


def _timed(work: Callable[[], object]) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - wall, time.process_time() - cpu)


def _points(took: list[Took]) -> str:
    """Return the median and the 95th percentile in milliseconds, by the clock and of CPU."""
    said = []
    for name, seconds in (("clock", [t.wall for t in took]), ("CPU", [t.cpu for t in took])):
        middle = statistics.median(seconds) * 1e3
        worst = statistics.quantiles(seconds, n=20)[-1] * 1e3
        said.append(f"{name} p50 {middle:5.1f} p95 {worst:5.1f} ms")
    return ", ".join(said)
