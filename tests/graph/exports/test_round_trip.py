"""Each file is read back and compared with what was exported, thing by thing, link by link."""

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.archive import Archive
from graph.exports.columns import LINK, THING, Column, Value
from graph.exports.export import About, Export, Fields, exported
from graph.exports.forms import FORMS
from graph.exports.script import cypher_script
from graph.exports.text import storable, xml_text
from graph.network.subgraph import whole
from graph.stores.open import open_store
from graph.stores.store import Store
from tests.conftest import empty
from tests.graph.exports.reading import Rows, of_csv, of_gexf, of_graphml, of_json, of_script
from tests.wexcombe import tell

DAY = date(2026, 3, 4)
READERS: dict[str, Callable[[bytes], tuple[Rows, Rows]]] = {
    "graphml": of_graphml,
    "gexf": of_gexf,
    "csv": of_csv,
    "json": of_json,
}
HOSTILE = st.one_of(
    st.text(min_size=1),
    st.text(st.sampled_from("'\"\\\n\r\t\0\x0b\x1b\x85\u2028;=+-@`{}$u0027<>&]\ud800\ufffe🜂é"),
            min_size=1, max_size=30),
    st.sampled_from(["'; MATCH (n) DETACH DELETE n //", "\\u0027 }) //", "=HYPERLINK(\"x\")",
                     "]]>", "\\", "\\\\'", "'=1", " ", "\r\n", "-->", "None", "true", "1"]),
)  # fmt: skip


Fit = Callable[[str], str]


def rows_of(part: tuple[Fields, ...], fit: Fit = str, in_list: Fit = str) -> Rows:
    """Return exported fields as a reader gives them: lists for tuples, texts that fit."""
    return [{name: _read(value, fit, in_list) for name, value in row.items()} for row in part]


def _read(value: Value, fit: Fit, in_list: Fit) -> object:
    if isinstance(value, tuple):
        return [in_list(one) for one in value]
    return fit(value) if isinstance(value, str) else value


def in_json(text: str) -> str:
    """Return what XML leaves of a text in a JSON array, which escapes control characters."""
    return str(json.loads(xml_text(json.dumps(text, ensure_ascii=False))))


def told(things: tuple[Fields, ...], links: tuple[Fields, ...]) -> Export:
    about = About(
        archive="Wexcombe", archive_id="0" * 16, as_of="2026-03-04", graph_version="1" * 16,
        holds="the whole graph", filters="", things=len(things), links=len(links), further=0,
        limit=100, truncated=False, left=(),
    )  # fmt: skip
    return Export(about=about, things=things, links=links)


@pytest.mark.parametrize("form", READERS)
def test_a_file_of_the_story_gives_back_every_thing_and_link(
    story: Store, archive: Archive, form: str
) -> None:
    made = exported(story, archive, whole(story), as_of=DAY)
    assert (len(made.things), len(made.links)) == (19, 33)
    assert READERS[form](FORMS[form].write(made)) == (rows_of(made.things), rows_of(made.links))


def test_the_script_makes_the_same_in_an_empty_database_and_twice_changes_nothing(
    blank: Store, tmp_path: Path
) -> None:
    archive = Archive.create(tmp_path / "archive", title="Wexcombe")
    with open_store(archive, None) as story:
        tell(story, archive)
        made = exported(story, archive, whole(story), as_of=DAY)
    empty(blank)
    for _ in range(2):
        read = of_script(cypher_script(made), blank)
        assert read == (rows_of(made.things), rows_of(made.links))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_export_gives_the_same_bytes(story: Store, archive: Archive, form: str) -> None:
    once, again = (exported(story, archive, whole(story), as_of=DAY) for _ in range(2))
    assert FORMS[form].write(once) == FORMS[form].write(again)


def _value(column: Column, draw: st.DrawFn) -> Value:
    text = HOSTILE.map(storable)
    match column.kind:
        case "number":
            return draw(st.integers(min_value=0, max_value=2**31 - 1))
        case "yes or no":
            return draw(st.booleans())
        case "list":
            return tuple(draw(st.lists(text, min_size=1, max_size=3)))
    return draw(text)


@st.composite
def exports(draw: st.DrawFn) -> Export:
    """Two things and a link, whose every value is hostile."""
    things = tuple(
        {**{one.name: _value(one, draw) for one in THING}, "id": id_, "kind": "organisation"}
        for id_ in ("a", "b")
    )
    links = ({**{one.name: _value(one, draw) for one in LINK},
              "id": "l", "source": "a", "target": "b", "link": "OVERSEES"},)  # fmt: skip
    return told(things, links)


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=60)
@given(made=exports())
def test_no_name_however_hostile_breaks_a_file(form: str, made: Export) -> None:
    fits = (xml_text, in_json) if form in ("graphml", "gexf") else (str, str)
    read = READERS[form](FORMS[form].write(made))
    assert read == (rows_of(made.things, *fits), rows_of(made.links, *fits))


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def blank(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store of its own, for scripts that are run in it one after another."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", f"{folder}/state")
        archive = Archive.create(Path(folder) / "archive", title="Blank")
        server = request.getfixturevalue("neo4j_server") if request.param == "neo4j" else None
        how = {"user": server.user, "password": server.password} if server else {}
        with open_store(archive, server.url if server else None, **how) as store:
            yield store


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=exports())
def test_no_name_however_hostile_breaks_out_of_the_script(blank: Store, made: Export) -> None:
    empty(blank)
    read = of_script(cypher_script(made), blank)
    fits = (xml_text, xml_text)
    assert read == (rows_of(made.things, *fits), rows_of(made.links, *fits))
