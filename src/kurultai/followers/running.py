"""The followers' thread: the post and the callers, each with its place and its own pace."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

_PAUSE = 3.0  # seconds until it is looked again whether anything is to go out
_log = logging.getLogger(__name__)

Step = Callable[[datetime], int]  # one turn of a follower: how much it did of what is due


class Followers:
    """Runs each follower in turn, until it is closed."""

    def __init__(self, *steps: Step, pause: float = _PAUSE) -> None:
        """Begin with nobody following."""
        self._steps, self._pause = steps, pause
        self._stirred, self._over = threading.Event(), False
        self._thread = threading.Thread(target=self._run, name="followers", daemon=True)

    def stir(self, *_: object) -> None:
        """Look at once; may be called from any thread, and returns at once."""
        self._stirred.set()

    def __enter__(self) -> Self:
        """Follow until left."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let what is under way end; what was not told is told after the next start."""
        self._over = True
        self._stirred.set()
        self._thread.join(timeout=30)

    def _run(self) -> None:
        while not self._over:
            if not sum([self._one(step) for step in self._steps]):
                self._stirred.wait(self._pause)
                self._stirred.clear()

    def _one(self, step: Step) -> int:
        """A follower that fails keeps no other from following."""
        if self._over:
            return 0
        try:
            return step(datetime.now(UTC))
        except Exception:  # noqa: BLE001 - a defect in one is told, and the loop goes on
            _log.exception("A follower failed; it is tried again.")
            return 0
