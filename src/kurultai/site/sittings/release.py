"""Which release of the screens is served: a screen of another one looks anew."""

import hashlib
from functools import cache
from pathlib import Path

_SITE = Path(__file__).parents[1]
_PLACES = ("pages/sitting", "static", "sittings")


@cache
def release() -> str:
    """Twelve hexadecimal digits, others whenever templates, styles or scripts are."""
    found = hashlib.sha256()
    for place in _PLACES:
        for file in sorted((_SITE / place).rglob("*.*")):
            if file.suffix in (".html", ".css", ".js", ".py"):
                found.update(file.read_bytes())
    return found.hexdigest()[:12]
