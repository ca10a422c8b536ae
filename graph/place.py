"""Where a command works: which archive, and which graph."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.archive import Archive
from graph.assembly import Resolve
from graph.stores.open import open_store
from graph.stores.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The archive's folder (null: not named), the graph's address (null: embedded), its user.

    `resolver` gives for an archive what joins its records; it comes from outside the graph. `tell`
    is given what the user should know about the graph, a sentence at a time.
    """

    named: Path | None
    graph: str | None
    resolver: Callable[[Archive], Resolve]
    user: str | None = None
    password: str | None = None
    tell: Callable[[str], None] = lambda told: None

    @classmethod
    def of(
        cls,
        named: Path | None,
        graph: str | None,
        environment: Mapping[str, str],
        *,
        resolver: Callable[[Archive], Resolve],
        tell: Callable[[str], None],
    ) -> "Place":
        """Return the place named, with user and password from the environment."""
        user, password = (environment.get(f"ONRECORD_GRAPH_{key}") for key in ("USER", "PASSWORD"))
        return cls(
            named=named, graph=graph or None, resolver=resolver, user=user, password=password,
            tell=tell,
        )  # fmt: skip

    @property
    def embedded(self) -> bool:
        """Whether the graph is the one inside the archive."""
        return self.graph in {None, "embedded"}

    @property
    def root(self) -> Path:
        """The archive's folder: `./archive` unless named."""
        return self.named or Path("archive")

    def archive(self) -> Archive:
        """Return the archive; raise NotFound where there is none."""
        return Archive.open(self.root)

    @contextmanager
    def store(self, archive: Archive) -> Iterator[Store]:
        """Open the graph of the archive, and let go of it at the end."""
        with open_store(
            archive, self.graph, user=self.user, password=self.password, tell=self.tell
        ) as store:
            yield store
