import pytest

from graph.archive import Archive
from graph.errors import UsageError
from graph.explore.search import search
from graph.explore.views import Hit, Hits, Ref
from graph.stores.store import Store
from tests.wexcombe import ARTICLE, LOCKED, NORA


def names(hits: Hits) -> list[str]:
    return [hit.name for hit in hits.results]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[a:b] for a, b in hit.marks]


def test_a_thing_is_found_with_words_in_which_it_is_spoken_of(
    story: Store, archive: Archive
) -> None:
    hits = search(story, archive, "tamsin")
    assert [(hit.id, hit.kind, hit.name) for hit in hits.results] == [
        (NORA[1], "person", "Nora Tamsin")
    ]
    assert hits.results[0].snippet.startswith("Councillor Nora Tamsin, the leader of the council")
    assert marked(hits.results[0]) == ["Tamsin"]
    assert (hits.total, hits.truncated) == (1, False)


def test_the_whole_name_comes_before_its_beginnings_and_those_before_full_text(
    story: Store, archive: Archive
) -> None:
    assert names(search(story, archive, "WEXCOMBE"))[:2] == ["Wexcombe", "Wexcombe Council"]
    assert names(search(story, archive, "cllr tamsin"))[0] == "Nora Tamsin"


def test_a_nested_statement_is_found_with_its_document_and_outer_speaker(
    story: Store, archive: Archive
) -> None:
    hits = search(story, archive, "never locked", kinds=("statement",))
    nested = next(hit for hit in hits.results if hit.id == "st-locked")
    assert nested == Hit(
        id="st-locked",
        kind="statement",
        name=LOCKED,
        snippet=LOCKED,
        document=Ref(id=ARTICLE, kind="document", name="Leader answers report"),
        marks=((13, 18), (19, 25)),
        outer_speakers=(
            Ref(
                id="person-resident",
                kind="person",
                name="a former resident",
                anonymous=True,
                protected=True,
            ),
        ),
    )


def test_a_protected_person_is_shown_by_the_role_phrase_alone(
    story: Store, archive: Archive
) -> None:
    found = search(story, archive, "former resident", kinds=("person",)).results
    assert [hit.snippet for hit in found] == ["a former resident"]


def test_kinds_narrow_and_a_cut_list_says_so(story: Store, archive: Archive) -> None:
    hits = search(story, archive, "wexcombe", kinds=("organisation",), limit=1)
    assert (names(hits), hits.total, hits.truncated) == (["Wexcombe Council"], 3, True)


@pytest.mark.parametrize("words", ["", "  ", '"', "a AND (*", "\\", "'; //", "[x TO y]", "*", "\0"])
def test_words_that_are_signs_or_operators_break_nothing(
    story: Store, archive: Archive, words: str
) -> None:
    assert search(story, archive, words) == Hits(results=(), total=0, truncated=False)


def test_a_limit_out_of_bounds_is_refused(story: Store, archive: Archive) -> None:
    with pytest.raises(UsageError, match="from 1 to 500"):
        search(story, archive, "x", limit=0)
