"""Words a CPU second from text to records, beside what cutting the text into words alone costs."""

from graph.model import Record
from ingest.extract import read
from ingest.gazetteer import shipped
from ingest.reading import Reading
from ingest.tokens import sentences, tokens
from ingest.zones import paragraphs
from tests.bench.comparison import Comparison, compare
from tests.bench.invented import article

ARTICLES = 60


def run() -> Comparison:
    """Compare the whole extraction with paragraphs, sentences and tokens alone."""
    texts = [article(seed) for seed in range(ARTICLES)]
    words = sum(len(text.split()) for text in texts)
    return compare(
        f"Extraction of {ARTICLES} invented articles, {words:,} words (other: cutting into words)",
        lambda: [_records(text) for text in texts],
        lambda: [_tokens(text) for text in texts],
        amount=words,
        unit="words",
    )


def _records(text: str) -> list[Record]:
    reading = Reading(document="doc-0", text=text, paragraphs=paragraphs(text))
    return read(reading, shipped())


def _tokens(text: str) -> int:
    return sum(
        len(tokens(text, sentence))
        for paragraph in paragraphs(text)
        for sentence in sentences(text, paragraph.extent)
    )
