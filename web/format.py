"""Dates, counts and media types as people read them; used as filters in templates."""

from collections.abc import Sequence

from graph.explore.views import PassageView

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MEDIA = {
    "text/plain": "Text",
    "text/markdown": "Text",
    "text/html": "Web page",
    "application/xhtml+xml": "Web page",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "message/rfc822": "E-mail",
    "application/zip": "ZIP",
}
_GENRES = {
    "news": "News article",
    "press_release": "Press release",
    "report": "Inspection or inquiry report",
    "coroner_report": "Coroner’s report",
    "letter": "Response or letter",
    "transcript": "Transcript",
    "council_paper": "Council paper",
    "other": "Other document",
}
_JUDGED = {
    "accept": "Accepted",
    "reject": "Rejected",
    "edit": "Corrected",
    "merge": "Taken for one with another",
    "split": "Taken apart",
    "protect": "Protected",
    "retract": "Withdrawn by who published it",
    "add": "Added",
    "correct": "Corrected",
    "compare": "Compared:",
    "undo": "Undone",
}
_IRREGULAR = {"person": "people", "body": "bodies", "is": "are", "has": "have"}


def short_date(value: str | None) -> str:
    """Return an ISO date, as precise as known, as `9 Oct 2025`; `no date` for null."""
    return _date(value, [month[:3] for month in _MONTHS]) if value else "no date"


def long_date(value: str | None) -> str:
    """Return an ISO date, as precise as known, as `9 October 2025`; `no date` for null."""
    return _date(value, _MONTHS) if value else "no date"


def number(value: int) -> str:
    """Return a count with thousands apart: `2,578`."""
    return f"{value:,}"


def counted(value: int, noun: str) -> str:
    """Return a count with its noun, in the plural unless it is one: `1 statement`, `4 people`."""
    plural = _IRREGULAR.get(noun, f"{noun}s")
    return f"{value:,} {noun if value == 1 else plural}"


def media(value: str) -> str:
    """Return what kind of source a media type is; unknown types are shown as they are."""
    return _MEDIA.get(value, value)


def genre(value: str | None) -> str:
    """Return what kind of text a genre is; `kind not known` for null."""
    return _GENRES[value] if value else "kind not known"


def judgement(value: str) -> str:
    """Return what an action of a judgement did; one that is not known is shown as it is."""
    return _JUDGED.get(value, value)


def first_capital(value: str) -> str:
    """Return a text with a capital at its head and the rest unchanged."""
    return value[:1].upper() + value[1:]


def clip(value: str, length: int) -> str:
    """Return the head of an id or version; never used on words of a document."""
    return value if len(value) <= length else f"{value[:length]}…"


def longest(passages: Sequence[PassageView]) -> PassageView | None:
    """Return the passage that says most, so that a lone pronoun never stands for a link's words."""
    return max(passages, key=lambda passage: len(passage.quote), default=None)


def pieces(text: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it is marked; marks are in order, code points."""
    found, at = [], 0
    for start, end in marks:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(piece, marked) for piece, marked in (*found, (text[at:], False)) if piece]


def _date(value: str, months: list[str] | tuple[str, ...]) -> str:
    year, *rest = value.split("-")
    if not rest:
        return year
    month = months[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


FILTERS = {
    "short_date": short_date,
    "long_date": long_date,
    "number": number,
    "counted": counted,
    "media": media,
    "genre": genre,
    "judgement": judgement,
    "pieces": pieces,
    "longest": longest,
    "first_capital": first_capital,
    "clip": clip,
}
