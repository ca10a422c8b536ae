"""How far a load has come, told as it goes: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Told what is written (`things`, `documents`, `judgements`), how many are, and how many will be:
documents one by one, things and judgements by the shelf."""
# Lines for a file or another program: few enough to read.
_EVERY = 1000


@contextmanager
def telling(stream: TextIO) -> Iterator[Progress]:
    """Yield a progress that writes to this stream in the way that suits it."""
    if not stream.isatty():
        yield lambda what, done, total: _tell_plainly(what, done, total, stream)
        return
    with _bar(stream) as progress:
        yield progress


def _tell_plainly(what: str, done: int, total: int, stream: TextIO) -> None:
    if what == "documents" and (done % _EVERY == 0 or done == total):
        print(f"{done:,} of {total:,} {what} loaded", file=stream, flush=True)


@contextmanager
def _bar(stream: TextIO) -> Iterator[Progress]:
    # Drawing a bar is wanted on terminals alone.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(file=stream)) as bar:
        tasks = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(f"loading {what}", total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield progress
