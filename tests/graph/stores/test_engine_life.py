"""The embedded engine's life: who owns it, who joins, what ends it, what is built anew."""

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import OnRecordError, UsageError
from graph.stores import embedded, endpoint
from graph.stores.open import open_store
from graph.stores.store import NodeRow, QueryRefused, Store

ROOT = Path(__file__).parents[3]
PERSON = NodeRow(label="Person", id="p1", properties={"name": "Nora Tamsin"})
COUNT = "MATCH (n:Person) WHERE n.id IS NOT NULL RETURN count(n) AS people"
# The engine neither ends this in time nor when it is told to.
DEAF = "RETURN size([a IN range(1, 9000) | [b IN range(1, 9000) | [c IN range(1, 99) | c]]]) AS n"


def people(store: Store) -> object:
    return store.read(COUNT).rows[0][0]


def running(archive: Archive) -> endpoint.Endpoint:
    found = endpoint.read(endpoint.place(archive.root, archive.id))
    assert found
    return found


def filled(archive: Archive) -> None:
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])


def biggest(data: Path) -> Path:
    return max(data.glob("Person*bucket"), key=lambda path: path.stat().st_size)


def gone(pid: int) -> bool:
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def other_command(archive: Archive, body: str) -> "subprocess.Popen[str]":
    """Start a process that opens the archive's store and runs `body` with it."""
    script = "\n".join(
        [
            "import os, sys, time",
            "from pathlib import Path",
            "from graph.archive import Archive",
            "from graph.stores.open import open_store",
            "archive = Archive.open(Path(sys.argv[1]))",
            "with open_store(archive, None) as store:",
            textwrap.indent(textwrap.dedent(body), "    "),
        ]
    )
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", script, str(archive.root)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def test_the_graph_is_still_there_after_a_stop(archive: Archive) -> None:
    filled(archive)
    with open_store(archive, "embedded") as store:
        assert (store.engine, people(store)) == ("embedded", 1)


def test_the_engine_ends_with_its_store_and_leaves_no_endpoint(archive: Archive) -> None:
    with open_store(archive, None):
        pid = running(archive).pid
    assert gone(pid)
    assert not endpoint.place(archive.root, archive.id).exists()


def test_the_endpoint_is_private_and_outside_the_archive(archive: Archive) -> None:
    with open_store(archive, None):
        note = endpoint.place(archive.root, archive.id)
        assert note.stat().st_mode & 0o777 == 0o600
        assert archive.root not in note.parents
        users = archive.root / "graph" / "config" / "server-users.jsonl"
        assert users.stat().st_mode & 0o777 == 0o600
        assert running(archive).owner not in users.read_text()


def test_passwords_are_new_at_each_start(archive: Archive) -> None:
    with open_store(archive, None):
        first = running(archive)
    with open_store(archive, None):
        second = running(archive)
    assert len({first.owner, first.reader, second.owner, second.reader}) == 4


def test_a_second_command_joins_the_running_engine(archive: Archive) -> None:
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])
        known = running(archive)
        other = other_command(archive, f"print(store.read({COUNT!r}).rows[0][0])")
        said, _ = other.communicate(timeout=60)
        assert (other.returncode, said) == (0, "1\n")
        assert running(archive) == known
        assert people(store) == 1


def test_an_engine_too_busy_to_take_connections_is_waited_for(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "_CONNECT", 0.5)
    with open_store(archive, None) as store, ExitStack() as held:
        store.put_nodes([PERSON])
        known = running(archive)
        os.kill(known.pid, signal.SIGSTOP)
        held.callback(os.kill, known.pid, signal.SIGCONT)
        for _ in range(400):
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", known.port))
        threading.Timer(4.0, held.close).start()
        with open_store(archive, None) as other:
            assert people(other) == 1
            assert running(archive) == known
        assert people(store) == 1


def test_a_joined_command_goes_on_when_the_owner_ends(archive: Archive) -> None:
    owner = other_command(archive, "print('open', flush=True); sys.stdin.readline()")
    assert owner.stdout
    assert owner.stdout.readline() == "open\n"
    first = running(archive).pid
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])
        assert running(archive).pid == first
        owner.communicate("end\n", timeout=60)
        assert gone(first)
        assert people(store) == 1
        assert running(archive).pid != first


def test_the_engine_ends_when_its_parent_is_killed(archive: Archive) -> None:
    body = """
        from graph.stores.store import NodeRow
        store.put_nodes([NodeRow(label="Person", id="p1", properties={})])
        print("open", flush=True)
        sys.stdin.readline()
    """
    owner = other_command(archive, body)
    assert owner.stdout
    assert owner.stdout.readline() == "open\n"
    pid = running(archive).pid
    owner.kill()
    owner.communicate()
    assert gone(pid)
    with open_store(archive, None) as store:
        assert people(store) == 1


def test_a_stale_endpoint_is_not_believed(archive: Archive) -> None:
    filled(archive)
    note = endpoint.place(archive.root, archive.id)
    stale = endpoint.Endpoint(
        archive=archive.id, pid=os.getpid(), port=1, owner="x" * 12, reader="y" * 12
    )
    endpoint.write(note, stale)
    with open_store(archive, None) as store:
        assert people(store) == 1
    note.write_text("{ not json")
    with open_store(archive, None) as store:
        assert people(store) == 1


def test_an_engine_killed_between_two_questions_is_started_again(archive: Archive) -> None:
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])
        os.kill(running(archive).pid, signal.SIGKILL)
        assert people(store) == 1
        store.put_nodes([NodeRow(label="Person", id="p2", properties={})])
        assert people(store) == 2


@pytest.mark.parametrize("damage", ["truncated", "missing", "overwritten", "foreign", "settings"])
def test_a_folder_that_cannot_be_trusted_is_set_aside(archive: Archive, damage: str) -> None:
    filled(archive)
    graph = archive.root / "graph"
    data = graph / "databases" / "kg"
    bucket = biggest(data)
    if damage == "truncated":
        os.truncate(bucket, bucket.stat().st_size // 2)
    elif damage == "missing":
        bucket.unlink()
    elif damage == "overwritten":
        bucket.write_bytes(b"\xff" * bucket.stat().st_size)
    elif damage == "foreign":
        stamp = json.loads((graph / "stamp.json").read_text())
        (graph / "stamp.json").write_text(json.dumps({**stamp, "archive": "another"}))
    else:
        (graph / "seal.json").unlink()
        (data / "configuration.json").write_text("{ not json")
    for _ in range(2):
        with open_store(archive, None) as store:
            assert people(store) == 0
    folders = sorted(path.name for path in archive.root.glob("graph*"))
    assert folders == ["graph", "graph.set-aside"]


@pytest.mark.parametrize("damage", ["truncated", "missing", "overwritten", "dictionary"])
def test_an_unclean_folder_that_is_damaged_is_set_aside(archive: Archive, damage: str) -> None:
    filled(archive)
    graph = archive.root / "graph"
    (graph / "seal.json").unlink()
    bucket = biggest(graph / "databases" / "kg")
    if damage == "truncated":
        os.truncate(bucket, bucket.stat().st_size // 2)
    elif damage == "missing":
        bucket.unlink()
    elif damage == "overwritten":
        bucket.write_bytes(b"\xff" * bucket.stat().st_size)
    else:
        next((graph / "databases" / "kg").glob("*.dict")).unlink()
    with open_store(archive, None) as store:
        assert people(store) == 0
    assert (archive.root / "graph.set-aside").is_dir()


def test_damage_in_the_middle_of_work_is_said_and_never_an_empty_answer(archive: Archive) -> None:
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])
        os.kill(running(archive).pid, signal.SIGKILL)
        next((archive.root / "graph" / "databases" / "kg").glob("*.dict")).unlink()
        for _ in range(2):
            with pytest.raises(OnRecordError, match="was damaged and was set aside"):
                people(store)
        load = """
            from graph.stores.store import NodeRow
            store.put_nodes([NodeRow(label="Person", id="p3", properties={}),
                             NodeRow(label="GraphState", id="a", properties={"version": "1"})])
        """
        loading = other_command(archive, load)
        loading.communicate(timeout=60)
        assert (loading.returncode, people(store)) == (0, 1)


def test_whoever_opens_a_damaged_graph_is_told_once(archive: Archive) -> None:
    filled(archive)
    biggest(archive.root / "graph" / "databases" / "kg").unlink()
    told: list[str] = []
    for _ in range(2):
        with open_store(archive, None, tell=told.append) as store:
            assert people(store) == 0
    what = f"note: the graph in {archive.root / 'graph'} is damaged. It was set aside in "
    assert told == [f"{what}graph.set-aside; the next load builds it anew from the archive."]


def test_a_question_that_obeys_nothing_is_ended_and_all_others_are_answered(
    archive: Archive,
) -> None:
    joined = """
        print("open", flush=True)
        asked = [store.read(COUNT).rows[0][0] for _ in iter(sys.stdin.readline, "end\\n")]
        print(set(asked), flush=True)
    """.replace("COUNT", repr(COUNT))
    with open_store(archive, None) as store:
        store.put_nodes([PERSON])
        first = running(archive).pid
        seen: list[object] = []
        over = threading.Event()
        other = other_command(archive, joined)
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "open\n"

        def read() -> None:
            while not over.is_set():
                seen.append(people(store))
                seen.append(store.ask(COUNT, {}, limit=1, seconds=5).rows[0][0])
                other.stdin.write("again\n")  # type: ignore[union-attr]
                other.stdin.flush()  # type: ignore[union-attr]

        reader = threading.Thread(target=read)
        reader.start()
        try:
            with pytest.raises(QueryRefused, match="longer than 1 seconds"):
                store.ask(DEAF, {}, limit=1, seconds=1)
        finally:
            time.sleep(0.2)
            over.set()
            reader.join()
        said, _ = other.communicate("end\n", timeout=60)
        assert (set(seen), said, other.returncode) == ({1}, "{1}\n", 0)
        assert people(store) == 1
        assert running(archive).pid != first


def test_an_address_of_another_kind_is_refused(archive: Archive) -> None:
    with pytest.raises(UsageError, match="not the address of a graph server"), \
         open_store(archive, "http://127.0.0.1:7474"):  # fmt: skip
        pass


def test_a_server_that_does_not_answer_is_named(archive: Archive) -> None:
    with pytest.raises(OnRecordError, match="no graph server answers there"), \
         open_store(archive, "bolt://127.0.0.1:1"):  # fmt: skip
        pass
