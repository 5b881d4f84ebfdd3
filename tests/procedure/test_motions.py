"""Motions on procedure: the order in which they are put, and who is heard."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.motions import Made, Turn, in_turn
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Motion, Rulebook

TODAY = "2026-03-14"


def motion(name: str, rank: int, **parts: Any) -> Motion:  # noqa: ANN401 - parts of a motion
    given = {"since": "1950-01-01", "part": "plenary", "confidence": "R", **parts}
    return Motion(motion=name, rank=rank, **given)


def book(*motions: Motion) -> Rulebook:
    return Rulebook("body", (), (), (), (), motions=motions)


# The UN General Assembly, rules 74 to 77
UN = book(
    motion("close_debate", 4, speakers_against=2, article="Rule 75"),
    motion("suspend", 1),
    motion("adjourn_meeting", 2),
    motion("adjourn_debate", 3, speakers_for=2, speakers_against=2, article="Rule 74"),
)


def named(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    return tuple(turn.motion for turn in turns)


def test_the_motion_of_the_first_rank_is_put_first_whenever_it_was_made() -> None:
    made = [Made("close_debate", "az"), Made("adjourn_debate", "kz"), Made("suspend", "tr")]
    turns = in_turn(UN, "plenary", made, on=TODAY)
    assert named(turns) == ("suspend", "adjourn_debate", "close_debate")


def test_a_turn_says_who_is_heard_and_how_it_is_decided() -> None:
    two_thirds = motion(
        "reopen",
        5,
        speakers_against=2,
        speakers_for=1,
        seconders=2,
        rule="reconsideration",
        article="Rule 81",
        link="https://example.org/81",
    )
    (turn,) = in_turn(book(two_thirds), "plenary", [Made("reopen", "az", ("kz",))], on=TODAY)
    assert turn == Turn(
        motion="reopen",
        by="az",
        rank=5,
        speakers_for=1,
        speakers_against=2,
        missing=1,
        also=(),
        rule="plenary.reconsideration",
        article="Rule 81",
        link="https://example.org/81",
        confidence="R",
    )


def test_of_equal_rank_the_one_made_first_goes_first() -> None:
    equal = book(motion("a", 2), motion("b", 2), motion("c", 1))
    made = [Made("b", "x"), Made("a", "y"), Made("c", "z")]
    assert named(in_turn(equal, "plenary", made, on=TODAY)) == ("c", "b", "a")


def test_the_same_motion_is_put_once_and_who_makes_it_again_seconds_it() -> None:
    seconded = book(motion("close", 1, seconders=3))
    made = [Made("close", "az", ("kz", "az")), Made("close", "tr", ("kz",)), Made("close", "az")]
    (turn,) = in_turn(seconded, "plenary", made, on=TODAY)
    assert (turn.by, turn.also, turn.missing) == ("az", ("tr",), 1)


def test_a_motion_that_needs_no_seconder_misses_none() -> None:
    (turn,) = in_turn(UN, "plenary", [Made("suspend", "az", ("kz",))], on=TODAY)
    assert turn.missing == 0


def test_a_motion_that_the_rules_do_not_know_is_refused() -> None:
    with pytest.raises(Refused, match=r"motion\.unknown: name adjurn_debate, known adjourn_deba"):
        in_turn(UN, "plenary", [Made("adjurn_debate", "az")], on=TODAY)


def test_a_part_without_motions_of_its_own_takes_those_of_the_whole_body() -> None:
    both = book(motion("a", 1, part="assembly"), motion("b", 1, part="committee"))
    (turn,) = in_turn(both, "plenary", [Made("a", "az")], on=TODAY)
    assert turn.rule == "plenary.default"
    with pytest.raises(Refused, match=r"motion\.unknown: name a, known b"):
        in_turn(both, "committee", [Made("a", "az")], on=TODAY)


def test_the_rank_is_that_of_the_day() -> None:
    changed = book(motion("a", 1), motion("b", 2), motion("a", 3, since="2026-03-14"))
    made = [Made("a", "x"), Made("b", "y")]
    assert named(in_turn(changed, "plenary", made, on="2026-03-13")) == ("a", "b")
    assert named(in_turn(changed, "plenary", made, on="2026-03-14")) == ("b", "a")


def test_nothing_made_is_nothing_put() -> None:
    assert in_turn(UN, "plenary", [], on=TODAY) == ()


NAMES = st.sampled_from(["suspend", "adjourn_meeting", "adjourn_debate", "close_debate"])
MADE = st.builds(Made, NAMES, st.sampled_from(["az", "kz", "kg", "tr"]))


@given(st.lists(MADE, max_size=8))
def test_every_motion_made_has_its_turn_and_ranks_never_fall(made: list[Made]) -> None:
    turns = in_turn(UN, "plenary", made, on=TODAY)
    assert set(named(turns)) == {one.motion for one in made}
    assert [turn.rank for turn in turns] == sorted({turn.rank for turn in turns})
    for turn in turns:
        movers = [one.by for one in made if one.motion == turn.motion]
        assert turn.by == movers[0]
        assert {turn.by, *turn.also} == set(movers)
