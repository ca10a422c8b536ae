import os
from pathlib import Path

import pytest

from graph.archive import Archive
from graph.errors import OnRecordError, UsageError
from ingest.pipeline.arrivals import SIZE_LIMIT, from_file
from ingest.pipeline.details import Details
from ingest.pipeline.storing import Stored, store
from tests.ingest.steps import moment


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "archive", title="Harbour")


def stored(archive: Archive, path: Path) -> Stored:
    return store(archive, from_file(path, Details()), now=moment)


def test_a_file_beyond_the_limit_is_named_and_not_read(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2 * SIZE_LIMIT)
    with pytest.raises(OnRecordError) as caught:
        stored(archive, path)
    assert caught.value.sentence() == (
        f"{path}: it has 200 MB, and the limit is 100 MB. Split it into smaller files."
    )


def test_a_name_that_is_no_text_is_kept_as_far_as_it_can_be(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"harbour-\xff.txt")
    path.write_text("Words.")
    assert stored(archive, path).source.name == "harbour-\ufffd.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_named(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("Words.")
    path.chmod(0)
    with pytest.raises(OnRecordError) as caught:
        stored(archive, path)
    assert caught.value.sentence() == (
        f"{path}: it cannot be read (Permission denied). "
        "Give yourself the right to read it, or copy it to another place."
    )


@pytest.mark.parametrize(
    ("field", "value", "happened"),
    [
        ("title", " ", "it is empty"),
        ("url", "javascript:alert(1)", "this is not a web address"),
        ("url", "harbour.example/report", "this is not a web address"),
    ],
)
def test_details_that_say_nothing_are_refused(field: str, value: str, happened: str) -> None:
    with pytest.raises(UsageError) as caught:
        Details(**{field: value})  # type: ignore[arg-type]
    assert caught.value.happened == happened
