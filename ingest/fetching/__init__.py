"""Pages from the web, from public addresses alone, and only those that the user named."""

from ingest.fetching.fetch import Fetch, Fetched, fetch_page, fetch_public

__all__ = ["Fetch", "Fetched", "fetch_page", "fetch_public"]
