"""Values in batches, as `itertools.batched` gives them from Python 3.12 on."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the values in lists of `size`, the last as long as what is left."""
    remaining = iter(values)
    while batch := list(islice(remaining, size)):
        yield batch
