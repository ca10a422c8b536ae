"""Whoever and whatever tells who a protected person is: relatives, schools, homes, their staff."""

from ingest.shielding.shield import Shielded, shield

__all__ = ["Shielded", "shield"]
