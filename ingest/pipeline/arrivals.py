"""What comes in under each name: a file or a page, and all that is packed into it or attached.

Nothing is unpacked to disk: a member's path is only told, and can lead nowhere.
"""

import hashlib
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from graph.errors import OnRecordError, UsageError
from ingest.pipeline.details import Details
from ingest.readers import FAULTS as READING_FAULTS
from ingest.readers import Unreadable, media
from ingest.readers.mail import Attachment, attachments
from ingest.readers.zipped import FAULTS, Budget, opened

SIZE_LIMIT = 100_000_000  # bytes of one file, packed or not
NESTING_LIMIT = 3  # containers and messages in one another
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_OUTSIDE = re.compile(r"^(?:/|[A-Za-z]:)|(?:^|/)\.\.(?:/|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes that came in, and where from: the fields of `Source` by the same names.

    `subject` is how the user is told of it, `depth` how many containers it stands in.
    """

    subject: str
    name: str
    data: bytes
    details: Details = field(default_factory=Details)
    url: str | None = None
    attached_to: str | None = None
    found_in: str | None = None
    depth: int = 0


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many things are to be dealt with, as far as known, and how many hidden ones are not."""

    total: int
    hidden: int = 0


def from_file(path: Path, details: Details) -> Arrival:
    """Return the file's bytes; raise OnRecordError where it cannot be read or is too large."""
    try:
        refuse_size(path.stat().st_size, str(path))
        data = path.read_bytes()
    except OSError as fault:
        raise OnRecordError(
            f"it cannot be read ({fault.strerror})",
            subject=str(path),
            remedy="Give yourself the right to read it, or copy it to another place",
        ) from fault
    return Arrival(subject=str(path), name=printable(path.name), data=data, details=details)


def arrivals(
    begins: Iterator[Callable[[], Arrival]], tally: Tally
) -> Iterator[Arrival | OnRecordError]:
    """Yield what each beginning brings and what is in it, one at a time; failures in their place.

    Raises UsageError where details are given for a container, which holds several sources.
    """
    for begin in begins:
        try:
            arrival = begin()
        except OnRecordError as fault:
            yield fault
            continue
        yield from _within(arrival, Budget(), tally)


def refuse_size(size: int, subject: str) -> None:
    """Raise OnRecordError where so many bytes are more than a source may have."""
    if size > SIZE_LIMIT:
        raise OnRecordError(
            f"it has {size / 1e6:.0f} MB, and the limit is {SIZE_LIMIT / 1e6:.0f} MB",
            subject=subject,
            remedy="Split it into smaller files",
        )


def printable(name: str) -> str:
    """Return a name without signs that would disturb a terminal or could not be written down."""
    return _UNPRINTABLE.sub("\ufffd", name)


def _within(arrival: Arrival, budget: Budget, tally: Tally) -> Iterator[Arrival | OnRecordError]:
    kind = _kind(arrival)
    if kind not in (media.ZIP, media.MAIL):
        yield arrival
    elif arrival.depth >= NESTING_LIMIT:
        yield OnRecordError(
            f"it is packed into {arrival.depth} others, and is not opened",
            subject=arrival.subject,
            remedy="Unpack it yourself and ingest the folder",
        )
    elif kind == media.MAIL:
        yield from _message(arrival, budget, tally)
    else:
        yield from _container(arrival, budget, tally)


def _kind(arrival: Arrival) -> str | None:
    try:
        return media.media_type(arrival.data, arrival.name)[0]
    except Unreadable:
        return None  # its reading will say why


def _message(arrival: Arrival, budget: Budget, tally: Tally) -> Iterator[Arrival | OnRecordError]:
    attached, failure = _attached(arrival)
    tally.total += len(attached) + bool(failure)
    yield arrival
    if failure:
        yield failure
    sha256 = hashlib.sha256(arrival.data).hexdigest()
    for one in attached:
        name = printable(one.name)
        yield from _within(
            Arrival(
                subject=f"{arrival.subject}/{name}",
                name=name,
                data=one.data,
                attached_to=sha256,
                depth=arrival.depth + 1,
            ),
            budget,
            tally,
        )


def _attached(arrival: Arrival) -> tuple[list[Attachment], OnRecordError | None]:
    try:
        return list(attachments(arrival.data)), None
    except Unreadable:
        return [], None  # the message is no better, and its reading will say why
    except READING_FAULTS as fault:
        return [], OnRecordError(
            f"its attachments cannot be taken out of it ({type(fault).__name__})",
            subject=arrival.subject,
            remedy="Save them from your mail program and ingest them",
        )


def _container(arrival: Arrival, budget: Budget, tally: Tally) -> Iterator[Arrival | OnRecordError]:
    if arrival.details.given():
        raise UsageError(
            "title, publisher, date, address and licence describe a single file, and this holds "
            "several",
            subject=arrival.subject,
            remedy="Unpack it and ingest one file at a time, or leave them out",
        )
    try:
        container = opened(arrival.data, budget)
    except Unreadable as fault:
        yield Unreadable(fault.happened, subject=arrival.subject, remedy=fault.remedy)
        return
    with container:
        files = [info for info in container.infolist() if not info.is_dir()]
        shown = [info for info in files if not _hidden(info)]
        tally.hidden += len(files) - len(shown)
        tally.total += max(1, len(shown)) - 1
        if not shown:
            yield OnRecordError("this container holds no files to read", subject=arrival.subject)
        for info in shown:
            member = _member(container, info, arrival)
            if isinstance(member, OnRecordError):
                yield member
            else:
                yield from _within(member, budget, tally)


def _hidden(info: ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    return any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts


def _member(container: ZipFile, info: ZipInfo, parent: Arrival) -> Arrival | OnRecordError:
    path = printable(info.filename.replace("\\", "/"))
    subject = f"{parent.subject}/{path}"
    try:
        _refuse_trick(info, path, subject)
        refuse_size(info.file_size, subject)
        data = container.read(info)
    except OnRecordError as fault:
        return fault
    except FAULTS:
        return OnRecordError(
            "it is damaged and cannot be unpacked",
            subject=subject,
            remedy="Take the container from its source again",
        )
    return replace(
        parent,
        subject=subject,
        name=PurePosixPath(path).name,
        data=data,
        found_in=f"{parent.found_in or parent.name}/{path}",
        depth=parent.depth + 1,
    )


def _refuse_trick(info: ZipInfo, path: str, subject: str) -> None:
    """Raise OnRecordError for members that are locked, links, or placed outside (APPNOTE 4.4)."""
    if info.flag_bits & 0x1:
        raise OnRecordError(
            "it is encrypted",
            subject=subject,
            remedy="Unpack it with its password and ingest the file",
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise OnRecordError("it is a link, and is not followed", subject=subject)
    if _OUTSIDE.search(path):
        raise OnRecordError(
            "its path leads out of its container, as in an attack",
            subject=subject,
            remedy="Find out who made the container; unpack it only with a program that is safe",
        )
