"""Dates written in words: “3 May 2024”, “May 2024”, “2024”."""

import re

from graph.errors import UsageError
from graph.model import PartialDate

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DATE_WORDS = rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(_MONTHS)}) )?(?:19|20)\d{{2}}"
_DATE = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) )?(?P<year>(?:19|20)\d{{2}})"
)


def read_date(words: str) -> PartialDate | None:
    """Return the first date in the words, as exact as it is written; null where there is none."""
    match = _DATE.search(words)
    if match is None:
        return None
    value = match["year"]
    if match["month"]:
        value += f"-{_MONTHS.index(match['month']) + 1:02}"
        value += f"-{int(match['day']):02}" if match["day"] else ""
    try:
        return PartialDate.parse(value)
    except UsageError:
        return PartialDate.parse(match["year"])
