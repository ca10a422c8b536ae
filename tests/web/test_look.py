"""One file decides how things look, and it knows all that the graph and the pages know."""

import json
import re
from pathlib import Path
from typing import get_args

from graph.model import Review, StatementType
from graph.schema import EDGES, NODES
from web.look import Look

LOOK = Look.read()
#: A name that browsers compare and never fetch.
NAMESPACE = "http://www.w3.org/2000/svg"
WEB = Path(__file__).parents[2] / "web"


def test_every_kind_that_is_shown_as_a_thing_has_its_look() -> None:
    assert set(LOOK.nodes) == {node.kind for node in NODES} - {"passage", "judgement"}


def test_every_link_type_has_words_for_both_sides_and_the_family_of_the_schema() -> None:
    assert {name: row["family"] for name, row in LOOK.edges.items()} == {
        edge.name: edge.family for edge in EDGES if edge.name not in {"ON", "BETWEEN"}
    }
    assert all(row["label"] and row["inverse"] for row in LOOK.edges.values())
    assert set(LOOK.families) == {edge.family for edge in EDGES}


def test_every_statement_type_and_review_has_its_look() -> None:
    assert set(LOOK.statements) == set(get_args(StatementType))
    assert set(LOOK.standing) == {*get_args(Review), "inferred"}


def test_colours_of_kinds_stand_in_the_look_alone() -> None:
    colours = {row["colour"]["light"] for row in LOOK.nodes.values()}
    shared = set(re.findall(r"#[0-9a-f]{6}", (WEB / "static/css/tokens.css").read_text()))
    for path in sorted((WEB / "static/css").glob("*.css")):
        if path.name != "tokens.css":
            assert set(re.findall(r"#[0-9a-f]{6}", path.read_text())) & (colours - shared) == set()
    assert all(f"--k-{kind}: light-dark(" in LOOK.css() for kind in LOOK.nodes)


def test_no_template_style_or_script_names_another_host() -> None:
    texts = [*(WEB / "templates").glob("*.html"), *(WEB / "static/css").glob("*.css"),
             *(WEB / "static/js").rglob("*.js")]  # fmt: skip
    for path in texts:
        text = path.read_text("utf-8").replace(NAMESPACE, "")
        found = re.findall(r"(?:https?:)?//[\w.]+\.\w+", text)
        assert found == [], path.name


def test_microcopy_never_says_entity_node_or_edge() -> None:
    for path in (WEB / "templates").glob("*.html"):
        code = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>"
        words = re.sub(code, " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert re.findall(r"\b(entity|node|edge|extracted|predicate)s?\b", words, re.I) == []


def test_the_look_is_json_that_pages_and_canvas_share() -> None:
    tables = json.loads((WEB / "static/style.json").read_text())
    assert set(Look.__slots__) <= set(tables)
