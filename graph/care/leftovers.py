"""What a removal does not reach, told to whoever removes: judgements, and copies elsewhere."""

from collections.abc import Sequence

from graph.archive import Archive


def left_behind(archive: Archive, documents: Sequence[str]) -> list[str]:
    """Return what still holds words of these removed documents, a sentence a line."""
    elsewhere = "Backups and exports that were made before hold it still."
    judged = _judged(archive, documents)
    if not judged:
        return [elsewhere]
    lines = f"{judged} line{'s' if judged > 1 else ''} of judgements.jsonl"
    return [f"kept: {lines} with words of it; what was decided is not rewritten.", elsewhere]


def _judged(archive: Archive, documents: Sequence[str]) -> int:
    path = archive.root / "judgements.jsonl"
    if not path.is_file():
        return 0
    ids = [document.encode() for document in documents]
    return sum(any(id_ in line for id_ in ids) for line in path.read_bytes().splitlines())
