"""Two ways of doing the same work, timed in turn in one run, so that a noisy machine hits both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """CPU seconds of ours and of the other, run after run, and the amount of work in each run."""

    title: str
    ours: tuple[float, ...]
    other: tuple[float, ...]
    amount: int
    unit: str

    def lines(self) -> list[str]:
        """Return the comparison in words: medians, rates and the ratio pair by pair."""
        ratio = statistics.median(b / a for a, b in zip(self.ours, self.other, strict=True))
        rows = [self.title]
        for name, seconds in (("ours", self.ours), ("other", self.other)):
            middle = statistics.median(seconds)
            rows.append(
                f"  {name:6} {middle:8.3f} s (of {len(seconds)}: {min(seconds):.3f} to "
                f"{max(seconds):.3f}), {self.amount / middle:,.0f} {self.unit} a second"
            )
        rows.append(f"  speed of ours as a share of the other: {ratio:.2f}")
        return rows


def compare(
    title: str,
    ours: Callable[[], object],
    other: Callable[[], object],
    *,
    amount: int,
    unit: str,
    clock: Callable[[], float] = time.process_time,
    runs: int = 5,
) -> Comparison:
    """Run both in turn, A B A B …, after one warm-up of each."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for work, kept in zip((ours, other), times, strict=True):
            begun = clock()
            work()
            if run:
                kept.append(clock() - begun)
    return Comparison(
        title=title, ours=tuple(times[0]), other=tuple(times[1]), amount=amount, unit=unit
    )
