"""A survivor and a child are named in an article; nothing that the product shows names them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

from graph.archive import Archive
from graph.assembly import assemble
from graph.exports.export import exported
from graph.exports.forms import FORMS
from graph.ids import document_id
from graph.loading import load
from graph.network.subgraph import whole
from graph.questions import questions
from graph.records import encode_lines
from graph.stores.open import open_store
from graph.stores.store import Store
from ingest.extract import extractor
from ingest.pipeline import ingest
from ingest.pipeline.details import Details
from ingest.resolution import joins
from tests.ingest.steps import moment
from tests.web.addresses import Page
from tests.web.test_twins import twin
from web import create_app
from web.printed import ask, printed

NAMES = (
    "caddick", "rosalind", "tobin", "hesper",
    "quarrydene", "saltergate", "wexley", "lindqvar", "tillery", "harbinger",
)  # fmt: skip
ARTICLE = """Survivor Rosalind Caddick: “nobody in Pellmoor listened”

By Oona Tresk

Rosalind Caddick, a survivor of abuse at Pellmoor House, said she had told staff in 2009. \
“I told them and nobody listened,” she said.

Hesper Tobin, 14, who lived there later, was moved twice. Pellmoor Council said that the report \
on Pellmoor House was fair and that Hesper Tobin had been moved for good reasons.

“We failed Rosalind Caddick,” Chief Constable Tom Orrell of Pellmoor Police said. Ms Caddick's \
lawyer, Ivo Marsh, said the council had apologised to CADDICK in a letter. Tobin's school declined \
to comment.

Hesper still goes to Quarrydene Primary School. Her headteacher at Quarrydene Primary School, Una \
Wexley, said that Hesper was brave. Her mother, Petra Lindqvar, a director of Tillery Bakery Ltd, \
told Pellmoor Council that Quarrydene was kind. They live at 12 Saltergate Lane, PM4 2QX, and she \
plays for Harbinger Rovers FC. Quarrydene Primary School said the road was busy.

Dame Ada Quill, who wrote the Pellmoor House report, said the council “must publish the record”.

Write to rosalind.caddick@example.org or look for #HesperTobin.
"""
CYPHER = (
    "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties",
    "MATCH (n)-[l]->(o) RETURN type(l) AS type, properties(l) AS properties, n.id AS a, o.id AS b",
    "MATCH (d:Document) RETURN d.name AS name, d.title AS title, d.url AS url, d.file AS file",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The archive of the article, its graph, and a visitor of its explorer."""

    archive: Archive
    store: Store
    client: FlaskClient


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """The article, taken in through the front door with its names in title, file and address."""
    folder = tmp_path_factory.mktemp("named")
    file = folder / "rosalind-caddick_interview.txt"
    file.write_text(ARTICLE, "utf-8")
    archive = Archive.create(folder / "archive", title="Pellmoor")
    details = Details(
        title="Rosalind Caddick speaks", url="https://paper.example/news/rosalind-caddick-speaks"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        done = ingest(archive, [str(file)], details, extractor=extractor(), now=moment)
        assert not done.failures
        with open_store(archive, None) as store:
            load(archive, store, joins)
            yield Shown(
                archive=archive, store=store, client=create_app(store, archive).test_client()
            )


def named(text: str) -> list[str]:
    """Return the names that a text holds, in whatever case."""
    return [name for name in NAMES if name in text.casefold()]


def crawled(client: FlaskClient) -> dict[str, str]:
    """Return every page that can be reached from the overview, with its JSON twin."""
    found: dict[str, str] = {}
    ahead = ["/", "/search?q=Pellmoor", "/search?q=survivor", "/search?q=listened"]
    while ahead:
        address = ahead.pop().partition("#")[0]
        if address in found or address.startswith("/static"):
            continue
        answer = client.get(address)
        found[address] = answer.get_data().decode("utf-8", "replace")
        if answer.mimetype == "text/html":
            links = Page(answer.text).values("href", "a")
            ahead += [link for link in links if link.startswith("/")]
            ahead.append(twin(address))
    return found


def test_no_page_and_no_twin_names_them(shown: Shown) -> None:
    pages = crawled(shown.client)
    assert len(pages) > 40
    assert {address: named(text) for address, text in pages.items() if named(text)} == {}


def test_the_reader_shows_blocks_in_their_place_and_says_what_is_withheld(shown: Shown) -> None:
    [source] = shown.archive.sources()
    document = document_id(source.sha256)
    html = shown.client.get(f"/document/{document}").text
    facts = shown.client.get(f"/document/{document}.json").json
    assert facts is not None
    assert len(facts["text"]) == len(ARTICLE)
    assert facts["facts"]["title"] == "▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ speaks"
    assert facts["facts"]["withheld"] > 0
    assert "withheld, because" in html
    assert "▇▇▇▇, a survivor of abuse" in facts["text"]


def test_the_words_of_the_survivor_stay_without_the_name(shown: Shown) -> None:
    found = shown.client.get("/search.json?q=nobody+listened&kind=statement").json
    assert found is not None
    assert "I told them and nobody listened," in [hit["snippet"] for hit in found["results"]]


@pytest.mark.parametrize("words", ["Rosalind Caddick", "Caddick", "Hesper", "Quarrydene", "Wexley"])
def test_a_search_for_the_name_finds_nothing(shown: Shown, words: str) -> None:
    found = shown.client.get(f"/search.json?q={words}").json
    assert found is not None
    assert found["results"] == []


def test_no_record_of_the_export_names_them(shown: Shown) -> None:
    assert named(encode_lines(assemble(shown.archive, joins)).decode()) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_export_of_the_graph_names_them(shown: Shown, form: str) -> None:
    made = exported(shown.store, shown.archive, whole(shown.store), as_of=moment().date())
    data = FORMS[form].write(made)
    if form == "csv":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(packed.read(name) for name in packed.namelist())
    assert made.things
    assert named(data.decode()) == []


@pytest.mark.parametrize("cypher", CYPHER)
def test_no_ad_hoc_cypher_names_them(shown: Shown, cypher: str) -> None:
    page = shown.client.get("/cypher", query_string={"cypher": cypher}).text
    answer = ask(shown.store, name=None, cypher=cypher, values={})
    assert answer.rows
    assert named(page + printed(answer, "json") + printed(answer, "csv")) == []


def test_no_question_names_them(shown: Shown) -> None:
    names = [one.name for one in questions() if all(p.default is not None for p in one.parameters)]
    told = [printed(ask(shown.store, name=name, cypher=None, values={}), "json") for name in names]
    assert names
    assert named("".join(told)) == []


def test_no_scene_and_no_evidence_names_them(shown: Shown) -> None:
    rows = shown.store.read("MATCH (n:Entity|Statement|Document) RETURN n.id AS id", {}).rows
    links = shown.store.read("MATCH ()-[l]->() RETURN l.id AS id", {}).rows
    scenes = [shown.client.get(f"/scene.json?seed={id_}").text for [id_] in rows]
    found = [shown.client.get(f"/scene/evidence/{id_}.json").text for [id_] in links]
    assert named("".join(scenes + found)) == []
