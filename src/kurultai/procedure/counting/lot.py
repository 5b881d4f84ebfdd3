r"""The lot: an order that nobody can foresee, and that anybody can draw again.

The seed is published before it can be known what it will lead to (a number read out at the
sitting, the result of a public draw on a day to come). Each name gets the SHA-256 digest of the
bytes of the seed, one line feed (0A) and the name, in UTF-8 of normal form C; the names come in
the order of their digests, the smallest first. To check one of them::

    printf '%s\n%s' "$seed" "$name" | sha256sum
"""

from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

from kurultai.procedure.refusal import Refused


def draw(seed: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names in the order in which the seed draws them, whatever order they came in.

    Refused if the seed is empty, if two names are the same, or if a line break in the seed or in
    a name would let one line be read as two; a name is not empty.
    """
    drawn = tuple(names)
    if not seed.strip():
        raise Refused("lot.seed_missing")
    for text in (seed, *drawn):
        if text.splitlines() != [text]:
            raise Refused("lot.line_break", {"name": text})
    tickets = {digest(seed, name): name for name in drawn}
    if len(tickets) < len(drawn):
        raise Refused("lot.name_twice", {"name": _twice(drawn)})
    return tuple(tickets[ticket] for ticket in sorted(tickets))


def digest(seed: str, name: str) -> str:
    """The name's ticket: 64 hexadecimal digits."""
    return sha256(normalize("NFC", f"{seed}\n{name}").encode()).hexdigest()


def _twice(names: Iterable[str]) -> str:
    written = [normalize("NFC", name) for name in names]
    return max(written, key=written.count)
