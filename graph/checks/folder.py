"""The archive's folder verified: what nothing explains, and what removals should have taken."""

import re
from collections import Counter
from collections.abc import Iterator

from graph.archive import Archive
from graph.archive.layout import held
from graph.archive.removals import pending, removals, standing_removals
from graph.assembly import Problem
from graph.errors import OnRecordError
from graph.ids import document_id

_RECORDS = re.compile(r"records/([0-9a-f]{64})\.jsonl")
_LINK = "it is a link or no regular file, and no backup holds it"
_STRANGE = "nothing explains this file"


def folder_problems(archive: Archive, tally: Counter[str]) -> Iterator[Problem]:
    """Yield what the folder holds and should not; count removals into `tally`."""
    try:
        for one in held(archive.root):
            if one.kind == "link":
                yield Problem(subject=one.name, happened=_LINK, remedy="Put the file itself there")
            elif one.kind == "unexplained":
                yield Problem(subject=one.name, happened=_STRANGE, remedy="Keep it elsewhere")
            elif (found := _RECORDS.fullmatch(one.name)) and not archive.has(found[1]):
                what = "the source of these records is not in the archive"
                remedy = "Ingest the source again, or delete this file"
                yield Problem(subject=one.name, happened=what, remedy=remedy)
    except OSError as fault:
        what = f"it cannot be read ({fault.strerror})"
        yield Problem(subject=str(fault.filename), happened=what, remedy="Look at its rights")
    try:
        yield from _removals(archive, tally)
    except OnRecordError as fault:
        yield Problem.of(fault)


def _removals(archive: Archive, tally: Counter[str]) -> Iterator[Problem]:
    if pending(archive.root):
        what = "a removal was broken off and is not finished"
        yield Problem(subject=".removal", happened=what, remedy="Run `onrecord load`")
    for line in removals(archive.root):
        tally["removals"] += line.kind == "removal"
        if line.archive != archive.id:
            what = f"a removal of {line.document} is of another archive, {line.archive}"
            yield Problem(subject="removals.jsonl", happened=what, remedy="Look where it came from")
    for sha256, line in standing_removals(archive.root).items():
        if archive.has(sha256) and not pending(archive.root):
            yield Problem(
                subject=document_id(sha256),
                happened=f"{line.sentence()}, and it is still here",
                remedy=f"Run `onrecord remove {document_id(sha256)}` again, or `onrecord ingest "
                "--again` with its file to keep it",
            )
