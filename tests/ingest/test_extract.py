"""From any text to records: no crash, every span its text, every link lawful, no loose end."""

from hypothesis import given
from hypothesis import strategies as st

from graph.archive import Source
from graph.model import Document, Entity, Link, Mention, Record, Statement, spans_of
from graph.records import decode_lines, encode_lines
from graph.schema import lawful
from ingest.extract import extract

_PIECES = st.sampled_from(
    [
        "Ada Quill", "the Mayor of Marrow Bay", "Marrow Bay Police", "a spokesperson for the force",
        "said:", "told reporters that", "denied", "according to", "“", "”", "‘", "’", '"', "she",
        "who", "the report", "four reports", "six victims", "Case B", "responded to", ", ", ". ",
        "\n", "\n\n", "\r\n", "aged 14", "a survivor", "I am sorry", "we will", "Q12", "3.1", ":",
        "On 3 May 2024", "[edit]", "…", "—", "\u200b", "\x00", "é", "👩‍🚒", "(", ")",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(_PIECES, max_size=60).map(" ".join),
    st.lists(_PIECES, max_size=60).map("".join),
)
_SOURCE = Source(
    sha256="0" * 64,
    name="any.txt",
    media_type="text/plain",
    reader="plain/1",
    retrieved="2025-01-01",
)


def records_of(text: str) -> list[Record]:
    document = Document(
        id="doc-0", sha256="0" * 64, name="any.txt", media_type="text/plain",
        characters=len(text), title=None, url=None, publisher="Bay Courier", published=None,
        licence=None,
    )  # fmt: skip
    return extract(document, text, _SOURCE)


@given(TEXTS)
def test_every_span_of_any_text_is_its_text(text: str) -> None:
    for record in records_of(text):
        for span in spans_of(record):
            span.check(text)


@given(TEXTS)
def test_records_of_any_text_refer_to_records_that_are_there(text: str) -> None:
    records = records_of(text)
    entities = {record.id: record for record in records if isinstance(record, Entity)}
    statements = {record.id for record in records if isinstance(record, Statement)}
    keys = [(record.kind, record.id) for record in records]
    assert len(keys) == len(set(keys))
    for record in records:
        if isinstance(record, Mention):
            assert record.entity in entities
        if isinstance(record, Statement):
            assert {speaker.entity for speaker in record.speakers} <= entities.keys()
            assert set(record.about) <= entities.keys()
            assert record.within is None or record.within in statements
        if isinstance(record, Link):
            source = entities[record.source].type if record.type != "ABOUT" else "statement"
            assert record.type != "ABOUT" or record.source in statements
            assert lawful(source, record.type, entities[record.target].type)


@given(TEXTS)
def test_the_same_text_gives_the_same_bytes_and_they_read_back(text: str) -> None:
    data = encode_lines(records_of(text))
    assert encode_lines(records_of(text)) == data
    assert encode_lines(decode_lines(data, where="test")) == data
