"""Who decides, removes or takes in again: as named, as the environment says, or the account."""

import getpass
import os


def who(named: str | None) -> str:
    """Return `named`, else ONRECORD_BY, else the account's name; empty where nobody is known."""
    return named or os.environ.get("ONRECORD_BY") or _user()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""
