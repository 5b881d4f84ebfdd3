"""How often somebody may guess a password."""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_LONGEST = 300.0  # seconds; no longer, so that nobody can shut another person out for a day
_FORGET = 3600.0  # seconds after which failures no longer count
_KEPT = 10_000  # keys remembered


def network_of(address: str) -> str:
    """Under what an address is counted: of IPv6 one line has as many as it likes in one /64."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address) or found.ipv4_mapped:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False))


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    last: float


class Throttle:
    """Counts failures by key, in memory; each one beyond the free ones doubles the wait."""

    def __init__(self, free: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody waiting."""
        self._free, self._clock = free, clock
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, key: str) -> int:
        """Whole seconds until the next guess under this key is looked at; 0 if it is now."""
        known = self._failures.get(key)
        beyond = self._count(key) - self._free
        if known is None or beyond < 0:
            return 0
        until = known.last + min(_LONGEST, 2.0 ** min(beyond, 16))
        return max(0, math.ceil(until - self._clock()))

    def failed(self, key: str) -> None:
        """Count a wrong guess under the key."""
        count = self._count(key) + 1
        self._failures.pop(key, None)  # so that it goes to the end, whatever another thread does
        self._failures[key] = _Failures(count, self._clock())
        while len(self._failures) > _KEPT:
            self._failures.popitem(last=False)

    def succeeded(self, key: str) -> None:
        """Forget the wrong guesses under the key."""
        self._failures.pop(key, None)

    def _count(self, key: str) -> int:
        known = self._failures.get(key)
        return known.count if known and self._clock() - known.last < _FORGET else 0
