"""Invented archives are sound, so that what is measured on them holds for real ones."""

from pathlib import Path

from graph.check import check
from graph.records import encode_lines
from ingest.resolution import resolver
from tests.bench.archives import documents, write


def test_an_invented_archive_is_clean_and_the_same_for_the_same_seed(tmp_path: Path) -> None:
    archive = write(40, tmp_path / "archive")
    assert check(archive, None, resolver(archive)) == []
    once, again, other = ([encode_lines(one.records) for one in documents(40, seed)]
                          for seed in (1, 1, 2))  # fmt: skip
    assert once == again
    assert once != other


def test_it_holds_what_archives_hold() -> None:
    kinds = {(record.kind, getattr(record, "type", "")) for one in documents(300)
             for record in one.records}  # fmt: skip
    assert kinds == {
        ("document", ""), ("entity", "case"), ("entity", "organisation"), ("entity", "person"),
        ("entity", "report"), ("link", "ADDRESSED_TO"), ("link", "ASSESSED"), ("link", "CONCERNS"),
        ("link", "HOLDS_ROLE"), ("link", "INSPECTED"), ("link", "OVERSEES"), ("link", "PUBLISHED"),
        ("link", "RESPONDED_TO"), ("mention", ""), ("statement", ""),
    }  # fmt: skip
