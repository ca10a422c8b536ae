"""The word tables of this package, read once and checked; the rules that use them are elsewhere."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lexicon.yaml`: what decides whether capitalised words are a person's name."""

    surnames_too: frozenset[str]
    postnominals: frozenset[str]
    particles: frozenset[str]
    roles: frozenset[str]
    relatives: frozenset[str]
    introducers: frozenset[str]
    callings: frozenset[str]
    qualifiers: frozenset[str]
    bodily: frozenset[str]
    role_parts: frozenset[str]
    openers: frozenset[str]
    never: frozenset[str]
    speech: frozenset[str]
    follow: frozenset[str]
    kinds: dict[str, str]


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A general shape of organisation names; `inner`: small words may stand inside."""

    heads: tuple[str, ...]
    kind: str
    inner: bool = False


class Laws(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Last words of a law's name, and laws that have short names."""

    heads: tuple[str, ...]
    known: dict[str, tuple[str, ...]]


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small table of places of the United Kingdom."""

    nations: tuple[str, ...]
    counties: tuple[str, ...]
    cities: tuple[str, ...]
    boroughs: tuple[str, ...]
    guarded: frozenset[str]
    heads: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every place of the table."""
        return (*self.nations, *self.counties, *self.cities, *self.boroughs)


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`patterns.yaml`: shapes of names that are in no table."""

    organisations: tuple[Shape, ...]
    led: tuple[Shape, ...]
    apposed: dict[str, tuple[str, ...]]
    spoken: tuple[str, ...]
    laws: Laws
    places: Places


class Anonymous(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`anonymous.yaml`: how people without a name are spoken of."""

    protected: dict[str, str]
    roles: dict[str, str]
    spokes: frozenset[str]
    articles: frozenset[str]
    harms: frozenset[str]
    kin: str
    unnamed: str
    groups: dict[str, str]
    ordinals: frozenset[str]
    young: frozenset[str]
    posts: frozenset[str]
    others: frozenset[str]
    follows: frozenset[str]
    relations: dict[str, str]


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`given_names.yaml`: given names by the pronoun they usually take."""

    female: str
    male: str
    either: str


@cache
def words() -> Words:
    """Return the table of words around personal names."""
    return msgspec.convert(_read("lexicon.yaml"), Words)


@cache
def patterns() -> Patterns:
    """Return the shapes of names."""
    return msgspec.convert(_read("patterns.yaml"), Patterns)


@cache
def anonymous() -> Anonymous:
    """Return the words for people without a name."""
    return msgspec.convert(_read("anonymous.yaml"), Anonymous)


@cache
def given_names() -> dict[str, str]:
    """Return the gender that each given name settles: `female`, `male` or `either`."""
    rows = msgspec.convert(_read("given_names.yaml"), GivenNames)
    table = dict.fromkeys(rows.female.split(), "female")
    table = dict.fromkeys(rows.male.split(), "male") | table
    return table | dict.fromkeys(rows.either.split(), "either")


def _read(name: str) -> object:
    data: object = yaml.safe_load(files("ingest.names").joinpath(name).read_text(encoding="utf-8"))
    return data
