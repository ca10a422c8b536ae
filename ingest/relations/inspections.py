"""INSPECTED and CONCERNS: which report examined whom, and what reports and operations are on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.ground import Ground
from ingest.masked import compile_rule
from ingest.reading import Extent, Named
from ingest.relations.draft import Draft
from ingest.relations.rules import apply_rules
from ingest.relations.unreal import Kind, Words, is_unreal

_INSPECTORATE = re.compile(r"(?i)\binspector(?:ate|s)?\b|\bHMIC|\bOfsted\b|\bCare Quality\b")
_WE_INSPECTED = r'(?<![“"])\b[Ww]e (?:have )?(?:re-?)?(?:inspected|visited) {target:O}'
_NAMES_ANOTHER = re.compile(r"\b(?:of|into|at|in|on) (?:the )?[A-Z]")
_OF_A_THING = frozenset(["inspection-of", "review-of-handling", "report-into", "case-in-report"])
_INDEFINITE = re.compile(r"(?i)(?:an?|any|no|another|some|more|further|such)\b")
# “The report of the council” is the council's, “a review of the council” is not.
_ITS_OWN = re.compile(r"(?i)\breports? of (?:the )?(?-i:[A-Z])")
_ARTICLE = re.compile(r"(?i)(?<!\w)(?:an?|any|no|another) $")
_INSPECTS = re.compile(r"(?i)inspection|revisit")


def find_inspections(ground: Ground, publications: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the words say, then what an inspectorate's report without an object is on."""
    drafts = (*apply_rules(ground, "inspections"), *_we_inspected(ground))
    yield from (draft for draft in drafts if _is_claimed(ground, draft))
    done = {draft.source for draft in drafts if draft.type == "INSPECTED"}
    published = {draft.target: draft.source for draft in publications if draft.type == "PUBLISHED"}
    bodies = _spoken_of(ground)
    for key, entity in ground.entities.items():
        if entity.type == "report" and key not in done:
            yield from _by_prominence(ground, key, published.get(key), bodies)
    yield from _addressed(ground, publications)


def _is_claimed(ground: Ground, draft: Draft) -> bool:
    """Return whether the words say that it was so; “an inspection of X” alone may be a wish."""
    inspected = draft.type == "INSPECTED"
    if draft.rule == "went-back-to" and not _examines(ground, draft.source):
        return False
    words = Extent(draft.extents[0].start, draft.extents[-1].end)
    if draft.rule == "report-into" and _ITS_OWN.search(ground.reading.words(words)):
        return False
    kind = _noun(ground, words) if draft.rule in _OF_A_THING else "verb"
    kinds: tuple[Kind, ...] = ("never", "ahead") if inspected else ("never",)
    return not is_unreal(ground.reading, words, kind, *kinds)


def _noun(ground: Ground, words: Extent) -> Words:
    indefinite = _INDEFINITE.match(ground.reading.words(words)) is not None
    return "indefinite" if indefinite else "definite"


def _examines(ground: Ground, key: str) -> bool:
    """Return whether it is a report, or a body whose work it is to inspect."""
    entity = ground.entities.get(key)
    return entity is not None and (entity.type == "report" or is_inspectorate(ground, key))


def _we_inspected(ground: Ground) -> Iterator[Draft]:
    """Yield the body that the authors of a report say they inspected."""
    for masked in ground.paragraphs if ground.own is not None else ():
        for match in compile_rule(_WE_INSPECTED).finditer(masked.line):
            for named in masked.named(match["target"]):
                yield Draft(
                    type="INSPECTED", source=str(ground.own), target=named.key,
                    extents=(masked.extent(*match.span()),), rule="we-inspected",
                )  # fmt: skip


def _spoken_of(ground: Ground) -> Counter[str]:
    """Return how often each body is named that does not inspect, leaving out where it speaks.

    Whoever speaks of a report is not spoken of: a charity that welcomes it was not inspected.
    """
    sources = (said.source for said in ground.said if said.source is not None)
    speaking = {named.extent for source in sources for named in ground.within(source)}
    return Counter(
        named.key
        for named in ground.mentions
        if named.type == "organisation"
        and not is_inspectorate(ground, named.key)
        and named.extent not in speaking
    )


def _by_prominence(
    ground: Ground, report: str, publisher: str | None, bodies: Counter[str]
) -> Iterator[Draft]:
    """Yield the body that the document speaks of most, if twice or more, as the one inspected."""
    mentions = [named for named in ground.mentions if named.key == report]
    if not mentions or not _is_inspection(ground, mentions):
        return
    if all(_is_only_ahead(ground, named) for named in mentions):
        return
    for body, count in bodies.most_common(1):
        if count > 1 and body != publisher and _fits_title(ground, report, body):
            first = next(named.extent for named in ground.mentions if named.key == body)
            yield Draft(
                type="INSPECTED", source=report, target=body, inferred=True, confidence="low",
                extents=tuple(sorted((mentions[0].extent, first))), rule="body-spoken-of-most",
            )  # fmt: skip


def _is_only_ahead(ground: Ground, named: Named) -> bool:
    """Whether an inspection is only wished for or to come where it is spoken of."""
    words = _with_article(ground, named.extent)
    return is_unreal(ground.reading, words, _noun(ground, words), "never", "ahead")


def _with_article(ground: Ground, extent: Extent) -> Extent:
    article = _ARTICLE.search(ground.reading.text, max(0, extent.start - 8), extent.start)
    return extent if article is None else Extent(article.start(), extent.end)


def _fits_title(ground: Ground, report: str, body: str) -> bool:
    """Return whether a title that says what was inspected does not say another than this body."""
    title = ground.entities[report].name
    if not _NAMES_ANOTHER.search(title):
        return True
    said, entity = title.casefold(), ground.entities[body]
    return any(name.casefold() in said for name in (entity.name, *entity.aliases))


def is_inspectorate(ground: Ground, key: str) -> bool:
    """Return whether a body inspects others, by its name."""
    entity = ground.entities.get(key)
    return entity is not None and any(
        _INSPECTORATE.search(name) for name in (entity.name, *entity.aliases)
    )


def _is_inspection(ground: Ground, mentions: Sequence[Named]) -> bool:
    return any(_INSPECTS.search(ground.reading.words(named.extent)) for named in mentions)


def _addressed(ground: Ground, publications: Sequence[Draft]) -> Iterator[Draft]:
    """Yield that a coroner's report concerns those it is sent to, who have power to act.

    Source: Coroners and Justice Act 2009, schedule 5, paragraph 7.
    """
    for draft in publications:
        if draft.type == "ADDRESSED_TO" and draft.source == ground.own:
            yield Draft(
                type="CONCERNS", source=draft.source, target=draft.target, extents=draft.extents,
                rule="sent-to-those-who-can-act", inferred=True, confidence="medium",
            )  # fmt: skip
