"""A turn of a transcript as statements of its speaker, cut where what it does changes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ingest.attribution.labels import Turn
from ingest.attribution.split import Acts
from ingest.attribution.voiced import whole_sentences
from ingest.reading import Attribution, Extent

# Acts that begin a statement of their own within a turn.
_CUTTING = frozenset(
    ("question", "apology", "commitment", "admission", "denial", "declined", "recommendation")
)
_SHORT = 3  # words: “No.”, “Thank you, Minister.” go with what follows


def pieces(text: str, turn: Turn, quoted: Sequence[Extent], acts: Acts) -> list[Attribution]:
    """Return a turn in runs of sentences that do the same; its quotations stay whole."""
    cut = [_spoken(turn, part) for part in whole_sentences(text, turn.words, quoted)]
    runs = (list(run) for _, run in groupby(_joined(text, cut), lambda one: acts(one) & _CUTTING))
    return [
        replace(run[0], parts=(Extent(run[0].parts[0].start, run[-1].parts[0].end),))
        for run in runs
    ]


def _spoken(turn: Turn, part: Extent) -> Attribution:
    return Attribution(
        source=turn.speaker,
        inherited=turn.inherited,
        cue=None,
        parts=(part,),
        form="direct",
        rule="turn",
    )


def _joined(text: str, cut: Sequence[Attribution]) -> list[Attribution]:
    """Return the sentences, those of few words with the next, the last with the one before."""
    joined: list[Attribution] = []
    waiting: Extent | None = None
    for one in cut:
        part = one.parts[0]
        part, waiting = Extent(part.start if waiting is None else waiting.start, part.end), None
        if _is_short(text, part):
            waiting = part
        else:
            joined.append(replace(one, parts=(part,)))
    if waiting is None:
        return joined
    if not joined:
        return [replace(cut[0], parts=(waiting,))]
    last = joined[-1]
    return [*joined[:-1], replace(last, parts=(Extent(last.parts[0].start, waiting.end),))]


def _is_short(text: str, part: Extent) -> bool:
    """Return whether the sentence is too short to stand alone; a question never is."""
    said = text[part.start : part.end]
    return len(said.split()) <= _SHORT and not said.endswith("?")
