"""A small archive, whole and loaded, with what it exports undisturbed after each thing done to it.

Every moment works on a copy, so that one fault does not hide in the next.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from graph.archive import Archive
from graph.assembly import assembly
from graph.check import check
from graph.judgements.log import read
from graph.model import Statement
from graph.records import decode_lines, encode_lines
from graph.stores.open import open_store
from ingest.resolution import resolver
from tests.faults.commands import Fault, done

_PLACES = ("Harbour", "Mill", "Quay", "Saltmere", "Wexcombe")
_PEOPLE = ("Mina Arkwright", "Joel Tanner", "Zoë Marsh", "Ines Holloway")
# Ids that stand twice, of nodes and of links.
_DOUBLED = (
    "MATCH (n) WHERE n.id IS NOT NULL WITH n.id AS id, count(*) AS times WHERE times > 1 RETURN id",
    "MATCH ()-[r]->() WITH r.id AS id, count(*) AS times WHERE times > 1 RETURN id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """`folder` holds the documents, `whole` is the loaded archive, `seconds` of each command.

    `statements` are ids of three statements, of different documents.
    """

    folder: Path
    whole: Path
    exported: bytes
    statements: tuple[str, ...]
    seconds: dict[str, float]

    def copy(self, place: Path) -> Path:
        """Return a copy of the whole archive in this new folder."""
        place.mkdir(parents=True)
        shutil.copytree(self.whole, place / "archive")
        return place / "archive"

    def took(self, place: Path, *words: str) -> float:
        """Return how long a command takes undisturbed on the whole archive; measured once."""
        name = words[0]
        if name not in self.seconds:
            self.seconds[name] = done(self.copy(place / f"undisturbed-{name}"), *words).seconds
        return self.seconds[name]


def world(root: Path, *, documents: int) -> World:
    """Make the documents and their archive in this folder."""
    folder, whole = root / "documents", root / "whole" / "archive"
    _write(folder, documents)
    whole.parent.mkdir()
    # The first command waits for the server of processes, which imports everything.
    done(whole, "query", "--list")
    seconds = {"ingest": done(whole, "ingest", str(folder)).seconds}
    export = exported(whole)
    said = [r.id for r in decode_lines(export, where="export") if isinstance(r, Statement)]
    return World(
        folder=folder, whole=whole, exported=export, statements=tuple(said[::3][:3]),
        seconds=seconds,
    )  # fmt: skip


def _write(folder: Path, documents: int) -> None:
    folder.mkdir(parents=True)
    for number in range(documents):
        place, person = _PLACES[number % 5], _PEOPLE[number % 4]
        text = (
            f"{place} Council met on {number % 28 + 1} March 2026\n\n{person}, the leader of "
            f"{place} Council, said: “We accept finding {number}.”\n\nA spokesperson for "
            f"{place} Council said that letter {number} had been answered.\n"
        )
        (folder / f"{number:02}.txt").write_text(text)


def exported(root: Path) -> bytes:
    """Return what an archive exports, once it is clean and nothing in its graph is doubled."""
    archive = Archive.open(root)
    join = resolver(archive)
    with open_store(archive, None) as store:
        problems = check(archive, store, join)
        doubled = [row for cypher in _DOUBLED for row in store.read(cypher).rows]
    if problems or doubled:
        told = [problem.sentence() for problem in problems[:5]]
        raise Fault(f"{len(problems)} do not fit: {told}; ids that stand twice: {doubled[:5]}")
    return encode_lines(assembly(archive, join).records)


def log_of(archive: Path) -> list[str]:
    """Return the reasons in the log of judgements, one for each line, in order."""
    log = read(Archive.open(archive))
    if log.faults:
        raise Fault(f"the log of judgements does not read: {log.faults[0]}")
    return [judgement.why for judgement in log.judgements]
