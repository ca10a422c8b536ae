import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive import Archive
from graph.errors import OnRecordError
from graph.judgements import Judgement, append, new_id, read, standing
from tests.graph.story import ANSWERED, SAID

READ_IT = Judgement(
    id="jd-1", at="2026-03-01T10:00:00+00:00", by="Mina Arkwright", action="accept", on=SAID.id,
    why="read in “the letter”", saw=(SAID,),
)  # fmt: skip
NOT_SO = replace(READ_IT, id="jd-2", action="reject", on=ANSWERED.id, saw=(ANSWERED,))
UNDONE = Judgement(id="jd-3", at=READ_IT.at, by="Joel Tanner", action="undo", on="jd-2")
_WRITER = """
import sys
from pathlib import Path
from graph.archive import Archive
from graph.judgements import Judgement, append
archive = Archive.open(Path(sys.argv[1]))
for number in range(60):
    append(archive, [Judgement(id=f"jd-{sys.argv[2]}-{number}", at="2026", by="A", action="undo",
                               on="x" * 5000)])
"""


def test_what_was_appended_is_read_in_order_with_its_copies(archive: Archive) -> None:
    assert read(archive).judgements == ()
    append(archive, [READ_IT])
    append(archive, [NOT_SO, UNDONE])
    assert read(archive).judgements == (READ_IT, NOT_SO, UNDONE)
    assert read(archive).faults == ()


def test_only_the_owner_may_read_the_log(archive: Archive) -> None:
    append(archive, [READ_IT])
    assert (archive.root / "judgements.jsonl").stat().st_mode & 0o777 == 0o600


def test_two_writers_at_once_lose_nothing(archive: Archive) -> None:
    command = [sys.executable, "-c", _WRITER, str(archive.root)]
    writers = [subprocess.Popen([*command, name]) for name in ("a", "b", "c")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    found = [judgement.id for judgement in read(archive).judgements]
    assert sorted(found) == sorted(f"jd-{name}-{n}" for name in "abc" for n in range(60))
    for name in "abc":
        own = [id_ for id_ in found if id_.startswith(f"jd-{name}-")]
        assert own == [f"jd-{name}-{n}" for n in range(60)]


def test_a_line_that_a_killed_writer_left_half_is_not_read_and_taken_away(archive: Archive) -> None:
    append(archive, [READ_IT])
    path = archive.root / "judgements.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    assert read(archive).judgements == (READ_IT,)
    append(archive, [NOT_SO])
    assert read(archive).judgements == (READ_IT, NOT_SO)
    assert read(archive).faults == ()


def test_a_line_that_is_no_judgement_is_named_and_the_others_are_read(archive: Archive) -> None:
    append(archive, [READ_IT])
    path = archive.root / "judgements.jsonl"
    path.write_bytes(path.read_bytes() + b'{"kind": "judgement", "id": 1}\n')
    append(archive, [NOT_SO])
    log = read(archive)
    assert log.judgements == (READ_IT, NOT_SO)
    assert [fault.subject for fault in log.faults] == ["judgements.jsonl, line 2"]


def test_a_copy_of_another_time_makes_no_fault(archive: Archive) -> None:
    append(archive, [READ_IT])
    path = archive.root / "judgements.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"form":"direct"', b'"form":"sung"'))
    (found,) = read(archive).judgements
    assert found == replace(READ_IT, saw=())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_log_that_cannot_be_written_is_told(archive: Archive) -> None:
    append(archive, [READ_IT])
    (archive.root / "judgements.jsonl").chmod(0o400)
    with pytest.raises(OnRecordError, match="nothing was judged"):
        append(archive, [NOT_SO])


def test_a_full_disk_leaves_the_log_as_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(archive, [READ_IT])
    before = (archive.root / "judgements.jsonl").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OnRecordError, match="No space left on device"):
        append(archive, [NOT_SO])
    assert (archive.root / "judgements.jsonl").read_bytes() == before


def test_an_undo_of_an_undo_lets_the_first_stand_again() -> None:
    again = Judgement(id="jd-4", at=READ_IT.at, by="Joel Tanner", action="undo", on="jd-3")
    assert standing([READ_IT, NOT_SO, UNDONE]) == {"jd-1", "jd-3"}
    assert standing([READ_IT, NOT_SO, UNDONE, again]) == {"jd-1", "jd-2", "jd-4"}


@given(st.lists(st.integers(0, 30), max_size=30))
def test_who_stands_depends_on_later_undos_alone(targets: list[int]) -> None:
    made = [READ_IT]
    for number, target in enumerate(targets, 2):
        on = f"jd-{target % number}"
        made.append(Judgement(id=f"jd-{number}", at="2026", by="A", action="undo", on=on))
    stand = standing(made)
    for place, judgement in enumerate(made):
        later = made[place + 1 :]
        undone = any(one.on == judgement.id and one.id in stand for one in later)
        assert (judgement.id in stand) is not undone


def test_a_judgement_that_lacks_what_it_needs_is_refused() -> None:
    with pytest.raises(OnRecordError, match="lacks"):
        replace(READ_IT, action="merge")
    with pytest.raises(OnRecordError, match="somebody"):
        replace(READ_IT, by=" ")
    assert len({new_id() for _ in range(100)}) == 100
