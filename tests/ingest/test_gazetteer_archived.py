import pickle
from pathlib import Path

import pytest

from graph.errors import OnRecordError
from ingest.extract import extractor
from ingest.gazetteer import check_report, fingerprint, gazetteer_for, shipped

_NEW = "bodies:\n- {slug: quay-board, name: Quay Board, kind: board, url: null, strong: [QBD]}\n"


def _own(root: Path, rows: str) -> Path:
    (root / "gazetteer.yaml").write_text(rows, encoding="utf-8")
    return root


def _refusal(root: Path) -> str:
    with pytest.raises(OnRecordError) as caught:
        check_report(root)
    return caught.value.sentence()


def test_an_archive_without_rows_has_the_shipped_gazetteer(tmp_path: Path) -> None:
    assert gazetteer_for(tmp_path) is shipped()
    assert fingerprint(tmp_path) == ""
    assert extractor(tmp_path) == extractor()


def test_a_new_slug_adds_a_row_and_a_known_one_changes_the_fields_it_gives(tmp_path: Path) -> None:
    rows = f"{_NEW}- {{slug: kent-police, context: [County Force]}}\n"
    bodies = gazetteer_for(_own(tmp_path, rows)).by_slug()
    assert bodies["quay-board"].certain == ("Quay Board", "QBD")
    before = shipped().by_slug()["kent-police"]
    assert bodies["kent-police"].context == ("County Force",)
    assert (bodies["kent-police"].name, bodies["kent-police"].url) == (before.name, before.url)
    assert len(bodies) == len(shipped().bodies) + 1


def test_rows_of_the_archive_change_what_records_depend_on(tmp_path: Path) -> None:
    first = extractor(_own(tmp_path, _NEW))
    second = extractor(_own(tmp_path, _NEW.replace("QBD", "QBX")))
    assert len({first.basis, second.basis, extractor().basis}) == 3
    assert gazetteer_for(tmp_path).by_slug()["quay-board"].strong == ("QBX",)


def test_what_runs_in_a_worker_can_be_sent_to_it(tmp_path: Path) -> None:
    run = extractor(_own(tmp_path, _NEW)).run
    assert pickle.loads(pickle.dumps(run)).keywords == {"root": tmp_path}  # noqa: S301 - our own


def test_a_row_that_cannot_be_used_is_named_with_its_file(tmp_path: Path) -> None:
    assert _refusal(_own(tmp_path, "bodies:\n- {slug: quay-board, name: Quay Board}\n")) == (
        "gazetteer.yaml, row 1 (quay-board): Object missing required field `kind`. "
        "Correct the row; docs/gazetteer.md gives its fields."
    )


def test_a_strong_name_that_a_shipped_body_has_is_refused(tmp_path: Path) -> None:
    rows = _NEW.replace("QBD", "Kent Police")
    assert "the strong name “Kent Police” is also that of" in _refusal(_own(tmp_path, rows))


@pytest.mark.parametrize("rows", ["- {slug: quay}", "people: []", "bodies: [quay]", "bodies: 3"])
def test_what_is_no_table_of_rows_is_refused(tmp_path: Path, rows: str) -> None:
    assert _refusal(_own(tmp_path, rows)).startswith("gazetteer.yaml")


def test_the_check_counts_rows_and_says_what_nobody_has_confirmed(tmp_path: Path) -> None:
    shipped_lines, own_lines = check_report(None), check_report(_own(tmp_path, _NEW))
    bodies = len(shipped().bodies)
    assert shipped_lines[0] == "The gazetteer as it ships holds together."
    assert own_lines[0] == "The gazetteer with the rows of gazetteer.yaml holds together."
    assert shipped_lines[1].startswith(f"{bodies} bodies, ")
    assert own_lines[1].startswith(f"{bodies + 1} bodies, ")
    assert own_lines[3] == f"{bodies + 1} bodies were never checked against theirs."
