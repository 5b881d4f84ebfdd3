"""Nothing that may be set in an entry of a rulebook goes without saying."""

from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.rulebook import (
    Condition,
    Dated,
    Motion,
    Right,
    Round,
    Seats,
    Speaking,
)
from tests.papers.entries import ANYWHERE, GROUND, elected, quorum, rule, said

HALF = Fraction(1, 2)
# For each kind of entry: one to begin with, and each part of it with another value.
UNSAID = {  # what stands beside the sentences: the name, the source, what is open
    *("since", "article", "link", "confidence", "says", "part", "book", "unconfirmed"),
    *("rule", "election", "motion"),
}
CONDITION = Condition(fraction=Fraction(2, 3))
CHANGED: tuple[tuple[Any, dict[str, Any]], ...] = (
    (
        CONDITION,
        {
            "measure": "groups",
            "of": "present",
            "fraction": Fraction(3, 4),
            "more_than": True,
            "least": 9,
            "role": "permanent",
            "each_group": True,
            "on_request": True,
            "waived_below": 4,
            "one_more_to_block": True,
        },
    ),
    (
        rule("fraction_cast_and_floor", fraction=HALF, floor=HALF),
        {
            "kind": "silence",
            "fraction": Fraction(2, 3),
            "floor": Fraction(1, 3),
            "conditions": (CONDITION,),
            "veto": "permanent",
            "tie": "lot",
            "split": True,
            "cap": 10,
            "purpose": "elect",
            "on_failure": "dropped",
        },
    ),
    (rule("consensus_minus", n=1), {"n": 2, "absent_objections": True}),
    (
        Round(majority="fraction", fraction=HALF, ballots=2),
        {
            "majority": "absolute",
            "of": "given",
            "fraction": Fraction(2, 3),
            "ballots": 0,
            "stay": "top_two",
        },
    ),
    (
        elected(Round(majority="relative")),
        {
            "rounds": (Round(majority="absolute"),),
            "places": 2,
            "acclamation": True,
            "tie": "lot",
            "together": True,
            "secret": False,
            "purpose": "decide",
        },
    ),
    (
        quorum("fraction_of_each_delegation", fraction=HALF),
        {
            "kind": "none",
            "fraction": Fraction(2, 3),
            "more_than": True,
            "size": (9, 12),
            "on_challenge": True,
            "askers": HALF,
            "asking_groups": 5,
            "purposes": ("open",),
        },
    ),
    (quorum("number", least=9), {"least": 10}),
    (
        Motion(motion="amend", rank=1, **GROUND),
        {
            "rank": 2,
            "speakers_for": 1,
            "speakers_against": 1,
            "seconders": 1,
            "rule": "two_thirds",
        },
    ),
    (
        Speaking(kind="speech", seconds=180, **GROUND),
        {"seconds": 60, "rank": 1, "each": 2},
    ),
    (Seats(seats=81, **GROUND), {"seats": 82}),
    (Right(status="member", may=("vote",), **ANYWHERE), {"may": ("speak", "vote")}),
)


def entry_of(part: Dated | Condition | Round) -> Dated:
    """The entry in which the part stands; an entry stands by itself."""
    match part:
        case Condition():
            return rule("conditions", conditions=(part,))
        case Round():
            return elected(part)
        case _:
            return part


def test_whatever_is_set_in_an_entry_is_said() -> None:
    for one, others in CHANGED:
        for key, value in others.items():
            changed = said(entry_of(replace(one, **{key: value})))
            assert changed != said(entry_of(one)), (type(one).__name__, key)


def test_nothing_that_an_entry_may_hold_is_forgotten_here() -> None:
    tried: dict[type, set[str]] = {}
    for one, others in CHANGED:
        tried.setdefault(type(one), set()).update(others)
    known = {kind: {part.name for part in fields(kind)} - UNSAID for kind in tried}
    known[Right] -= {"status"}  # the entry's name
    known[Speaking] -= {"kind"}
    tried[Motion] -= UNSAID
    assert tried == known
