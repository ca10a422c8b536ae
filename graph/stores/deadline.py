"""Time limits that hold: what runs too long is told to end, then ended, or left behind."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from graph.stores.store import QueryRefused

# How long a query told to end may take to do so before more is done about it.
GRACE = 2.0
T = TypeVar("T")


class Deadline:
    """Ends what runs inside: first by asking the engine, then by ending it.

    `over` is set once the time is up, so that whoever waits knows why the answer broke off.
    """

    def __init__(
        self,
        seconds: float,
        over: threading.Event,
        ask: Callable[[], None],
        force: Callable[[], None],
    ) -> None:
        self._over, self._ask, self._force = over, ask, force
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(seconds,), daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self, seconds: float) -> None:
        if self._done.wait(seconds):
            return
        self._over.set()
        # An engine that hears nothing any more must not keep the watch waiting.
        threading.Thread(target=self._ask, daemon=True).start()
        if not self._done.wait(GRACE):
            self._force()


class Leaving:
    """Runs work and leaves it behind when it takes too long, for a server that is not ours.

    A server cannot be ended, and works on for nobody; so at most `most` are ever left behind.
    """

    def __init__(self, most: int = 2) -> None:
        self._most = most
        self._left: list[threading.Thread] = []
        self._lock = threading.Lock()

    def run(self, work: Callable[[], T], seconds: float) -> T:
        """Return what `work` returns; raise what it raises, or QueryRefused when time is up."""
        self._refuse_more()
        answers: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

        def answer() -> None:
            try:
                answers.put((work(), None))
            except BaseException as fault:  # raised again where it is waited for
                answers.put((None, fault))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        try:
            found, fault = answers.get(timeout=seconds + GRACE)
        except Empty:
            with self._lock:
                self._left.append(thread)
            raise too_long(seconds) from None
        if fault is not None:
            raise fault
        return found  # type: ignore[return-value]

    def _refuse_more(self) -> None:
        with self._lock:
            self._left = [thread for thread in self._left if thread.is_alive()]
            if len(self._left) >= self._most:
                raise QueryRefused(
                    "the server still works on queries that did not end in time",
                    remedy="Wait a minute, or have whoever runs the server end them",
                )


def too_long(seconds: float) -> QueryRefused:
    """Return the refusal of a query that ran into its time limit."""
    return QueryRefused(
        f"it ran longer than {seconds:g} seconds and was ended",
        remedy="Ask for less: name a label, an id or a LIMIT",
    )
