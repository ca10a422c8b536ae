"""Reads the gazetteer's YAML and refuses what would make a name ambiguous or a reference hang."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from graph.errors import OnRecordError
from ingest.gazetteer.model import Body, Gazetteer, Kind, Office

Row = TypeVar("Row", Body, Office, Kind)
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FIX = "Correct the row; docs/gazetteer.md gives its fields"


@cache
def shipped() -> Gazetteer:
    """Return the gazetteer that comes with the package, read once."""
    return load_gazetteer(files("ingest.gazetteer"))


def load_gazetteer(folder: Path | Traversable) -> Gazetteer:
    """Return the gazetteer of a folder: `bodies/*.yaml`, `offices.yaml`, `kinds.yaml`.

    Raises OnRecordError that names the file and the row: unknown or missing fields, a slug given
    twice, a strong name of two bodies, a reference to no row.
    """
    paths = sorted((folder / "bodies").iterdir(), key=lambda path: path.name)
    bodies = [b for path in paths if path.name.endswith(".yaml") for b in _rows(path, Body, "slug")]
    offices = _rows(folder / "offices.yaml", Office, "title")
    kinds = _rows(folder / "kinds.yaml", Kind, "kind")
    gazetteer = Gazetteer(bodies=tuple(bodies), offices=tuple(offices), kinds=tuple(kinds))
    check_gazetteer(gazetteer)
    return gazetteer


def check_gazetteer(gazetteer: Gazetteer) -> None:
    """Raise OnRecordError unless slugs and strong names are unique and references have rows."""
    slugs: set[str] = set()
    for body in gazetteer.bodies:
        if body.slug in slugs:
            raise OnRecordError("two bodies have the same slug", subject=body.slug, remedy=_FIX)
        slugs.add(body.slug)
    _check_names(gazetteer)
    _check_holders(gazetteer)
    wanted = [(body.slug, slug) for body in gazetteer.bodies for slug in body.references]
    wanted += [(office.title, office.body) for office in gazetteer.offices if office.body]
    for row, slug in wanted:
        if slug not in slugs:
            raise OnRecordError(f"no body has the slug “{slug}”", subject=row, remedy=_FIX)


def _check_names(gazetteer: Gazetteer) -> None:
    owners: dict[str, str] = {}
    for body in gazetteer.bodies:
        for name in body.certain:
            owner = owners.setdefault(name, body.slug)
            if owner != body.slug:
                happened = f"the strong name “{name}” is also that of {owner}"
                raise OnRecordError(happened, subject=body.slug, remedy=_FIX)


def _check_holders(gazetteer: Gazetteer) -> None:
    for office in gazetteer.offices:
        for holder in office.holders:
            dates = [day for day in (holder.since, holder.until) if day is not None]
            subject = f"{office.title}, {holder.name}"
            if not all(_DAY.fullmatch(day) for day in dates):
                happened = "a date is no year, month or day (2016, 2016-05, 2016-05-09)"
                raise OnRecordError(happened, subject=subject, remedy=_FIX)
            size = min(map(len, dates), default=0)
            if len(dates) > 1 and dates[0][:size] > dates[1][:size]:
                raise OnRecordError("it ends before it begins", subject=subject, remedy=_FIX)


def rows_of(file: str, rows: object, kind: type[Row], key: str) -> list[Row]:
    """Return rows of a table as structs; raise OnRecordError that names the file and the row."""
    if not isinstance(rows, list):
        raise OnRecordError("the file is not a list of rows", subject=file, remedy=_FIX)
    return [_row(file, number, row, kind, key) for number, row in enumerate(rows, start=1)]


def _rows(path: Path | Traversable, kind: type[Row], key: str) -> list[Row]:
    return rows_of(path.name, read_yaml(path), kind, key)


def _row(file: str, number: int, row: object, kind: type[Row], key: str) -> Row:
    name = row.get(key) if isinstance(row, dict) else None
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as fault:
        subject = f"{file}, row {number} ({name or f'without a {key}'})"
        raise OnRecordError(str(fault), subject=subject, remedy=_FIX) from fault


def read_yaml(path: Path | Traversable) -> object:
    """Return what a YAML file holds; raise OnRecordError where it is not YAML."""
    try:
        data: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as fault:
        raise OnRecordError(f"not YAML: {fault}", subject=path.name, remedy=_FIX) from fault
    return data
