"""Quorum: reached, missing, or not to be known."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.quorum import QuorumFinding, check_quorum, least
from kurultai.procedure.rulebook import Quorum, QuorumKind


def quorum(kind: QuorumKind, fraction: Fraction, **parts: Any) -> Quorum:  # noqa: ANN401 - parts
    given: dict[str, Any] = {"since": "2000-01-01", "confidence": "C", "part": "p", **parts}
    return Quorum(kind=kind, fraction=fraction, **given)


def reached(rule: Quorum, entitled: str, present: dict[str, int], **asked: Any) -> bool | None:  # noqa: ANN401 - how it is asked
    asked = {"purpose": "decide", **asked}
    return check_quorum(rule, entitled=entitled, present=present, **asked).reached


BALTIC = quorum("fraction_of_each_delegation", Fraction(1, 2), more_than=True, size=(12, 12))
UNSURE = quorum("fraction_of_each_delegation", Fraction(1, 2), more_than=True, size=(12, 20))
HALF = quorum("fraction_of_delegations", Fraction(1, 2), more_than=True)
PACE = quorum("fraction_of_entitled", Fraction(1, 3), on_challenge=True)


def test_half_of_a_delegation_is_not_more_than_half() -> None:
    present = {"a": 12, "b": 12, "c": 6}
    found = check_quorum(BALTIC, entitled="abc", present=present, purpose="open")
    assert found == QuorumFinding(
        reached=False,
        kind="fraction_of_each_delegation",
        article="",
        link="",
        confidence="C",
        needed=3,
        have=2,
        missing=("c",),
    )
    assert reached(BALTIC, "abc", {**present, "c": 7}) is True


@pytest.mark.parametrize(
    ("members", "known"),
    [(11, True), (20, True), (10, None), (7, None), (0, None), (6, False), (1, False)],
)
def test_what_the_size_of_a_delegation_leaves_open_stays_open(
    members: int,
    known: bool | None,  # noqa: FBT001 - a case
) -> None:
    assert reached(UNSURE, "ab", {"a": 20, "b": members}) is known


def test_of_a_delegation_without_a_size_a_number_must_be_stated() -> None:
    rule = quorum("fraction_of_each_delegation", Fraction(1, 2))
    found = check_quorum(rule, entitled="fcbeda", present={"a": 0, "d": 1}, purpose="decide")
    assert (found.reached, found.have, found.missing) == (False, 1, ("a", "b", "c", "e", "f"))
    assert reached(rule, "a", {"a": 0}) is None


def test_a_delegation_that_is_not_there_is_missing_whatever_its_size() -> None:
    assert reached(UNSURE, "ab", {"a": 20}) is False


@pytest.mark.parametrize(("present", "known"), [("ab", False), ("abc", True), ("abcd", True)])
def test_more_than_half_of_the_delegations(present: str, known: bool) -> None:  # noqa: FBT001 - a case
    assert reached(HALF, "abcd", dict.fromkeys(present, 0)) is known


def test_whoever_is_not_entitled_does_not_make_a_quorum() -> None:
    assert reached(HALF, "abcd", dict.fromkeys("abxyz", 5)) is False


def test_a_quorum_that_is_counted_only_on_challenge_is_not_found_missing_unasked() -> None:
    entitled = "".join(chr(0x4E00 + n) for n in range(306))
    twenty, hundred_one = dict.fromkeys(entitled[:20], 1), dict.fromkeys(entitled[:101], 1)
    assert reached(PACE, entitled, twenty) is None
    assert reached(PACE, entitled, twenty, challenged=True) is False
    assert reached(PACE, entitled, hundred_one, challenged=True) is False
    assert reached(PACE, entitled, dict.fromkeys(entitled[:102], 1), challenged=True) is True


def test_a_quorum_for_opening_says_nothing_about_deciding() -> None:
    opening = quorum("fraction_of_entitled", Fraction(1, 3), purposes=("open",))
    assert reached(opening, "abc", {}) is None
    assert reached(opening, "abc", {}, purpose="open") is False


@given(st.integers(0, 400), st.fractions(Fraction(1, 9), Fraction(1), max_denominator=9))
def test_the_least_number_is_exact(of: int, fraction: Fraction) -> None:
    at_least = least(quorum("fraction_of_entitled", fraction), of)
    assert at_least >= fraction * of > at_least - 1
    more = least(quorum("fraction_of_entitled", fraction, more_than=True), of)
    assert more > fraction * of >= more - 1


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 25)), st.sampled_from("abcdef"))
def test_one_member_more_never_loses_a_quorum(present: dict[str, int], party: str) -> None:
    more = {**present, party: present.get(party, 0) + 1}
    for rule in (BALTIC, UNSURE, HALF):
        if reached(rule, "abcdef", present):
            assert reached(rule, "abcdef", more)
