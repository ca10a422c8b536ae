"""Every rule that makes a record has a sentence that says how it found it."""

import re
from pathlib import Path

from graph.methods import has_sentence, method_sentence
from graph.model import Link, Statement
from ingest.extract import read
from ingest.gazetteer import shipped
from ingest.genre import signs
from ingest.lexicon.tables import table
from ingest.reading import Reading
from ingest.zones import paragraphs

ROOT = Path(__file__).parents[1]
TEXTS = sorted(
    path
    for folder in ("tests/eval/stories", "ingest/sample/documents")
    for path in (ROOT / folder).iterdir()
    if path.suffix in {".txt", ".md"}
)


def test_every_method_of_the_sample_and_the_stories_has_a_sentence() -> None:
    methods = set()
    for path in TEXTS:
        text = path.read_bytes().decode()
        reading = Reading(document="doc-invented", text=text, paragraphs=paragraphs(text))
        found = read(reading, shipped())
        methods |= {record.method for record in found if isinstance(record, Statement | Link)}
    assert len(methods) > 20
    assert {method for method in methods if not has_sentence(method)} == set()


def test_every_rule_of_the_tables_has_a_sentence() -> None:
    rules = {rule["name"] for rows in table("relations").values() for rule in rows
             if isinstance(rule, dict)}  # fmt: skip
    genres = {f"genre/{sign.name}" for sign in signs()}
    methods = {f"rules/{name}" for name in rules} | genres
    assert {method for method in methods if not has_sentence(method)} == set()


def test_every_rule_that_the_code_names_has_a_sentence() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "ingest").rglob("*.py"))
    named = set(re.findall(r'\brule="([a-z-]+)"', code))
    assert {name for name in named if not has_sentence(f"rules/{name}")} == set()


def test_a_nested_statement_and_an_unknown_rule_are_told_too() -> None:
    outer, inner = method_sentence("rules/noun"), method_sentence("rules/nested-noun")
    assert inner == f"{outer} It stands inside the words of another speaker."
    assert method_sentence("new") == "A rule found it that has no description yet: new."
