"""What a scene's address hides, so that a file of the scene holds what is seen."""

from dataclasses import dataclass

from flask import request

from graph.errors import UsageError
from web.scene_facts import Connection, Thing

_LISTS = {"kind": "kinds", "type": "statement types", "family": "links", "standing": "standings"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the scene's address hides: by list, by year, and things without a date."""

    off: dict[str, frozenset[str]]
    first: int | None
    last: int | None
    undated: bool

    @classmethod
    def read(cls) -> "Filters":
        """Return the filters of the address; raise UsageError for one that makes no sense."""
        off: dict[str, set[str]] = {name: set() for name in _LISTS}
        for written in request.args.getlist("off"):
            name, _, value = written.partition(".")
            if name not in off or not value:
                raise UsageError(
                    "the legend hides no such thing", subject=written,
                    remedy="Use the legend of the scene, or off=kind.document",
                )  # fmt: skip
            off[name].add(value)
        return cls(
            off={name: frozenset(values) for name, values in off.items()},
            first=_year("from"), last=_year("to"), undated=request.args.get("undated") != "no",
        )  # fmt: skip

    def shows(self, thing: Thing) -> bool:
        """Return whether a thing is seen in the scene; the script in the browser asks the same."""
        if thing.kind in self.off["kind"] or {*thing.types[:1]} & self.off["type"]:
            return False
        if not thing.date:
            return self.undated
        year = int(thing.date[:4])
        return (self.first is None or year >= self.first) and (
            self.last is None or year <= self.last
        )

    def shows_link(self, link: Connection, shown: set[str]) -> bool:
        """Return whether a link is seen, of which `shown` are the things that are."""
        return (
            link.family not in self.off["family"]
            and link.standing not in self.off["standing"]
            and {link.source, link.target} <= shown
        )

    def words(self) -> str:
        """Return them in words; empty where nothing is hidden."""
        parts = [
            f"without the {_LISTS[name]} {', '.join(sorted(values))}"
            for name, values in self.off.items()
            if values
        ]
        if self.first is not None:
            parts.append(f"from {self.first}")
        if self.last is not None:
            parts.append(f"to {self.last}")
        if not self.undated:
            parts.append("without things that have no date")
        return "; ".join(parts)


def _year(name: str) -> int | None:
    written = request.args.get(name)
    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and len(written) == 4):
        raise UsageError("this is not a year", subject=written, remedy=f"Write {name}=2025")
    return int(written)
