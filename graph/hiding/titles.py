"""Words that stand before a name and are no part of it: the table of `titles.yaml`."""

from functools import cache
from importlib.resources import files

import msgspec


class _Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    male: frozenset[str]
    female: frozenset[str]
    either: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]


@cache
def titles() -> dict[str, str]:
    """Return the gender that each title or rank before a name settles."""
    found = _table()
    table = dict.fromkeys((*found.ranks, *found.either), "either")
    return table | dict.fromkeys(found.male, "male") | dict.fromkeys(found.female, "female")


@cache
def before_names() -> frozenset[str]:
    """Return every word that may stand before a name: titles, ranks and offices."""
    return frozenset(titles()) | _table().offices


@cache
def _table() -> _Titles:
    data = files("graph.hiding").joinpath("titles.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=_Titles)
