"""The explorer: pages, their JSON twins, and the static files behind them."""

from web.app import create_app

__all__ = ["create_app"]
