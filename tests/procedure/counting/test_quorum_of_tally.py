"""A quorum reckoned from a tally: of heads, seats, and delegations by their members."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.quorum import QuorumFinding, check_quorum, least, quorum_of
from kurultai.procedure.counting.tally import ONE, Bloc, Tally
from kurultai.procedure.rulebook import Quorum
from tests.procedure.counting.sittings import quorum

HALF = Fraction(1, 2)
LINK = "https://example.org/rules"


def there(choice: str, group: str = "") -> Bloc:
    return choice, group, (), ONE


TALLY = Tally(
    {
        there("silent", "west"): 1,
        there("absent", "west"): 1,
        there("yes", "south"): 1,
        there("abstain", "east"): 2,
        there("absent", "north"): 3,
    },
    groups={"west": 1, "south": 1, "north": 1, "east": 1},
    component=9,
)


def reckoned(rule: Quorum, tally: Tally = TALLY, *, challenged: bool = False) -> tuple[Any, ...]:
    found = quorum_of(rule, tally, challenged=challenged)
    return found.reached, found.needed, found.have, found.missing


@pytest.mark.parametrize(
    ("of", "half", "more"), [(7, 4, 4), (8, 4, 5), (1, 1, 1), (0, 0, 1), (2, 1, 2)]
)
def test_half_and_more_than_half(of: int, half: int, more: int) -> None:
    assert least(quorum("fraction_of_entitled", fraction=HALF), of) == half
    assert least(quorum("fraction_of_entitled", fraction=HALF, more_than=True), of) == more
    assert least(quorum("fraction_of_entitled"), of) == of


def test_it_says_by_which_article() -> None:
    held = quorum("number", least=4, link=LINK)
    expected = QuorumFinding(
        reached=True,
        kind="number",
        article="Art. 1",
        link=LINK,
        confidence="C",
        needed=4,
        have=4,
        missing=(),
    )
    assert quorum_of(held, TALLY, challenged=False) == expected
    found = check_quorum(held, entitled="ab", present={"a": 1}, purpose="decide")
    assert (found.article, found.link, found.confidence) == ("Art. 1", LINK, "C")


def test_it_is_of_heads_of_all_or_of_the_seats() -> None:
    of_all = {"fraction": HALF, "more_than": True}
    assert reckoned(quorum("fraction_of_entitled", **of_all)) == (False, 5, 4, ())
    assert reckoned(quorum("fraction_of_component", fraction=HALF)) == (False, 5, 4, ())
    assert reckoned(quorum("fraction_of_component", fraction=Fraction(4, 9))) == (True, 4, 4, ())
    assert reckoned(quorum("number", least=5)) == (False, 5, 4, ())


def test_delegations_are_there_if_one_of_theirs_is() -> None:
    for fraction, known, needed in ((HALF, True, 2), (Fraction(3, 4), True, 3), (None, False, 4)):
        held = quorum("fraction_of_delegations", fraction=fraction)
        assert reckoned(held) == (known, needed, 3, ("north",))


def test_each_delegation_is_there_with_so_many_of_its_own() -> None:
    held = quorum("fraction_of_each_delegation", fraction=HALF)
    assert reckoned(held) == (False, 4, 3, ("north",))
    held = quorum("fraction_of_each_delegation", fraction=HALF, more_than=True)
    assert reckoned(held) == (False, 4, 2, ("north", "west"))
    reverse = Tally({there("absent", group): 1 for group in "cba"}, groups=dict.fromkeys("cba", 1))
    assert reckoned(held, reverse) == (False, 3, 0, ("a", "b", "c"))


def test_a_delegation_has_the_size_that_the_rule_says() -> None:
    held = quorum("fraction_of_each_delegation", fraction=HALF, size=(2, 4))
    assert reckoned(held) == (False, 4, 1, ("north", "south", "west"))


def test_who_says_nothing_is_there_and_may_be_enough() -> None:
    silent = Tally({there("silent", "west"): 1}, groups={"west": 1})
    held = quorum("fraction_of_each_delegation", fraction=HALF, size=(2, 4))
    assert reckoned(held, silent) == (None, 1, 0, ("west",))
    unknown = replace(silent, unlisted=True)
    half = quorum("fraction_of_each_delegation", fraction=HALF)
    assert reckoned(half, unknown) == (None, 1, 0, ("west",))
    assert reckoned(half, silent) == (True, 1, 1, ())


def test_without_delegations_each_voter_is_one() -> None:
    alone = Tally({there("yes"): 2, there("absent"): 1})
    assert reckoned(quorum("fraction_of_delegations", fraction=HALF), alone) == (True, 2, 2, ())
    each = quorum("fraction_of_each_delegation", fraction=HALF)
    assert reckoned(each, alone) == (None, 0, 2, ())


@pytest.mark.parametrize("kind", ["none", "not_found", "fraction_of_component"])
def test_where_no_number_is_laid_down_it_is_left_open(kind: str) -> None:
    assert reckoned(quorum(kind), Tally({there("yes"): 2})) == (None, 0, 2, ())


def test_who_is_named_twice_is_one_who_is_to_be_there() -> None:
    held = quorum("fraction_of_entitled", fraction=HALF)
    found = check_quorum(held, entitled="abca", present={"b": 1}, purpose="decide")
    assert (found.reached, found.needed, found.missing) == (False, 2, ("a", "c"))
