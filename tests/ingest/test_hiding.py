from hypothesis import given
from hypothesis import strategies as st

from graph.archive import Source
from graph.masking import BLOCK, masked
from graph.model import Document, Entity, Link, Mention, Record, Statement
from graph.records import encode_lines
from ingest.extract import extract

NAMES = ("Roe", "Emma")
ARTICLE = """Survivor Jane Roe tells of the fire

Survivor Jane Roe, 31, said she had written to the council. “Nobody answered my letter,” she said.

“We let Jane Roe down,” Chief Constable Tom Marsh of Kent Police said. “We are sorry.”

JANE ROE said her sister, Emma Roe, 12, was there too. The Roe Foundation was founded later.

Kent Police said that the matter was closed.

Write to jane-roe@example.org, or follow #JaneRoe.
"""


def records(text: str, *, name: str = "article.txt", **known: str | None) -> list[Record]:
    """Return the records of an invented article."""
    document = Document(
        id="doc-invented", sha256="0" * 64, name=name, media_type="text/plain",
        characters=len(text), title=known.get("title"), url=known.get("url"), publisher=None,
        published=None, licence=None,
    )  # fmt: skip
    source = Source(
        sha256="0" * 64, name=name, media_type="text/plain", reader="plain 1", retrieved="2026"
    )
    return extract(document, text, source)


def quotes(found: list[Record]) -> list[str]:
    """Return the first words of every statement."""
    return [record.parts[0].quote for record in found if isinstance(record, Statement)]


def test_no_record_holds_a_name_of_the_protected() -> None:
    found = records(
        ARTICLE, name="jane_roe.txt", title="Jane Roe speaks", url="https://a.example/jane-roe/1"
    )
    lines = encode_lines(found).decode().casefold()
    assert [name for name in NAMES if name.casefold() in lines] == []


def test_a_masked_text_shows_no_name_and_keeps_every_other_word() -> None:
    [document, *_] = records(ARTICLE)
    assert isinstance(document, Document)
    shown = masked(ARTICLE, document.masked)
    assert shown == (
        ARTICLE.replace("Jane Roe", BLOCK * 8)
        .replace("JANE ROE", BLOCK * 8)
        .replace("jane-roe", BLOCK * 8)
        .replace("JaneRoe", BLOCK * 7)
        .replace("Emma Roe", BLOCK * 8)
        .replace("Roe", BLOCK * 3)
    )


def test_the_words_of_the_protected_stay_and_words_that_name_them_are_withheld() -> None:
    found = records(ARTICLE)
    assert quotes(found) == [
        "she had written to the council",
        "Nobody answered my letter,",
        "the matter was closed",
    ]


def test_the_document_says_how_many_statements_are_withheld() -> None:
    [document, *_] = records(
        "Survivor Jane Roe spoke.\n\nTom Marsh said: “We let Jane Roe down.” "
        "Kent Police said that Roe was not believed.\n"
    )
    assert isinstance(document, Document)
    assert document.withheld == 2


def test_a_statement_of_the_protected_has_a_speaker_without_the_words_that_name_them() -> None:
    [first] = [r for r in records("Survivor Jane Roe said the door was locked.\n")
               if isinstance(r, Statement)]  # fmt: skip
    assert [speaker.span for speaker in first.speakers] == [None]


def test_a_title_a_file_name_and_an_address_are_masked() -> None:
    [document, *_] = records(
        ARTICLE, name="roe_statement.pdf", title="Roe speaks", url="https://a.example/JANE-ROE"
    )
    assert isinstance(document, Document)
    block = BLOCK * 3
    assert (document.name, document.title, document.url) == (
        f"{block}_statement.pdf", f"{block} speaks", f"https://a.example/{BLOCK * 8}",
    )  # fmt: skip


def test_a_common_word_at_the_head_of_a_sentence_is_not_taken_for_a_name() -> None:
    text = "Will Roe, 15, spoke. Will the council act? It will not. Then Will left.\n"
    [document, *_] = records(text)
    assert isinstance(document, Document)
    assert [text[a:b] for a, b in document.masked] == ["Will Roe", "Will"]


def test_who_shares_a_given_name_keeps_it() -> None:
    text = "Survivor Jane Roe spoke. Jane Moss of Kent Police spoke.\n"
    [document, *found] = records(text)
    assert isinstance(document, Document)
    assert [text[a:b] for a, b in document.masked] == ["Jane Roe"]
    assert "Jane Moss" in {record.name for record in found if isinstance(record, Entity)}


def test_a_report_called_after_the_protected_is_no_record() -> None:
    text = (
        "Survivor Jane Roe spoke. Kent Council published the Jane Roe Report in 2021. "
        "Kent Council said the report was fair.\n"
    )
    found = records(text)
    assert not [r for r in found if isinstance(r, Entity) and r.type == "report" and "▇" in r.name]
    spans = [r.spans for r in found if isinstance(r, Link)]
    spans += [(r.span,) for r in found if isinstance(r, Mention)]
    assert not [span for each in spans for span in each if "Roe" in span.quote]


def test_a_document_without_protected_names_is_masked_nowhere() -> None:
    [document, *_] = records("Tom Marsh said the door was locked.\n", title="Marsh on the door")
    assert isinstance(document, Document)
    assert (document.title, document.masked, document.withheld) == ("Marsh on the door", (), 0)


@given(st.lists(st.sampled_from(
    ["Survivor Jane Roe", "Jane", "ROE", "Will Roe, 9,", "said", "“", "”", "that", "the Roe Review",
     "Kent Police", ".", "\n", "\n\n", "she", "told", "Mrs Roe’s"]), max_size=25,
))  # fmt: skip
def test_whatever_is_written_around_a_protected_name_no_record_holds_it(pieces: list[str]) -> None:
    text = "Survivor Jane Roe spoke.\n\n" + " ".join(pieces)
    found = records(text)
    lines = encode_lines(found).decode()
    assert "Roe" not in lines
    [document, *_] = found
    assert isinstance(document, Document)
    assert "Roe" not in masked(text, document.masked)
