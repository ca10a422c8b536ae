"""What the gazetteer says of public bodies and offices, one row each, refused when incoherent."""

from datetime import date
from typing import Literal

import msgspec


class DatedName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that a body bore; `since` and `until` (inclusive) are null where not confirmed."""

    name: str
    since: date | None = None
    until: date | None = None


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One public body.

    `strong` names mean this body wherever they stand. `context` names (“Met”) mean it only in a
    document that also has a strong name of it, or of one of its `anchors`. `parent`,
    `overseen_by`, `predecessor`, `successor` and `anchors` are slugs. `url` is the body's own
    address, null where not confirmed; `checked` is the day on which somebody opened it.
    """

    slug: str
    name: str
    kind: str
    url: str | None
    type: Literal["organisation"] = "organisation"
    checked: date | None = None
    strong: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    names: tuple[DatedName, ...] = ()
    anchors: tuple[str, ...] = ()
    parent: str | None = None
    overseen_by: str | None = None
    predecessor: str | None = None
    successor: str | None = None

    @property
    def certain(self) -> tuple[str, ...]:
        """Every name that means this body wherever it stands, without repeats."""
        return tuple(dict.fromkeys((self.name, *self.strong, *(n.name for n in self.names))))

    @property
    def references(self) -> tuple[str, ...]:
        """The slugs of other rows that this one names."""
        one = (self.parent, self.overseen_by, self.predecessor, self.successor)
        return (*self.anchors, *(slug for slug in one if slug is not None))


class Holder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who held an office: `since` and `until` as a year, month or day, null where not confirmed.

    An `until` of null beside a `since` means that no end is known, not that there is none.
    """

    name: str
    since: str | None = None
    until: str | None = None
    checked: date | None = None


class Office(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A post with a title of its own; `body` is a slug, null where several bodies have the post.

    `many`: several people hold it at once, so that “the” title alone means nobody. `holders`, in
    order, are for readers and for checks: extraction believes the document alone.
    """

    title: str
    body: str | None
    short: tuple[str, ...] = ()
    many: bool = False
    holders: tuple[Holder, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The title and its shorter forms, longest first."""
        return tuple(sorted((self.title, *self.short), key=len, reverse=True))


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words by which a body of this kind is spoken of once it has been named (“the force”)."""

    kind: str
    words: tuple[str, ...]


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bodies, offices, and the words by which kinds of bodies are spoken of. It can be hashed."""

    bodies: tuple[Body, ...]
    offices: tuple[Office, ...] = ()
    kinds: tuple[Kind, ...] = ()

    def by_slug(self) -> dict[str, Body]:
        """Return the bodies under their slugs."""
        return {body.slug: body for body in self.bodies}
