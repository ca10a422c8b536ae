"""The invented story on each engine."""

from tests.told import archive, story

__all__ = ["archive", "story"]
