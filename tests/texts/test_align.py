"""Which paragraphs of two versions belong together."""

from collections.abc import Sequence
from functools import cache
from math import erfc, log, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.align import Bead, align
from tests.texts.texts import law

ENGLISH = [
    "The Assembly, meeting in Baku on 12 June 2026,",
    "Recalling resolution 2401 on energy and transport between the member States of the region,",
    "1. Calls upon Parliaments to ratify the agreement before 31 December 2027;",
    "2. Asks the Secretary-General to report every year on what was done;",
    "3. Thanks all;",
]
TURKISH = [
    "12 Haziran 2026 tarihinde Bakü'de toplanan Meclis,",
    "Bölge üyesi Devletler arasında enerji ve ulaştırmaya ilişkin 2401 sayılı kararı hatırlatarak,",
    "1. Parlamentoları, anlaşmayı 31 Aralık 2027'den önce onaylamaya çağırır;",
    "2. Genel Sekreter'den yapılanlar hakkında her yıl rapor vermesini ister;",
    "3. Herkese teşekkür eder;",
]


def one_to_one(count: int) -> list[Bead]:
    return [Bead((n,), (n,)) for n in range(count)]


@law
@given(st.lists(st.text("ab 12", max_size=30), max_size=6), st.lists(st.text("xy 12"), max_size=6))
def test_every_paragraph_is_in_one_bead_and_in_order(left: list[str], right: list[str]) -> None:
    beads = align(left, right)
    assert [n for bead in beads for n in bead.left] == list(range(len(left)))
    assert [n for bead in beads for n in bead.right] == list(range(len(right)))
    assert all(1 <= len(bead.left) + len(bead.right) <= 4 for bead in beads)
    assert all(max(len(bead.left), len(bead.right)) <= 2 for bead in beads)


@law
@given(st.lists(st.text("abc 12", min_size=1, max_size=60), min_size=1, max_size=8))
def test_a_text_is_aligned_with_itself_paragraph_by_paragraph(texts: list[str]) -> None:
    assert list(align(texts, texts)) == one_to_one(len(texts))


def test_two_versions_of_one_text() -> None:
    assert list(align(ENGLISH, TURKISH)) == one_to_one(5)


def test_a_paragraph_that_was_divided() -> None:
    divided = [TURKISH[0], TURKISH[1][:47], TURKISH[1][47:], *TURKISH[2:]]
    assert align(ENGLISH, divided)[1] == Bead((1,), (1, 2))
    assert align(divided, ENGLISH)[1] == Bead((1, 2), (1,))


def test_a_paragraph_that_is_missing() -> None:
    shorter = [TURKISH[0], *TURKISH[2:]]
    assert align(ENGLISH, shorter)[1] == Bead((1,), ())
    assert align(shorter, ENGLISH)[1] == Bead((), (1,))


def test_numbers_decide_where_lengths_do_not() -> None:
    left = ["a" * 40 + " 1/2026", "b" * 40, "c" * 40 + " 3.5"]
    right = ["x" * 40, "y" * 40 + " 1/2026", "z" * 40, "w" * 40 + " 3.5"]
    beads = align(left, right)
    assert Bead((2,), (3,)) in beads
    assert all(0 not in bead.left or 1 in bead.right for bead in beads)


def test_a_text_and_nothing() -> None:
    assert align([], []) == ()
    assert align(["a", "b"], []) == (Bead((0,), ()), Bead((1,), ()))
    assert align([], ["a"]) == (Bead((), (0,)),)


def test_a_long_text_beside_a_much_shorter_one() -> None:
    long = [f"paragraph {n} with its words" for n in range(120)]
    for left, right in ((long, long[:5]), (long[:5], long)):
        beads = align(left, right)
        assert sum(len(bead.left) for bead in beads) == len(left)
        assert sum(len(bead.right) for bead in beads) == len(right)


def test_a_version_that_has_only_the_end_of_the_text() -> None:
    end = [f"{n}. " + "word " * (n % 7 + 20) for n in range(60)]
    beads = align(["x"] * 100 + end, end)
    assert [bead for bead in beads if bead.right][1:] == [
        Bead((n + 100,), (n,)) for n in range(1, 60)
    ]


def test_two_paragraphs_that_were_divided_at_another_place() -> None:
    left = ["a" * 60, "b" * 100, "c" * 100, "d" * 60]
    right = ["w" * 60, "x" * 190, "y" * 10, "z" * 60]
    assert align(left, right) == (Bead((0,), (0,)), Bead((1, 2), (1, 2)), Bead((3,), (3,)))


def test_what_is_missing_between_paragraphs_of_one_length_is_told_by_its_number() -> None:
    left = ["a" * 100 + " 1", "b" * 100 + " 2", "c" * 100]
    assert align(left, ["x" * 100 + " 1", "z" * 100])[1] == Bead((1,), ())
    assert align(["x" * 100 + " 1", "z" * 100], left)[1] == Bead((), (1,))


def test_a_long_text_beside_itself() -> None:
    texts = [f"{n}. " + "word " * (n % 7 + 2) for n in range(120)]
    assert list(align(texts, texts)) == one_to_one(120)


FOUND = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.045, (1, 2): 0.045, (2, 2): 0.011}
Side = Sequence[tuple[int, frozenset[int]]]
"""Of each paragraph how long it is and which numbers stand in it."""


def price(left: Side, right: Side, ratio: float) -> float:
    """What it costs to say that these are one another's translation: the paper's, and anchors."""
    rarity = -log(FOUND[len(left), len(right)])
    if not left or not right:
        return rarity + 3
    ours, theirs = (sum(length for length, _ in side) for side in (left, right))
    deviation = sqrt(6.8 * max(1, (ours + theirs / ratio) / 2))
    chance = erfc(abs(theirs - ours * ratio) / deviation / sqrt(2))
    first, second = (
        frozenset[int]().union(*(found for _, found in side)) for side in (left, right)
    )
    named = len(first | second)
    anchored = 4 * (0.5 - len(first & second) / named) if named else 0
    return rarity - log(max(chance, 1e-300)) + anchored


def least(left: Side, right: Side, ratio: float) -> float:
    """The price of the cheapest way of all."""

    @cache
    def upto(i: int, j: int) -> float:
        ways = (
            upto(i - di, j - dj) + price(left[i - di : i], right[j - dj : j], ratio)
            for di, dj in FOUND
            if di <= i and dj <= j
        )
        return min(ways) if i or j else 0

    return upto(len(left), len(right))


def drawn(dice: Random, longer: float) -> Side:
    """A few paragraphs, from a word to some lines, with a number now and then."""
    found = []
    for _ in range(dice.randint(1, 5)):
        numbers = frozenset(dice.sample(range(4), k=dice.choice((0, 0, 1, 2))))
        length = int(dice.choice((2, 4, 40, 120, 160)) * dice.uniform(0.5, 1) * longer)
        found.append((max(length, 2 * len(numbers)), numbers))
    return found


def written(side: Side) -> list[str]:
    """Paragraphs of that length with those numbers."""
    return [
        " ".join(map(str, sorted(found))).ljust(length, "x") if found else "x" * length
        for length, found in side
    ]


def cheapest(left: Side, right: Side) -> bool:
    totals = [1000 + sum(length for length, _ in side) for side in (left, right)]
    ratio = totals[1] / totals[0]
    paid = (
        price([left[n] for n in bead.left], [right[n] for n in bead.right], ratio)
        for bead in align(written(left), written(right))
    )
    return sum(paid) == pytest.approx(least(left, right, ratio), rel=1e-12)


def test_no_other_way_is_cheaper() -> None:
    dice = Random(1993)  # noqa: S311 - paragraphs, not secrets
    for _ in range(400):
        assert cheapest(drawn(dice, 1), drawn(dice, dice.choice((1, 1.5))))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a letter or two: what one letter more makes of them
        ([(0, {}), (0, {})], [(2, {}), (1, {}), (0, {})]),
        # one character more in the whole text, or less, and another way would be cheaper
        ([(102, {1}), (26, {})], [(402, {1}), (78, {})]),
        ([(102, {1}), (35, {})], [(402, {1}), (90, {})]),
        ([(202, {1}), (41, {})], [(602, {1}), (180, {})]),
        ([(202, {1}), (41, {})], [(602, {1}), (209, {})]),
    ],
)
def test_where_two_ways_cost_nearly_the_same(
    left: list[tuple[int, set[int]]], right: list[tuple[int, set[int]]]
) -> None:
    first, second = ([(n, frozenset(found)) for n, found in side] for side in (left, right))
    assert cheapest(first, second)


@pytest.mark.parametrize(("missing", "found"), [(30, True), (31, False)])
def test_counterparts_are_looked_for_thirty_paragraphs_away(missing: int, found: bool) -> None:  # noqa: FBT001 - what is expected
    """One side leaves out the beginning, the other one the end; both have as many paragraphs."""
    same = [f"{n} " + "word " * (1 + 20 * (n % 7)) for n in range(1001, 1142)]
    beads = align(["x" * 400] * missing + same, same + ["y" * 400] * missing)
    assert (Bead((missing,), (0,)) in beads) is found
