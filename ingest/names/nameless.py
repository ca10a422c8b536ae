"""People without a name: spokespersons, the anonymous, and those who must stay anonymous."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.names.found import Bodies, Found, Taken
from ingest.names.harm import harms, hides
from ingest.names.lexicon import anonymous, words
from ingest.names.people import FullName
from ingest.names.scan import Scan
from ingest.reading import Extent

_PREPOSITIONS = frozenset(["for", "from", "of", "at"])
_BREAKS = frozenset(
    [
        "and",
        "or",
        "of",
        "who",
        "that",
        "which",
        "to",
        "in",
        "is",
        "was",
        "were",
        "for",
        "by",
        "on",
        "with",
    ]
)
_REPORTED = frozenset(["to", "said", "told", "says", "from", "by"])
_RELATIVES = frozenset(["who", "whom", "whose"])
_TESTIMONY = frozenset(["statement", "statements", "evidence", "testimony"])
# Kinds of bodies whose names stand without an article.
_BARE = frozenset(["force", "council", "charity", "company", "university", "public company"])
_AGE = re.compile(r",(?: aged)? \d{1,3}$")
_FARTHEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    """A person spoken of by role: `role` is the word, `phrase` the general words for them.

    `body`: whom a spokesperson speaks for. `back`: the words mean somebody spoken of before.
    `known`: they mean somebody even where nobody was spoken of before.
    """

    extent: Extent
    role: str
    phrase: str
    protected: bool = False
    body: Found | None = None
    back: bool = False
    known: bool = True


def find_nameless(
    scan: Scan, bodies: Bodies, names: Iterable[FullName], taken: Taken
) -> list[Nameless]:
    """Return the people without a name, in order, and take their words."""
    named = {name.first for name in names}
    found = []
    for number, word in enumerate(scan.words):
        lower = word.bare.lower()
        if not taken.free(Extent(word.start, word.stop)) or number + 1 in named:
            continue
        person = None
        if lower in anonymous().spokes:
            person = _spokesperson(scan, number, bodies)
        elif lower in anonymous().protected or lower in anonymous().roles:
            person = _described(scan, number, lower, taken)
        if person is not None:
            taken.take(person.extent)
            found.append(person)
    return found


def _spokesperson(scan: Scan, number: int, bodies: Bodies) -> Nameless:
    body = _body_after(scan, number, bodies) or _body_before(scan, number, bodies)
    phrase = f"a spokesperson for {_article(body)}{body.name}" if body else "a spokesperson"
    extent = scan.extent(number, number + 1)
    return Nameless(extent=extent, role="spokesperson", phrase=phrase, body=body)


def _article(body: Found) -> str:
    if " " not in body.name or body.name.startswith(("The ", "HM ", "NHS ", "UK ")):
        return ""
    return "" if body.kind in _BARE and not body.name.endswith("Service") else "the "


def _body_after(scan: Scan, number: int, bodies: Bodies) -> Found | None:
    following = scan.words[number + 1 : number + 4]
    if not following or following[0].text not in _PREPOSITIONS or following[0].opens:
        return None
    return next((b for b in (bodies.starting(word.start) for word in following[1:]) if b), None)


def _body_before(scan: Scan, number: int, bodies: Bodies) -> Found | None:
    if not number or scan.words[number].joined != " ":
        return None
    return bodies.covering(scan.words[number - 1].start)


def _described(scan: Scan, number: int, role: str, taken: Taken) -> Nameless | None:
    table = anonymous()
    article = _article_before(scan, number)
    if article is None or not _is_head(scan, number):
        return _witnesses(scan, number, role)
    harmed = harms(scan.reading.text, scan.words[number].end)
    # Whoever asked not to be named is a confidential source, or close to somebody harmed.
    hidden = hides(scan.reading.text, scan.words[number].end)
    protected = role in table.protected or harmed or hidden
    back = _is_back(scan, article, number)
    speaks = hidden or _speaks(scan, number, article)
    aged = protected and role in table.young and _aged(scan, article, number)
    if scan.words[article].text.lower() in ("no", "each", "every"):
        return None
    if not (speaks or (aged and not back)) or (
        not back and _describes_a_name(scan, article, taken)
    ):
        return None
    first = number if protected else _first_free(scan, article + 1, number, taken)
    phrase = table.protected.get(role) or table.roles[role] + (", not named" if harmed else "")
    extent = scan.extent(first, number + 1)
    return Nameless(
        extent=extent,
        role=role,
        phrase=phrase,
        protected=protected,
        back=back,
        known=not back or protected,
    )


def _is_back(scan: Scan, article: int, number: int) -> bool:
    """Whether “the” goes back to somebody; “the fourth call handler” is another."""
    between = {word.text.lower() for word in scan.words[article + 1 : number]}
    definite = scan.words[article].text.lower() in ("the", "this", "that")
    return definite and between.isdisjoint(anonymous().ordinals)


def _article_before(scan: Scan, number: int) -> int | None:
    """Return the number of the article that opens the description, null if none does."""
    for back in range(number - 1, max(-1, number - _FARTHEST), -1):
        if scan.words[back + 1].joined not in (" ", "-", "\u00a0"):
            return None
        text = scan.words[back].text.lower()
        if text in anonymous().articles:
            return None if back and scan.words[back - 1].text == "as" else back
        if text in _BREAKS or text in words().speech:
            return None
    return None


def _is_head(scan: Scan, number: int) -> bool:
    """Whether the word qualifies no other: “victim”, not “victim support”."""
    if scan.words[number].possessive:
        return False
    if number + 1 >= len(scan.words):
        return True
    word = scan.words[number + 1]
    if word.joined != " ":
        return word.joined != "-"
    return word.text in anonymous().follows or word.text in words().speech


def _speaks(scan: Scan, number: int, article: int) -> bool:
    """Whether the person speaks, or is said to have done something: “who …”, “said”."""
    following = [word.text for word in scan.words[number + 1 : number + 3]]
    if following[:1] and (
        following[0] in ("who", "whom", "whose") or following[0] in words().speech
    ):
        return scan.words[number + 1].joined in (" ", ", ")
    told = following[:1] == ["has"] and following[1:] and following[1] in words().speech
    before = scan.words[article - 1].text.lower() if article else ""
    reported = before in _REPORTED - {"from", "by", "to"} or _according(scan, article)
    return bool(told) or (reported and not scan.words[article].opens)


def _according(scan: Scan, article: int) -> bool:
    return article > 1 and [w.text.lower() for w in scan.words[article - 2 : article]] == [
        "according",
        "to",
    ]


def _aged(scan: Scan, article: int, number: int) -> bool:
    between = [word.text.lower() for word in scan.words[article + 1 : number + 3]]
    return "year" in between or "aged" in between


def _describes_a_name(scan: Scan, article: int, taken: Taken) -> bool:
    """Whether the description is an apposition: “Ann Roe, a worker who …”."""
    word = scan.words[article]
    if word.joined != ", ":
        return False
    end = word.start - 2
    age = _AGE.search(scan.reading.text, max(0, end - 12), end)
    end = age.start() if age is not None else end
    return not taken.free(Extent(end - 1, end))


def _first_free(scan: Scan, first: int, number: int, taken: Taken) -> int:
    """Return the first word from which on no word belongs to another name."""
    for back in range(number, first - 1, -1):
        if not taken.free(Extent(scan.words[back].start, scan.words[back].end)):
            return back + 1
    return first


def _witnesses(scan: Scan, number: int, role: str) -> Nameless | None:
    """“Witness statements described …”: the witnesses speak."""
    following = scan.words[number + 1 : number + 3]
    if role != "witness" or len(following) < 2 or following[0].text not in _TESTIMONY:
        return None
    if following[1].text not in words().speech:
        return None
    phrase = anonymous().roles[role]
    return Nameless(extent=scan.extent(number, number + 1), role=role, phrase=phrase)


def joined(people: list[Nameless]) -> Iterator[tuple[Nameless, Nameless]]:
    """Yield each mention with the first one of the same person.

    One spokesperson a body; “the victim” is the one of that word so far; where there
    are several it is left out.
    """
    firsts: list[Nameless] = []
    for person in people:
        same = [first for first in firsts if _same(first, person)]
        if (person.back and len(same) > 1) or not (person.known or same):
            continue
        if not same or not (person.back or person.role == "spokesperson"):
            firsts.append(person)
            same = [person]
        yield person, same[0]


def _same(first: Nameless, person: Nameless) -> bool:
    if first.protected or person.protected:
        return first.role == person.role
    if first.phrase != person.phrase and person.role != "spokesperson":
        return False
    if first.role != person.role and "spokesperson" in (first.role, person.role):
        return False
    if person.role != "spokesperson":
        return True
    ours, theirs = first.body, person.body
    return ours is not None and theirs is not None and ours.identity == theirs.identity
