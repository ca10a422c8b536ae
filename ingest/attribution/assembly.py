"""From tokens to text: what a rule found becomes an Attribution with its form and its parts."""

from collections.abc import Sequence

from graph.model import Form
from ingest.attribution.found import Found
from ingest.attribution.passage import Passage, Stretch
from ingest.quotations import Quotation
from ingest.reading import Attribution, Extent

_WHOLE = 8  # words from which a quotation is no mere fragment, even if it begins in lower case


def assemble(
    p: Passage, found: Found, quotations: Sequence[Quotation], claimed: set[int]
) -> Attribution | None:
    """Return the attribution of what was found, and claim its quotations; null if others have them.

    A quotation that goes on in later paragraphs brings their parts along.
    """
    inside = _quotations_in(p, found.contents)
    form = _form(p, found, inside)
    if form == "direct":
        fresh = [n for n in inside if n not in claimed]
        parts = [part for n in fresh for part in quotations[n].parts]
    else:
        parts = [p.extent(content) for content in found.contents]
        end = parts[-1].end
        parts += [q for n in inside for q in quotations[n].parts if q.start >= end]
    parts = _ordered(p.text, parts)
    if not parts:
        return None
    claimed.update(inside)
    return Attribution(
        source=None if found.source is None else p.extent(found.source),
        inherited=found.inherited,
        cue=None if found.cue is None else p.extent(found.cue),
        parts=tuple(parts),
        form=form,
        rule=found.rule,
    )


def _quotations_in(p: Passage, contents: Sequence[Stretch]) -> list[int]:
    seen = {n: None for content in contents for n in p.quoted[content.start : content.end]}
    return [n for n in seen if n >= 0]


def _form(p: Passage, found: Found, inside: list[int]) -> Form:
    if not inside:
        return "indirect"
    loose = any(
        p.quoted[n] < 0 and p.is_word(n) for content in found.contents for n in range(*content)
    )
    return "mixed" if loose or _is_fragment(p, found) else "direct"


def _is_fragment(p: Passage, found: Found) -> bool:
    """Return whether the quoted words are woven into the sentence: he called it “a shame”."""
    if len(found.contents) > 1 or found.cue is None or found.rule == "signature":
        return False
    content = found.contents[0]
    first = next(n for n in range(*content) if p.quoted[n] >= 0)
    before = p.word(content.start - 1)
    if before in {":", ","} or not p.tokens[first].word[0].islower():
        return False
    return content.end - content.start < _WHOLE


def _ordered(text: str, parts: list[Extent]) -> list[Extent]:
    """Return the parts trimmed, in order, without empty and overlapping ones."""
    kept: list[Extent] = []
    for start, end in sorted(parts):
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        part = Extent(start + lead, start + len(words.rstrip()))
        if part.start < part.end and (not kept or kept[-1].end <= part.start):
            kept.append(part)
    return kept
