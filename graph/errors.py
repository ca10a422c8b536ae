"""The one kind of error a user meets: what happened, to what, and what to do about it.

Command line, HTML and JSON print the same three parts, so they are kept apart here.
"""


class OnRecordError(Exception):
    """Something failed in a way that the user can act on.

    `happened` says what went wrong, `subject` names the thing it happened to (a file, a query, an
    address), `remedy` says what to do. All three are plain sentences or names without a full stop.
    """

    def __init__(self, happened: str, *, subject: str = "", remedy: str = "") -> None:
        self.happened = happened
        self.subject = subject
        self.remedy = remedy
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Return the whole message on one line: the subject, what happened, the remedy."""
        head = f"{self.subject}: {self.happened}" if self.subject else self.happened
        return f"{head}. {self.remedy}." if self.remedy else f"{head}."


class UsageError(OnRecordError):
    """The request itself was wrong (exit status 2, HTTP status 400)."""


class NotFound(OnRecordError):
    """The named thing does not exist (HTTP status 404)."""
