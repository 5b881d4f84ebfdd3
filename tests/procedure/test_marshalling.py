"""The marshalled list: the rule's order, or the chair's with a reason."""

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.texts.change import Drop
from tests.procedure.drafts import HERE, drafting, edit, fate, marshalled, tabled, word
from tests.procedure.minutes import Minutes

WHY = {"en": "The sponsors agreed."}


def ordering(*order: str, reason: a.Words | None = None) -> c.MarshalAmendments:
    return c.MarshalAmendments(id="m", **HERE, order=order, reason=reason or {})


@pytest.fixture
def three(both: Minutes) -> list[str]:
    """A word of the second paragraph, a word of the first, and the first paragraph's deletion."""
    return [
        tabled(both, "a1", word(both, "o2", "learns", "knows")),
        tabled(both, "a2", word(both, "o1", "exercises", "drills")),
        tabled(both, "a3", Drop("o1")),
    ]


def test_rivals_stand_furthest_first_in_the_order_of_the_text(
    both: Minutes, three: list[str]
) -> None:
    rule = drafting(article="Rule 130", link="https://x", confidence="S")
    (act,) = both.governed(rule).then(ordering())
    assert isinstance(act, a.AmendmentsMarshalled)
    assert [place.amendment for place in act.places] == [three[2], three[1], three[0]]
    assert (act.issue, act.order, act.article, act.confidence) == (1, "furthest", "Rule 130", "S")
    first, second, third = act.places
    assert first.group == second.group != third.group
    assert (first.relation, first.to) == ("pre_empts", three[1])
    assert (second.relation, second.to) == ("pre_empted", three[2])
    assert (first.figure, third.figure) == ("1", "")
    assert (act.proposed, act.reason) == ((), {})


def test_another_body_perfects_before_it_strikes(both: Minutes, three: list[str]) -> None:
    both.governed(drafting(order="perfect_first"))
    assert marshalled(both) == [three[1], three[2], three[0]]


def test_each_list_is_another_issue(both: Minutes, three: list[str]) -> None:
    for issue in (1, 2):
        (act,) = both.then(ordering())
        assert isinstance(act, a.AmendmentsMarshalled)
        assert act.issue == issue
    assert len(both.document.order) == len(three)


def test_the_chair_orders_otherwise_with_a_reason(both: Minutes, three: list[str]) -> None:
    asked = tuple(three)
    assert both.refusal(ordering(*asked)) == "words.missing"
    (act,) = both.then(ordering(*asked, reason=WHY))
    assert isinstance(act, a.AmendmentsMarshalled)
    assert tuple(place.amendment for place in act.places) == asked
    assert act.proposed == (three[2], three[1], three[0])
    assert act.reason == WHY


def test_the_chairs_order_that_is_the_rules_needs_no_reason(
    both: Minutes, three: list[str]
) -> None:
    (act,) = both.then(ordering(three[2], three[1], three[0], reason=WHY))
    assert isinstance(act, a.AmendmentsMarshalled)
    assert (act.proposed, act.reason) == ((), {})


def test_the_chairs_order_holds_each_amendment_once(both: Minutes, three: list[str]) -> None:
    for order in (three[:2], [*three, three[0]], [*three[:2], "amendment:x"]):
        refused = both.refusal(ordering(*order, reason=WHY))
        assert refused == "amendment.order_incomplete"


def test_a_sub_amendment_stands_before_its_amendment_whoever_orders(
    both: Minutes, three: list[str]
) -> None:
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=three[1])
    assert marshalled(both) == [three[2], sub, three[1], three[0]]
    behind = ordering(three[0], three[1], sub, three[2], reason=WHY)
    assert both.refused(behind).rule == "amendment.sub_after_parent"
    before = ordering(three[0], sub, three[1], three[2], reason=WHY)
    assert both.when(before)


def test_where_nothing_waits_there_is_nothing_to_order(both: Minutes) -> None:
    assert both.refusal(ordering()) == "amendment.none_pending"


def test_only_amendments_with_their_signatures_are_put_in_order(
    both: Minutes, three: list[str]
) -> None:
    both.governed(drafting(signatures=2))
    assert both.refusal(ordering()) == "amendment.none_pending"
    for party in ("party:kz", "party:tr"):
        join = c.SponsorAmendment(id=party, **HERE, amendment=three[0], party=party)
        both.then(join)
    assert marshalled(both) == [three[0]]


def test_a_sub_amendment_waits_for_the_signatures_of_its_amendment(
    both: Minutes, three: list[str]
) -> None:
    both.governed(drafting(signatures=2))
    by = ("party:az", "party:kz")
    tabled(both, "s1", edit("o1", 6, 12, "tests"), of=three[1], by=by)
    assert both.refusal(ordering()) == "amendment.none_pending"
    assert fate(both, three[1]) == "tabled"
