"""Floors under extraction quality; lowering one needs a decision record in docs/adr."""

from pathlib import Path

import pytest

from tests.eval.scoring import SHARED, Scores, score
from tests.requirements import require

pytestmark = pytest.mark.shared

_ROWS = {
    # figure: seed, digest, verbatim (null: no floor for this kind of document)
    "partial direct F1": (0.85, 0.92, None),
    "partial mixed F1": (0.88, 0.75, None),
    "partial direct+mixed R": (None, None, 0.55),
    "partial indirect R": (0.70, 0.72, 0.55),
    "speakers": (0.88, 0.88, 0.80),
    "mentions R": (0.90, 0.90, 0.85),
    "types lenient": (0.75, 0.75, 0.65),
    "links all F1": (0.50, 0.55, 0.40),
    "links all RESPONDED_TO R": (0.60, 0.70, None),
    "statements matched": (28, 18, 7),
}
FLOORS = {
    (group, figure): floor
    for figure, floors in _ROWS.items()
    for group, floor in zip(("seed", "digest", "verbatim"), floors, strict=True)
    if floor is not None
}


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scores, list[str]]:
    if not (SHARED / "gold").is_dir():
        require("shared", "the annotated documents are not beside the repository")
    return score(Path(tmp_path_factory.mktemp("scoring")))


def test_every_span_of_every_annotated_document_is_its_text(
    scored: tuple[Scores, list[str]],
) -> None:
    groups, unverifiable = scored
    assert unverifiable == []
    assert groups["overall"]["spans not the text"] == 0


@pytest.mark.parametrize(("group", "figure"), FLOORS)
def test_extraction_is_at_least_as_good_as_its_floor(
    scored: tuple[Scores, list[str]], group: str, figure: str
) -> None:
    found = scored[0][group][figure]
    assert found is not None
    assert found >= FLOORS[group, figure]


def test_no_denial_is_taken_for_an_admission_nor_anything_for_a_denial(
    scored: tuple[Scores, list[str]],
) -> None:
    assert scored[0]["overall"]["inverted"] == 0


def test_nobody_who_is_hidden_is_named_and_everyone_protected_stays_so(
    scored: tuple[Scores, list[str]],
) -> None:
    overall = scored[0]["overall"]
    assert overall["hidden named"] == 0
    assert overall["protect kept"] == overall["protect"]
