import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.archive import Archive
from graph.errors import UsageError
from graph.explore.hits import Hit, HitPassage, Hits
from graph.explore.search import search
from graph.explore.views import Ref
from graph.stores.store import Store
from tests.graph.search.hostile import HOSTILE
from tests.wexcombe import ARTICLE, ARTICLE_TEXT, LETTER, LOCKED, NORA, span


def names(hits: Hits) -> list[str]:
    return [hit.name for hit in hits.results]


def marked(hit: Hit | HitPassage) -> list[str]:
    return [hit.snippet[a:b] for a, b in hit.marks]


def ids(hits: Hits) -> list[str]:
    return [hit.id for hit in hits.results]


def test_a_thing_is_found_with_words_in_which_it_is_spoken_of(
    story: Store, archive: Archive
) -> None:
    hits = search(story, archive, "tamsin")
    assert [(hit.id, hit.kind, hit.name) for hit in hits.results] == [
        (NORA[1], "person", "Nora Tamsin"),
        (ARTICLE, "document", "Leader answers report"),
    ]
    assert hits.results[0].snippet.startswith("Councillor Nora Tamsin, the leader of the council")
    assert marked(hits.results[0]) == ["Tamsin"]
    assert (hits.total, hits.truncated) == (2, False)


def test_a_document_is_found_by_its_text_with_the_place_in_it(
    story: Store, archive: Archive
) -> None:
    hits = search(story, archive, "nursing")
    place = span(ARTICLE, "nursing")
    snippet = ARTICLE_TEXT.split("\n\n")[3]
    at = snippet.index("nursing")
    assert hits.results == (
        Hit(
            id=ARTICLE, kind="document", name="Leader answers report", snippet=snippet,
            genre="news", marks=((at, at + 7),), places=1,
            passages=(
                HitPassage(id=place.passage, start=place.start, end=place.end, snippet=snippet,
                           marks=((at, at + 7),), paragraph=4, page=2),
            ),
        ),
    )  # fmt: skip
    assert hits.counts == {"document": 1}


def test_a_document_shows_its_best_paragraphs_and_counts_those_that_match(
    story: Store, archive: Archive
) -> None:
    [found] = search(story, archive, "hollin", kinds=("document",), limit=1).results
    assert (found.id, found.places, len(found.passages)) == (ARTICLE, 2, 2)
    assert {marked(passage)[0] for passage in found.passages} == {"Hollin"}


def test_the_whole_name_comes_first_then_beginnings_names_statements_and_documents(
    story: Store, archive: Archive
) -> None:
    assert names(search(story, archive, "WEXCOMBE"))[:2] == ["Wexcombe", "Wexcombe Council"]
    assert names(search(story, archive, "cllr tamsin"))[0] == "Nora Tamsin"
    kinds = [hit.kind for hit in search(story, archive, "door").results]
    assert kinds == ["statement", "statement", "document"]
    assert names(search(story, archive, "report"))[0] == "Report on Hollin House"


def test_a_letter_that_is_typed_begins_a_name(story: Store, archive: Archive) -> None:
    assert names(search(story, archive, "nora t")) == ["Nora Tamsin"]
    assert names(search(story, archive, "iv"))[0] == "Ivo Marsh"


def test_every_word_must_stand_there_and_the_last_may_be_a_beginning(
    story: Store, archive: Archive
) -> None:
    assert ids(search(story, archive, "door lock", kinds=("statement",))) == [
        "st-locked", "st-told",
    ]  # fmt: skip
    assert ids(search(story, archive, "doo locked")) == []
    assert ids(search(story, archive, "doo* locked", kinds=("statement",))) == [
        "st-locked", "st-told",
    ]  # fmt: skip


def test_a_phrase_is_found_where_its_words_stand_together(story: Store, archive: Archive) -> None:
    assert ids(search(story, archive, "“no plan”")) == ["st-plan", ARTICLE]
    assert ids(search(story, archive, '"plan no"')) == []
    assert ids(search(story, archive, '"the report on Hollin House"')) == [LETTER]


def test_what_is_not_wanted_is_left_out(story: Store, archive: Archive) -> None:
    assert ids(search(story, archive, "door -staff", kinds=("statement",))) == ["st-locked"]
    assert ids(search(story, archive, "-staff")) == []


def test_what_a_person_rejected_is_not_found(story: Store, archive: Archive) -> None:
    assert ids(search(story, archive, "one account reads")) == [ARTICLE]


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
    assert hits.counts == {"organisation": 3, "place": 1, "document": 2}


@pytest.mark.parametrize("words", ["", "  ", '"', "(*", "\\", "'; //", "*", "\0", "-", "\ud800"])
def test_signs_find_nothing(story: Store, archive: Archive, words: str) -> None:
    assert search(story, archive, words) == Hits(results=(), total=0, truncated=False)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(), more=st.sampled_from(["", " report", ' "no plan"', " -x", " NEAR(a b)"]))
def test_nothing_that_is_typed_breaks_a_search(
    story: Store, archive: Archive, words: str, more: str
) -> None:
    hits = search(story, archive, words + more)
    assert len(hits.results) == min(hits.total, 50)
    for hit in hits.results:
        assert all(re.search(r"\w", text) for text in marked(hit))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_breaks_a_search(story: Store, archive: Archive, words: str) -> None:
    for typed in (words, f"report {words}", f'{words} "no plan'):
        hits = search(story, archive, typed)
        assert len(hits.results) == min(hits.total, 50)
        assert hits == search(story, archive, typed)


def test_ten_thousand_signs_are_cut_and_said_to_be(story: Store, archive: Archive) -> None:
    hits = search(story, archive, "report " * 1500)
    assert (hits.cut, ids(hits)) == (True, ids(search(story, archive, "report ")))


def test_a_limit_and_a_kind_that_do_not_exist_are_refused(story: Store, archive: Archive) -> None:
    with pytest.raises(UsageError, match="from 1 to 500"):
        search(story, archive, "x", limit=0)
    with pytest.raises(UsageError, match="cake"):
        search(story, archive, "x", kinds=("cake",))
