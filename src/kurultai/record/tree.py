"""Tree: the Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1, over SHA-256.

The proofs ask for the hashes of complete subtrees, ``subtree(height, number)``: the root over the
entries from ``number << height`` to before ``(number + 1) << height``. Where these are kept is
the caller's matter.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

Subtree = Callable[[int, int], bytes]
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry."""
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return hashlib.sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a tree: all that is needed to append and to know the root.

    ``peaks`` are the roots of the complete subtrees that make up the tree, largest first,
    one for each bit that is set in ``size``.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> "Frontier":
        """The frontier with one leaf hash more."""
        peaks, rest = list(self.peaks), self.size
        while rest & 1:
            leaf = node_hash(peaks.pop(), leaf)
            rest >>= 1
        return Frontier(self.size + 1, (*peaks, leaf))

    def root(self) -> bytes:
        """The root of the tree."""
        return _bag(self.peaks)


def frontier_at(size: int, subtree: Subtree) -> Frontier:
    """The frontier of the tree over the first entries."""
    return Frontier(size, tuple(_peaks(0, size, subtree)))


def root_at(size: int, subtree: Subtree) -> bytes:
    """The root of the tree over the first entries."""
    return _range_root(0, size, subtree)


def perfect_root(hashes: Sequence[bytes]) -> bytes:
    """The root over hashes of equal height whose number is a power of two."""
    while len(hashes) > 1:
        hashes = [node_hash(a, b) for a, b in zip(hashes[::2], hashes[1::2], strict=True)]
    return hashes[0]


def inclusion_proof(index: int, size: int, subtree: Subtree) -> tuple[bytes, ...]:
    """PATH of RFC 6962 section 2.1.1: shows that the entry at ``index`` is among ``size``."""
    if not 0 <= index < size:
        raise ValueError(f"no entry {index} among {size}")
    proof, start, stop = [], 0, size
    while stop - start > 1:
        split = start + _split(stop - start)
        if index < split:
            proof.append(_range_root(split, stop, subtree))
            stop = split
        else:
            proof.append(_range_root(start, split, subtree))
            start = split
    return tuple(reversed(proof))


def consistency_proof(old: int, size: int, subtree: Subtree) -> tuple[bytes, ...]:
    """PROOF of RFC 6962 section 2.1.2: shows that a tree of ``size`` extends one of ``old``."""
    if not 0 < old <= size:
        raise ValueError(f"no tree of {old} before one of {size}")
    proof, start, stop = [], 0, size
    while old < stop:
        split = start + _split(stop - start)
        if old <= split:
            proof.append(_range_root(split, stop, subtree))
            stop = split
        else:
            proof.append(_range_root(start, split, subtree))
            start = split
    if start > 0:
        proof.append(_range_root(start, stop, subtree))
    return tuple(reversed(proof))


def included(leaf: bytes, index: int, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """True if the proof holds (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, reached = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            reached = node_hash(sibling, reached)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            reached = node_hash(reached, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and reached == root


def consistent(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """True if the proof holds (RFC 9162 section 2.1.4.2)."""
    if not 0 < old <= size:
        return False
    if old == size:
        return not proof and old_root == root
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not steps:
        return False
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    was = now = steps[0]
    for sibling in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            was, now = node_hash(sibling, was), node_hash(sibling, now)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            now = node_hash(now, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and was == old_root and now == root


def _split(width: int) -> int:
    """The largest power of two smaller than the width, which is at least 2."""
    return 1 << (width - 1).bit_length() - 1


def _range_root(start: int, stop: int, subtree: Subtree) -> bytes:
    return _bag(list(_peaks(start, stop, subtree)))


def _peaks(start: int, stop: int, subtree: Subtree) -> Iterable[bytes]:
    """The complete subtrees of a range that starts where RFC 6962 splits, largest first."""
    while start < stop:
        height = (stop - start).bit_length() - 1
        yield subtree(height, start >> height)
        start += 1 << height


def _bag(peaks: Sequence[bytes]) -> bytes:
    if not peaks:
        return EMPTY_ROOT
    return reduce(lambda right, left: node_hash(left, right), reversed(peaks))
