"""The lot: drawn from a seed, in an order that anybody can check with sha256sum."""

import shutil
import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.lot import digest, draw
from kurultai.procedure.refusal import Refused

NAMES = ("Akmatov", "Əliyeva", "Yılmaz")
ROUND_1 = "drawn on 2026-03-14: 7 12 19 23 31 44"


def test_the_order_is_that_of_the_digests() -> None:
    tickets = sorted((digest(ROUND_1, name), name) for name in NAMES)
    assert draw(ROUND_1, iter(NAMES)) == tuple(name for _, name in tickets)


def test_a_ticket_is_the_digest_of_seed_line_feed_and_name() -> None:
    # printf '%s\n%s' abc def | sha256sum
    assert digest("abc", "def").startswith("d53d6b91af7caf8f")
    assert len(digest("abc", "def")) == 64


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum here")
@pytest.mark.parametrize("name", NAMES)
def test_anybody_can_check_a_ticket_with_sha256sum(name: str) -> None:
    written = f"{ROUND_1}\n{name}".encode()
    printed = subprocess.run(["sha256sum"], input=written, capture_output=True, check=True)
    assert printed.stdout.decode().split()[0] == digest(ROUND_1, name)


def test_letters_composed_and_decomposed_are_the_same_name() -> None:
    composed, decomposed = "Yıldız Öztürk", "Yıldız O\u0308ztu\u0308rk"
    assert digest("s", composed) == digest("s", decomposed)
    with pytest.raises(Refused, match=r"^lot\.name_twice: name Yıldız Öztürk"):
        draw("s", ["Akmatov", composed, decomposed, "Əliyeva"])


@pytest.mark.parametrize("seed", ["", " ", "\t"])
def test_an_empty_seed_draws_nothing(seed: str) -> None:
    with pytest.raises(Refused, match=r"^lot\.seed_missing$"):
        draw(seed, NAMES)


@pytest.mark.parametrize(
    ("seed", "name"), [("a\nb", "c"), ("a", "b\nc"), ("a", "b\n"), ("a\r", "b"), ("a", "")]
)
def test_no_line_can_be_read_as_two(seed: str, name: str) -> None:
    with pytest.raises(Refused) as refused:
        draw(seed, ["other", name])
    broken = seed if seed != "a" else name
    assert (refused.value.rule, refused.value.facts) == ("lot.line_break", {"name": broken})


def test_of_six_thousand_seeds_each_order_comes_about_as_often() -> None:
    orders = Counter(draw(f"seed {number}", NAMES) for number in range(6000))
    assert len(orders) == 6
    assert all(850 < times < 1150 for times in orders.values())  # 1,000 and five deviations


LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


@given(LINES, st.lists(LINES, unique_by=lambda name: digest("", name), max_size=8), st.data())
def test_the_order_in_which_names_come_is_irrelevant(
    seed: str, names: list[str], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(names))
    assert draw(seed, shuffled) == draw(seed, names)
    assert sorted(draw(seed, names)) == sorted(names)


@given(LINES, st.sets(st.sampled_from("abcdefgh"), min_size=2), st.sampled_from("abcdefgh"))
def test_who_leaves_changes_nothing_among_the_others(
    seed: str, names: set[str], leaving: str
) -> None:
    others = tuple(name for name in draw(seed, names) if name != leaving)
    assert draw(seed, names - {leaving}) == others
