"""How often somebody may ask: so many at once, and then as fast as they come back."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_KEPT = 10_000  # askers remembered


@dataclass(frozen=True, slots=True)
class _Bucket:
    left: float  # requests
    at: float  # seconds


class Pace:
    """Counts in memory, by token or address."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``most`` in a minute, all at once if need be."""
        self._most, self._clock = most, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, key: str) -> int:
        """Whole seconds until this one may ask again; 0 if it may now, and that counts as one."""
        now = self._clock()
        known = self._buckets.pop(key, _Bucket(self._most, now))
        left = min(float(self._most), known.left + (now - known.at) * self._most / 60)
        self._buckets[key] = _Bucket(left - 1 if left >= 1 else left, now)
        while len(self._buckets) > _KEPT:
            self._buckets.popitem(last=False)
        return 0 if left >= 1 else max(1, math.ceil((1 - left) * 60 / self._most))
