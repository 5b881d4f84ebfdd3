"""Goals stand under strategies; a tag keeps its kind, and what stood under it stays."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from tests.procedure.following.following import EN, ON, draw
from tests.procedure.minutes import Minutes

PLAN = a.TagDefined("tag:plan", "strategy", EN)
GOAL: dict[str, Any] = {"id": "c1", "on": ON, "tag": "tag:goal", "scheme": "goal", "names": EN}


@pytest.fixture
def planned(adopted: Minutes) -> Minutes:
    """There is a strategy."""
    return adopted.given(PLAN)


def test_a_goal_stands_under_a_strategy_and_may_have_a_day(planned: Minutes) -> None:
    goal = c.DefineTag(**GOAL, under="tag:plan", due="2028")
    assert planned.when(goal) == [a.TagDefined("tag:goal", "goal", EN, "tag:plan", "2028")]


@pytest.mark.parametrize("under", ["", "tag:none", "tag:cybersecurity"])
def test_a_goal_stands_under_nothing_else(planned: Minutes, under: str) -> None:
    assert planned.refusal(c.DefineTag(**GOAL, under=under)) == "register.strategy_unknown"


def test_a_goal_has_a_day_or_none(planned: Minutes) -> None:
    assert planned.refusal(c.DefineTag(**GOAL, under="tag:plan", due="soon")) == "act.when"


def test_no_goal_is_set_for_a_strategy_that_has_ended(planned: Minutes) -> None:
    planned.then(c.EndTag(id="c0", on=ON, tag="tag:plan"))
    assert planned.refusal(c.DefineTag(**GOAL, under="tag:plan")) == "register.strategy_unknown"


def test_a_tag_keeps_its_kind_even_after_its_end(planned: Minutes) -> None:
    other = c.DefineTag(id="c1", on=ON, tag="tag:plan", scheme="area", names=EN)
    assert planned.refusal(other) == "register.scheme_other"
    planned.then(c.EndTag(id="c0", on=ON, tag="tag:plan"))
    assert planned.refusal(other) == "register.scheme_other"


def test_a_tag_that_is_not_in_use_cannot_end(planned: Minutes) -> None:
    assert planned.refusal(c.EndTag(id="c1", on=ON, tag="tag:none")) == "register.tag_unknown"
    planned.then(c.EndTag(id="c1", on=ON, tag="tag:plan"))
    assert planned.refusal(c.EndTag(id="c2", on=ON, tag="tag:plan")) == "register.tag_unknown"


def test_a_tag_comes_back_into_use_when_it_is_defined_again(planned: Minutes) -> None:
    planned.then(c.EndTag(id="c1", on=ON, tag="tag:plan"))
    planned.given(PLAN)
    assert planned.when(c.DefineTag(**GOAL, under="tag:plan"))


def test_what_stands_under_a_tag_that_ended_may_be_described_again(planned: Minutes) -> None:
    planned.then(c.EndTag(id="c1", on=ON, tag="tag:cybersecurity"))
    kept = a.Undertaking("report", tags=("tag:cybersecurity",))
    assert planned.when(draw(c.Drawn("o1", ("party:az",), kept)))
