"""What takes seconds of the processor is done one at a time, and few wait for their turn."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_WAIT = 2  # at once: each who waits keeps a thread from answering others with a page


class Turns:
    """Takes one after another."""

    def __init__(self) -> None:
        """Begin with nobody's turn."""
        self._turn, self._waiting = threading.Semaphore(1), threading.Semaphore(_WAIT)

    @contextmanager
    def taken(self, patience: float) -> Iterator[None]:
        """One's turn; TimeoutError after so many seconds, and at once where enough wait already."""
        if not self._turn.acquire(blocking=False):
            self._wait(patience)
        try:
            yield
        finally:
            self._turn.release()

    def _wait(self, patience: float) -> None:
        if not self._waiting.acquire(blocking=False):
            raise TimeoutError
        try:
            if not self._turn.acquire(timeout=patience):
                raise TimeoutError
        finally:
            self._waiting.release()
