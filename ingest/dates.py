"""Dates written in words, as exact as they are written: “3 May 2024”, “May 2024”, “on Monday”.

What lacks its year is read from the day a document was published: the latest such day until then.
"""

import re
from datetime import date, timedelta

from graph.errors import UsageError
from graph.model import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(MONTHS)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
DATE_WORDS = (
    rf"(?:(?:{'|'.join(_DAYS)}),? )?(?:(?:{_ORDINAL} )?(?:(?:{_MONTH}),? )?{_YEAR}"
    rf"|{_ORDINAL} (?:{_MONTH}))(?!\w)"
)
_DATE = re.compile(
    rf"(?<!\w)(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH}),? )?(?P<year>{_YEAR})"
)
_YEARLESS = re.compile(
    r"(?<!\w)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? |(?:[Ii]n|last|this) (?:early |late |mid-)?)"
    rf"(?P<month>{_MONTH})(?!\w|,? {_YEAR})(?P<before> last year)?"
)
_WEEKDAY = re.compile(rf"(?<!\w)[Oo]n (?:(?:last|this) )?(?P<weekday>{'|'.join(_DAYS)})(?!\w)")
_NEAR = re.compile(r"(?i)(?<!\w)(?:today|this morning|this afternoon|yesterday)(?!\w)")


def read_date(words: str, published: PartialDate | None = None) -> PartialDate | None:
    """Return the first date in the words, as exact as it is written; null where there is none.

    `published`, if a day, is what a date without its year is counted back from.
    """
    match = _DATE.search(words)
    if match is not None:
        return _of(match["year"], match["month"], match["day"])
    return _without_a_year(words, published)


def read_moment(words: str, published: PartialDate | None) -> PartialDate | None:
    """Return the first date in the words, “today”, “yesterday” and days of the week among them."""
    found = read_date(words, published)
    today = _day(published)
    if found is not None or today is None:
        return found
    weekday = _WEEKDAY.search(words)
    if weekday is not None:
        back = (today.weekday() - _DAYS.index(weekday["weekday"])) % 7
        return _exactly(today - timedelta(days=back))
    near = _NEAR.search(words)
    if near is None:
        return None
    return _exactly(today - timedelta(days=near.group().lower() == "yesterday"))


def _of(year: str, month: str | None, day: str | None) -> PartialDate:
    """Return the date; a day that does not exist leaves the year alone."""
    value = year
    if month:
        value += f"-{MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")
    try:
        return PartialDate.parse(value)
    except UsageError:
        return PartialDate.parse(year)


def _without_a_year(words: str, published: PartialDate | None) -> PartialDate | None:
    today, match = _day(published), _YEARLESS.search(words)
    if today is None or match is None:
        return None
    month = MONTHS.index(match["month"]) + 1
    later = (month, int(match["day"] or 1)) > (today.month, today.day)
    year = today.year - (1 if later or match["before"] else 0)
    found = _of(str(year), match["month"], match["day"])
    return None if found.precision == "year" else found


def _day(published: PartialDate | None) -> date | None:
    if published is None or published.precision != "day":
        return None
    return date.fromisoformat(published.value)


def _exactly(day: date) -> PartialDate:
    return PartialDate(value=day.isoformat(), precision="day")
