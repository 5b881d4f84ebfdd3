"""How often somebody may guess a password."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_FREE = 5  # guesses before waiting begins
_LONGEST = 300.0  # seconds; no longer, so that nobody can shut another person out for a day
_FORGET = 3600.0  # seconds after which failures no longer count
_KEPT = 10_000  # names and addresses remembered


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    last: float


class Throttle:
    """Counts failures by name and by address, in memory; each one more doubles the wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody waiting."""
        self._clock = clock
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, *keys: str) -> int:
        """Whole seconds until the next guess under these keys is looked at; 0 if it is now."""
        return max(self._wait(key) for key in keys)

    def failed(self, *keys: str) -> None:
        """Count a wrong guess under each key."""
        for key in keys:
            self._failures[key] = _Failures(self._count(key) + 1, self._clock())
            self._failures.move_to_end(key)
        while len(self._failures) > _KEPT:
            self._failures.popitem(last=False)

    def succeeded(self, *keys: str) -> None:
        """Forget the wrong guesses under these keys."""
        for key in keys:
            self._failures.pop(key, None)

    def _count(self, key: str) -> int:
        known = self._failures.get(key)
        return known.count if known and self._clock() - known.last < _FORGET else 0

    def _wait(self, key: str) -> int:
        beyond = self._count(key) - _FREE
        if beyond < 0:
            return 0
        until = self._failures[key].last + min(_LONGEST, 2.0 ** min(beyond, 16))
        return max(0, -int(-(until - self._clock()) // 1))
