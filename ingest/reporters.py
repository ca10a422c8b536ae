"""Who passes on what others say in a document that has a voice of its own: its author.

A letter, a submission or a report tells what somebody said; that it was said so is its author's
word. A news story's reporter and a transcript's clerk are not told as anyone's reporters.
"""

from collections.abc import Sequence

from graph.model import Genre
from ingest.authors import author, issuer_of_all, submitter
from ingest.field import Field
from ingest.reading import Attribution, Extent
from ingest.speaker_drafts import SpeakerDraft

_SIGNED = frozenset(["letter", "coroner_report"])
_ISSUED = frozenset(["report", "press_release", "council_paper"])
_NEVER = frozenset(["news", "transcript"])


def reporters(
    field: Field,
    attributed: Sequence[Attribution],
    spoken: Sequence[Sequence[SpeakerDraft]],
    genre: Genre,
) -> tuple[str | None, ...]:
    """Return for each attribution the key of who passes it on, null for what they say themselves.

    What stands inside other words is passed on by their speaker, and null here.
    """
    teller = None if genre in _NEVER else _teller(field, attributed, spoken, genre)
    return tuple(
        None
        if one.is_own or one.outer is not None or teller in {draft.key for draft in drafts}
        else teller
        for one, drafts in zip(attributed, spoken, strict=True)
    )


def _teller(
    field: Field,
    attributed: Sequence[Attribution],
    spoken: Sequence[Sequence[SpeakerDraft]],
    genre: Genre,
) -> str | None:
    """Return the only one who says “I” or “we”, else who submits, signs or issues the text."""
    pairs = zip(attributed, spoken, strict=True)
    own = {draft.key for one, drafts in pairs for draft in drafts if one.is_own}
    if own:
        return own.pop() if len(own) == 1 else None
    meant = submitter(field)
    if meant is None and genre in _SIGNED:
        meant = author(field, Extent(0, 0))
    if meant is None and genre in _SIGNED | _ISSUED:
        meant = issuer_of_all(field)
    return meant.key if meant is not None else None
