import pytest

from graph.archive import Archive
from graph.errors import NotFound
from graph.explain import Explanation, explain, explain_lines
from graph.explore.surroundings import Surroundings
from graph.ids import mention_id
from graph.model import Record
from tests.graph.story import (
    ANSWERED,
    CLLR,
    FIRST,
    NORA,
    OF_FIRST,
    OF_SECOND,
    SAID,
    SECOND,
    TEXT,
    TOLD,
    TRUST,
    document,
    entity,
    resolve,
    span,
    tell,
    told,
)


def test_a_statement_is_told_with_its_words_speaker_confidence_and_standing(
    archive: Archive,
) -> None:
    tell(archive)
    assert explain_lines(archive, resolve, SAID.id) == [
        "A statement by Nora Tamsin (speaking for themselves): assertion.",
        "How: A rule found it that has no description yet: quotation.",
        "Confidence: high, because the words are quoted, and their speaker stands beside them.",
        "Standing: proposed by the machine; no person has judged it yet.",
        "",
        f"The words, Leader answers, ¶2 ({SAID.parts[0].passage}):",
        "  “[[No plan was made]],” she said. A resident said staff told her “it was locked”.",
        "",
        (
            f"“Cllr Tamsin” ({CLLR}) was joined into Nora Tamsin ({NORA}): They agree in body: "
            "Wexcombe."
        ),
    ]


def test_a_link_is_told_with_both_ends(archive: Archive) -> None:
    tell(archive)
    found = explain(archive, resolve, ANSWERED.id)
    assert found.what == "Nora Tamsin – RESPONDED_TO → the Hollin House report."
    assert [words.around for words in found.words] == [Surroundings("Nora Tamsin ", ".", 1)]
    assert found.why == "the words say it in a way that may mean something else"


def test_an_id_that_one_document_gave_is_followed_to_what_it_became(archive: Archive) -> None:
    tell(archive)
    before = mention_id(CLLR, span(SECOND, "Cllr Tamsin"))
    after = mention_id(NORA, span(SECOND, "Cllr Tamsin"))
    found = explain(archive, resolve, before)
    assert (found.id, found.joined[0]) == (after, f"{before} was joined into {after}.")


def test_a_thing_that_documents_give_one_id_is_told_with_the_reason(archive: Archive) -> None:
    told(archive, FIRST, (*OF_FIRST, entity(TRUST, "organisation", "Wexcombe Trust")))
    told(archive, SECOND, OF_SECOND)
    (line,) = explain(archive, resolve, TRUST).joined
    assert line.startswith(f"“Wexcombe Trust” ({TRUST}) is one for all documents that name it so: ")
    assert line.endswith(": The gazetteer has these names for one: Wexcombe Trust; the Trust.")


def test_the_words_around_are_masked(archive: Archive) -> None:
    start = TEXT.index("staff")
    masked: tuple[Record, ...] = (
        document(FIRST, title="Leader answers", masked=((start, start + 5),)),
        *(record for record in OF_FIRST[1:] if TOLD.id not in (record.id, _within(record))),
    )
    told(archive, FIRST, masked)
    assert "staff" not in "".join(explain_lines(archive, resolve, SAID.id))


def test_what_is_nowhere_is_said_to_be_nowhere(archive: Archive) -> None:
    with pytest.raises(NotFound):
        explain(archive, resolve, "st-nothing")


def test_a_kind_of_text_is_explained_by_its_sign(archive: Archive) -> None:
    told(archive, SECOND, (
        document(SECOND, genre="letter", genre_method="genre/salutation"),
    ))  # fmt: skip
    found = explain(archive, lambda _: {}, SECOND)
    assert (found.what, found.how) == (
        f"The document “{SECOND[-4:]}.txt”; its kind of text: letter.",
        "It opens with “Dear …”.",
    )
    assert isinstance(found, Explanation)


def _within(record: Record) -> str | None:
    return getattr(record, "within", None)
