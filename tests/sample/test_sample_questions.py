"""The invented sample, from its documents to the answers: what a newcomer sees on `make demo`."""

from graph.archive import Archive
from graph.check import check
from graph.questions import questions, run_question
from graph.search.updating import update
from graph.stores.store import Store
from ingest.resolution import resolver


def ask(store: Store, name: str, **values: str) -> list[dict[str, object]]:
    question = next(one for one in questions() if one.name == name)
    return run_question(store, question, values).dicts()


def test_graph_and_search_index_of_the_sample_fit_its_archive(
    store: Store, archive: Archive
) -> None:
    update(archive, store)
    assert check(archive, store, resolver(archive)) == []


def test_two_of_four_inspections_were_answered_by_the_office_in_a_letter(store: Store) -> None:
    office = "Office of the Mayor of Marrow Bay"
    answers = {
        (row["report"], row["responder"])
        for row in ask(store, "responses/who_responded")
        if row["responder"] == office
    }
    assert answers == {
        ("Marrow Bay Police: inspection 2016", office),
        ("Marrow Bay Police: effectiveness inspection 2022", office),
    }


def test_the_mayor_denies_in_september_and_admits_in_november(store: Store) -> None:
    said = ask(store, "statements/by_speaker", speaker="Ada Quill")
    acts = {(row["said_on"], act) for row in said for act in row["types"]}  # type: ignore[union-attr]
    assert {
        ("2025-09-18", "denial"),
        ("2025-11-04", "admission"),
        ("2025-11-04", "apology"),
    } <= acts


def test_two_experts_assessed_the_cases_and_nobody_else_is_joined_to_one(store: Store) -> None:
    assessors = {row["assessor"] for row in ask(store, "cases/assessments")}
    assert assessors == {"Priya Lodge", "Edwin Sallow"}


def test_the_same_article_in_two_papers_is_one_origin(store: Store) -> None:
    assert [row["copies"] for row in ask(store, "corroboration/one_origin")] == [1]
