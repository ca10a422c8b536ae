"""The explorer: pages, their JSON twins, and the static files behind them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from web.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> object:
    """Return `create_app`, once it is asked for: the command line starts without Flask."""
    if name != "create_app":
        raise AttributeError(name)
    from web.app import create_app  # noqa: PLC0415

    return create_app
