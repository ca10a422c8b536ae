"""One arrival into the archive: its bytes, its text, what is known of it. No records yet."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph.archive import Archive, Source
from graph.archive.removals import Removal
from graph.errors import OnRecordError
from ingest.pipeline.arrivals import Arrival
from ingest.readers import Recognise, Unreadable, read, reader_name

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A source that is in the archive; `new`: it was not before. `notes` are for the user."""

    source: Source
    new: bool
    notes: tuple[str, ...] = ()


def store(
    archive: Archive, arrival: Arrival, *, now: Clock, recognise: Recognise | None = None,
    again: str | None = None,
) -> Stored:  # fmt: skip
    """Put what arrived into the archive unless its bytes are there; raise OnRecordError.

    `recognise` reads pages that are pictures, where the user asked for it. `again` names who takes
    in what was removed from this archive before; without it, that is refused.
    """
    sha256 = hashlib.sha256(arrival.data).hexdigest()
    removed = archive.removal(sha256)
    if removed and not again:
        raise _removed(removed, arrival)
    if archive.has(sha256):
        known = archive.source(sha256)
        source = arrival.details.laid_over(_with_whereabouts(known, arrival))
        if source != known:
            archive.describe(source)
        if removed and again:  # somebody put it back by hand
            archive.let_in_again(
                removed, at=now().astimezone(UTC).isoformat(timespec="seconds"), by=again
            )
        return Stored(source=source, new=False)
    try:
        media_type, text, notes = read(arrival.data, arrival.name, recognise=recognise)
    except Unreadable as fault:
        raise Unreadable(fault.happened, subject=arrival.subject, remedy=fault.remedy) from fault
    source = Source(
        sha256=sha256,
        name=arrival.name,
        media_type=media_type,
        reader=reader_name(media_type, text.method),
        retrieved=now().astimezone(UTC).isoformat(timespec="seconds"),
        title=text.title,
        url=arrival.url or text.url,
        publisher=text.publisher,
        published=text.published,
        author=text.author,
        modified=text.modified,
        attached_to=arrival.attached_to,
        found_in=arrival.found_in,
        pages=text.pages,
        left_out=text.left_out,
    )
    if removed and again:
        archive.let_in_again(removed, at=source.retrieved, by=again)
        notes = (*notes, f"{removed.sentence()}, and came in again")
    _add(archive, arrival, text.text, source)
    return Stored(source=archive.source(sha256), new=True, notes=notes)


def _add(archive: Archive, arrival: Arrival, text: str, source: Source) -> None:
    try:
        archive.add(arrival.data, text, arrival.details.laid_over(source))
    except OnRecordError as fault:
        what = f"it was not taken into the archive: {fault.happened}"
        raise OnRecordError(what, subject=arrival.subject, remedy=fault.remedy) from fault


def _removed(removed: Removal, arrival: Arrival) -> OnRecordError:
    return OnRecordError(
        removed.sentence(),
        subject=arrival.subject,
        remedy="Say --again to take it in once more, or leave it out",
    )


def _with_whereabouts(source: Source, arrival: Arrival) -> Source:
    """Return the source with what this arrival tells of where it came from, if nothing is known.

    What was known first stays, so that the order of later runs changes nothing.
    """
    return replace(
        source,
        url=source.url or arrival.url,
        attached_to=source.attached_to or arrival.attached_to,
        found_in=source.found_in or arrival.found_in,
    )
