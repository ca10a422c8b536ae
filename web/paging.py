"""Where a page's list begins, out of the address."""

from flask import request

from graph.errors import UsageError

#: How many rows a page's list shows.
ROWS = 100


def offset() -> int:
    """Return at which row the list begins; raise UsageError."""
    text = request.args.get("offset", "0")
    if not (text.isascii() and text.isdigit()):
        raise UsageError(
            "this is not a place in a list", subject=text, remedy="Give a whole number from 0"
        )
    return int(text)
