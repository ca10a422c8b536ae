"""What a person types into the search box, read without ever failing.

Words (all must stand there, the last may be a beginning), `"an exact phrase"`, `begin*`,
`-without`. Any other sign only parts words; nothing but letters, digits and our own operators
reaches SQLite.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.search.folding import closed_up, name_key, tokens

MOST_WORDS = 64
SHORTEST = 3
_QUOTES = re.compile("[“”„‟«»＂]")
_ITEM = re.compile(r'(?P<no>(?<!\S)-+)?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>[^\s"]+))')
_STAR = re.compile(r"\w\*+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for. `forms` are ways to write it, each a run of folded words.

    `beginning`: its last word may go on; `starred`: a `*` says so.
    """

    forms: tuple[tuple[str, ...], ...]
    beginning: bool
    starred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for. `key` is what names are compared by, "" where they are not.

    `cut`: more was asked than the first `MOST_WORDS` words.
    """

    terms: tuple[Term, ...]
    without: tuple[Term, ...]
    key: str
    cut: bool

    def among_names(self) -> str:
        """Return the FTS5 expression that finds names; "" finds nothing."""
        return _expression(self)

    def among_words(self) -> str:
        """Return the FTS5 expression for statements and paragraphs; "" finds nothing."""
        return _expression(self.in_words())

    def in_words(self) -> "Query":
        """Return what is looked for in statements and paragraphs.

        A word of one or two letters is no beginning there unless starred: too much begins so.
        """
        return replace(self, terms=tuple(_in_words(term) for term in self.terms))


def parse(text: str) -> Query:
    """Return what is looked for; nothing is an error, and no words find nothing."""
    terms: list[Term] = []
    without: list[Term] = []
    words: list[str] = []
    items = list(_ITEM.finditer(_QUOTES.sub('"', text)))
    left = MOST_WORDS
    for item in items:
        said = item["word"] if item["word"] is not None else item["phrase"]
        term = _term(said, item, last=item is items[-1])
        room, left = left, left - max(map(len, term.forms), default=0)
        if left < 0:
            term = _shortened(term, room)
        if term.forms:
            (without if item["no"] else terms).append(term)
            words.append(said)
        if left < 0:
            break
    key = "" if without or not terms else name_key(" ".join(words))
    return Query(terms=_once(terms), without=_once(without), key=key, cut=left < 0)


def _term(said: str, item: re.Match[str], *, last: bool) -> Term:
    forms = dict.fromkeys(form for form in (tokens(said), closed_up(said)) if form)
    # A phrase without its second quotation mark is still being typed.
    going_on = not item["end"] if item["word"] is None else last and not item["no"]
    starred = item["word"] is not None and bool(_STAR.search(item["word"]))
    return Term(forms=tuple(forms), beginning=going_on or starred, starred=starred)


def _shortened(term: Term, most: int) -> Term:
    """Return the first so many words of a term, for a long quotation is still looked for."""
    forms = dict.fromkeys(form[:most] for form in term.forms if form[:most])
    return Term(forms=tuple(forms), beginning=False)


def _in_words(term: Term) -> Term:
    short = any(len(form[-1]) < SHORTEST for form in term.forms)
    return replace(term, beginning=term.starred or (term.beginning and not short))


def _once(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(terms))


def _expression(query: Query) -> str:
    if not query.terms:
        return ""
    wanted = " AND ".join(map(_written, query.terms))
    unwanted = " OR ".join(map(_written, query.without))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _written(term: Term) -> str:
    return f"({' OR '.join(_form(form, term) for form in term.forms)})"


def _form(form: tuple[str, ...], term: Term) -> str:
    # A run of words is looked for in the running words alone: closed-up ones stand apart there.
    column = "words : " if len(form) > 1 else ""
    return f'{column}"{" ".join(form)}"{"*" if term.beginning else ""}'
