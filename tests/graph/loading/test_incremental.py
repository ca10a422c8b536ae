"""A load after any change ends where a load from nothing would."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.archive import Archive
from graph.assembly import assembly
from graph.judgements import Judgement, append, read
from graph.judgements.judgement import Action
from graph.loading import desired, load
from graph.loading.stamp import stamp
from graph.loading.standing import counted, version
from graph.model import Document, Entity, Link, Record, Statement
from graph.stores.store import Store
from ingest.resolution import resolver
from tests.bench.archives import add, documents

POOL = tuple(documents(14, seed=3))
Change = Callable[[Archive, random.Random], None]


def come(archive: Archive, chance: random.Random) -> None:
    for one in chance.sample(POOL, chance.randint(1, 4)):
        if not archive.has(one.document.sha256):
            add(archive.root, one)


def go(archive: Archive, chance: random.Random) -> None:
    for sha256 in chance.sample(archive.hashes(), len(archive.hashes()) // 3):
        shutil.rmtree(archive.root / "sources" / sha256)
        (archive.root / "records" / f"{sha256}.jsonl").unlink()


def say_otherwise(archive: Archive, chance: random.Random) -> None:
    """Give a source other records, as another extractor might."""
    if archive.hashes():
        sha256 = chance.choice(archive.hashes())
        records = [r for r in archive.records(sha256) if chance.random() < 0.8]
        archive.put_records(sha256, "another", [_otherwise(r, chance) for r in records])


def _otherwise(record: Record, chance: random.Random) -> Record:
    if chance.random() < 0.7:
        return record
    match record:
        case Entity():
            return chance.choice(
                (
                    replace(record, name=f"{record.name} II", aliases=()),
                    replace(record, type="organisation", aliases=()),
                    replace(record, name="somebody", aliases=(), anonymous=True, protected=True),
                )
            )
        case Statement():
            return replace(record, reported_by="organisation-nobody", about=record.about[:1])
        case Link():
            return replace(record, confidence="low")
        case Document():
            return replace(record, publisher="Marrowmere Police", title="Another title")
        case _:
            return record


def judge(archive: Archive, chance: random.Random) -> None:
    made = assembly(archive, resolver(archive)).records
    statements = [one for one in made if isinstance(one, Statement)]
    people = [one for one in made if isinstance(one, Entity) and one.type == "person"]
    action: Action = chance.choice(
        ("accept", "reject", "edit", "merge", "split", "protect", "retract", "add", "compare",
         "correct", "undo")
    )  # fmt: skip
    on: list[Record] = {
        "merge": people, "split": people, "protect": people,
        "retract": [one for one in made if isinstance(one, Document | Statement)],
        "correct": [one for one in made if isinstance(one, Document)],
        "compare": statements, "add": statements, "edit": statements,
    }.get(action, [one for one in made if isinstance(one, Statement | Link)])  # fmt: skip
    earlier = [one.id for one in read(archive).judgements]
    if len(on) < 2 or (action == "undo" and not earlier):
        return
    one, other = chance.sample(on, 2)
    facts: dict[str, object] = {"saw": (one, other) if action in {"merge", "compare"} else (one,)}
    if action in {"merge", "compare"}:
        facts |= {"other": other.id, "verdict": "contradicts" if action == "compare" else None}
    if action == "split":
        facts["parts"] = tuple(chance.sample([d.document.id for d in POOL], 3))
    if action in {"edit", "correct"}:
        facts["changes"] = {"about": []} if action == "edit" else {"title": "Corrected"}
    if action == "add" and isinstance(one, Statement) and isinstance(other, Statement):
        # Words of one document under a statement of another: what a person adds may cross them.
        facts["added"] = (replace(one, id=f"st-added{len(earlier)}", within=other.id),)
    said = Judgement(
        id=f"jd-{len(earlier)}", at="2025-11-25T09:00:00Z", by="Tester", action=action,
        on=chance.choice(earlier) if action == "undo" else one.id, why="Because", **facts,
    )  # fmt: skip
    append(archive, [said])


CHANGES: dict[str, Change] = {
    "come": come, "go": go, "say otherwise": say_otherwise, "judge": judge,
}  # fmt: skip


def standing(store: Store) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    nodes = store.read("MATCH (n) WHERE n.digest IS NOT NULL RETURN labels(n), n.id, n.digest")
    edges = store.read("MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, r.id, r.digest")
    assert len(set(edges.rows)) == len(edges.rows)
    return {(*sorted(set(labels) - {"Entity"}), *rest) for labels, *rest in nodes.rows}, set(
        edges.rows
    )  # type: ignore[call-overload]


def wanted(archive: Archive) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    rows = desired(archive, resolver(archive))
    return (
        {(n.label, n.id, n.properties["digest"]) for n in rows.nodes},
        {(e.type, e.source[1], e.target[1], e.id, e.properties["digest"]) for e in rows.edges},
    )


@settings(max_examples=6,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 10_000)), min_size=1, max_size=7
    )
)
def test_a_load_after_any_changes_ends_at_the_same_graph_as_one_from_nothing(
    archive: Archive, embedded_store: Store, steps: list[tuple[str, int]]
) -> None:
    # Each example begins with what the last one left in the graph, and an archive without it.
    for name in ("sources", "records"):
        shutil.rmtree(archive.root / name, ignore_errors=True)
    (archive.root / "judgements.jsonl").unlink(missing_ok=True)
    for step, seed in [("come", 1), *steps]:
        CHANGES[step](archive, random.Random(seed))
        summary = load(archive, embedded_store, resolver(archive), stamp=stamp(archive))
        rows = desired(archive, resolver(archive))
        assert standing(embedded_store) == wanted(archive)
        assert summary.version == version(rows)
        assert summary.problems == rows.problems
        assert summary.counts == counted(embedded_store, archive.id)
    again = load(archive, embedded_store, resolver(archive), rebuild=True)
    assert (again.version, again.counts) == (summary.version, summary.counts)
