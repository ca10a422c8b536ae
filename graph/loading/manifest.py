"""What the last load left in the graph, unit by unit, so that the next makes anew what differs.

It lies in the archive's cache and is believed only while the graph bears the same version; whatever
is missing or damaged costs a comparison with the whole graph, and nothing else. It holds ids and
digests, and no words.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import msgspec

from graph.archive.cache import cache
from graph.assembly import Problem
from graph.loading.rows import Rows
from graph.stores.store import EdgeRow, NodeRow

_TABLE = "CREATE TABLE units_1 (key TEXT PRIMARY KEY, inputs BLOB, total BLOB, given BLOB)"
_STATE = ""  # the key of the row that says which version all others make up
_SIZE = 64  # bits of a row's digest
Row = tuple[str, str, str]
"""A label or relationship type, an id, a digest."""


class Lost(Exception):
    """The manifest cannot be read, or does not say what it should."""


class Given(msgspec.Struct, frozen=True, array_like=True):
    """What one unit gives to the graph."""

    nodes: tuple[Row, ...] = ()
    edges: tuple[Row, ...] = ()
    problems: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def of(cls, rows: Rows) -> "Given":
        """Return it from a unit's rows, marked."""
        return cls(
            nodes=tuple((row.label, row.id, _digest(row)) for row in rows.nodes),
            edges=tuple((row.type, row.id, _digest(row)) for row in rows.edges),
            problems=tuple(map(plain, rows.problems)),
        )

    @property
    def total(self) -> int:
        """The sum of its digests: the order of rows and units is nothing to the version."""
        return sum(int(digest, 16) for _, _, digest in (*self.nodes, *self.edges))


def plain(problem: Problem) -> tuple[str, str, str]:
    """Return a problem's three parts."""
    return problem.subject, problem.happened, problem.remedy


class _State(msgspec.Struct, frozen=True):
    version: str
    code: str
    counts: dict[str, int]
    problems: dict[str, list[tuple[str, str, str]]]
    stamp: str | None = None


@dataclass(slots=True, kw_only=True)
class Manifest:
    """The units of one version of the graph. `version` null: of none.

    `inputs` and `totals` by unit; `counts` by label and relationship type; `problems` by unit, and
    those of no unit by "". `stamp` of the archive that it was made from.
    """

    kept: sqlite3.Connection
    code: str
    version: str | None = None
    inputs: dict[str, bytes] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    problems: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    stamp: str | None = None

    def given(self, key: str) -> Given:
        """Return what a unit gave; raise Lost."""
        try:
            row = self.kept.execute("SELECT given FROM units_1 WHERE key = ?", (key,)).fetchone()
            given = msgspec.msgpack.decode(row[0], type=Given)
        except (sqlite3.Error, msgspec.MsgspecError, TypeError) as fault:
            raise Lost(str(fault)) from fault
        if given.total % 2**_SIZE != self.totals[key]:
            raise Lost(key)
        return given

    def put(self, key: str, inputs: bytes, given: Given) -> None:
        """Note what a unit gives from now on."""
        total = given.total % 2**_SIZE
        self.inputs[key], self.totals[key] = inputs, total
        self.problems.pop(key, None)
        if given.problems:
            self.problems[key] = list(given.problems)
        blob = msgspec.msgpack.encode(given)
        row = (key, inputs, total.to_bytes(_SIZE // 8, "big"), blob)
        self._write("INSERT OR REPLACE INTO units_1 VALUES (?, ?, ?, ?)", row)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget units."""
        for key in list(keys):
            for known in (self.inputs, self.totals, self.problems):
                known.pop(key, None)
            self._write("DELETE FROM units_1 WHERE key = ?", (key,))

    def begin_anew(self) -> None:
        """Forget everything."""
        self.inputs, self.totals, self.counts, self.problems = {}, {}, {}, {}
        self.version = self.stamp = None
        self._write("DELETE FROM units_1", ())

    def seal(self, counts: Mapping[str, int]) -> str:
        """Note that the units are those of the graph as it stands now; return its version."""
        self.counts = dict(counts)
        self.version = version_of(self.totals.values())
        state = _State(
            version=self.version,
            code=self.code,
            counts=self.counts,
            problems=self.problems,
            stamp=self.stamp,
        )
        row = (_STATE, b"", b"", msgspec.json.encode(state))
        self._write("INSERT OR REPLACE INTO units_1 VALUES (?, ?, ?, ?)", row)
        return self.version

    def found(self) -> tuple[Problem, ...]:
        """Return all problems, each once, in order."""
        told = {problem for each in self.problems.values() for problem in each}
        return tuple(Problem(subject=s, happened=h, remedy=r) for s, h, r in sorted(told))

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        try:
            self.kept.execute(sql, values)
        except sqlite3.Error:
            # What cannot be kept whole is kept not at all: the version will fit no graph.
            self.code = "incomplete"


def version_of(totals: Iterable[int]) -> str:
    """Return the version that units with these totals make up: 16 hexadecimal digits."""
    return f"{sum(totals) % 2**_SIZE:016x}"


@contextmanager
def manifest(root: Path) -> Iterator[Manifest]:
    """Yield the manifest of the archive in `root`; an empty one where there is none to believe."""
    code = _code()
    with cache(root, "manifest", _TABLE) as kept:
        try:
            yield _read(kept, code)
        except Lost:
            kept.rollback()
            kept.execute("DELETE FROM units_1")
            kept.commit()
            raise


def _read(kept: sqlite3.Connection, code: str) -> Manifest:
    try:
        rows = kept.execute("SELECT key, inputs, total FROM units_1 WHERE key <> ?", (_STATE,))
        units = rows.fetchall()
        (told,) = kept.execute("SELECT given FROM units_1 WHERE key = ?", (_STATE,)).fetchone()
        state = msgspec.json.decode(told, type=_State)
    except (sqlite3.Error, msgspec.MsgspecError, TypeError):
        return Manifest(kept=kept, code=code)
    totals = {key: int.from_bytes(total, "big") for key, _, total in units}
    if state.code != code or version_of(totals.values()) != state.version:
        return Manifest(kept=kept, code=code)
    return Manifest(
        kept=kept, code=code, version=state.version, counts=state.counts, totals=totals,
        inputs={key: inputs for key, inputs, _ in units}, problems=state.problems,
        stamp=state.stamp,
    )  # fmt: skip


def _digest(row: NodeRow | EdgeRow) -> str:
    return str(row.properties["digest"])


def _code() -> str:
    """Return a digest of the code that makes rows: rows that other code made are made again."""
    whole = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()
