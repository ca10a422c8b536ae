"""A time limit over a whole fetch: a host that sends a byte a minute never exceeds any single one.

At the limit the connection is shut, so that whoever waits for it goes on.
"""

import socket
import threading
from time import monotonic
from types import TracebackType


class Deadline:
    """So many seconds from the beginning of its block; `watch` names what to shut at its end."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._watched: socket.socket | None = None

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()

    def left(self) -> float:
        """Return the seconds that are left; raise TimeoutError where none are."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def over(self) -> bool:
        """Return whether the time is up."""
        return monotonic() >= self._end

    def watch(self, connection: socket.socket) -> None:
        """Shut this connection when the time is up."""
        self._watched = connection

    def _shut(self) -> None:
        if self._watched is not None:
            try:
                self._watched.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # closed already
