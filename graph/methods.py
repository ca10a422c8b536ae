"""What a record's `method` means, in words: the sentences of `methods.yaml`."""

from functools import cache
from importlib.resources import files

import msgspec

_NESTED = "rules/nested-"


class _Methods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nested: str
    unknown: str
    methods: dict[str, str]


def method_sentence(method: str) -> str:
    """Return how something with this method was found; one without a sentence is named."""
    table = _table()
    if method.startswith(_NESTED):
        return f"{method_sentence(method.replace('nested-', '', 1))} {table.nested}"
    return table.methods.get(method) or table.unknown.format(method=method)


def has_sentence(method: str) -> bool:
    """Return whether a method has a sentence of its own."""
    return method.replace("nested-", "", 1) in _table().methods


@cache
def _table() -> _Methods:
    data = files("graph").joinpath("methods.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=_Methods)
