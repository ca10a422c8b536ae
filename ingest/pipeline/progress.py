"""What happens during an ingest, told as it happens: a bar on a terminal, plain lines elsewhere.

Both write to the given stream (standard error), never to standard output.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TextIO

from graph.errors import OnRecordError

Outcome = Literal["new", "changed", "unchanged", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing that failed: to what, what happened, what to do."""

    subject: str
    happened: str
    remedy: str

    @classmethod
    def of(cls, fault: OnRecordError) -> "Failure":
        """Return the three parts of an error."""
        return cls(subject=fault.subject, happened=fault.happened, remedy=fault.remedy)

    def sentence(self) -> str:
        """Return the whole message on one line."""
        return OnRecordError(self.happened, subject=self.subject, remedy=self.remedy).sentence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One source is dealt with: the `done`th of `total`. `failure` belongs to `failed`."""

    done: int
    total: int
    subject: str
    outcome: Outcome
    notes: tuple[str, ...] = ()
    failure: Failure | None = None

    def notices(self) -> list[str]:
        """Return what the user must read of this step, whatever the device."""
        if self.failure:
            return [f"failed: {self.failure.sentence()}"]
        return [f"note: {self.subject}: {note}." for note in self.notes]


Report = Callable[[Step], None]


@contextmanager
def telling(stream: TextIO) -> Iterator[Report]:
    """Yield a report that writes to this stream in the way that suits it."""
    if not stream.isatty():
        yield lambda step: _tell_plainly(step, stream)
        return
    with _bar(stream) as report:
        yield report


def _tell_plainly(step: Step, stream: TextIO) -> None:
    plain = [] if step.failure else [f"{step.outcome}: {step.subject}"]
    for line in (*plain, *step.notices()):
        print(f"{step.done} of {step.total}: {line}", file=stream, flush=True)


@contextmanager
def _bar(stream: TextIO) -> Iterator[Report]:
    # Drawing a bar is wanted on terminals alone.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.table import Column  # noqa: PLC0415

    console = Console(file=stream)
    # However long a file's name is, the figures keep their room.
    figures, rest = Column(no_wrap=True, min_width=16), Column(no_wrap=True, ratio=1)
    count = TextColumn("{task.completed:.0f} of {task.total:.0f} read", table_column=figures)
    name = TextColumn("{task.description}", markup=False, table_column=rest)
    columns = (count, BarColumn(20), TimeRemainingColumn(), name)
    with Progress(*columns, console=console, expand=True) as bar:
        task = bar.add_task("", visible=False)

        def report(step: Step) -> None:
            bar.update(
                task,
                visible=True,
                total=step.total,
                completed=step.done,
                description=step.subject,
            )
            for line in step.notices():
                console.print(line, markup=False, highlight=False, soft_wrap=True)

        yield report
