"""What `onrecord gazetteer check` says: how many rows there are, and what nobody has confirmed."""

from pathlib import Path

from ingest.gazetteer.archived import FILE, fingerprint, gazetteer_for
from ingest.gazetteer.model import Gazetteer


def check_report(root: Path | None) -> tuple[str, ...]:
    """Return lines on the gazetteer of an archive, or on the shipped one for null.

    Raises OnRecordError that names the file and the row, where a row cannot be read or used.
    """
    own = f"with the rows of {FILE}" if fingerprint(root) else "as it ships"
    return (f"The gazetteer {own} holds together.", *report(gazetteer_for(root)))


def report(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return lines that count the rows and name what is not confirmed."""
    bodies, offices = gazetteer.bodies, gazetteer.offices
    holders = [holder for office in offices for holder in office.holders]
    return (
        f"{len(bodies)} bodies, {len(offices)} offices, {len(gazetteer.kinds)} kinds of bodies.",
        f"{sum(b.url is None for b in bodies)} bodies have no official address.",
        f"{sum(b.checked is None for b in bodies)} bodies were never checked against theirs.",
        f"{sum(h.checked is None for h in holders)} of {len(holders)} holders were never checked.",
    )
