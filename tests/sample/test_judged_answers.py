"""What questions answer once people have judged the sample: compared, edited, rejected, undone."""

from datetime import UTC, datetime

import pytest

from graph.archive import Archive
from graph.judging import Judging
from graph.model import Statement, TypedAs
from graph.questions import find_question, run_question
from graph.stores.store import Store
from ingest.resolution import resolver
from tests.sample.told import sample

NEVER = "Two of the recommendations of 2022 were never finished"
CARRIED = "We did not see these children when we should have"
FORCE = "a child is counted as seen when"
ADOPT = "should adopt the definition of “seen”"
DENIED = "I am pleased that inspectors"
TOLD = "I told three different officers"
_WHY = "Both speak of the recommendations of 2022"
_UNDONE = "The two figures are of two years"


def _find(judging: Judging, words: str, publisher: str | None = None) -> str:
    """Return the id of the statement with these words, in the document of this publisher."""
    known = judging.known().records
    found = [
        one.id
        for one in known.values()
        if isinstance(one, Statement)
        and words in "\n".join(part.quote for part in one.parts)
        and publisher in (None, known[one.document].publisher)  # type: ignore[union-attr]
    ]
    assert len(found) == 1, (words, found)
    return found[0]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The sample archive as Mina Castle and a colleague judged it."""
    made = sample(tmp_path_factory.mktemp("judged") / "archive")
    mina, joe = _judging(made, "Mina Castle", 9), _judging(made, "Joe Tarn", 10)
    never, carried = _find(mina, NEVER), _find(mina, CARRIED, "Bay Courier")
    mina.compare(never, carried, "contradicts", why=_WHY)
    mina.undo(mina.compare(carried, never, "different period", why="Two years").id)
    joe.compare(_find(joe, FORCE), _find(joe, ADOPT), "different definition", why="Two meanings")
    joe.reject(_find(joe, DENIED), why="Read aloud by somebody else")
    joe.edit(_find(joe, TOLD, "Bay Courier"), types=(TypedAs(type="allegation", span=None),))
    return made


def _judging(archive: Archive, by: str, hour: int) -> Judging:
    at = datetime(2025, 11, 5, hour, tzinfo=UTC)
    return Judging(archive=archive, resolve=resolver(archive), by=by, now=lambda: at)


def ask(store: Store, name: str, **values: str) -> list[dict[str, object]]:
    return run_question(store, find_question(name), values).dicts()


def picked(rows: list[dict[str, object]], *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_statements_stand_side_by_side_with_the_verdict_of_a_person_and_none_that_was_undone(
    store: Store,
) -> None:
    rows = ask(store, "statements/set_side_by_side")
    names = ("verdict", "reason", "reviewer", "judged_on", "fits")
    assert picked(rows, *names) == [
        ("different definition", "Two meanings", "Joe Tarn", "2025-11-05T10:00:00+00:00", True),
        ("contradicts", _WHY, "Mina Castle", "2025-11-05T09:00:00+00:00", True),
    ]
    assert picked(rows, "first_speakers", "first_scope", "first_outer_speakers") == [
        (
            ["unknown speaker"],
            [
                "term: seen",
                (
                    "definition: is counted as seen when “an officer or a partner agency has had "
                    "contact with the household”"
                ),
            ],
            [],
        ),
        (["Ada Quill"], [], []),
    ]
    assert picked(rows, "second_speakers", "second_said_on", "second_document") == [
        (
            ["Coastal Inspectorate of Policing"],
            None,
            "Marrow Bay Police: effectiveness inspection 2025",
        ),
        (["Tomas Wren"], None, "Six children, four warnings"),
    ]
    assert [row["verdict"] for row in ask(store, "set_side_by_side", reviewer="mina castle")] == [
        "contradicts"
    ]
    assert ask(store, "set_side_by_side", verdict="same") == []


def test_without_a_day_of_the_last_denial_nothing_lies_between(store: Store) -> None:
    rows = ask(store, "last_denial_first_acknowledgement", speaker="ada quill")
    names = ("denied_on", "acknowledged_on", "days_between", "denials", "denials_undated")
    assert picked(rows, *names) == [(None, "2025-11-04", None, 2, 2)]


def test_what_a_person_calls_an_allegation_is_told_with_its_holder(store: Store) -> None:
    rows = ask(store, "statements/allegations")
    names = ("speakers", "capacities", "about", "document", "review")
    assert picked(rows, *names) == [
        (
            ["a woman, not named"],
            ["anonymous"],
            ["Marrow Bay Police: effectiveness inspection 2025"],
            "Six children, four warnings",
            "accepted",
        )
    ]
