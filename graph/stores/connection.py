"""How a store reaches its engine, and what the two engines do differently."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from neo4j import Driver

from graph.stores.store import Parameters, QueryRefused, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Drivers:
    """Open connections: `writer` may do all, `reader` serves ad-hoc Cypher.

    `database` null: the user's home database on the server. `alive` tells whether the engine that
    they reach still takes connections.
    """

    writer: Driver
    reader: Driver
    database: str | None
    alive: Callable[[], bool]

    def close(self) -> None:
        """Close both."""
        self.writer.close()
        self.reader.close()


class Connection(Protocol):
    """A way to an engine that may go away and come back."""

    def drivers(self) -> Drivers:
        """Return open drivers, connecting (or starting the engine) where needed."""

    def lost(self, drivers: Drivers) -> bool:
        """Take note that these drivers reach nothing; return whether asking again may help."""

    def stop_engine(self) -> None:
        """End an engine that obeys no more, where that is ours to do."""

    def close(self) -> None:
        """Let go of everything."""


class Dialect(Protocol):
    """What one engine does differently."""

    engine: str

    def schema(self) -> list[str]:
        """Return the idempotent Cypher statements that make the schema."""

    def ask(
        self,
        connection: Connection,
        cypher: str,
        parameters: Parameters,
        *,
        limit: int,
        seconds: float,
    ) -> Table:
        """Run a stranger's Cypher read-only; raise QueryRefused or the driver's error."""

    def refusal(self, fault: Exception, cypher: str) -> QueryRefused:
        """Return the driver's error about a stranger's Cypher in our words."""
