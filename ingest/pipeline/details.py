"""What the user says of a single source: title, publisher, date, address, licence, genre."""

from dataclasses import dataclass, fields, replace
from typing import get_args

from graph.archive import Source
from graph.errors import UsageError
from graph.model import Genre, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Values given by the user; null is "not given" and leaves what is known as it is."""

    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    licence: str | None = None
    genre: Genre | None = None

    def __post_init__(self) -> None:
        for name, value in self.given().items():
            if isinstance(value, str) and not value.strip():
                raise UsageError("it is empty", subject=name, remedy="Give a value or leave it out")
        if self.url and not self.url.lower().startswith(("http://", "https://")):
            raise UsageError(
                "this is not a web address",
                subject=self.url,
                remedy="Give the whole address, beginning with https://",
            )

    def given(self) -> dict[str, object]:
        """Return the values that were given, by field."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}

    def laid_over(self, source: Source) -> Source:
        """Return the source with the given values in place of what it had."""
        return replace(source, **self.given())  # type: ignore[arg-type]


def genre_of(text: str) -> Genre:
    """Return the genre with this name; raise UsageError that names those there are."""
    for genre in get_args(Genre):
        if genre == text.strip().lower().replace(" ", "_").replace("-", "_"):
            return genre  # type: ignore[no-any-return]
    raise UsageError(
        "there is no such genre", subject=text, remedy=f"Name one of {', '.join(get_args(Genre))}"
    )
