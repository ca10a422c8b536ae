"""Gazetteer bodies by their certain names, and by context names where the document anchors them."""

from functools import lru_cache

from ingest.gazetteer import Body, Gazetteer
from ingest.names.found import Found
from ingest.names.phrases import PhraseIndex
from ingest.names.scan import Scan, Word
from ingest.reading import Extent

Alias = tuple[Body, bool]
# Before these, a context name at the start of a sentence is another word: “Met with …”.
_NOT_AFTER_A_NAME = frozenset(
    ["with", "by", "at", "in", "on", "the", "a", "an", "him", "her", "them", "us", "up", "for"]
)


@lru_cache(maxsize=4)
def alias_index(gazetteer: Gazetteer) -> PhraseIndex[Alias]:
    """Return the index of every name; capitals too for names of several words."""
    phrases: dict[str, Alias] = {}
    for body in gazetteer.bodies:
        for name in body.context:
            phrases.setdefault(name, (body, False))
    for body in gazetteer.bodies:
        for name in body.certain:
            phrases[name] = (body, True)
            if " " in name:
                phrases[name.upper()] = (body, True)
    return PhraseIndex(phrases.items())


def find_bodies(scan: Scan, gazetteer: Gazetteer) -> list[Found]:
    """Return mentions of gazetteer bodies, certain ones first decided, then anchored ones."""
    hits = list(alias_index(gazetteer).find(scan.words))
    certain = {body.slug for _, _, (body, sure) in hits if sure}
    return [
        _found(scan, first, after, body)
        for first, after, (body, sure) in hits
        if not _compounds(scan, after)
        and (_article_only(scan, first, after) if sure else _anchored(scan, first, body, certain))
    ]


def _compounds(scan: Scan, after: int) -> bool:
    """Whether a small word is tied on by a hyphen: an “Ofsted-style” review is not Ofsted's."""
    following = scan.words[after : after + 1]
    return bool(following) and following[0].joined == "-" and not following[0].capital


def _anchored(scan: Scan, first: int, body: Body, certain: set[str]) -> bool:
    if certain.isdisjoint((body.slug, *body.anchors)):
        return False
    word, following = scan.words[first], scan.words[first + 1 : first + 2]
    return not (word.opens and following and following[0].text in _NOT_AFTER_A_NAME)


def _article_only(scan: Scan, first: int, after: int) -> bool:
    """Refuse “the Independent” in “the Independent Reviewer”: an article makes it no newspaper."""
    words = scan.words
    if words[first].text.lower() != "the" or after - first != 2 or after >= len(words):
        return True
    return words[after - 1].possessive or not (words[after].capital and words[after].joined == " ")


def _found(scan: Scan, first: int, after: int, body: Body) -> Found:
    extent = scan.extent(first, after)
    whole = Extent(extent.start, scan.words[after - 1].end)
    owned = scan.reading.words(whole).replace("’", "'") in body.certain
    nominal = body.kind == "government" and _short(scan.words[first:after])
    return Found(
        extent=whole if owned else extent,
        type=body.type,
        name=body.name,
        slug=body.slug,
        kind=body.kind,
        level="nominal" if nominal else "name",
    )


def _short(words: tuple[Word, ...]) -> bool:
    return words[-1].bare.lower() == "government" and words[0].text in ("Government", "the")
