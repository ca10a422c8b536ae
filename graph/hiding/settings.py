"""Names of places by which somebody is found: a school, a nursery, a club, a street.

Such a name is hidden whole and in the shorter forms in which people say it, while the words that
it shares with every other (“Primary School”) hide nothing.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from graph.hiding.legible import legible
from graph.hiding.names import HiddenNames

_WORD = re.compile(r"[^\W\d_][\w'-]*|&")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
_SHORTEST = 4
_STREET = "street"


@cache
def setting_heads() -> Mapping[str, tuple[str, ...]]:
    """Return what such names end in, by the kind of place."""
    return {kind: heads for kind, heads in _table().items() if kind != "between"}


def kind_of_setting(name: str) -> str | None:
    """Return the kind of place that a name ends like, null for other names."""
    words = f" {legible(_spelt(name))}"
    if POSTCODE.fullmatch(name.strip()):
        return _STREET
    return _kinds().get(next((end for end in _kinds() if words.endswith(f" {end}")), ""))


def settings(
    names: Iterable[str], *, never: Container[str] = ()
) -> HiddenNames:  # fmt: skip
    """Return the hidden names of places that are called so, without their stretches.

    `never` are words that find nobody by themselves: the names of towns, as far as they are known.
    """
    whole: set[tuple[str, ...]] = set()
    alone: set[str] = set()
    for name in names:
        kind = kind_of_setting(name)
        words = tuple(_WORD.findall(legible(_spelt(name))))
        while words and words[0] in ("The", "the"):
            words = words[1:]
        core = _core(words) if kind != _STREET else ()
        forms = {words, *(words[:end] for end in range(max(len(core), 1), len(words)))}
        forms |= {(*core, head) for head in setting_heads().get(kind or "", ()) if core}
        whole |= {form for form in forms if len(form) > 1 and (core or form == words)}
        if len(core) == 1 and len(core[0]) >= _SHORTEST and core[0] not in never:
            alone.add(core[0])
    return HiddenNames(whole=frozenset(whole), alone=frozenset(alone))


def _spelt(name: str) -> str:
    """Return a name on one line, with small letters where it is all in capitals."""
    words = name.split()
    return " ".join(word.capitalize() for word in words) if name.isupper() else " ".join(words)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the part of a name by which it is told from others: “St Anne's” of a school."""
    end = len(words)
    while end > 1 and words[end - 1] in _shared():
        end -= 1
    return words[:end] if end < len(words) else ()


@cache
def _shared() -> frozenset[str]:
    return frozenset(word for heads in _table().values() for head in heads for word in _said(head))


def _said(head: str) -> Iterator[str]:
    yield from (legible(word) for word in head.split())


@cache
def _kinds() -> Mapping[str, str]:
    ends = ((legible(head), kind) for kind, heads in setting_heads().items() for head in heads)
    return dict(sorted(ends, key=lambda end: -len(end[0])))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    data = files("graph.hiding").joinpath("settings.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=dict[str, tuple[str, ...]])
