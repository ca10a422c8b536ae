"""Words a CPU second from `.txt` to records, beside what cutting into words alone costs."""

from graph.archive import Source
from graph.model import Document
from graph.records import encode_lines
from ingest.extract import extract
from ingest.readers import plain
from ingest.tokens import sentences, tokens
from ingest.zones import paragraphs
from tests.bench.comparison import Comparison, compare
from tests.bench.invented import article

ARTICLES = 60


def run() -> Comparison:
    """Compare bytes to records with paragraphs, sentences and tokens alone."""
    files = [article(seed).encode() for seed in range(ARTICLES)]
    words = sum(len(file.split()) for file in files)
    return compare(
        f"From text files to records: {ARTICLES} invented articles, {words:,} words "
        "(other: cutting into words)",
        lambda: [_records(file) for file in files],
        lambda: [_tokens(file) for file in files],
        amount=words,
        unit="words",
    )


def _records(file: bytes) -> bytes:
    read = plain.read(file)
    source = Source(
        sha256="0" * 64, name="a.txt", media_type="text/plain", reader="plain", retrieved="2025"
    )
    document = Document(
        id="doc-0", sha256=source.sha256, name=source.name, media_type=source.media_type,
        characters=len(read.text), title=read.title, url=None, publisher=None, published=None,
        licence=None,
    )  # fmt: skip
    return encode_lines(extract(document, read.text, source))


def _tokens(file: bytes) -> int:
    text = plain.read(file).text
    return sum(
        len(tokens(text, sentence))
        for paragraph in paragraphs(text)
        for sentence in sentences(text, paragraph.extent)
    )
