"""Sentences that are quotation throughout: they belong to whoever speaks around them."""

from collections.abc import Container
from dataclasses import replace

from ingest.attribution.found import Found
from ingest.attribution.passage import OUTSIDE, Passage, Stretch


def carry(p: Passage, found: list[Found], claimed: Container[int]) -> list[Found]:
    """Return what was found, with the sentences of mere quotation that no rule has claimed.

    One right behind the same speaker's words joins them (“…,” she said. “…”); others inherit the
    source before them, else after them; where the paragraph names none, their source is null.
    """
    result = sorted(found, key=lambda f: f.contents[0].start)
    named, passed, last = len(result), 0, None
    for position, run in _runs(_orphans(p, found, claimed)):
        while passed < named and result[passed].contents[-1].end <= run[0].start:
            last, passed = passed, passed + 1
        if last is not None and _is_next(p, result[last], position):
            result[last] = replace(result[last], contents=(*result[last].contents, *run))
            continue
        near = last if last is not None else passed
        source = result[near].source if near < len(result) else None
        result.append(
            Found(source=source, cue=None, contents=tuple(run), rule="carried", inherited=True)
        )
        last = len(result) - 1
    return result


def _runs(orphans: list[tuple[int, Stretch]]) -> list[tuple[int, list[Stretch]]]:
    """Return the sentences in runs of neighbours, each with the position of its first."""
    runs: list[tuple[int, list[Stretch]]] = []
    for position, sentence in orphans:
        if runs and runs[-1][0] + len(runs[-1][1]) == position:
            runs[-1][1].append(sentence)
        else:
            runs.append((position, [sentence]))
    return runs


def _is_next(p: Passage, holder: Found, position: int) -> bool:
    """Return whether the sentence before belongs to the holder, whose words are quoted too."""
    before = p.sentences[position - 1] if position else None
    if before is None or holder.reach <= before.start:
        return False
    return all(p.quotes_in(content) for content in holder.contents)


def _orphans(p: Passage, found: list[Found], claimed: Container[int]) -> list[tuple[int, Stretch]]:
    taken = bytearray(len(p.lower))
    for content in (content for one in found for content in one.contents):
        taken[content.start : content.end] = b"\1" * (content.end - content.start)
    return [
        (position, sentence)
        for position, sentence in enumerate(p.sentences)
        if not any(taken[sentence.start : sentence.end])
        and _is_quotation(p, sentence)
        and not any(q in claimed for q in p.quoted[sentence.start : sentence.end])
    ]


def _is_quotation(p: Passage, sentence: Stretch) -> bool:
    loose = any(p.quoted[n] == OUTSIDE and p.is_word(n) for n in range(*sentence))
    return not loose and p.quotes_in(sentence)
