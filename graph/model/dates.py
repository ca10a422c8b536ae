"""Dates as a document gives them: a day, a month or a year, and never more than it says."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.errors import UsageError

Precision = Literal["day", "month", "year"]
_SHAPES: dict[Precision, str] = {
    "day": r"\d{4}-\d{2}-\d{2}",
    "month": r"\d{4}-\d{2}",
    "year": r"\d{4}",
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartialDate:
    """`value` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as long as `precision` says."""

    value: str
    precision: Precision

    def __post_init__(self) -> None:
        if not re.fullmatch(_SHAPES[self.precision], self.value) or not _exists(self.value):
            raise UsageError(
                "this is not a date that exists",
                subject=self.value,
                remedy="Write it as YYYY-MM-DD, YYYY-MM or YYYY",
            )

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise UsageError."""
        precisions: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return cls(value=text, precision=precisions.get(len(text), "day"))


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(value + {4: "-01-01", 7: "-01"}.get(len(value), ""))
    except ValueError:
        return False
    return True
