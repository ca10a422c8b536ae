import pytest

from graph.archive import Source
from graph.errors import OnRecordError
from graph.model import Document
from ingest.extract import extract
from ingest.genre import GIVEN, NO_SIGN, Decision, decide
from tests.ingest.documents import reading

SAMPLES = {
    "news": """Harbour wall was never checked, say families

By Oona Tresk

Families said the wall had never been checked. “Nobody came,” one father said.
""",
    "press_release": """For immediate release

Pellmoor Council opens second shelter

The council has opened a shelter. Notes to editors follow.

ENDS
""",
    "report": """Inspection of Pellmoor Fire Service

Summary

1. We found that engines were late. We visited four stations.

2. Crews were tired.

Recommendations

3. The service should train its crews.
""",
    "coroner_report": """Regulation 28: report to prevent future deaths

Coroner’s name: Tamsin Orrell

The matters of concern are as follows.
""",
    "letter": """Pellmoor Council

Dear Ms Orrell

Thank you for your report. We accept what it says.

Yours sincerely

Oona Tresk
""",
    "transcript": """Monday

MS TRESK: Were you told?

MR ORRELL: I was not.

MS TRESK: Did you ask?

MR ORRELL: I did.
""",
    "council_paper": """Pellmoor Council

Agenda item 7

Report of the Director of Finance

Financial implications: none.
""",
    "other": """Bread

Mix the flour with the water. Leave it to rise overnight.
""",
}


def document(text: str, *, title: str | None = None, publisher: str | None = None) -> Document:
    """Return the record of an invented text."""
    return Document(
        id="doc-invented", sha256="0" * 64, name="text.txt", media_type="text/plain",
        characters=len(text), title=title, url=None, publisher=publisher, published=None,
        licence=None,
    )  # fmt: skip


@pytest.mark.parametrize("genre", SAMPLES)
def test_the_shape_of_a_text_tells_its_genre(genre: str) -> None:
    text = SAMPLES[genre]
    assert decide(reading(text), document(text)).genre == genre


def test_the_strongest_sign_is_named() -> None:
    text = SAMPLES["letter"]
    assert decide(reading(text), document(text)).method == "genre/salutation"
    assert decide(reading("Bread"), document("Bread")) == Decision(genre="other", method=NO_SIGN)


@pytest.mark.parametrize(
    ("publisher", "genre"), [("Pellmoor Gazette", "news"), ("Pellmoor Council", "press_release")]
)
def test_who_published_it_decides_where_the_words_do_not(publisher: str, genre: str) -> None:
    text = "The shelter opened today. “It is warm,” said Oona Tresk. Others said nothing.\n"
    assert decide(reading(text), document(text, publisher=publisher)).genre == genre


def test_the_word_of_the_user_goes_before_every_sign() -> None:
    text = SAMPLES["news"]
    source = Source(sha256="0" * 64, name="text.txt", media_type="text/plain", reader="plain 1",
                    retrieved="2026", genre="letter")  # fmt: skip
    [found, *_] = extract(document(text), text, source)
    assert isinstance(found, Document)
    assert (found.genre, found.genre_method) == ("letter", GIVEN)
    assert Source.from_toml(source.to_toml(), where="source.toml") == source


def test_a_genre_that_does_not_exist_is_refused_by_name() -> None:
    source = Source(
        sha256="0" * 64, name="text.txt", media_type="text/plain", reader="plain 1",
        retrieved="2026", genre="letter",
    )  # fmt: skip
    data = source.to_toml().replace(b'"letter"', b'"sermon"')
    with pytest.raises(OnRecordError, match="sermon"):
        Source.from_toml(data, where="source.toml")
