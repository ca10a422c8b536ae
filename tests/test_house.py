"""House rules that no linter knows: short files and functions, a first line a module."""

import ast
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CODE = sorted(
    path
    for place in ("graph", "ingest", "web", "onrecord.py")
    for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert text.count("\n") <= 300
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 50}
    assert long == set()


def test_templates_scripts_and_styles_are_short_too() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "web"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert [
        name
        for name in listed
        if name.endswith((".js", ".css", ".html"))
        and (ROOT / name).read_text("utf-8").count("\n") > 300
    ] == []


def test_the_compose_file_has_no_default_password_and_publishes_on_loopback_alone() -> None:
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    services = yaml.safe_load(text)["services"]
    assert text.count("${ONRECORD_GRAPH_PASSWORD:?") == 2
    assert text.count("PASSWORD:-") == 0
    assert "ports" not in services["neo4j"]
    assert all(port.startswith("127.0.0.1:") for port in services["explorer"]["ports"])
    assert all("healthcheck" in service for service in services.values())


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER ")] == ["USER onrecord"]
