"""How long the reader of one long document takes: `python -m tests.bench.reading FOLDER`.

The document is invented, 10,000 paragraphs or so many as a second argument says; an archive that
stands in the folder already is used as it is. A line for each part that is asked for and for the
whole document as JSON: what `tests.bench.pages` says of a page, and the size.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from graph.archive import Archive
from graph.stores.open import open_store
from tests.bench.invented import article
from tests.bench.pages import HEAD, LONGEST, timed
from web import create_app

_PARAGRAPHS = 10_000


def made(folder: Path, paragraphs: int) -> None:
    """Read one document of so many paragraphs into a new archive."""
    with tempfile.TemporaryDirectory() as place:
        text = Path(place) / "book.txt"
        text.write_text(article(1, paragraphs), "utf-8")
        subprocess.run(["onrecord", "--archive", folder, "ingest", text], check=True)


def addresses(document: str) -> Iterator[tuple[str, str]]:
    """Yield what is asked for, and its address."""
    yield "the first part", f"/document/{document}"
    yield "the part with the middle", f"/document/{document}?words=700000-700020"
    yield "the whole, as JSON", f"/document/{document}.json"


def main(folder: Path, paragraphs: int) -> None:
    """Print the lines."""
    if not folder.exists():
        made(folder, paragraphs)
    archive = Archive.open(folder)
    with open_store(archive, None) as store:
        client = create_app(store, archive).test_client()
        document = str(store.read(LONGEST).rows[0][0])
        print(HEAD)  # noqa: T201 - output of a benchmark
        for name, address in addresses(document):
            print(timed(store, client, name, address), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else _PARAGRAPHS)
