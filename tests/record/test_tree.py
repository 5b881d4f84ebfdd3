"""The tree against its definition in RFC 6962 section 2.1, and against known trees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.record.tree import (
    EMPTY_ROOT,
    Frontier,
    Subtree,
    consistency_proof,
    consistent,
    included,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
)

# The entries and roots with which implementations of RFC 6962 are commonly compared.
KNOWN_ENTRIES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
KNOWN_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SIZES = [*range(18), 255, 256, 257, 511, 512, 513]


def defined_root(entries: list[bytes]) -> bytes:
    """MTH of RFC 6962, as it stands there."""
    if not entries:
        return EMPTY_ROOT
    if len(entries) == 1:
        return leaf_hash(entries[0])
    split = 1
    while split * 2 < len(entries):
        split *= 2
    return node_hash(defined_root(entries[:split]), defined_root(entries[split:]))


def entries_of(size: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(size)]


def subtree_of(entries: list[bytes]) -> Subtree:
    return lambda height, number: defined_root(entries[number << height : (number + 1) << height])


def frontier_of(entries: list[bytes]) -> Frontier:
    frontier = Frontier()
    for entry in entries:
        frontier = frontier.append(leaf_hash(entry))
    return frontier


@pytest.mark.parametrize("size", range(1, 9))
def test_known_entries_have_the_known_roots(size: int) -> None:
    assert frontier_of(KNOWN_ENTRIES[:size]).root().hex() == KNOWN_ROOTS[size - 1]


@pytest.mark.parametrize("size", SIZES)
def test_the_root_is_the_one_defined(size: int) -> None:
    entries = entries_of(size)
    assert frontier_of(entries).root() == defined_root(entries)
    assert root_at(size, subtree_of(entries)) == defined_root(entries)


def test_proofs_for_seven_entries_are_those_of_the_rfc() -> None:
    d = entries_of(7)
    a, b, c, e, f, j = (leaf_hash(entry) for entry in (d[0], d[1], d[2], d[4], d[5], d[6]))
    g, h, i = node_hash(a, b), node_hash(c, leaf_hash(d[3])), node_hash(e, f)
    k, rest = node_hash(g, h), node_hash(i, j)
    tree = subtree_of(d)
    assert inclusion_proof(0, 7, tree) == (b, h, rest)
    assert inclusion_proof(3, 7, tree) == (c, g, rest)
    assert inclusion_proof(4, 7, tree) == (f, j, k)
    assert inclusion_proof(6, 7, tree) == (i, k)
    assert consistency_proof(3, 7, tree) == (c, leaf_hash(d[3]), g, rest)
    assert consistency_proof(4, 7, tree) == (rest,)
    assert consistency_proof(6, 7, tree) == (i, j, k)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 16, 17])
def test_every_proof_holds_for_its_entry_and_no_other(size: int) -> None:
    entries = entries_of(size)
    tree, root = subtree_of(entries), defined_root(entries)
    for index in range(size):
        proof = inclusion_proof(index, size, tree)
        holds = [included(leaf_hash(entry), index, size, root, proof) for entry in entries]
        assert holds == [number == index for number in range(size)]


@pytest.mark.parametrize("size", [255, 256, 257])
def test_proofs_hold_where_tiles_end(size: int) -> None:
    entries = entries_of(size)
    tree, root = subtree_of(entries), defined_root(entries)
    for index in (0, 1, 127, 128, 253, 254, size - 1):
        assert included(
            leaf_hash(entries[index]), index, size, root, inclusion_proof(index, size, tree)
        )
    for old in (1, 2, 128, 254, 255, size):
        old_root = defined_root(entries[:old])
        proof = consistency_proof(old, size, tree)
        assert consistent(old, old_root, size, root, proof)
        assert not consistent(old, leaf_hash(b"another"), size, root, proof)


@given(st.integers(1, 70), st.data())
def test_a_grown_tree_is_consistent_and_a_changed_one_is_not(
    size: int, data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, size))
    changed = data.draw(st.integers(0, old - 1))
    entries = entries_of(size)
    proof = consistency_proof(old, size, subtree_of(entries))
    root = defined_root(entries)
    assert consistent(old, defined_root(entries[:old]), size, root, proof)
    entries[changed] = b"another"
    assert not consistent(old, defined_root(entries[:old]), size, root, proof)


@given(st.integers(1, 40), st.data())
def test_a_proof_with_a_hash_more_less_or_other_does_not_hold(
    size: int, data: st.DataObject
) -> None:
    entries = entries_of(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, subtree_of(entries))
    leaf, root = leaf_hash(entries[index]), defined_root(entries)
    assert not included(leaf, index, size, root, (*proof, EMPTY_ROOT))
    for number in range(len(proof)):
        assert not included(leaf, index, size, root, proof[:number] + proof[number + 1 :])
        wrong = (*proof[:number], EMPTY_ROOT, *proof[number + 1 :])
        assert not included(leaf, index, size, root, wrong)
    assert not included(leaf, size, size, root, proof)


def test_no_proof_is_made_for_what_is_not_there() -> None:
    tree = subtree_of(entries_of(3))
    for index in (-1, 3):
        with pytest.raises(ValueError, match="no entry"):
            inclusion_proof(index, 3, tree)
    for old in (0, 4):
        with pytest.raises(ValueError, match="no tree"):
            consistency_proof(old, 3, tree)
