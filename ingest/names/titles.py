"""“The Mayor”, “the Commissioner”: a title alone, tied to whom the document gave it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.hiding import titles
from ingest.gazetteer import Office
from ingest.names.cast import Member, with_role
from ingest.names.found import Found, Taken
from ingest.names.lexicon import anonymous
from ingest.names.phrases import PhraseIndex
from ingest.names.roles import Held, OfficeHit
from ingest.names.scan import Scan
from ingest.reading import Extent

_PLAIN = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"])
_OF = re.compile(r"\s(?:of|for|at)\b")
# How far after a bare title the full name of its holder may first appear (characters).
_REACH = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleUse:
    """A title that stands alone. `member`: whose it is, by number, null where nobody was given it.

    `spoken_for`: a spokesperson speaks for it, so that the office's body is meant.
    """

    extent: Extent
    office: Office | None
    member: int | None
    spoken_for: bool


def find_titles(
    scan: Scan, members: list[Member], offices: Iterable[OfficeHit], taken: Taken
) -> list[TitleUse]:
    """Return the titles that stand alone, and take their words and those before a name."""
    held = _holders(scan, members)
    uses: list[TitleUse] = []
    for first, after, office in offices:
        use = _office_use(scan, first, after, office, held)
        if taken.free(scan.extent(first, after)):
            taken.take(scan.extent(first, after))
            uses += [use] if use is not None else []
    for first, after, form in PhraseIndex(_cased(held)).find(scan.words):
        extent = scan.extent(first, after)
        if taken.free(extent) and _definite(scan, first, after) and len(held[form]) == 1:
            taken.take(extent)
            member = next(iter(held[form]))
            uses.append(TitleUse(extent=extent, office=None, member=member, spoken_for=False))
    return uses


def _office_use(
    scan: Scan, first: int, after: int, office: Office, held: dict[str, set[int]]
) -> TitleUse | None:
    before = scan.words[first - 1].text.lower() if first else ""
    if office.many or before in anonymous().others or _names_holder(scan, after):
        return None
    form = " ".join(word.bare for word in scan.words[first:after]).lower()
    owners = held.get(form, set())
    member = next(iter(owners)) if len(owners) == 1 else None
    vague = office.body is None and _OF.match(scan.reading.text, scan.words[after - 1].end)
    if vague or (member is None and after - first == 1):
        return None
    extent, spoken = scan.extent(first, after), _spoken_for(scan, first)
    return TitleUse(extent=extent, office=office, member=member, spoken_for=spoken)


def _names_holder(scan: Scan, after: int) -> bool:
    """Whether a name follows, so that the title is a role and no mention of its own."""
    if after >= len(scan.words):
        return False
    word = scan.words[after]
    return word.joined in (" ", "\u00a0") and word.capital and not scan.words[after - 1].possessive


def _spoken_for(scan: Scan, first: int) -> bool:
    before = [word.text.lower() for word in scan.words[max(0, first - 3) : first]]
    spokes = [number for number, word in enumerate(before) if word in anonymous().spokes]
    return bool(spokes) and before[spokes[-1] + 1 :][:1] in (["for"], ["from"], ["of"])


def _holders(scan: Scan, members: list[Member]) -> dict[str, set[int]]:
    """Return the lower-case forms of posts, with the numbers of those who were given them."""
    held: dict[str, set[int]] = {}
    for number, member in enumerate(members):
        if not member.protected:
            for form in {form for role in member.roles for form in _forms(scan, role)}:
                held.setdefault(form, set()).add(number)
    return held


def _forms(scan: Scan, role: Held) -> Iterator[str]:
    if role.office is not None and not role.office.many:
        yield from (title.lower().replace("' ", " ") for title in role.office.titles)
    role_words = scan.reading.words(role.extent).lower().replace("’", "'")
    head = _OF.split(role_words)[0]
    if head != role_words and head in anonymous().posts:
        yield role_words
    yield from (post for post in anonymous().posts if head == post or head.endswith(f" {post}"))


def _cased(held: dict[str, set[int]]) -> Iterator[tuple[str, str]]:
    for form in held:
        yield form, form
        yield form.title().replace(" And ", " and ").replace(" Of ", " of "), form


def _definite(scan: Scan, first: int, after: int) -> bool:
    """Whether “the” stands before, and neither “of X” nor a name after."""
    if not first or scan.words[first - 1].text.lower() != "the" or _names_holder(scan, after):
        return False
    whole = any(word.text in ("of", "for", "at") for word in scan.words[first:after])
    return whole or not _OF.match(scan.reading.text, scan.words[after - 1].end)


def without_titles(scan: Scan, found: Iterable[Found], offices: Iterable[OfficeHit]) -> list[Found]:
    """Return the bodies that are no part of a title standing alone (“Met Commissioner”)."""
    alone = [
        scan.extent(first, after)
        for first, after, office in offices
        if not office.many and not _names_holder(scan, after) and after - first > 1
    ]
    starts = {extent.start: extent for extent in alone}
    return [
        item
        for item in found
        if item.extent.start not in starts
        or not item.extent.within(starts[item.extent.start])
        or item.extent == starts[item.extent.start]
    ]


def give_roles(scan: Scan, members: list[Member], offices: Iterable[OfficeHit]) -> list[Member]:
    """Return the members with the roles that a bare title gives to the next name.

    “The Commissioner appeared … Sir John Roe said”: a definite title, and in its paragraph one
    person named for the first time, by full name and honorific, who was given no role.
    """
    given = list(members)
    for title in _bare_posts(scan):
        end = _paragraph_end(scan, title.start)
        fitting = [n for n, member in enumerate(given) if _fits(member, title, end)]
        post = scan.reading.words(title).lower()
        if len(fitting) == 1 and not any(post in _posts_of(scan, m) for m in given):
            office = _office_of(post, offices)
            held = Held(extent=title, body=None, office=office)
            given[fitting[0]] = with_role(given[fitting[0]], held)
    return given


@cache
def _post_index() -> PhraseIndex[str]:
    posts = sorted(post.title().replace(" And ", " and ") for post in anonymous().posts)
    return PhraseIndex((post, post) for post in posts)


def _bare_posts(scan: Scan) -> Iterator[Extent]:
    for first, after, _ in _post_index().find(scan.words):
        if _definite(scan, first, after):
            yield scan.extent(first, after)


def _paragraph_end(scan: Scan, offset: int) -> int:
    ends = (p.extent.end for p in scan.reading.paragraphs if p.extent.end > offset)
    return min(next(ends, offset), offset + _REACH)


def _fits(member: Member, title: Extent, end: int) -> bool:
    name = member.person.names[0]
    honoured = any(part in titles() and part not in _PLAIN for part in name.title.split())
    first = member.person.extents[0]
    return (
        honoured
        and bool(name.given)
        and first == name.extent
        and title.end < first.start < end
        and not member.roles
        and not member.protected
    )


def _posts_of(scan: Scan, member: Member) -> list[str]:
    return [scan.reading.words(role.extent).lower() for role in member.roles]


def _office_of(post: str, offices: Iterable[OfficeHit]) -> Office | None:
    """Return the only office of the document whose title ends in this post."""
    fitting = {office for _, _, office in offices if not office.many}
    named = [o for o in fitting if any(t.lower().split()[-1] == post for t in o.titles)]
    return named[0] if len(named) == 1 else None
