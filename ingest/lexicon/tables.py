"""Reading the lexicon's tables; a file is read when it is first asked for."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import OnRecordError


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table `name`.yaml of this package; raise OnRecordError unless it is a mapping."""
    source = files("ingest.lexicon").joinpath(f"{name}.yaml")
    content = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(content, dict):
        raise OnRecordError("the table is not a mapping", subject=f"{name}.yaml")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the words of one row, which YAML folds into a text with blanks between."""
    return frozenset(table(name)[key].split())


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return one row, a list of regular expressions, as one that matches any, case-blind."""
    return re.compile("|".join(f"(?:{line})" for line in table(name)[key]), re.IGNORECASE)
