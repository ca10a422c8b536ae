"""Taking a source out of the archive: which one is meant, what came with it, and the record of it.

The graph follows by the next load. Judgements on it stay in their log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from graph.archive import Archive, Source
from graph.archive.removals import Removal, remove
from graph.care.disposable import forget_graph
from graph.errors import NotFound, OnRecordError, UsageError
from graph.ids import document_id

_PREFIX = 8  # hexadecimal digits of a hash that may stand for the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What was taken out, and what came with it and stays.

    `forgotten`: the files of the embedded graph are gone too; false where somebody uses it.
    """

    lines: tuple[Removal, ...]
    stay: tuple[Source, ...]
    forgotten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """The hashes to take out, and those of what came with them: attachments, files of a ZIP."""

    hashes: tuple[str, ...]
    with_them: tuple[str, ...]


def take_out(
    archive: Archive,
    named: str,
    *,
    now: datetime,
    by: str,
    why: str = "",
    with_attachments: bool = False,
    forget_name: bool = False,
) -> Removed:
    """Remove the source that is meant by a document id, (the beginning of) a hash or a file name.

    `with_attachments`: also the attachments of a message, and all files of a ZIP that is named.
    Raises NotFound, or UsageError where several are meant.
    """
    with archive.lock():
        known = _known(archive)
        meant = _meant(known, named)
        gone = (*meant.hashes, *(meant.with_them if with_attachments else ()))
        if not gone:
            raise _no_source_itself(named, [known[one] for one in meant.with_them])
        line = partial(
            _line, archive, at=now.isoformat(timespec="seconds"), by=by, why=why,
            forget_name=forget_name,
        )  # fmt: skip
        lines = tuple(line(sha256, known[sha256]) for sha256 in gone)
        forgotten = forget_graph(archive)
        remove(archive.root, lines)
    stay = () if with_attachments else meant.with_them
    return Removed(
        lines=lines, stay=tuple(s for one in stay if (s := known[one])), forgotten=forgotten
    )


def _known(archive: Archive) -> dict[str, Source | None]:
    """Return every source by hash; null for one whose description is damaged."""
    known: dict[str, Source | None] = {}
    for sha256 in archive.hashes():
        try:
            known[sha256] = archive.source(sha256)
        except OnRecordError:
            known[sha256] = None
    return known


def _meant(known: dict[str, Source | None], named: str) -> _Meant:
    packed = [sha for sha, s in known.items() if s and (s.found_in or "").startswith(f"{named}/")]
    by_id = [sha for sha in known if named in (sha, document_id(sha))]
    by_name = [sha for sha, source in known.items() if source and source.name == named]
    begins = [sha for sha in known if len(named) >= _PREFIX and sha.startswith(named)]
    found = by_id or by_name or begins
    if len(found) > 1:
        raise UsageError(
            f"this names {len(found)} sources: {', '.join(map(document_id, found))}",
            subject=named,
            remedy="Name one of these ids",
        )
    if not found and not packed:
        raise NotFound(
            "the archive holds no such source",
            subject=named,
            remedy="Name it by its document id, its hash or its file name; "
            "`onrecord query documents/documents` lists them",
        )
    return _Meant(hashes=tuple(found), with_them=_came_with(known, found or packed, bool(found)))


def _came_with(
    known: dict[str, Source | None], first: Iterable[str], is_source: bool
) -> tuple[str, ...]:
    """Return what came with these: attachments, and their attachments; also `first` of a ZIP."""
    found = list(first)
    for sha256 in found:  # it grows meanwhile
        found += [
            other
            for other, source in known.items()
            if source and source.attached_to == sha256 and other not in found
        ]
    return tuple(found[1:] if is_source else found)


def _line(
    archive: Archive,
    sha256: str,
    source: Source | None,
    *,
    at: str,
    by: str,
    why: str,
    forget_name: bool,
) -> Removal:
    shown = None if forget_name else source
    message = source.attached_to if source else None
    return Removal(
        kind="removal",
        archive=archive.id,
        document=document_id(sha256),
        sha256=sha256,
        at=at,
        by=by,
        why=why,
        media_type=source.media_type if source else None,
        name=shown.name if shown else None,
        title=shown.title if shown else None,
        came_with=document_id(message) if message else None,
    )


def _no_source_itself(named: str, inside: list[Source | None]) -> UsageError:
    names = ", ".join(s.found_in or s.name for s in inside if s)
    return UsageError(
        f"it is a container, of which {len(inside)} files are sources: {names}",
        subject=named,
        remedy="Name one of them, or say --with-attachments to remove all",
    )
