"""What people decided, as pages show it; and a name that somebody protected, nowhere at all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.archive import Archive
from graph.judging import Judging
from graph.loading import load
from graph.model import Entity
from graph.stores.open import open_store
from graph.stores.store import Store
from ingest.extract import extractor
from ingest.pipeline import ingest
from ingest.pipeline.details import Details
from ingest.resolution import joins
from tests.graph import story
from tests.graph.story import CLLR, FIRST, NESTED, NORA, SAID, TOLD, resolve
from tests.web.test_protected_names import crawled
from web import create_app

SAMPLE = Path(__file__).parents[2] / "ingest/sample/documents"
OF_ADA = (
    "letter-2022-10-12.txt",
    "police-and-crime-panel-2025-11-04.txt",
    "press-release-2025-09-18.md",
    "six-children-four-warnings.html",
)


@pytest.fixture
def judging(archive: Archive) -> Judging:
    story.tell(archive)
    return Judging(
        archive=archive, resolve=resolve, by="Mina <b>Arkwright</b>",
        now=lambda: datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    )  # fmt: skip


def visitor(judging: Judging, store: Store) -> FlaskClient:
    load(judging.archive, store, resolve)
    return create_app(store, judging.archive).test_client()


def test_a_withdrawn_document_is_marked_where_it_is_read_and_listed(
    judging: Judging, embedded_store: Store
) -> None:
    judging.retract(FIRST, why="the paper withdrew the article")
    client = visitor(judging, embedded_store)
    facts = client.get(f"/document/{FIRST}.json").json
    assert facts is not None
    assert facts["facts"]["retracted"] is True
    assert client.get(f"/document/{FIRST}").text.count("Withdrawn by who published it") == 1
    assert client.get("/documents").text.count("withdrawn by who published it") == 1


@pytest.mark.parametrize(
    ("id_", "what"), [(SAID.id, " by who"), (FIRST, f'its document <a href="/document/{FIRST}">')]
)
def test_a_withdrawn_statement_says_so_with_who_noted_it_and_why(
    judging: Judging, embedded_store: Store, id_: str, what: str
) -> None:
    noted = judging.retract(id_, why="the paper withdrew it")
    client = visitor(judging, embedded_store)
    html = client.get(f"/statement/{SAID.id}").text
    assert what in html
    assert "as Mina &lt;b&gt;Arkwright&lt;/b&gt; noted on" in html
    assert "1 March 2026" in html
    assert "the paper withdrew it" in html
    assert "Rejected" not in html
    told = client.get(f"/statement/{SAID.id}.json").json
    assert told is not None
    assert told["standing"]["retracted"] is True
    assert (told["withdrawn"]["of"]["id"], told["withdrawn"]["judgement"]["id"]) == (id_, noted.id)
    judging.undo(noted.id)
    told = visitor(judging, embedded_store).get(f"/statement/{SAID.id}.json").json
    assert told is not None
    assert (told["withdrawn"], told["standing"]["retracted"]) == (None, False)


def test_what_stands_within_a_withdrawn_statement_is_withdrawn_with_it(
    judging: Judging, embedded_store: Store
) -> None:
    judging.retract(TOLD.id)
    html = visitor(judging, embedded_store).get(f"/statement/{NESTED.id}").text
    assert f'with <a href="/statement/{TOLD.id}">the statement around it</a>' in html
    assert "No reason was given." in html
    assert "Rejected" not in html


def test_a_statement_page_tells_who_judged_it_when_and_why(
    judging: Judging, embedded_store: Store
) -> None:
    accepted = judging.accept(SAID.id, why="read in “the letter”")
    undone = judging.undo(accepted.id)
    rejected = judging.reject(SAID.id)
    client = visitor(judging, embedded_store)
    facts = client.get(f"/statement/{SAID.id}.json").json
    assert facts is not None
    assert facts["judged"] == [
        {
            "id": accepted.id,
            "action": "accept",
            "verdict": None,
            "by": "Mina <b>Arkwright</b>",
            "at": "2026-03-01T09:30:00+00:00",
            "why": "read in “the letter”",
            "stands": False,
            "misfit": None,
            "other": None,
        },
        {
            "id": rejected.id,
            "action": "reject",
            "verdict": None,
            "by": "Mina <b>Arkwright</b>",
            "at": "2026-03-01T09:30:00+00:00",
            "why": None,
            "stands": True,
            "misfit": None,
            "other": None,
        },
    ]
    html = client.get(f"/statement/{SAID.id}").text
    assert "Mina &lt;b&gt;Arkwright&lt;/b&gt;, <time" in html
    assert "undone since" in html
    assert undone.id not in html


def test_an_entity_page_tells_which_names_were_taken_for_one_and_why(
    judging: Judging, embedded_store: Store
) -> None:
    judging.split(NORA, [CLLR])
    judging.merge(CLLR, NORA, why="the same desk")
    client = visitor(judging, embedded_store)
    facts = client.get(f"/entity/{NORA}.json").json
    assert facts is not None
    assert facts["joined"] == [
        {"name": "Cllr Tamsin", "method": "person/merge",
         "why": "Mina <b>Arkwright</b> says that they are one: the same desk"}
    ]  # fmt: skip
    assert [one["action"] for one in facts["judged"]] == ["split", "merge"]
    assert "Taken for one" in client.get(f"/entity/{NORA}").text


@pytest.fixture(scope="module")
def protecting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Four documents of the sample, in which somebody protected its best-known person."""
    root: Path = tmp_path_factory.mktemp("protecting") / "archive"
    archive = Archive.create(root, title="Marrow Bay")
    files = [str(SAMPLE / name) for name in OF_ADA]
    ingest(archive, files, Details(), extractor=extractor(), now=partial(datetime.now, UTC))
    judging = Judging(archive=archive, resolve=joins, by="Mina Arkwright")
    people = judging.known().made.records
    adas = [r for r in people if isinstance(r, Entity) and r.name == "Ada Quill"]
    assert adas
    judging.accept(next(r.id for r in people if r.kind == "statement"), why="Ada Quill wrote it")
    for ada in adas:
        judging.protect(ada.id, why="Ada Quill asked")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        with open_store(archive, None) as store:
            load(archive, store, joins)
            yield create_app(store, archive).test_client()


def test_no_page_and_no_twin_has_the_name_that_somebody_protected(protecting: FlaskClient) -> None:
    pages = crawled(protecting)
    assert len(pages) > 100
    assert {address for address, text in pages.items() if "quill" in text.casefold()} == set()


@pytest.mark.parametrize("words", ["Ada Quill", "quill", "QUILL", '"Ada Quill"'])
def test_a_search_for_it_finds_nothing(protecting: FlaskClient, words: str) -> None:
    found = protecting.get("/search.json", query_string={"q": words}).json
    assert found is not None
    assert found["results"] == []
